"""Strength workouts that a watch recorded set by set."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

import pytest

from examples.fit_writer import FitFile, Stored
from tl_analyzer.log import (
    ActivitySession,
    Entry,
    LoadMeaning,
    Problem,
    ProblemKind,
    RideSession,
    StrengthSession,
    StrengthSet,
    Tally,
    UnitBasis,
    WeightUnit,
)

START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
REST, ACTIVE = 0, 1
DEADLIFT, ROW, SQUAT, UNKNOWN = 8, 23, 28, 65534
BARBELL_DEADLIFT, BARBELL_ROW = 0, 45
Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]
Fields = dict[str, Stored | datetime]


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


def workout(*sets: Mapping[str, Stored | datetime], sub_sport: int = 20) -> FitFile:
    """Sets one after the other, half a minute each, and the session message of watches."""
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=1)
    for index, fields in enumerate(sets):
        whole: Fields = {"set_type": ACTIVE, "start_time": at(30 * index), "duration": 30.0}
        whole |= fields
        fit.add("set", timestamp=at(30 * index + 30), **whole)
    elapsed = 30.0 * len(sets)
    fit.add("session", start_time=START, sport=10, sub_sport=sub_sport, total_elapsed_time=elapsed)
    return fit


def lifted(items: Items) -> StrengthSession:
    (session,) = [item for item in items if isinstance(item, StrengthSession)]
    return session


def only_set(read: Read, **fields: Stored) -> StrengthSet:
    whole: Fields = {"repetitions": 5}
    whole |= fields
    (one,) = lifted(read(workout(whole).to_bytes())).sets
    return one


def problems(items: Items) -> list[Problem]:
    return [item for item in items if isinstance(item, Problem)]


def test_sets_make_a_strength_session_and_rests_do_not(read: Read) -> None:
    squat = {"category": SQUAT, "category_subtype": 6, "repetitions": 5, "weight": 102.5}
    items = read(workout(squat, {"set_type": REST}, squat, {"set_type": REST}, squat).to_bytes())
    session = lifted(items)
    assert (session.start.utc, session.duration_s, len(session.sets)) == (START, 150, 3)
    first, second, _ = session.sets
    assert first.exercise == "Barbell Back Squat"
    assert (first.reps, first.duration_s, first.meaning) == (5, 30, LoadMeaning.EXTERNAL)
    assert first.weight is not None
    assert (first.weight.value, first.weight.unit) == (102.5, WeightUnit.KG)
    assert first.weight.basis is UnitBasis.STATED
    assert second.start is not None
    assert (second.start.utc, second.row) == (at(60), 4)
    assert [(p.code, p.kind) for p in problems(items)] == [("watch-guesses", ProblemKind.NOTE)]
    tally = items[-1]
    assert isinstance(tally, Tally)
    assert (tally.read, tally.refused, tally.set_aside) == (5, 0, (("rest", 2),))


def test_equal_sets_all_count(read: Read) -> None:
    same = {"category": SQUAT, "category_subtype": 6, "repetitions": 5, "weight": 100.0}
    assert len(lifted(read(workout(same, same, same).to_bytes())).sets) == 3


@pytest.mark.parametrize("weight", [None, 0.0])
def test_no_weight_and_zero_are_body_weight(read: Read, weight: float | None) -> None:
    assert only_set(read, category=21, weight=weight).weight is None


def test_repetitions_nobody_counted_are_not_zero(read: Read) -> None:
    assert only_set(read, category=19, category_subtype=43, repetitions=0, weight=10.0).reps is None


@pytest.mark.parametrize(
    ("category", "exercise", "name"),
    [
        (DEADLIFT, BARBELL_DEADLIFT, "Barbell Deadlift"),
        (4, 0, "Cable Pull Through"),
        (1, 0, "3 Way Calf Raise"),
        (45, 4, "Sled Push"),
        (DEADLIFT, None, "Deadlift"),
        (DEADLIFT, 65535, "Deadlift"),
        (DEADLIFT, 65534, "Deadlift"),
        (UNKNOWN, None, "Unknown (Garmin)"),
        (UNKNOWN, 65534, "Unknown (Garmin)"),
        (None, None, "Unknown (Garmin)"),
        (999, 5, "Unknown (Garmin category 999, exercise 5)"),
        (999, None, "Unknown (Garmin category 999)"),
    ],
)
def test_the_exercise_is_named_as_closely_as_the_file_allows(
    read: Read, category: int | None, exercise: int | None, name: str
) -> None:
    one = only_set(read, category=category, category_subtype=exercise)
    assert (one.exercise, one.note) == (name, "")


def test_an_exercise_without_a_public_name_keeps_its_number(read: Read) -> None:
    one = only_set(read, category=SQUAT, category_subtype=9_999)
    assert one.exercise == "Squat"
    assert "9999" in one.note


@pytest.mark.parametrize(
    ("categories", "exercises", "name", "others"),
    [
        ((DEADLIFT, ROW, None), (BARBELL_DEADLIFT, BARBELL_ROW, None), "Barbell Deadlift", "Row"),
        ((UNKNOWN, ROW, DEADLIFT), (None, None, BARBELL_DEADLIFT), "Row", "Barbell Deadlift"),
        ((DEADLIFT, ROW), (BARBELL_DEADLIFT,), "Barbell Deadlift", "Row"),
        ((999, DEADLIFT), (3, BARBELL_DEADLIFT), "Barbell Deadlift", "category 999, exercise 3"),
        ((DEADLIFT, DEADLIFT), (BARBELL_DEADLIFT, BARBELL_DEADLIFT), "Barbell Deadlift", ""),
    ],
)
def test_of_several_guesses_the_first_known_counts_and_the_others_stay_visible(
    read: Read,
    categories: tuple[int | None, ...],
    exercises: tuple[int | None, ...],
    name: str,
    others: str,
) -> None:
    one = only_set(read, category=categories, category_subtype=exercises)
    assert one.exercise == name
    assert others in one.note
    assert bool(one.note) == bool(others)


@pytest.mark.parametrize("plan", [True, False])
def test_the_file_names_exercises_of_its_own(read: Read, plan: bool) -> None:
    """By the numbers of the exercise, or by the step of the workout that was followed."""
    fit = workout(
        {"category": SQUAT, "category_subtype": 9_999, "repetitions": 5},
        {"category": UNKNOWN, "repetitions": 5, "wkt_step_index": 1},
        {"category": UNKNOWN, "repetitions": 5, "wkt_step_index": 7},
    )
    if plan:
        fit.add("workout_step", message_index=1, exercise_category=UNKNOWN, exercise_name=3)
    own = "Zercher squat"
    fit.add(
        "exercise_title",
        message_index=0,
        exercise_category=SQUAT,
        exercise_name=9_999,
        wkt_step_name=own,
    )
    fit.add(
        "exercise_title",
        message_index=1,
        exercise_category=UNKNOWN,
        exercise_name=3,
        wkt_step_name="Jefferson curl",
    )
    names = [one.exercise for one in lifted(read(fit.to_bytes())).sets]
    assert names == [own, "Jefferson curl", "Unknown (Garmin)"]


def test_planned_steps_are_no_sets(read: Read) -> None:
    fit = workout({"category": SQUAT, "repetitions": 5})
    for index in range(4):
        fit.add("workout_step", message_index=index, exercise_category=SQUAT)
    items = read(fit.to_bytes())
    assert len(lifted(items).sets) == 1
    assert isinstance(items[-1], Tally)
    assert items[-1].set_aside == (("workout_step", 4),)


@pytest.mark.parametrize("sub_sport", [43, 20])
def test_a_set_alone_is_no_strength_work(read: Read, sub_sport: int) -> None:
    """Yoga of 13 minutes comes with one active set that says nothing; so may anything."""
    items = read(workout({"duration": 779.0}, sub_sport=sub_sport).to_bytes())
    (activity,) = [item for item in items if isinstance(item, ActivitySession)]
    assert activity.sport == {43: "yoga", 20: "strength_training"}[sub_sport]
    assert [p.code for p in problems(items)] == ["duration-only"] * (sub_sport == 20)
    assert isinstance(items[-1], Tally)
    assert items[-1].set_aside == (("set", 1),)


def test_a_named_pose_is_no_strength_work(read: Read) -> None:
    items = read(workout({"category": 36, "category_subtype": 5}, sub_sport=43).to_bytes())
    assert [type(item) for item in items if not isinstance(item, Problem | Tally)] == [
        ActivitySession
    ]


def test_timed_sets_of_a_strength_workout_count(read: Read) -> None:
    (plank,) = lifted(read(workout({"category": 19, "category_subtype": 43}).to_bytes())).sets
    assert (plank.exercise, plank.note) == ("Plank", "")
    assert (plank.reps, plank.duration_s) == (None, 30)


def test_strength_training_without_sets_counts_by_its_time_and_says_so(read: Read) -> None:
    items = read(workout({"set_type": REST}).to_bytes())
    (activity,) = [item for item in items if isinstance(item, ActivitySession)]
    assert (activity.sport, activity.end) == ("strength_training", at(30))
    assert [(p.code, p.kind) for p in problems(items)] == [("duration-only", ProblemKind.NOTE)]


def test_sets_of_interval_training_with_repetitions_count(read: Read) -> None:
    session = lifted(read(workout({"category": 12, "repetitions": 20}, sub_sport=70).to_bytes()))
    assert session.sets[0].exercise == "Hip Swing"


def test_a_set_beside_a_ride_is_no_workout(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    for second in range(60):
        fit.add("record", timestamp=at(second), speed=8.0)
    fit.add("set", set_type=ACTIVE, start_time=START, repetitions=5)
    fit.add("session", start_time=START, sport=2)
    (entry,) = [item for item in read(fit.to_bytes()) if not isinstance(item, Problem | Tally)]
    assert isinstance(entry, RideSession)


def test_sets_go_to_the_session_in_which_they_were_done(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    for start, sport, sub_sport in ((0, 1, 0), (600, 10, 20)):
        fit.add(
            "session",
            start_time=at(start),
            total_elapsed_time=600.0,
            sport=sport,
            sub_sport=sub_sport,
        )
    fit.add("set", set_type=ACTIVE, start_time=at(700), repetitions=5, category=SQUAT)
    fit.add("set", set_type=ACTIVE, repetitions=5, category=SQUAT)
    items = read(fit.to_bytes())
    assert [one.sport for one in items if isinstance(one, ActivitySession)] == ["running"]
    session = lifted(items)
    assert (session.start.utc, len(session.sets)) == (at(600), 2)


def test_a_workout_cut_off_before_its_summary_keeps_its_sets(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    for index in range(3):
        fit.add("set", timestamp=at(60 * index + 30), duration=30.0, repetitions=5, category=SQUAT)
    session = lifted(read(fit.to_bytes()))
    assert (session.start.utc, session.duration_s, len(session.sets)) == (START, 150, 3)


def test_sets_stand_in_the_order_in_which_they_were_done(read: Read) -> None:
    late: Fields = {"start_time": at(90), "repetitions": 3}
    early: Fields = {"start_time": at(30), "repetitions": 8}
    assert [one.reps for one in lifted(read(workout(late, early).to_bytes())).sets] == [8, 3]


def test_a_set_with_impossible_repetitions_is_refused(read: Read) -> None:
    items = read(workout({"repetitions": 5}, {"repetitions": 60_000}).to_bytes())
    assert len(lifted(items).sets) == 1
    (refused,) = [p for p in problems(items) if p.kind is ProblemKind.REFUSED]
    assert (refused.code, refused.line) == ("set-implausible", 3)
    assert isinstance(items[-1], Tally)
    assert items[-1].refused == 1


def test_a_set_of_a_kind_without_a_name_is_set_aside(read: Read) -> None:
    items = read(workout({"repetitions": 5}, {"set_type": 77, "repetitions": 5}).to_bytes())
    assert len(lifted(items).sets) == 1
    assert isinstance(items[-1], Tally)
    assert items[-1].set_aside == (("set of another kind", 1),)
