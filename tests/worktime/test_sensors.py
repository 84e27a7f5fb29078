"""Thigh sensors: postures as measured, on a clock that knows of no daylight saving."""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import Observation, Posture, ProblemKind, Quality
from tl_worktime import ActiMotusAdapter, ActivpalAdapter, ActivpalSleepAdapter

if TYPE_CHECKING:
    from tests.worktime.conftest import Read

A = '"Time","DataCount (samples)","Interval (s)","ActivityCode (0=sedentary, 1= standing)"\n'
B = A.replace("1= standing)", "3.1=primary lying 4=non-wear)")
C = "sep=;\nTime;Time(approx);Data Count;Event Type;Duration (s);Waking Day;\n"
SECONDS = "datetime,activity,steps\n"


def serial(wall: datetime) -> float:
    return (wall - datetime(1899, 12, 30)) / timedelta(days=1)


def events(*rows: tuple[float, str], start: datetime = datetime(2026, 5, 4, 9)) -> str:
    """Rows one behind the other: seconds and code of each."""
    text = B
    for seconds, code in rows:
        text += f"{serial(start):.10f},0,{seconds},{code}\n"
        start += timedelta(seconds=seconds)
    return text


def test_every_code_has_its_posture_and_steps_become_one(read: "Read") -> None:
    codes = [(60.0, "0"), (30.5, "1"), (0.7, "2"), (0.8, "2"), (60, "2.1"), (60, "3.2"), (9, "5.1")]
    found = read(ActivpalAdapter(), events(*codes, (60, "4"), (60, "0")))
    assert [(i.posture.value, round(i.minutes * 60, 1)) for i in found.intervals] == [
        ("sitting", 60),
        ("standing", 30.5),
        ("moving", 61.5),
        ("lying", 60),
        ("sitting", 9),
        ("sitting", 60),
    ]
    assert {(i.probability, i.quality) for i in found.intervals} == {(0.97, Quality.A)}
    assert {i.observation for i in found.intervals} == {Observation.POSTURE_SENSOR}
    assert dict(found.tally.set_aside) == {"not worn": 1}
    assert [i.provenance.row for i in found.intervals] == [2, 3, 4, 7, 8, 10]


def test_leading_points_exponents_and_commas(read: "Read") -> None:
    rows = "46146.375,0,.5,1\n46146.3750057870,5,1E1,0\n"
    found = read(ActivpalAdapter(), A + rows)
    assert [i.minutes * 60 for i in found.intervals] == [0.5, 10]
    rows = "46146,3750000000;x;0;0;30,5;1;\n46146,3753530093;x;305;1;1,3;1;\n"
    found = read(ActivpalAdapter(), C + rows)
    assert [round(i.minutes * 60, 1) for i in found.intervals] == [30.5, 1.3]


def test_dates_between_hash_marks_are_no_comments(read: "Read") -> None:
    found = read(ActivpalAdapter(), B + "#2026-05-04 09:00:00#,0,60,0\n")
    assert found.walls == [("04 09:00", "04 09:01", "sitting")]


@pytest.mark.parametrize("day", [datetime(2026, 3, 29), datetime(2026, 10, 25)])
def test_a_night_of_the_clocks_is_as_long_as_it_was(read: "Read", day: datetime) -> None:
    rows = [(3600.0, code) for code in ("3.1", "0", "3.1", "0", "3.1")]
    found = read(ActivpalAdapter(), events(*rows, start=day))
    assert [i.minutes for i in found.intervals] == [60] * 5
    assert all(a.end == b.start.utc for a, b in pairwise(found.intervals))
    assert found.codes == ["clock-runs-on"]


