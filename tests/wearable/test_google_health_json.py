"""JSON of a Fitbit takeout, and the daily metrics of Google Fit."""

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.log import Clock, DailyTotal, DayMeasure, Posture, PostureInterval
from tl_wearable import GoogleFitAdapter, GoogleHealthAdapter

if TYPE_CHECKING:
    from tests.wearable.conftest import Read

ADAPTER, FIT = GoogleHealthAdapter(), GoogleFitAdapter()
NAME = "sedentary_minutes-2026-11-01.json"
HEADER = "Start time,End time,Move Minutes count,Calories (kcal),Step count\n"


def days(*rows: tuple[str, object]) -> str:
    return json.dumps([{"dateTime": f"{day} 00:00:00", "value": value} for day, value in rows])


def test_minutes_without_movement_are_a_day_total(read: "Read") -> None:
    (total,), problems, _ = read(ADAPTER, days(("11/09/26", "744")), NAME)
    assert isinstance(total, DailyTotal)
    assert (total.measure, total.value) == (DayMeasure.SEDENTARY, 744)
    assert (total.start.clock, total.start.local.date()) == (Clock.DATE, date(2026, 11, 9))
    assert problems == []


def test_a_whole_day_is_a_day_not_worn(read: "Read") -> None:
    content = days(("11/09/26", "744"), ("12/31/99", "1440"), ("11/10/26", "1440"))
    entries, _, tally = read(ADAPTER, content, NAME)
    assert (len(entries), tally.set_aside) == (1, (("not worn", 2),))


@pytest.mark.parametrize("row", [("13/09/26", "744"), ("11/09/26", "x"), ("11/09/26", "2000")])
def test_days_that_are_none(read: "Read", row: tuple[str, str]) -> None:
    entries, (problem,), tally = read(ADAPTER, days(("11/08/26", "1"), row), NAME)
    assert (len(entries), problem.line, tally.refused) == (1, 2, 1)


def test_the_same_day_twice_counts_once(read: "Read") -> None:
    content = days(("11/09/26", "744"), ("11/09/26", "744"))
    entries, _, tally = read(ADAPTER, content, NAME)
    assert (len(entries), tally.set_aside) == (1, (("duplicate", 1),))


def test_sleep_is_local_time(read: "Read") -> None:
    night = {
        "logId": 1,
        "dateOfSleep": "2026-11-10",
        "startTime": "2026-11-09T22:32:30.000",
        "endTime": "2026-11-10T05:58:30.000",
    }
    (entry,), _, tally = read(ADAPTER, json.dumps([night, night, 3]), "sleep-2026-11-01.json")
    assert isinstance(entry, PostureInterval)
    assert entry.start.utc.isoformat() == "2026-11-09T21:32:30+00:00"
    assert (entry.start.clock, entry.minutes) == (Clock.LOCAL, 446)
    assert (tally.read, tally.refused, tally.set_aside) == (1, 1, (("duplicate", 1),))


def test_a_night_in_which_clocks_change_keeps_its_length(read: "Read") -> None:
    nights = [
        {
            "logId": n,
            "dateOfSleep": day,
            "startTime": f"{eve}T23:00:00",
            "endTime": f"{day}T07:00:00",
        }
        for n, (eve, day) in enumerate([("2026-10-24", "2026-10-25"), ("2026-03-28", "2026-03-29")])
    ]
    entries, _, _ = read(ADAPTER, json.dumps(nights), "sleep-2026-11-01.json")
    assert [e.minutes / 60 for e in entries if isinstance(e, PostureInterval)] == [9, 7]


def test_twins_of_tables_are_counted_and_not_read(read: "Read") -> None:
    entries, _, tally = read(ADAPTER, days(("11/09/26", "12")), "steps-2026-11-09.json")
    assert (entries, tally.read, sum(n for _, n in tally.set_aside)) == ([], 0, 1)


def test_a_quarter_of_an_hour_of_walking(read: "Read") -> None:
    rows = "09:00:00.000+01:00,09:15:00.000+01:00,15,50,450\n"
    (entry,), _, _ = read(FIT, HEADER + rows, "Takeout/Fit/2026-11-09.csv")
    assert isinstance(entry, PostureInterval)
    assert (entry.posture, entry.minutes, entry.probability) == (Posture.MOVING, 15, 0.9)
    assert entry.start.utc.isoformat() == "2026-11-09T08:00:00+00:00"


def test_single_minutes_lie_in_the_middle(read: "Read") -> None:
    rows = "09:00:00.000+01:00,09:15:00.000+01:00,3,50,160\n"
    (entry,), _, _ = read(FIT, HEADER + rows, "2026-11-09.csv")
    assert isinstance(entry, PostureInterval)
    assert (f"{entry.start.utc:%H:%M}", entry.minutes, entry.quality.value) == ("08:06", 3, "C")


def test_the_last_quarter_ends_on_the_next_day(read: "Read") -> None:
    rows = "23:45:00.000+01:00,00:00:00.000+01:00,15,50,900\n"
    (entry,), _, _ = read(FIT, HEADER + rows, "2026-11-09.csv")
    assert isinstance(entry, PostureInterval)
    assert entry.minutes == 15


def test_a_file_that_lost_its_name_lost_its_date(read: "Read") -> None:
    rows = "09:00:00.000+01:00,09:15:00.000+01:00,15,50,450\n"
    entries, (problem,), tally = read(FIT, HEADER + rows, "activity.csv")
    assert (entries, tally.refused) == ([], 1)
    assert "2026-03-02.csv" in problem.hint


def test_the_consolidated_file_holds_day_totals(read: "Read") -> None:
    content = "Date,Move Minutes count,Calories (kcal),Step count\n2026-11-09,60,2000,8123\n"
    (total,), _, _ = read(FIT, content, "Daily activity metrics.csv")
    assert isinstance(total, DailyTotal)
    assert (total.measure, total.value) == (DayMeasure.STEPS, 8123)
