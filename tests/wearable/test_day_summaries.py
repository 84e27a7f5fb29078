"""Days as Oura and Garmin Connect sum them up."""

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.log import Clock, DailyTotal, DayMeasure, Posture, PostureInterval
from tl_wearable import GarminDailyAdapter, OuraAdapter

if TYPE_CHECKING:
    from tests.wearable.conftest import Read

OURA, GARMIN = OuraAdapter(), GarminDailyAdapter()
DAY: dict[str, object] = {
    "id": "x",
    "class_5_min": "001122334455",
    "day": "2026-11-09",
    "timestamp": "2026-11-09T04:00:00+01:00",
    "sedentary_time": 33_300,
    "steps": 6120,
}
SUMMARY: dict[str, object] = {
    "calendarDate": "2026-11-09",
    "wellnessStartTimeGmt": "2026-11-08T23:00:00.0",
    "wellnessEndTimeGmt": "2026-11-09T23:00:00.0",
    "sedentarySeconds": 48_000,
    "sleepingSeconds": 27_000,
    "totalSteps": 9123,
}


def test_classes_are_five_minutes_from_four_in_the_morning(read: "Read") -> None:
    entries, problems, tally = read(OURA, json.dumps({"data": [DAY]}), "oura.json")
    assert [
        (f"{e.start.local:%H:%M}", e.minutes, e.posture, e.probability, e.quality.value)
        for e in entries
        if isinstance(e, PostureInterval)
    ] == [
        ("04:10", 10, Posture.LYING, 0.8, "C"),
        ("04:20", 10, Posture.SITTING, 0.5, "C"),
        ("04:30", 10, Posture.MOVING, 0.6, "C"),
        ("04:40", 20, Posture.MOVING, 0.9, "B"),
    ]
    assert {e.measure: e.value for e in entries if isinstance(e, DailyTotal)} == {
        DayMeasure.SEDENTARY: 555,
        DayMeasure.STEPS: 6120,
    }
    assert (problems, tally.read) == ([], 1)


@pytest.mark.parametrize("wrap", ["data", "daily_activity", "activity"])
def test_days_stand_under_several_names_or_alone(read: "Read", wrap: str) -> None:
    wrapped, _, _ = read(OURA, json.dumps({wrap: [DAY]}), "oura.json")
    listed, _, _ = read(OURA, json.dumps([DAY]), "oura.json")
    single, _, _ = read(OURA, json.dumps(DAY), "oura.json")
    assert len(wrapped) == len(listed) == len(single) == 6


@pytest.mark.parametrize(
    "change",
    [
        {"class_5_min": "0126"},
        {"class_5_min": "1" * 301},
        {"class_5_min": 12},
        {"timestamp": "soon"},
        {"timestamp": None},
        {"day": "soon"},
        {"day": None},
        {"sedentary_time": "33300"},
        {"sedentary_time": True},
        {"steps": -1},
        {"steps": 1e300},
    ],
)
def test_a_day_that_is_none_is_refused_whole(read: "Read", change: dict[str, object]) -> None:
    entries, (problem,), tally = read(OURA, json.dumps([DAY | change]), "oura.json")
    assert (entries, problem.code, tally.refused) == ([], "day-unreadable", 1)


def test_a_day_without_the_ring_says_nothing(read: "Read") -> None:
    off = {"day": "2026-11-10", "timestamp": "2026-11-10T04:00:00+01:00", "class_5_min": "0" * 288}
    entries, problems, tally = read(OURA, json.dumps([off, DAY, DAY]), "oura.json")
    assert (len(entries), problems) == (6, [])
    assert tally.set_aside == (("day without values", 1), ("duplicate", 1))


def test_a_day_without_classes_needs_no_timestamp(read: "Read") -> None:
    odd = {"day": "2026-11-10", "timestamp": [], "steps": 4}
    entries, problems, tally = read(OURA, json.dumps([DAY, odd]), "oura.json")
    assert len(entries) == 7
    assert (problems, tally.read) == ([], 2)


def test_the_night_in_which_clocks_go_back_has_300_classes(read: "Read") -> None:
    day = DAY | {"timestamp": "2026-10-24T04:00:00+02:00", "class_5_min": "2" * 300}
    entries, _, _ = read(OURA, json.dumps([day]), "oura.json")
    (sitting,) = (e for e in entries if isinstance(e, PostureInterval))
    assert f"{sitting.end:%d %H:%M}" == "25 03:00"


def test_garmin_sums_are_a_check_on_a_date(read: "Read") -> None:
    entries, problems, tally = read(GARMIN, json.dumps(SUMMARY), "day.json")
    assert {e.measure: e.value for e in entries if isinstance(e, DailyTotal)} == {
        DayMeasure.SEDENTARY: 800,
        DayMeasure.ASLEEP: 450,
        DayMeasure.STEPS: 9123,
    }
    assert {(e.start.clock, e.start.local.date()) for e in entries} == {
        (Clock.DATE, date(2026, 11, 9))
    }
    assert (problems, tally.read) == ([], 1)


@pytest.mark.parametrize(
    ("end", "label"),
    [
        ("2026-11-09T22:00:00.0", None),
        ("2026-11-09T21:59:00.0", "day that was not over"),
        (None, None),
    ],
)
def test_a_day_that_was_not_over_is_set_aside(
    read: "Read", end: str | None, label: str | None
) -> None:
    _, _, tally = read(GARMIN, json.dumps(SUMMARY | {"wellnessEndTimeGmt": end}), "day.json")
    assert tally.set_aside == (((label, 1),) if label else ())


@pytest.mark.parametrize(
    "change",
    [{"calendarDate": 5}, {"sedentarySeconds": "48000"}, {"wellnessEndTimeGmt": "soon"}],
)
def test_a_summary_that_is_none(read: "Read", change: dict[str, object]) -> None:
    entries, (problem,), tally = read(GARMIN, json.dumps([SUMMARY | change, SUMMARY]), "d.json")
    assert (len(entries), problem.line, tally.refused) == (3, 1, 1)