def test_hours_of_sitting_are_doubted_where_lying_is_not_told(read: "Read") -> None:
    rows = f"{serial(datetime(2026, 5, 4, 22)):.6f},0,25200,0\n46147.6,0,600,0\n"
    found = read(ActivpalAdapter(), A + rows)
    assert [(i.probability, i.quality) for i in found.intervals] == [
        (0.5, Quality.C),
        (0.97, Quality.A),
    ]
    assert [(p.kind, p.code) for p in found.problems] == [
        (ProblemKind.NOTE, "lying-counted-as-sitting")
    ]
    sure = read(ActivpalAdapter(), B + rows)
    assert ({i.probability for i in sure.intervals}, sure.problems) == ({0.97}, [])


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("46146.3,0,60,0\n", "row-out-of-order"),
        ("monday,0,60,0\n", "date-unreadable"),
        ("99999,0,60,0\n", "date-unreadable"),
        ("2026-05-05T09:00:00Z,0,60,0\n", "date-unreadable"),
        ("46147,0,long,0\n", "length-unreadable"),
        ("46147,0,,0\n", "length-unreadable"),
        ("46147,0,1E9,0\n", "length-unreadable"),
        ("46147,0,60,9\n", "code-unknown"),
        ("46147,0,60,\n", "code-unknown"),
        ("46147,0\n", "row-cut-short"),
    ],
)
def test_rows_that_hold_no_event(read: "Read", row: str, code: str) -> None:
    found = read(ActivpalAdapter(), B + "46146.375,0,60,0\n" + row + "46148,0,60,1\n")
    assert found.codes == [code]
    assert (len(found.intervals), found.tally.refused) == (2, 1)


def test_settings_of_a_recording_are_recognised_and_hold_nothing(read: "Read") -> None:
    found = read(ActivpalAdapter(), '"DataFileName","secret.datx"\n"SerialNumber","1"\n')
    assert (found.intervals, found.codes) == ([], ["no-events"])
    assert dict(found.tally.set_aside) == {"setting of the recording": 2}
    assert "secret" not in repr(found)


@given(
    st.lists(
        st.tuples(
            st.integers(1, 72_000).map(lambda tenths: tenths / 10),
            st.sampled_from(["0", "1", "2", "3.1"]),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_a_recording_loses_and_doubles_no_time(read: "Read", rows: list[tuple[float, str]]) -> None:
    found = read(ActivpalAdapter(), events(*rows))
    assert (found.tally.read, found.problems) == (len(rows), [])
    assert abs(sum(i.minutes for i in found.intervals) * 60 - sum(s for s, _ in rows)) < 0.01
    assert all(a.end == b.start.utc for a, b in pairwise(found.intervals))
    assert all(a.posture is not b.posture for a, b in pairwise(found.intervals))


def test_a_table_by_the_second(read: "Read") -> None:
    words = ["sit", "sit", "stand", "walk", "non-wear", "lie", "juggling", "sit"]
    rows = "".join(f"2026-05-04 09:00:{n:02d},{word},0\n" for n, word in enumerate(words))
    found = read(ActiMotusAdapter(), SECONDS + rows + "2026-05-04 10:00:00,sit,0\n")
    assert [(i.posture, i.minutes * 60) for i in found.intervals] == [
        (Posture.SITTING, 2),
        (Posture.STANDING, 1),
        (Posture.MOVING, 1),
        (Posture.LYING, 1),
        (Posture.SITTING, 1),
        (Posture.SITTING, 1),
    ]
    assert dict(found.tally.set_aside) == {"not worn": 1, "other activity": 1}


def test_sleep_is_lying_and_naps_of_another_name_are_counted(read: "Read") -> None:
    content = (
        "start_time,end_time,event\n"
        "24/11/2026 21:35,25/11/2026 08:10,Sleep\n"
        "25/11/2026 12:00,25/11/2026 12:30,Nap\n"
        "26/11/2026 21:35,25/11/2026 08:10,Sleep\n"
        "26/11/2026,27/11/2026 08:10,Sleep\n"
    )
    found = read(ActivpalSleepAdapter(), content)
    assert found.walls == [("24 21:35", "25 08:10", "lying")]
    assert found.intervals[0].observation is Observation.SLEEP
    assert found.codes == ["interval-implausible", "clock-missing"]
