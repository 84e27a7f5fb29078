"""Rides with their pauses, and workouts known by sport and time."""

from collections.abc import Callable
from typing import Protocol

import pytest

from tl_analyzer.log import ActivitySession, Problem, RidePosture, RideSession


class Found(Protocol):
    entries: tuple[object, ...]
    problems: tuple[Problem, ...]

    @property
    def aside(self) -> dict[str, int]: ...


Export = Callable[..., Found]


def workout(kind: str, *children: str, end: str = "10:00", **more: str) -> str:
    extra = "".join(f' {name}="{text}"' for name, text in more.items())
    return (
        f'<Workout workoutActivityType="HKWorkoutActivityType{kind}"{extra}'
        f' startDate="2026-07-06 09:00:00 +0000" endDate="2026-07-06 {end}:00 +0000">'
        f"{''.join(children)}</Workout>"
    )


def event(kind: str, clock: str) -> str:
    return f'<WorkoutEvent type="HKWorkoutEventType{kind}" date="2026-07-06 {clock}:00 +0000"/>'


def ride_of(found: Found) -> RideSession:
    (ride, *_) = (entry for entry in found.entries if not hasattr(entry, "posture"))
    assert isinstance(ride, RideSession)
    return ride


def bouts(ride: RideSession) -> list[tuple[str, str, bool]]:
    return [
        (f"{b.start:%H:%M}", f"{b.end:%H:%M}", b.posture is RidePosture.STOPPED) for b in ride.bouts
    ]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([], [("09:00", "10:00", False)]),
        (
            [("Pause", "09:20"), ("Resume", "09:30")],
            [("09:00", "09:20", False), ("09:20", "09:30", True), ("09:30", "10:00", False)],
        ),
        (
            [("Resume", "09:30"), ("Pause", "09:20"), ("MotionPaused", "09:25")],
            [("09:00", "09:20", False), ("09:20", "09:30", True), ("09:30", "10:00", False)],
        ),
        ([("Pause", "09:50")], [("09:00", "09:50", False), ("09:50", "10:00", True)]),
        ([("Resume", "09:10"), ("Segment", "09:20")], [("09:00", "10:00", False)]),
        ([("Pause", "08:00"), ("Resume", "11:00")], [("09:00", "10:00", True)]),
        ([("Pause", "09:20"), ("Resume", "09:20")], [("09:00", "10:00", False)]),
    ],
)
def test_pauses_are_stops(
    events: list[tuple[str, str]], expected: list[tuple[str, str, bool]], export: Export
) -> None:
    ride = ride_of(export(workout("Cycling", *(event(*each) for each in events))))
    assert bouts(ride) == expected
    stopped = sum(b.minutes for b in ride.bouts if b.posture is RidePosture.STOPPED)
    assert ride.moving_s == 3600 - 60 * stopped


def test_a_shorter_duration_than_the_clock_is_time_moving(export: Export) -> None:
    ride = ride_of(export(workout("Cycling", duration="45", durationUnit="min")))
    assert (ride.elapsed_s, ride.moving_s) == (3600, 2700)


@pytest.mark.parametrize(
    ("children", "more", "metres"),
    [
        (
            '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceCycling" sum="10"'
            ' unit="mi"/>',
            {},
            16093.44,
        ),
        ("", {"totalDistance": "12.5", "totalDistanceUnit": "km"}, 12500.0),
        ("", {"totalDistance": "0", "totalDistanceUnit": "km"}, None),
        ("", {"totalDistance": "1e999", "totalDistanceUnit": "km"}, None),
        ("", {}, None),
    ],
)
def test_distance_of_new_and_old_exports(
    children: str, more: dict[str, str], metres: float | None, export: Export
) -> None:
    ride = ride_of(export(workout("Cycling", children, **more)))
    assert ride.distance_m == (pytest.approx(metres) if metres else None)


@pytest.mark.parametrize(("value", "indoor"), [("1", True), ("0", False), ("", None)])
def test_indoors_is_what_the_metadata_says(value: str, indoor: bool | None, export: Export) -> None:
    entry = f'<MetadataEntry key="HKIndoorWorkout" value="{value}"/>'
    assert ride_of(export(workout("Cycling", entry))).indoor is indoor


@pytest.mark.parametrize(
    ("zone", "lived"),
    [
        ("Europe/Lisbon", "Europe/Lisbon"),
        ("Europe/Atlantis", "Europe/Berlin"),
        ("../../etc/passwd", "Europe/Berlin"),
        ("", "Europe/Berlin"),
    ],
)
def test_a_workout_was_lived_in_the_zone_it_names(zone: str, lived: str, export: Export) -> None:
    entry = f'<MetadataEntry key="HKTimeZone" value="{zone}"/>'
    assert ride_of(export(workout("Cycling", entry))).start.zone == lived


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("Running", "running"),
        ("TraditionalStrengthTraining", "strength_training"),
        ("CoreTraining", "strength_training"),
        ("CrossTraining", "strength_training"),
        ("HandCycling", "hand_cycling"),
        ("TableTennis", "table_tennis"),
        ("&lt;script&gt;", "other"),
    ],
)
def test_other_workouts_are_known_by_sport_and_time(kind: str, sport: str, export: Export) -> None:
    (session,) = export(workout(kind)).entries
    assert isinstance(session, ActivitySession)
    assert session.sport == sport
    assert f"{session.end:%H:%M}" == "10:00"


def test_lifting_without_sets_is_said_once(export: Export) -> None:
    found = export(workout("TraditionalStrengthTraining"), workout("FunctionalStrengthTraining"))
    assert [problem.code for problem in found.problems] == ["no-sets"]
    assert export(workout("Running")).problems == ()


def test_the_same_workout_again_is_set_aside(export: Export) -> None:
    found = export(workout("Running"), workout("Running", duration="60", durationUnit="min"))
    assert len(found.entries) == 1
    assert found.aside == {"the same row again": 1}


@pytest.mark.parametrize("end", ["09:00", "08:00"])
def test_a_workout_that_never_was_is_refused(end: str, export: Export) -> None:
    found = export(workout("Cycling", end=end))
    assert (found.entries, len(found.problems)) == ((), 1)
