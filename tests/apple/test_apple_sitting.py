"""Sitting, derived from what a watch does not see."""

from collections.abc import Callable
from typing import Protocol

import pytest

from tl_analyzer.log import Observation, Posture, PostureInterval

STILL, STAND, HOUR = Observation.WRIST_STILL, Observation.STAND_TIME, Observation.STAND_HOUR
STEPS = Observation.STEPS
STAND_TIME = "QuantityTypeIdentifierAppleStandTime"
STEP_COUNT = "QuantityTypeIdentifierStepCount"
HEART_RATE = "QuantityTypeIdentifierHeartRate"


class Found(Protocol):
    entries: tuple[object, ...]

    @property
    def aside(self) -> dict[str, int]: ...

    def stretches(self, observation: Observation) -> list[tuple[str, str]]: ...


Export = Callable[..., Found]
Row = Callable[..., str]
Hour = Callable[[int, str], str]


def test_an_hour_with_the_watch_on_and_no_movement_is_sitting(export: Export, row: Row) -> None:
    found = export(row(HEART_RATE, "09:20", "09:20", "60"))
    assert found.stretches(STILL) == [("09:00", "10:00")]
    still = found.entries[0]
    assert isinstance(still, PostureInterval)
    assert still.posture is Posture.SITTING
    assert (still.probability, still.quality.value) == (0.65, "B")


def test_without_a_watch_on_nothing_is_said(export: Export, row: Row) -> None:
    assert export(row(STEP_COUNT, "09:20", "09:25", "10")).entries == ()
    strap = row(HEART_RATE, "09:20", "09:20", "60", device="name:Strap, model:H10")
    assert export(strap).entries == ()


def test_hours_that_touch_are_one_stretch(export: Export, stand_hour: Hour) -> None:
    found = export(stand_hour(10, "Idle"), stand_hour(9, "Idle"), stand_hour(14, "Idle"))
    assert found.stretches(STILL) == [("09:00", "11:00"), ("14:00", "15:00")]
    assert found.stretches(HOUR) == [("09:00", "11:00"), ("14:00", "15:00")]


def test_hours_stood_are_kept_one_by_one_and_say_nothing_of_the_rest(
    export: Export, stand_hour: Hour
) -> None:
    found = export(stand_hour(9, "Stood"), stand_hour(10, "Stood"))
    assert found.stretches(HOUR) == [("09:00", "10:00"), ("10:00", "11:00")]
    assert found.stretches(STILL) == [("09:00", "11:00")]
    hours = [e for e in found.entries if isinstance(e, PostureInterval) and e.observation is HOUR]
    assert {e.posture for e in hours} == {Posture.UNKNOWN}


def test_an_hour_both_idle_and_stood_was_stood(export: Export, stand_hour: Hour) -> None:
    for rows in (("Idle", "Stood"), ("Stood", "Idle")):
        found = export(*(stand_hour(9, value) for value in rows))
        hours = [e for e in found.entries if isinstance(e, PostureInterval)]
        assert [e.posture for e in hours if e.observation is HOUR] == [Posture.UNKNOWN]


@pytest.mark.parametrize(
    ("value", "stood"),
    [
        ("1", ("09:12", "09:13")),
        ("2", ("09:11", "09:13")),
        ("3", ("09:10", "09:15")),
        ("5", ("09:10", "09:15")),
        ("7", ("09:10", "09:15")),
    ],
)
def test_few_minutes_up_lie_in_the_middle_of_their_bin(
    value: str, stood: tuple[str, str], export: Export, row: Row, stand_hour: Hour
) -> None:
    found = export(stand_hour(9, "Stood"), row(STAND_TIME, "09:10", "09:15", value))
    assert found.stretches(STAND) == [stood]
    assert found.stretches(STILL) == [("09:00", "09:10"), ("09:15", "10:00")]


def test_stand_time_that_goes_on_is_one_stretch(export: Export, row: Row) -> None:
    rows = [row(STAND_TIME, f"09:{m:02}", f"09:{m + 5:02}", "4") for m in (10, 15, 20)]
    assert export(*rows).stretches(STAND) == [("09:10", "09:25")]


def test_two_devices_that_count_the_same_steps_count_once(
    export: Export, row: Row, stand_hour: Hour
) -> None:
    phone = row(STEP_COUNT, "09:10", "09:15", "19", source="Phone")
    watch = row(STEP_COUNT, "09:10", "09:15", "19", source="Watch")
    found = export(stand_hour(9, "Idle"), phone, watch)
    assert found.stretches(STILL) == [("09:00", "10:00")]
    # The rows of one device do add up.
    more = row(STEP_COUNT, "09:12", "09:13", "1", source="Watch")
    assert export(stand_hour(9, "Idle"), watch, more).stretches(STILL) == [
        ("09:00", "09:10"),
        ("09:15", "10:00"),
    ]


def test_a_row_repeated_eight_times_counts_once(export: Export, row: Row, stand_hour: Hour) -> None:
    steps = row(STEP_COUNT, "09:10", "09:15", "19")
    found = export(stand_hour(9, "Idle"), *[steps] * 8)
    assert found.stretches(STILL) == [("09:00", "10:00")]
    assert found.aside == {"the same row again": 7}


def test_thirty_steps_a_minute_is_walking(export: Export, row: Row) -> None:
    walk = row(STEP_COUNT, "09:10", "09:14", "120")
    stroll = row(STEP_COUNT, "10:10", "10:14", "119")
    assert export(walk, stroll).stretches(STEPS) == [("09:10", "09:14")]


def test_walks_that_touch_are_one_walk(export: Export, row: Row) -> None:
    rows = [row(STEP_COUNT, f"09:1{m}", f"09:1{m + 1}", "90") for m in (2, 0, 1)]
    assert export(*rows).stretches(STEPS) == [("09:10", "09:13")]


def test_steps_of_a_whole_day_tell_no_minute(export: Export, row: Row) -> None:
    found = export(row(STEP_COUNT, "00:00", "23:00", "12000"))
    assert found.entries == ()
    assert found.aside == {"StepCount over a long time": 1}


def test_workouts_and_sleep_are_not_sitting(export: Export, row: Row, stand_hour: Hour) -> None:
    ride = (
        '<Workout workoutActivityType="HKWorkoutActivityTypeCycling"'
        ' startDate="2026-07-06 09:12:00 +0000" endDate="2026-07-06 09:41:00 +0000"/>'
    )
    asleep = row(
        "CategoryTypeIdentifierSleepAnalysis",
        "10:30",
        "11:00",
        "HKCategoryValueSleepAnalysisAsleepUnspecified",
    )
    found = export(stand_hour(9, "Idle"), stand_hour(10, "Idle"), ride, asleep)
    assert found.stretches(STILL) == [("09:00", "09:10"), ("09:45", "10:30")]
