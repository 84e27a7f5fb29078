"""Units, and what a weight stands for."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading
from tl_analyzer.log import (
    KG_PER_LB,
    LoadMeaning,
    Problem,
    ProblemKind,
    StrengthSession,
    Tally,
    UnitBasis,
    WeightUnit,
)
from tl_analyzer.parsing.unit_guess import guess_unit
from tl_strength.body_mass import Meanings, is_assisted, moves_the_body

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

CLASSIC = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
UNITS = "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps\n"
LB_BAR = [45.0, 95.0, 135.0, 155.0, 185.0, 205.0, 225.0, 275.0, 315.0]
KG_BAR = [20.0, 40.0, 60.0, 62.5, 70.0, 80.0, 92.5, 100.0, 120.0]


def bar(loads: list[float], times: int = 3) -> list[tuple[str, float]]:
    return [("Squat (Barbell)", load) for load in loads] * times


@pytest.mark.parametrize(
    ("loads", "unit", "sign"),
    [
        (bar(LB_BAR), WeightUnit.LB, "end in 5"),
        (bar(KG_BAR), WeightUnit.KG, "2.5 or 7.5"),
        (
            bar([40.0, 60.0, 70.0, 80.0, 100.0]) * 2,
            WeightUnit.KG,
            "none of 30 barbell loads end in 5, none in 2.5 or 7.5",
        ),
        # Whole plates in kilograms, shown in pounds.
        (bar([round(kg / KG_PER_LB, 1) for kg in KG_BAR]), WeightUnit.LB, "kg plates"),
        # Whole pounds, written out in kilograms: an athlete in pounds, a file in kilograms.
        (bar([lb * KG_PER_LB for lb in LB_BAR]), WeightUnit.KG, "whole lb"),
        (bar([round(lb * KG_PER_LB, 2) for lb in LB_BAR]), WeightUnit.KG, "whole lb"),
        # Too few to count: their height decides, and the words say how weak that is.
        (bar([135.0, 185.0], 1), WeightUnit.LB, "weak"),
        (bar([65.0, 80.0], 1), WeightUnit.KG, "weak"),
        ([("Bicep Curl (Dumbbell)", 12.0)], WeightUnit.KG, "weak"),
    ],
)
def test_unit_of_a_silent_file(loads: list[tuple[str, float]], unit: WeightUnit, sign: str) -> None:
    guess = guess_unit(loads)
    assert guess.unit is unit
    assert sign in guess.evidence


def test_stacks_in_pounds_do_not_turn_a_kilogram_log() -> None:
    stacks = [("Lat Pulldown (Machine)", load) for load in (45.0, 55.0, 65.0, 75.0)] * 30
    assert guess_unit(bar(KG_BAR) + stacks).unit is WeightUnit.KG


@given(st.lists(st.tuples(st.text(), st.floats(0.01, 5000)), min_size=1))
def test_every_file_gets_one_unit(loads: list[tuple[str, float]]) -> None:
    assert guess_unit(loads).unit in WeightUnit


def classic(loads: list[float]) -> str:
    return CLASSIC + "".join(
        f"2026-03-02 18:00:00,A,Squat (Barbell),{n},{load},5\n" for n, load in enumerate(loads, 1)
    )


def test_a_guess_is_said_once_with_its_evidence_and_the_way_out(read: Read) -> None:
    sessions, problems, _ = read(classic(LB_BAR * 3))
    assert {w.basis for s in sessions for e in s.sets if (w := e.weight)} == {UnitBasis.GUESSED}
    assert [(problem.code, problem.kind) for problem in problems] == [
        ("unit-guessed", ProblemKind.NOTE)
    ]
    assert "read as lb" in problems[0].found
    assert "end in 5" in problems[0].found
    assert 'units = "kg"' in problems[0].hint
    assert "[athlete]" in problems[0].hint


def test_the_profile_beats_the_guess(read: Read) -> None:
    sessions, problems, _ = read(classic(LB_BAR * 3), Reading(weight_unit=WeightUnit.KG))
    assert problems == []
    weights = {(w.unit, w.basis) for e in sessions[0].sets if (w := e.weight)}
    assert weights == {(WeightUnit.KG, UnitBasis.CONFIGURED)}


def test_the_file_beats_the_profile(samples: Path, read: Read) -> None:
    text = (samples / "strong-c13-lbs.csv").read_text(encoding="utf-8")
    sessions, _, _ = read(text, Reading(weight_unit=WeightUnit.KG))
    weights = {(w.unit, w.basis) for e in sessions[0].sets if (w := e.weight)}
    assert weights == {(WeightUnit.LB, UnitBasis.STATED)}


def test_a_file_without_weights_needs_no_unit(read: Read) -> None:
    _, problems, _ = read(classic([0.0, 0.0]))
    assert problems == []


def test_blank_units_follow_the_rest_of_the_file(read: Read) -> None:
    content = UNITS + "".join(
        f"2026-03-02 18:00:00;A;Squat (Barbell);1;100;{unit};5\n" for unit in ("lbs", "", "lbs")
    )
    sessions, problems, _ = read(content)
    assert [(w.unit, w.basis) for e in sessions[0].sets if (w := e.weight)] == [
        (WeightUnit.LB, UnitBasis.STATED),
        (WeightUnit.LB, UnitBasis.GUESSED),
        (WeightUnit.LB, UnitBasis.STATED),
    ]
    assert [problem.code for problem in problems] == ["unit-guessed"]
    configured, _, _ = read(content, Reading(weight_unit=WeightUnit.KG))
    assert [w.unit for e in configured[0].sets if (w := e.weight)] == [
        WeightUnit.LB,
        WeightUnit.KG,
        WeightUnit.LB,
    ]


def test_a_unit_nobody_knows_refuses_the_row(read: Read) -> None:
    content = UNITS + "2026-03-02 18:00:00;A;Squat (Barbell);1;16;stone;5\n"
    _, problems, tally = read(content)
    assert tally.refused == 1
    assert (problems[0].column, problems[0].found) == ("Weight Unit", "'stone'")


@pytest.mark.parametrize("body_mass_kg", [None, 68.0, 72.0])
def test_weights_at_the_level_of_the_body_include_it(body_mass_kg: float | None) -> None:
    meanings = Meanings([("Push Up", 68.4)] * 9 + [("Push Up", 88.4)], body_mass_kg)
    assert meanings.of("Push Up", 68.4) is LoadMeaning.INCLUDES_BODY_MASS
    assert meanings.of("Push Up", 88.4) is LoadMeaning.INCLUDES_BODY_MASS
    assert meanings.of("Push Up", 20.0) is LoadMeaning.EXTERNAL


@pytest.mark.parametrize(
    ("exercise", "weights", "body_mass_kg"),
    [
        # The athlete weighs something else.
        ("Pull Up", [68.4] * 9, 95.0),
        # Plates on a belt.
        ("Chest Dip", [10.0, 15.0, 20.0, 25.0], None),
        # Weights that do not keep to one level.
        ("Pull Up", [45.0, 60.0, 80.0, 100.0], None),
        # One number proves nothing when the body mass is not known.
        ("Push Up", [68.4], None),
        # Exercises that do not move the body.
        ("Squat (Barbell)", [68.4] * 9, 68.0),
        ("Crunch (Machine)", [65.0] * 9, 65.0),
        ("Seated Dip Machine", [68.4] * 9, 68.0),
    ],
)
def test_other_weights_are_loads(
    exercise: str, weights: list[float], body_mass_kg: float | None
) -> None:
    meanings = Meanings([(exercise, kg) for kg in weights], body_mass_kg)
    assert {meanings.of(exercise, kg) for kg in weights} == {LoadMeaning.EXTERNAL}


def test_one_weight_is_enough_where_the_body_mass_is_known() -> None:
    meanings = Meanings([("Hanging Leg Raise", 72.5)], 70.0)
    assert meanings.of("Hanging Leg Raise", 72.5) is LoadMeaning.INCLUDES_BODY_MASS


def test_only_layouts_that_do_so_are_suspected(read: Read) -> None:
    content = CLASSIC + "2026-03-02 18:00:00,A,Push Up,1,68.4,15\n" * 5
    sessions, _, _ = read(content, Reading(weight_unit=WeightUnit.KG, body_mass_kg=68.0))
    assert {each.meaning for each in sessions[0].sets} == {LoadMeaning.EXTERNAL}


@pytest.mark.parametrize("name", ["Pull Up (Assisted)", "Assisted Chinups", "Dip (asistido)"])
def test_assisted_exercises(name: str) -> None:
    assert is_assisted(name)
    assert Meanings([], None).of(name, 20.0) is LoadMeaning.ASSISTANCE


def test_words_are_matched_whole() -> None:
    assert not is_assisted("Unassisted Pull Up")
    assert moves_the_body("Pull-Up (Neutral Grip)")
    assert not moves_the_body("Dipping Belt Squat")
