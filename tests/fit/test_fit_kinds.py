"""FIT files that hold something else than one ride."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from examples.fit_writer import FitFile
from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    Entry,
    Problem,
    ProblemKind,
    RideSession,
    Tally,
    UnitBasis,
    WeightUnit,
)

START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]
MakeRide = Callable[..., FitFile]


def entries(items: Items) -> list[Entry]:
    return [item for item in items if not isinstance(item, Problem | Tally)]


def problems(items: Items) -> list[Problem]:
    return [item for item in items if isinstance(item, Problem)]


def at(second: int) -> datetime:
    return START + timedelta(seconds=second)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (2, "settings"),
        (5, "planned workout"),
        (6, "planned route"),
        (32, "monitoring"),
        (200, "200"),
    ],
)
def test_files_without_training_say_what_they_are(read: Read, kind: int, words: str) -> None:
    fit = FitFile()
    fit.add("file_id", type=kind)
    for second in range(3):
        fit.add("record", timestamp=at(second), speed=8.0)
    items = read(fit.to_bytes())
    assert entries(items) == []
    (note,) = problems(items)
    assert note.kind is ProblemKind.NOTE
    assert words in note.found
    assert isinstance(items[-1], Tally)
    assert items[-1].set_aside == (("file_id", 1), ("record", 3))


def test_a_run_is_an_activity(read: Read, make_ride: MakeRide) -> None:
    session = {"sport": 1, "sub_sport": 0, "total_timer_time": 580.0, "total_distance": 2000.0}
    (run,) = entries(read(make_ride(session=session).to_bytes()))
    assert isinstance(run, ActivitySession)
    assert (run.sport, run.moving_s, run.distance_m) == ("running", 580, 2000)
    assert (run.start.utc, run.end) == (START, at(600))


def test_spinning_in_the_gym_is_a_ride(read: Read, make_ride: MakeRide) -> None:
    (ride,) = entries(read(make_ride(60, session={"sport": 4, "sub_sport": 6}).to_bytes()))
    assert isinstance(ride, RideSession)
    assert ride.indoor is True


def test_each_sport_of_a_triathlon_is_an_entry_and_transitions_are_not(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    for second in range(400):
        fit.add("record", timestamp=at(second), speed=5.0, distance=5.0 * second)
    for start, sport in ((0, 5), (100, 3), (120, 2), (300, 1)):
        fit.add("session", timestamp=at(400), start_time=at(start), sport=sport)
    fit.add("session", timestamp=at(400), start_time=at(0), sport=18)
    items = read(fit.to_bytes())
    swim, ride, run = entries(items)
    assert isinstance(swim, ActivitySession) and isinstance(run, ActivitySession)
    assert isinstance(ride, RideSession)
    assert (swim.sport, run.sport) == ("swimming", "running")
    assert (ride.start.utc, ride.end) == (at(120), at(299))
    assert [p.code for p in problems(items)] == ["transition"]
    tally = items[-1]
    assert isinstance(tally, Tally)
    assert tally.set_aside == (("record of a transition", 20), ("session of a transition", 1))


def test_a_session_that_cannot_be_placed_is_refused_beside_one_that_can(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    for second in range(60):
        fit.add("record", timestamp=at(second), speed=5.0)
    fit.add("session", timestamp=at(60), total_elapsed_time=60.0, sport=2)
    fit.add("session", sport=1)
    items = read(fit.to_bytes())
    (ride,) = entries(items)
    assert isinstance(ride, RideSession)
    assert ride.elapsed_s == 59
    (problem,) = problems(items)
    assert (problem.code, problem.line) == ("no-records", 63)
    assert "running" in problem.found
    assert isinstance(items[-1], Tally)
    assert (items[-1].read, items[-1].refused) == (62, 1)


def test_a_transition_alone_is_set_aside(read: Read, make_ride: MakeRide) -> None:
    items = read(make_ride(60, session={"sport": 3}).to_bytes())
    assert entries(items) == []
    assert [(p.code, p.kind) for p in problems(items)] == [("transition", ProblemKind.NOTE)]


def test_every_file_of_a_chain_is_read(read: Read, make_ride: MakeRide) -> None:
    workout = FitFile()
    workout.add("file_id", type=5)
    data = (
        make_ride(60).to_bytes()
        + workout.to_bytes()
        + make_ride(90, start=START + timedelta(hours=3), big_endian=True).to_bytes()
    )
    items = read(data)
    first, second = entries(items)
    assert isinstance(first, RideSession) and isinstance(second, RideSession)
    assert (first.elapsed_s, second.elapsed_s) == (60, 90)
    assert [p.code for p in problems(items)] == ["no-training"]


def test_a_recording_that_names_no_sport_is_kept_and_said(read: Read) -> None:
    fit = FitFile()
    for second in range(30):
        fit.add("record", timestamp=at(second))
    items = read(fit.to_bytes())
    (activity,) = entries(items)
    assert isinstance(activity, ActivitySession)
    assert activity.sport == "unknown"
    assert [p.code for p in problems(items)] == ["sport-unknown"]


def test_weighings_are_body_mass(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=9)
    fit.add("weight_scale", timestamp=START, weight=71.4)
    fit.add("weight_scale", timestamp=START, weight=655.34)
    fit.add("weight_scale", weight=70.0)
    items = read(fit.to_bytes())
    (mass,) = entries(items)
    assert isinstance(mass, BodyMass)
    assert mass.mass.kg == pytest.approx(71.4)
    assert (mass.mass.unit, mass.mass.basis) == (WeightUnit.KG, UnitBasis.STATED)
    assert [p.code for p in problems(items)] == ["weighing-incomplete"]
    assert isinstance(items[-1], Tally)
    assert (items[-1].read, items[-1].refused) == (2, 2)


def test_weighings_of_several_people_are_nobodys(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=9)
    fit.add("weight_scale", timestamp=START, weight=71.4, user_profile_index=0)
    fit.add("weight_scale", timestamp=START, weight=58.0, user_profile_index=1)
    items = read(fit.to_bytes())
    assert entries(items) == []
    assert [p.code for p in problems(items)] == ["several-people"]


@pytest.mark.parametrize("records", [0, 1])
def test_a_ride_without_records_is_one_clear_problem(read: Read, records: int) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    for second in range(records):
        fit.add("record", timestamp=at(second), speed=8.0)
    fit.add("session", start_time=START, sport=2, total_elapsed_time=3600.0)
    items = read(fit.to_bytes())
    assert entries(items) == []
    (problem,) = problems(items)
    assert (problem.code, problem.kind) == ("no-records", ProblemKind.REFUSED)
    assert isinstance(items[-1], Tally)
    assert items[-1].refused == items[-1].total == 2 + records
