"""From sets to demand and dose: worked by hand, and what must not count."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tl_analyzer.log import LoadMeaning, Log, StrengthSession, UnitBasis, WeightUnit

KNOWN = {"one_rep_max_kg": {"deadlift": 180.0, "overhead_press": 70.0}}
FIVES = [("Deadlift (Barbell)", 135.0, 5)] * 5


def test_five_fives_at_75_percent_score_100(build: Any) -> None:
    picture = build.picture(
        Log(strength=(build.lift("2026-11-12 17:45", *FIVES),)), build.profile(strength=KNOWN)
    )
    assert picture.weekly["hinge_dose"].this == pytest.approx(100.0)
    assert picture.weekly["hinge_index"].this == pytest.approx(100.0)
    assert picture.weekly["hinge_dose"].daily[3] == pytest.approx(100.0)
    assert picture.weekly["hard_hinge_sets"].this == 5


def test_warm_ups_are_dose_but_no_hard_sets(build: Any) -> None:
    lift = build.lift("2026-11-12 17:45", *FIVES, warmups=5)
    picture = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN))
    assert picture.weekly["hard_hinge_sets"].this == 0
    assert picture.weekly["hinge_dose"].this == pytest.approx(100.0)


@pytest.mark.parametrize("name", ["Squat (Barbell)", "Pendlay Row (Barbell)", "Clean Pull"])
def test_squats_rows_and_pulls_are_dose_but_no_hard_hinge_sets(build: Any, name: str) -> None:
    lift = build.lift("2026-11-12 17:45", (name, 170.0, 5))
    picture = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN))
    assert picture.weekly["hinge_dose"].this > 0
    assert picture.weekly["hard_hinge_sets"].this == 0


@pytest.mark.parametrize(
    "name", ["Bench Press (Barbell)", "Leg Press", "Lat Pulldown (Cable)", "Bicep Curl (Dumbbell)"]
)
def test_lifts_that_do_not_load_the_junction_raise_no_channel(build: Any, name: str) -> None:
    lift = build.lift("2026-11-12 17:45", *[(name, 100.0, 8)] * 6)
    picture = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN))
    for channel in picture.channels.values():
        assert channel.weekly.this == 0.0, channel.channel


def test_swings_are_bounded_and_never_hard_sets(build: Any, number: Callable[[str], float]) -> None:
    sets = [("Kettlebell Swing", kg, 25) for kg in (16.0, 24.0, 32.0, 48.0)]
    lift = build.lift("2026-11-12 17:45", *sets)
    picture = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN))
    demand = picture.sets.demand
    assert np.all(np.diff(demand) > 0)
    assert np.all(demand < number("hinge.ballistic_demand_cap"))
    assert picture.weekly["hard_hinge_sets"].this == 0
    assert picture.weekly["ballistic_reps"].this == 100


def test_a_pair_of_dumbbells_counts_both_hands(build: Any) -> None:
    lift = build.lift("2026-11-12 17:45", ("Romanian Deadlift (Dumbbell)", 40.0, 8))
    picture = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN))
    assert picture.sets.kg[0] == 80.0


def test_dumbbells_heavier_than_they_come_were_logged_as_the_sum(build: Any) -> None:
    lift = build.lift(
        "2026-11-12 17:45", ("Squat (Dumbbell)", 80.0, 12), ("Squat (Dumbbell)", 20.0, 12)
    )
    picture = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN))
    assert picture.sets.kg.tolist() == [80.0, 20.0]


def meaning(lift: StrengthSession, *meanings: LoadMeaning) -> StrengthSession:
    sets = zip(lift.sets, meanings, strict=True)
    changed = tuple(s.model_copy(update={"meaning": means}) for s, means in sets)
    return lift.model_copy(update={"sets": changed})


@pytest.mark.parametrize(
    ("name", "means", "kg"),
    [
        ("Romanian Deadlift (Dumbbell)", LoadMeaning.EXTERNAL, 80.0),
        ("Romanian Deadlift (Dumbbell)", LoadMeaning.PER_HAND, 80.0),
        ("Romanian Deadlift (Dumbbell)", LoadMeaning.BOTH_HANDS, 40.0),
        # One leg at a time says nothing of the hands.
        ("Bulgarian Split Squat (Dumbbell)", LoadMeaning.PER_HAND, 80.0),
        ("Bulgarian Split Squat (Dumbbell)", LoadMeaning.BOTH_HANDS, 40.0),
        # A name that leaves the implement out.
        ("Hammer Curls", LoadMeaning.PER_HAND, 80.0),
        ("Farmers Walk", LoadMeaning.BOTH_HANDS, 40.0),
    ],
)
def test_what_the_source_says_of_the_hands_holds(
    build: Any, name: str, means: LoadMeaning, kg: float
) -> None:
    lift = meaning(build.lift("2026-11-12 17:45", (name, 40.0, 8)), means)
    picture = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN))
    assert picture.sets.kg.tolist() == [kg]


def test_a_sum_that_is_called_one_does_not_make_sums_of_the_others(build: Any) -> None:
    lift = build.lift(
        "2026-11-12 17:45", ("Squat (Dumbbell)", 80.0, 12), ("Squat (Dumbbell)", 20.0, 12)
    )
    said = meaning(lift, LoadMeaning.BOTH_HANDS, LoadMeaning.EXTERNAL)
    picture = build.picture(Log(strength=(said,)), build.profile(strength=KNOWN))
    assert picture.sets.kg.tolist() == [80.0, 40.0]


def test_five_fives_pressed_at_75_percent_score_100_by_default(build: Any) -> None:
    lift = build.lift("2026-11-12 17:45", *[("Overhead Press (Barbell)", 52.5, 5)] * 5)
    picture = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN))
    assert picture.weekly["overhead_dose"].this == pytest.approx(100.0)


def test_a_stiff_thorax_makes_overhead_work_count_more(build: Any) -> None:
    lift = build.lift("2026-11-12 17:45", ("Overhead Press (Barbell)", 52.5, 5))
    doses = [
        build.picture(
            Log(strength=(lift,)),
            build.profile(strength=KNOWN, screen={"thoracic_extension_deg": degrees}),
        )
        .weekly["overhead_dose"]
        .this
        for degrees in (15, 10, 5, 0)
    ]
    assert doses == sorted(doses) and doses[0] < doses[-1]


def test_a_recent_better_lift_beats_the_profile_and_says_so(build: Any) -> None:
    lift = build.lift("2026-11-10 17:45", ("Deadlift (Barbell)", 200.0, 1))
    strengths = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN)).strengths
    assert strengths.deadlift_kg == 200.0
    assert "profile states 180" in strengths.basis


def test_an_old_lift_does_not_set_the_maximum(build: Any) -> None:
    lift = build.lift("2026-06-10 17:45", ("Deadlift (Barbell)", 200.0, 1))
    strengths = build.picture(Log(strength=(lift,)), build.profile()).strengths
    assert strengths.deadlift_kg is None
    assert "no deadlift 1RM" in strengths.basis


def test_another_hinge_lift_stands_in_for_the_deadlift(
    build: Any, number: Callable[[str], float]
) -> None:
    lift = build.lift("2026-11-10 17:45", ("Sumo Deadlift (Barbell)", 200.0, 1))
    strengths = build.picture(Log(strength=(lift,)), build.profile()).strengths
    assert strengths.deadlift_kg == pytest.approx(200 * number("hinge.demand.sumo_deadlift"))


def test_a_heavier_sumo_sets_a_floor_under_the_deadlift(build: Any) -> None:
    lift = build.lift("2026-11-10 17:45", ("Sumo Deadlift", 200.0, 1), ("Deadlift", 100.0, 1))
    picture = build.picture(Log(strength=(lift,)))
    assert picture.strengths.deadlift_kg > 150
    assert np.nanmax(picture.sets.demand) < 1.1


def test_guessed_units_widen_the_range_against_a_known_maximum(build: Any) -> None:
    lift = build.lift(
        "2026-11-12 17:45", ("Deadlift", 300.0, 5), basis=UnitBasis.GUESSED, unit=WeightUnit.LB
    )
    week = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN)).weekly["hinge_dose"]
    assert week.low < week.this < week.high


def test_demand_does_not_depend_on_the_unit_when_the_maximum_is_from_the_same_log(
    build: Any,
) -> None:
    doses = []
    for unit in WeightUnit:
        lift = build.lift(
            "2026-11-12 17:45", ("Deadlift", 300.0, 5), basis=UnitBasis.GUESSED, unit=unit
        )
        doses.append(build.picture(Log(strength=(lift,))).weekly["hinge_dose"].this)
    assert doses[0] == pytest.approx(doses[1])


def test_unknown_exercises_are_counted_and_named(build: Any) -> None:
    lift = build.lift("2026-11-12 17:45", ("Zorblax 9000", 50.0, 5), ("Deadlift", 50.0, 5))
    coverage = build.picture(Log(strength=(lift,))).coverage
    assert (coverage.sets, coverage.sets_recognised) == (2, 1)
    assert coverage.unrecognised == (("Zorblax 9000", 1),)
