"""Garmin, TrainingPeaks and intervals.icu: units, clocks, and what is not an activity."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bulk.conftest import read
from tl_analyzer.adapter import Adapter, SourceFile
from tl_analyzer.log import (
    Clock,
    DailyTotal,
    Observation,
    PlannedSession,
    PlannedSport,
    Posture,
    PostureInterval,
)
from tl_bulk import GarminTakeoutAdapter, IntervalsActivitiesAdapter, TrainingPeaksCsvAdapter

GARMIN, INTERVALS, PEAKS = (
    GarminTakeoutAdapter(),
    IntervalsActivitiesAdapter(),
    TrainingPeaksCsvAdapter(),
)
GOLDENS = Path(__file__).parent.parent / "goldens"
NOON_MS = 1_768_478_400_000
HOUR_MS = 3_600_000


def activities(*items: object) -> str:
    return json.dumps([{"summarizedActivitiesExport": list(items)}])


def cycling(**facts: object) -> dict[str, object]:
    return {
        "activityType": "cycling",
        "startTimeGmt": float(NOON_MS),
        "duration": 1.0 * HOUR_MS,
        "distance": 2_500_000.0,
        "name": "Kim's loop",
    } | facts


@pytest.mark.parametrize(
    ("head", "known"),
    [
        ('[{"summarizedActivitiesExport": [', True),
        ('[\n {"sleepEndTimestampGMT": "x", "sleepStartTimestampGMT": "x"', True),
        ('[{"calendarDate": "2026-01-05", "wellnessStartTimeGmt": "x"', True),
        (
            '[{"calendarDate": "x", "wellnessStartTimeGmt": "x", '
            '"sedentarySeconds": 1, "sleepingSeconds": 1',
            False,
        ),
        ('{"summarizedActivitiesExport": [', False),
        ('[{"gearDTOS": []}]', False),
        ('"summarizedActivitiesExport"', False),
        ("[]", False),
    ],
)
def test_of_a_garmin_export_three_files_are_read(head: str, known: bool) -> None:
    file = SourceFile.of_bytes("UDSFile_1_summarizedActivities_sleepData.json", head.encode())
    assert GARMIN.recognises(file) is known


def test_milliseconds_and_centimetres() -> None:
    (ride,) = read(GARMIN, activities(cycling(elapsedDuration=1.5 * HOUR_MS, avgPower=180))).rides
    assert (ride.elapsed_s, ride.moving_s, ride.distance_m) == (5400, 3600, 25_000)
    assert ride.average_power_w == 180
    assert [bout.minutes for bout in ride.bouts] == [60, 30]
    assert "Kim" not in ride.model_dump_json()


@pytest.mark.parametrize(
    ("hours", "zone", "noted"),
    [(1, "Europe/Berlin", False), (-7, "Etc/GMT+7", True), (5.5, "Europe/Berlin", False)],
)
def test_the_local_time_is_no_instant_but_shows_the_zone(
    hours: float, zone: str, noted: bool
) -> None:
    found = read(GARMIN, activities(cycling(startTimeLocal=NOON_MS + hours * HOUR_MS)))
    assert found.rides[0].start.utc.isoformat() == "2026-01-15T12:00:00+00:00"
    assert found.rides[0].start.zone == zone
    assert found.codes == (["zone-differs"] if noted else [])


def test_the_parts_of_a_multisport_activity_count_and_its_bracket_does_not() -> None:
    text = activities(
        cycling(activityType="multi_sport"),
        cycling(parent=True),
        cycling(parentId=1),
        cycling(activityType="transition_v2"),
        cycling(activityType="running"),
    )
    found = read(GARMIN, text)
    assert [entry.kind for entry in found.entries] == ["ride", "activity"]
    assert dict(found.tally.set_aside) == {"bracket of a multisport activity": 2, "transition": 1}


@pytest.mark.parametrize(
    "facts",
    [
        {"startTimeGmt": None},
        {"startTimeGmt": "never"},
        {"startTimeGmt": 1e300},
        {"duration": 0},
        {"duration": "long"},
        {"duration": 1e15},
        {"duration": True},
    ],
)
def test_an_activity_without_start_or_duration_is_refused(facts: dict[str, object]) -> None:
    found = read(GARMIN, activities(cycling(**facts), cycling()))
    assert (found.tally.read, found.tally.refused) == (1, 1)
    assert found.problems[0].line == 1


def test_sleep_is_lying() -> None:
    data = (GOLDENS / "garmin-takeout" / "2026-01-01_2026-04-10_1_sleepData.json").read_bytes()
    (night,) = read(GARMIN, data).entries
    assert isinstance(night, PostureInterval)
    assert (night.posture, night.observation) == (Posture.LYING, Observation.SLEEP)
    assert night.start.utc.isoformat() == "2026-01-04T22:36:00+00:00"


def test_steps_of_whole_days_are_totals() -> None:
    data = (GOLDENS / "garmin-takeout" / "UDSFile_2026-01-01_2026-04-10.json").read_bytes()
    found = read(GARMIN, data)
    assert [e.value for e in found.entries if isinstance(e, DailyTotal)] == [9123, 4000]
    assert dict(found.tally.set_aside)["day that was not over"] == 1


def test_a_json_that_breaks_off_is_one_problem() -> None:
    assert read(GARMIN, activities(cycling())[:-3]).codes == ["json-broken"]
    assert read(GARMIN, "[" * 100_000 + '{"summarizedActivitiesExport"').codes == []
    deep = '[{"summarizedActivitiesExport": ' + "[" * 100_000
    assert read(GARMIN, deep).codes == ["json-broken"]


PEAKS_HEADER = "Title,WorkoutType,PlannedDuration,WorkoutDay,DistanceInMeters,TimeTotalInHours\n"


def test_a_completed_workout_with_a_date_is_an_activity_of_that_day() -> None:
    found = read(PEAKS, PEAKS_HEADER + "Kim,Bike,1,2026-03-29,30000,1.5\n", "America/New_York")
    (ride,) = found.activities
    assert (ride.sport, ride.start.clock) == ("cycling", Clock.DATE)
    assert str(ride.start.local.date()) == "2026-03-29"
    assert (ride.end - ride.start.utc).total_seconds() == 5400
    assert found.codes == ["date-only"]
    assert "Kim" not in ride.model_dump_json()


@pytest.mark.parametrize("hours", ["", "0", "0.0"])
def test_a_workout_that_was_only_planned_is_planned_on_its_day(hours: str) -> None:
    found = read(PEAKS, PEAKS_HEADER + f"Kim,Bike,1.5,2026-03-29,,{hours}\n")
    (session,) = found.of(PlannedSession)
    assert (session.sport, session.title) == (PlannedSport.RIDE, "Bike")
    assert (session.start.clock, str(session.start.local.date())) == (Clock.DATE, "2026-03-29")
    assert session.end == session.start.utc + timedelta(hours=1.5)
    assert not found.activities and found.tally.read == 1


@pytest.mark.parametrize("planned", ["", "0", "999"])
def test_a_planned_workout_without_a_length_is_set_aside(planned: str) -> None:
    found = read(PEAKS, PEAKS_HEADER + f"x,Day Off,{planned},2026-03-29,,\n")
    assert not found.entries
    assert found.tally.set_aside == (("planned workout without a length", 1),)


def test_a_planned_workout_of_no_day_is_refused() -> None:
    assert read(PEAKS, PEAKS_HEADER + "x,Strength,1,soon,,\n").codes == ["date-unreadable"]


def test_days_that_could_be_two_are_refused_unless_another_tells() -> None:
    one, other = "x,Bike,1,05/06/2026,,1\n", "x,Bike,1,13/06/2026,,1\n"
    assert read(PEAKS, PEAKS_HEADER + one).codes == ["date-unreadable"]
    rides = read(PEAKS, PEAKS_HEADER + one + other).activities
    assert [str(ride.start.local.date()) for ride in rides] == ["2026-06-05", "2026-06-13"]


def test_a_plan_without_the_column_of_actual_times_holds_no_training() -> None:
    header = "Title,WorkoutType,WorkoutDescription,PlannedDuration,WorkoutDay\n"
    found = read(PEAKS, header + "x,Bike,y,1,2026-03-29\n")
    assert [entry.kind for entry in found.entries] == ["planned"]


@pytest.mark.parametrize("row", ["x,Bike,1,29.29.2026,,1", "x,Bike,1,2026-03-29,,999", "x,Bike,1"])
def test_a_workout_that_cannot_be_read_is_refused(row: str) -> None:
    found = read(PEAKS, PEAKS_HEADER + row + "\nx,Run,1,2026-03-30,,1\n")
    assert (found.tally.read, found.tally.refused) == (1, 1)


def test_watts_of_intervals_count_where_a_meter_measured_them() -> None:
    rides = read(INTERVALS, (GOLDENS / "intervals-activities/activities.csv").read_bytes()).rides
    assert [ride.average_power_w for ride in rides] == [182, None]
    assert [ride.indoor for ride in rides] == [None, True]


def test_a_list_of_another_service_is_not_taken_for_intervals() -> None:
    rows = "id,start_date_local,type,moving_time\n1,2026-01-01T10:00:00,Ride,60\n"
    assert not INTERVALS.recognises(SourceFile.of_bytes("a.csv", rows.encode()))
    items = b'[{"start_date_local": "x", "moving_time": 1, "type": "Ride"}]'
    assert not INTERVALS.recognises(SourceFile.of_bytes("a.json", items))


SEEDS: list[tuple[Adapter, Path]] = [
    (adapter, path)
    for adapter in (GARMIN, INTERVALS, PEAKS)
    for path in sorted((GOLDENS / adapter.name).iterdir())
    if not path.name.endswith(".golden.json")
]


@settings(max_examples=80)
@given(st.sampled_from(SEEDS), st.integers(0, 3000), st.binary(max_size=20), st.integers(0, 40))
def test_damage_of_any_kind_gives_an_account_that_adds_up(
    seed: tuple[Adapter, Path], at: int, added: bytes, cut: int
) -> None:
    adapter, path = seed
    whole = path.read_bytes()
    at = at % len(whole)
    data = whole[:at] + added + whole[at + cut :]
    adapter.recognises(SourceFile.of_bytes("x", data))
    read(adapter, data)


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)


@given(st.lists(st.dictionaries(st.sampled_from(sorted(cycling())), VALUES), max_size=5))
def test_values_of_any_kind_never_raise(items: list[dict[str, object]]) -> None:
    found = read(GARMIN, json.dumps([{"summarizedActivitiesExport": items}]))
    assert found.tally.total == len(items) or found.codes == ["json-broken"]
