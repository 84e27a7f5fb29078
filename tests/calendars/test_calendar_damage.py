"""Bad events, garbage and hostile calendars: one event is lost, not the file."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Problem, Tally
from tl_calendar import CalendarAdapter
from tl_calendar.evidence import shipped_evidence

SAMPLES = [
    path.read_bytes()
    for path in sorted((Path(__file__).parent.parent / "goldens" / "calendar-ics").glob("*.ics"))
]
GOOD = "UID:good\nDTSTART:20261109T090000Z\nDTEND:20261109T100000Z"


class Found(Protocol):
    problems: tuple[Problem, ...]
    tally: Tally

    @property
    def codes(self) -> list[str]: ...

    @property
    def begins(self) -> list[str]: ...


Calendar = Callable[..., Found]


@pytest.mark.parametrize(
    "bad",
    [
        "SUMMARY:no begin",
        "DTSTART:garbage",
        "DTSTART:20261399T090000Z",
        "DTSTART:20261109T250000Z",
        "DTSTART:00010101T090000Z",
        "DTSTART:99991231T235959Z",
        "DTSTART;VALUE=PERIOD:20261109T090000Z/PT1H",
        "DTSTART:20261109T090000Z\nDTEND:20261109T080000Z",
        "DTSTART:20261109T090000Z\nDTEND;VALUE=DATE:20261110",
        "DTSTART:20261109T090000Z\nDURATION:-PT1H",
        "DTSTART:20261109T090000Z\nDURATION:P",
        "DTSTART:20261109T090000Z\nDURATION:P99999D",
        "DTSTART:20261109T090000Z\nDURATION:PT1H\nRECURRENCE-ID:x",
        "",
    ],
)
def test_a_bad_event_harms_no_other(bad: str, calendar: Calendar) -> None:
    found = calendar("UID:bad\n" + bad, GOOD)
    assert found.begins == ["2026-11-09 09:00"]
    assert (found.tally.total, found.tally.read, found.tally.refused) == (2, 1, 1)
    assert found.problems[0].line == 2


@pytest.mark.parametrize(
    "line",
    [
        "garbage",
        "SUMMARY",
        ":",
        "X-=1;:",
        'DESCRIPTION;X="a:b',
        "SEQUENCE:x",
        "EXDATE:x",
        "RDATE:x",
    ],
)
def test_a_bad_line_harms_no_event(line: str, calendar: Calendar) -> None:
    assert calendar(f"{GOOD}\n{line}").begins == ["2026-11-09 09:00"]


def test_an_event_that_is_cut_off_is_refused(read: Callable[[bytes], Found]) -> None:
    head = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261109T090000Z\nDURATION:PT1H\n"
    for tail in (b"", b"END:VCALENDAR\n"):
        assert read(head + tail).codes == ["event-cut-off"]
    whole = head + b"BEGIN:VEVENT\nDTSTART:20261110T090000Z\nDURATION:PT1H\nEND:VEVENT\n"
    found = read(whole)
    assert (found.begins, found.codes) == (["2026-11-10 09:00"], ["event-cut-off"])


def test_several_calendars_in_a_file_are_read(read: Callable[[bytes], Found]) -> None:
    one = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:%d\nDTSTART:2026110%dT090000Z\nDURATION:PT1H\n"
    data = b"".join(one % (n, n) + b"END:VEVENT\nEND:VCALENDAR\n" for n in (1, 2))
    assert len(read(data).begins) == 2


def test_lines_of_an_alarm_are_not_those_of_the_event(calendar: Calendar) -> None:
    alarm = "BEGIN:VALARM\nDTSTART:19700101T000000Z\nDURATION:PT9H\nEND:VALARM"
    assert calendar(f"{alarm}\n{GOOD}").begins == ["2026-11-09 09:00"]


def test_without_the_extra_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, calendar: Calendar
) -> None:
    for name in [name for name in sys.modules if name.startswith("tl_calendar.")]:
        if name.rpartition(".")[2] in ("meetings", "series", "clock", "event", "rules", "shapes"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    found = calendar(GOOD, GOOD)
    (problem,) = found.problems
    assert "tl-analyzer[ics]" in problem.hint
    assert (found.tally.total, found.tally.refused) == (2, 2)


def test_files_and_events_over_the_bound_are_refused() -> None:
    evidence = shipped_evidence()
    file = SourceFile.of_bytes("calendar.ics", SAMPLES[0])
    small = CalendarAdapter(replace(evidence, limit=replace(evidence.limit, file_bytes=10)))
    found = list(small.read(file, Reading()))
    assert [getattr(item, "code", "") for item in found] == ["file-too-large", ""]
    few = CalendarAdapter(replace(evidence, limit=replace(evidence.limit, events=1)))
    *_, tally = few.read(file, Reading())
    assert isinstance(tally, Tally)
    assert tally.refused >= 7


def account_of(data: bytes) -> Tally:
    file = SourceFile.of_bytes("calendar.ics", data)
    *_, tally = CalendarAdapter().read(file, Reading(zone="Europe/Berlin"))
    assert isinstance(tally, Tally)
    return tally


@settings(max_examples=80, deadline=8000, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(SAMPLES),
    st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=4)), min_size=1, max_size=8),
)
def test_mutated_samples_never_raise_and_add_up(
    sample: bytes, changes: list[tuple[int, bytes]]
) -> None:
    data = bytearray(sample)
    for at, new in changes:
        data[at % len(data) : at % len(data) + len(new)] = new
    account_of(bytes(data))


@settings(max_examples=100, deadline=8000)
@given(
    st.text("FREQ=DAILYWKMONTHBSP;,-+0123456789²٢", max_size=60),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
)
def test_any_rule_ends_in_time(tail: str, frequency: str) -> None:
    event = f"DTSTART:20200101T090000Z\nDURATION:PT1H\nRRULE:FREQ={frequency};{tail}"
    data = f"BEGIN:VCALENDAR\nBEGIN:VEVENT\n{event}\nEND:VEVENT\nEND:VCALENDAR\n".encode()
    began = time.process_time()
    assert account_of(data).total == 1
    assert time.process_time() - began < 8


@settings(max_examples=60, deadline=3000)
@given(st.binary(max_size=300))
def test_random_bytes_never_raise(data: bytes) -> None:
    account_of(b"BEGIN:VCALENDAR\n" + data)
