"""Time trackers: times of entries and nothing else, without guessing day and month."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import Clock, Observation, Posture, Quality
from tl_worktime import ClockifyAdapter, TogglAdapter

if TYPE_CHECKING:
    from tests.worktime.conftest import Read

TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,"
    "Duration,Tags\n"
)
CLOCKIFY = (
    "Project,Client,Description,Task,User,Email,Tags,Billable,Start Date,Start Time,End Date,"
    "End Time,Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)\n"
)


def toggl(*times: str) -> str:
    return f"u,u@example.org,,p,,d,No,{','.join(times)},\n"


def clockify(*times: str) -> str:
    return f"p,,d,,u,u@example.org,,Yes,{','.join(times)},0.00,0.00\n"


def test_an_entry_is_work_and_weak_evidence_of_sitting(read: "Read") -> None:
    row = toggl("2026-05-04", "08:30:00", "2026-05-04", "10:15:00", "01:45:00")
    found = read(TogglAdapter(), "\ufeff" + TOGGL + row)
    (interval,) = found.intervals
    assert found.walls == [("04 08:30", "04 10:15", "sitting")]
    assert (interval.probability, interval.quality) == (0.5, Quality.C)
    assert (interval.posture, interval.observation) == (Posture.SITTING, Observation.TIME_TRACKER)
    assert interval.start.clock is Clock.LOCAL
    assert found.problems == []


def test_names_addresses_and_projects_never_get_through(read: "Read") -> None:
    secret = "Ada Lovelace,ada@example.org,Client,Project,Task,Words,No,"
    rows = [
        secret + "2026-05-04,08:30:00,2026-05-04,10:15:00,01:45:00,tag\n",
        secret + "2026-05-04,late,2026-05-04,10:15:00,01:45:00,tag\n",
        secret + "2026-05-04,08:30:00,2026-05-06,10:15:00,49:45:00,tag\n",
    ]
    found = read(TogglAdapter(), TOGGL + "".join(rows))
    assert not any(
        word in repr(found) for word in ("Ada", "ada@", "Client", "Project", "Words", "tag")
    )
    assert found.tally.refused == 2


@pytest.mark.parametrize(
    ("times", "code"),
    [
        (("2026-05-04", "09:00", "2026-05-04", "19:00:01", "10:00:01"), "timer-forgotten"),
        (("2026-05-04", "09:00", "2026-05-04", "08:00", "01:00:00"), "end-before-start"),
        (("2026-05-04", "09:00", "", "", ""), "end-missing"),
        (("2026-05-04", "", "2026-05-04", "09:00", "1:00"), "clock-missing"),
        (("1999-05-04", "09:00", "1999-05-04", "10:00", "1:00"), "date-implausible"),
        (("2026-05-04", "09:00", "2026-05-04", "10:00", "03:00:01"), "duration-disagrees"),
        (("yesterday", "09:00", "2026-05-04", "10:00", "1:00"), "date-unreadable"),
    ],
)
def test_entries_that_hold_no_stretch_of_work(
    read: "Read", times: tuple[str, ...], code: str
) -> None:
    good = toggl("2026-05-05", "09:00", "2026-05-05", "19:00", "10:00:00")
    found = read(TogglAdapter(), TOGGL + toggl(*times) + good)
    assert found.codes == [code]
    assert (found.tally.read, found.tally.refused) == (1, 1)
    assert found.problems[0].line == 2


def test_an_entry_without_length_is_set_aside(read: "Read") -> None:
    row = toggl("2026-05-04", "09:00:00", "2026-05-04", "09:00:00", "00:00:00")
    found = read(TogglAdapter(), TOGGL + row)
    assert (found.intervals, found.problems) == ([], [])
    assert dict(found.tally.set_aside) == {"no length": 1}


@pytest.mark.parametrize(
    ("end", "duration", "minutes"),
    [("02:30:00", "02:00:00", 120), ("02:30:00", "01:00:00", 60), ("03:00:00", "02:30:00", 150)],
)
def test_the_duration_settles_the_hour_that_a_clock_shows_twice(
    read: "Read", end: str, duration: str, minutes: int
) -> None:
    row = toggl("2026-10-25", "01:30:00", "2026-10-25", end, duration)
    (interval,) = read(TogglAdapter(), TOGGL + row).intervals
    assert interval.minutes == minutes


MONTH_CHANGE = clockify("30/04/2026", "23:00:00", "01/05/2026", "00:30:00", "01:30:00", "1.50")
OPEN = clockify("04/05/2026", "09:00:00", "04/05/2026", "10:00:00", "01:00:00", "1.00")
PAST_TWELVE = clockify("05/13/2026", "09:00 AM", "05/13/2026", "10:00 AM", "01:00:00", "1.00")
SMALL_NIGHT = clockify("01/05/2026", "23:00:00", "02/05/2026", "01:00:00", "02:00:00", "2.00")


@pytest.mark.parametrize(
    ("rows", "days"),
    [
        (MONTH_CHANGE + OPEN, [(4, 30), (5, 4)]),
        (PAST_TWELVE + OPEN, [(5, 13), (4, 5)]),
        # A night between two small days: one way round it lasts two hours, the other a month.
        (SMALL_NIGHT + OPEN, [(5, 1), (5, 4)]),
    ],
)
def test_day_and_month_are_told_by_the_file(
    read: "Read", rows: str, days: list[tuple[int, int]]
) -> None:
    found = read(ClockifyAdapter(), CLOCKIFY + rows)
    assert [(i.start.local.month, i.start.local.day) for i in found.intervals] == days
    assert found.problems == []


def test_day_and_month_that_nothing_tells_are_asked_for(read: "Read") -> None:
    found = read(ClockifyAdapter(), CLOCKIFY + OPEN)
    assert (found.intervals, found.codes) == ([], ["date-ambiguous"])
    assert 'adapter = "clockify"' in found.problems[0].hint
    stated = ColumnMap(adapter="clockify", means={"start date": "Start Date"}, dates="month-first")
    found = read(ClockifyAdapter(), CLOCKIFY + OPEN, stated)
    assert [(i.start.local.month, i.start.local.day) for i in found.intervals] == [(4, 5)]


def test_contradicting_rows_decide_nothing(read: "Read") -> None:
    found = read(ClockifyAdapter(), CLOCKIFY + MONTH_CHANGE + PAST_TWELVE + OPEN)
    assert found.codes[-1] == "date-ambiguous"
    assert found.tally.read == 1


def test_a_clock_of_twelve_hours_with_a_narrow_blank(read: "Read") -> None:
    row = clockify(
        "05/13/2026", "11:00\u202fPM", "05/14/2026", "12:30\u00a0a.m.", "01:30:00", "1.50"
    )
    assert read(ClockifyAdapter(), CLOCKIFY + row).walls == [("13 23:00", "14 00:30", "sitting")]


def test_a_header_in_another_language_is_known_by_its_rows(read: "Read") -> None:
    header = "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o\n"
    row = MONTH_CHANGE.replace(",", ";").replace("1.50;0.00;0.00", "1,50;0,00")
    found = read(ClockifyAdapter(), header + row)
    assert (found.tally.read, found.problems) == (1, [])
    ambiguous = OPEN.replace(",", ";").replace("1.00;0.00;0.00", "1,00;0,00")
    (problem,) = read(ClockifyAdapter(), header + ambiguous).problems
    assert '"start date" = "i"' in problem.hint
    stated = ColumnMap(adapter="clockify", means={"start date": "i"}, dates="day-first")
    (interval,) = read(ClockifyAdapter(), header + ambiguous, stated).intervals
    assert (interval.start.local.month, interval.start.local.day) == (5, 4)


@given(
    st.lists(
        st.tuples(
            st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)),
            st.integers(min_value=1, max_value=600),
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d"]),
)
def test_dates_are_never_read_the_wrong_way_round(
    read: "Read", entries: list[tuple[datetime, int]], form: str
) -> None:
    rows = ""
    for start, minutes in entries:
        end = start + timedelta(minutes=minutes)
        times = (f"{start:{form}}", f"{start:%H:%M:%S}", f"{end:{form}}", f"{end:%H:%M:%S}")
        rows += clockify(*times, f"{minutes // 60:02d}:{minutes % 60:02d}:00", "1.00")
    found = read(ClockifyAdapter(), CLOCKIFY + rows)
    assert found.tally.total == len(entries)
    assert set(found.codes) <= {"date-ambiguous"}
    wanted = {start.replace(microsecond=0) for start, _ in entries}
    for interval in found.intervals:
        shown = interval.start.local.replace(tzinfo=None, microsecond=0)
        # A clock that does not exist in the night of the change is read an hour later.
        assert {shown, shown - timedelta(hours=1)} & wanted
