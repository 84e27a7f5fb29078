"""The posture log: intervals from rows, through midnight and through daylight-saving nights."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import (
    Clock,
    Entry,
    Posture,
    PostureInterval,
    Problem,
    ProblemKind,
    Quality,
    SittingStyle,
    Tally,
)
from tl_desk import PostureCsvAdapter

Read = Callable[..., tuple[list[Entry], list[Problem], Tally]]

HEADER = "start,end,posture,note\n"


def log(
    read: Read, content: str | bytes, zone: str = "Europe/Berlin"
) -> tuple[list[PostureInterval], list[Problem], Tally]:
    entries, problems, tally = read(PostureCsvAdapter(), content, zone)
    intervals = [entry for entry in entries if isinstance(entry, PostureInterval)]
    assert len(intervals) == len(entries)
    for earlier, later in pairwise(intervals):
        assert earlier.end <= later.start.utc
    assert all(interval.minutes > 0 for interval in intervals)
    return intervals, problems, tally


def wall(interval: PostureInterval) -> tuple[str, str]:
    end = interval.end.astimezone(interval.start.local.tzinfo)
    return f"{interval.start.local:%d %H:%M}", f"{end:%d %H:%M}"


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_the_example_log_with_its_day_total(read: Read, corpus: Path) -> None:
    content = (corpus / "desk/profile/example_sitting_log.csv").read_bytes()
    intervals, (problem,), tally = log(read, content)
    assert [(*wall(i), i.posture, i.minutes) for i in intervals] == [
        ("02 08:55", "02 10:20", Posture.SITTING, 85),
        ("02 10:35", "02 12:30", Posture.SITTING, 115),
        ("02 13:05", "02 14:00", Posture.STANDING, 55),
    ]
    assert {(i.probability, i.quality) for i in intervals} == {(0.9, Quality.A)}
    assert (problem.line, problem.column, problem.code) == (5, "end", "end-missing")
    assert "day holds no interval" in problem.hint
    assert (tally.total, tally.read, tally.refused) == (4, 3, 1)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-03-02T08:55:00+01:00", "2026-03-02T10:20:00+01:00", 85),
        ("2026-03-02T08:55:00+01:00", "2026-03-02T09:20:00Z", 85),
        ("2026-03-02 08:55", "2026-03-02 10:20", 85),
        ("2026-03-02 08:55", "10:20", 85),
        ("2026-03-02T08:55+05:30", "10:20", 85),
        ("2026-03-02 8:55 am", "10:20 AM", 85),
        ("02.03.2026 08:55", "02.03.2026 10:20", 85),
        ("13/03/2026 08:55", "10:20:30", 85.5),
        ("2026-03-02 22:30", "24:00", 90),
        ("2026-03-02 22:30", "2026-03-03 00:15", 105),
    ],
)
def test_forms_of_time(read: Read, start: str, end: str, minutes: float) -> None:
    (interval,), problems, _ = log(read, f"{HEADER}{start},{end},sit,\n")
    assert (interval.minutes, problems) == (minutes, [])


def test_a_clock_alone_past_midnight_is_the_next_day_and_says_so(read: Read) -> None:
    (interval,), (problem,), _ = log(read, HEADER + "2026-03-02 22:30,00:15,sofa,\n")
    assert wall(interval) == ("02 22:30", "03 00:15")
    assert (problem.kind, problem.code) == (ProblemKind.REPAIRED, "end-on-next-day")


def test_a_date_column_serves_clocks_alone(read: Read) -> None:
    intervals, problems, _ = log(
        read, "date;start;end;posture\n02.03.2026;08:00;09:30;sit\n02.03.2026;10:00;;sit\n"
    )
    assert [wall(i) for i in intervals] == [("02 08:00", "02 09:30")]
    assert codes(problems) == ["end-missing"]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("2026-03-02 10:00,2026-03-02 09:00,sit,", "end-before-start", "end"),
        ("2026-03-02 10:00,2026-03-02 10:00,sit,", "end-before-start", "end"),
        ("2026-03-02 10:00,09:30,sit,", "end-before-start", "end"),
        ("2026-03-02 10:00,2026-03-03 10:01,sit,", "interval-too-long", "end"),
        ("2026-03-02,2026-03-03,sit,", "start-without-clock", "start"),
        ("2026-03-02 10:00,2026-03-02,sit,", "end-without-clock", "end"),
        ("2026-03-02 10:00,,sit,all day", "end-missing", "end"),
        ("10:00,11:00,sit,", "date-unreadable", "start"),
        ("02/03/2026 10:00,11:00,sit,", "date-ambiguous", "start"),
        ("2026-03-02 10:00,noon,sit,", "date-unreadable", "end"),
        ("2026-03-02 10:00,11:00,,", "posture-unknown", "posture"),
        ("2026-03-02 10:00,11:00,siting,", "posture-unknown", "posture"),
        ("2026-03-02 10:00,11:00,standing upright,", "posture-unknown", "posture"),
        ("9026-03-02 10:00,11:00,sit,", "date-implausible", "start"),
    ],
)
def test_rows_that_hold_no_interval(read: Read, row: str, code: str, column: str) -> None:
    good = "2026-03-01 10:00,11:00,stand,\n"
    intervals, (problem,), tally = log(read, f"{HEADER}{row}\n{good}")
    assert [i.posture for i in intervals] == [Posture.STANDING]
    assert (problem.code, problem.column, problem.line) == (code, column, 2)
    assert problem.kind is ProblemKind.REFUSED
    assert (tally.read, tally.refused) == (1, 1)


@pytest.mark.parametrize(
    ("word", "posture", "style"),
    [
        ("sitting", Posture.SITTING, None),
        ("Desk", Posture.SITTING, None),
        ("sitting-slumped", Posture.SITTING, SittingStyle.SLUMPED),
        ("sitting upright", Posture.SITTING, SittingStyle.UPRIGHT),
        ("Slouched sitting", Posture.SITTING, SittingStyle.SLUMPED),
        ("upright", Posture.SITTING, SittingStyle.UPRIGHT),
        ("sit-stand", Posture.SITTING, SittingStyle.SIT_STAND),
        ("sitting sit-stand", Posture.SITTING, SittingStyle.SIT_STAND),
        ("standing", Posture.STANDING, None),
        ("standing desk", Posture.STANDING, None),
        ("walking", Posture.MOVING, None),
        ("moving", Posture.MOVING, None),
        ("ride", Posture.MOVING, None),
        ("lying", Posture.LYING, None),
        ("off", Posture.OFF, None),
        ("unknown", Posture.UNKNOWN, None),
    ],
)
def test_posture_words(read: Read, word: str, posture: Posture, style: SittingStyle | None) -> None:
    (interval,), _, _ = log(read, f"{HEADER}2026-03-02 10:00,11:00,{word},\n")
    assert (interval.posture, interval.style) == (posture, style)


def test_a_walk_inside_a_morning_of_sitting_is_a_break_in_it(read: Read) -> None:
    content = HEADER + "2026-03-02 09:00,12:00,sit,\n2026-03-02 10:00,10:15,walk,\n"
    intervals, (problem,), _ = log(read, content)
    assert [(*wall(i), i.posture) for i in intervals] == [
        ("02 09:00", "02 10:00", Posture.SITTING),
        ("02 10:00", "02 10:15", Posture.MOVING),
        ("02 10:15", "02 12:00", Posture.SITTING),
    ]
    assert (problem.kind, problem.code, problem.line) == (ProblemKind.NOTE, "rows-overlap", 3)


def test_rows_written_twice_count_once(read: Read) -> None:
    row = "2026-03-02 09:00,12:00,sit,\n"
    intervals, problems, tally = log(read, HEADER + row + row)
    assert [i.minutes for i in intervals] == [180]
    assert (problems, tally.read) == ([], 2)


def test_touching_rows_stay_apart_and_in_order(read: Read) -> None:
    content = HEADER + "2026-03-02 11:00,12:00,sit,\n2026-03-02 09:00,11:00,sit,\n"
    intervals, _, _ = log(read, content)
    assert [(i.provenance.row, i.minutes) for i in intervals] == [(3, 120), (2, 60)]


def test_the_night_with_two_half_past_twos(read: Read) -> None:
    content = HEADER + (
        "2026-10-25 00:00,2026-10-25 02:00,sit,\n"
        "2026-10-25 02:00,2026-10-25 02:30,stand,\n"
        "2026-10-25 02:30,2026-10-25 03:00,sit,\n"
        "2026-10-25 03:00,2026-10-25 06:00,lie,\n"
    )
    intervals, problems, _ = log(read, content)
    assert sum(i.minutes for i in intervals) == 7 * 60
    assert {p.code for p in problems} == {"clock-doubtful"}
    assert {p.kind for p in problems} == {ProblemKind.NOTE}
    assert intervals[2].start.clock is Clock.AMBIGUOUS


def test_the_second_reading_where_the_first_would_run_backwards(read: Read) -> None:
    (interval,), (problem,), _ = log(read, HEADER + "2026-10-25 02:30,2026-10-25 02:15,sit,\n")
    assert interval.minutes == 45
    assert problem.code == "clock-doubtful"


def test_the_night_without_a_half_past_two(read: Read) -> None:
    content = HEADER + "2026-03-29 00:00,2026-03-29 06:00,lie,\n"
    (interval,), problems, _ = log(read, content)
    assert (interval.minutes, problems) == (5 * 60, [])
    intervals, (problem,), _ = log(read, HEADER + "2026-03-29 02:00,2026-03-29 03:00,sit,\n")
    assert intervals == []
    assert "clocks go forward" in problem.hint


@given(
    steps=st.lists(st.integers(min_value=1, max_value=120), min_size=1, max_size=20),
    night=st.sampled_from([datetime(2026, 10, 24, 20), datetime(2026, 3, 28, 20)]),
)
def test_a_night_logged_with_offsets_loses_and_doubles_nothing(
    read: Read, steps: list[int], night: datetime
) -> None:
    at = night.replace(tzinfo=UTC)
    content = HEADER
    for place, minutes in enumerate(steps):
        end = at + timedelta(minutes=minutes)
        content += f"{at.isoformat()},{end.isoformat()},{('sit', 'stand')[place % 2]},\n"
        at = end
    intervals, problems, _ = log(read, content)
    assert [i.minutes for i in intervals] == steps
    assert problems == []


@given(
    marks=st.lists(
        st.integers(min_value=0, max_value=8 * 60 - 1), min_size=2, max_size=12, unique=True
    )
)
def test_a_night_logged_by_the_wall_clock_neither_loses_nor_doubles_an_hour(
    read: Read, marks: list[int]
) -> None:
    """Consecutive rows through the 25-hour day: their sum is the time from first to last clock."""
    clocks = [datetime(2026, 10, 25) + timedelta(minutes=mark) for mark in sorted(marks)]
    content = HEADER + "".join(
        f"{start:%Y-%m-%d %H:%M},{end:%Y-%m-%d %H:%M},{('sit', 'stand')[place % 2]},\n"
        for place, (start, end) in enumerate(pairwise(clocks))
    )
    intervals, _, tally = log(read, content)
    assert tally.refused == 0
    whole = intervals[-1].end - intervals[0].start.utc
    assert sum(i.minutes for i in intervals) == whole / timedelta(minutes=1)
    by_wall = (clocks[-1] - clocks[0]) / timedelta(minutes=1)
    passed_the_change = clocks[0].hour < 3 <= clocks[-1].hour
    assert sum(i.minutes for i in intervals) == by_wall + 60 * passed_the_change


rows = st.tuples(
    st.integers(min_value=0, max_value=3000),
    st.integers(min_value=1, max_value=600),
    st.sampled_from(["sit", "stand", "walk"]),
)


@given(st.lists(rows, min_size=1, max_size=12))
def test_overlapping_rows_cover_their_union_once(
    read: Read, stated: list[tuple[int, int, str]]
) -> None:
    origin = datetime(2026, 6, 1, tzinfo=UTC)
    content = HEADER
    covered: set[int] = set()
    for start, minutes, word in stated:
        begin, end = (origin + timedelta(minutes=m) for m in (start, start + minutes))
        content += f"{begin.isoformat()},{end.isoformat()},{word},\n"
        covered |= set(range(start, start + minutes))
    intervals, _, _ = log(read, content)
    assert sum(i.minutes for i in intervals) == len(covered)


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(read: Read, data: bytes) -> None:
    log(read, data)
    log(read, HEADER.encode() + data)
    log(read, (HEADER + "2026-03-02 10:00,").encode() + data)
