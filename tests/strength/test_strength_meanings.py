"""What a weight stands for: what the source says of it, and what is said of what was assumed."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading
from tl_analyzer.log import (
    LoadMeaning,
    Problem,
    ProblemKind,
    StrengthSession,
    Tally,
    WeightUnit,
)
from tl_strength.hands import said_in_note, takes_a_pair

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

KG = Reading(zone="Europe/Berlin", weight_unit=WeightUnit.KG)
STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Notes\n"
FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Comment\n"
FITBOD = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier\n"
)


def strong(exercise: str, weight: str, note: str = "", order: int = 1, day: int = 2) -> str:
    return f"2026-03-0{day} 18:00:00,A,{exercise},{order},{weight},5,{note}\n"


def fitbod(exercise: str, multiplier: str) -> str:
    return f"2026-03-04 17:15:20 +0000,{exercise}, 5,20.0,0.0,0.0,0.0,0.0,false,,{multiplier}\n"


def meanings(sessions: list[StrengthSession]) -> list[str]:
    return [each.meaning.value for session in sessions for each in session.sets]


@pytest.mark.parametrize(
    ("exercise", "multiplier", "meaning"),
    [
        ("Dumbbell Bench Press", " 2.0", "per_hand"),
        ("Dumbbell Lunge", " 4.0", "per_hand"),
        ("Hammer Curls", " 2.0", "per_hand"),
        ("Dumbbell Bench Press", " 1.0", "external"),
        ("Dumbbell Bench Press", " 0.0", "external"),
        ("Dumbbell Bench Press", "", "external"),
        # Two sides of one implement, or of none.
        ("Dumbbell Row", " 2.0", "external"),
        ("Single Arm Dumbbell Bench Press", " 2.0", "external"),
        ("Concentration Curl", " 2.0", "external"),
        ("Barbell Lunge", " 2.0", "external"),
        ("Russian Twist", " 2.0", "external"),
    ],
)
def test_the_multiplier_of_fitbod_with_the_name(
    exercise: str, multiplier: str, meaning: str, read: Read
) -> None:
    sessions, problems, _ = read(FITBOD + fitbod(exercise, multiplier))
    assert meanings(sessions) == [meaning]
    assert [p.code for p in problems] == (["load-meaning"] if meaning == "per_hand" else [])


def test_a_multiplier_that_is_no_number_refuses_the_row(read: Read) -> None:
    _, problems, tally = read(FITBOD + fitbod("Dumbbell Fly", "two"))
    assert tally.refused == 1
    assert problems[0].column == "multiplier"


@pytest.mark.parametrize(
    ("note", "meaning"),
    [
        ("Weight = combined", LoadMeaning.BOTH_HANDS),
        ("combined weight, slow", LoadMeaning.BOTH_HANDS),
        ("20 kg per hand", LoadMeaning.PER_HAND),
        ("Gewicht pro Hand", LoadMeaning.PER_HAND),
        ("30 lbs each hand!", LoadMeaning.PER_HAND),
        # Repetitions may be meant, or another thing.
        ("10 each hand", None),
        ("each arm", None),
        ("each side", None),
        ("combined with squats", None),
        ("not combined weight", None),
        ("weight per hand or combined weight", None),
        ("weight per hand? maybe", None),
        ("", None),
    ],
)
def test_notes_decide_only_where_they_are_clear(note: str, meaning: LoadMeaning | None) -> None:
    assert said_in_note(note) is meaning


@given(st.text(max_size=80))
def test_any_note_and_any_name_have_an_answer(text: str) -> None:
    assert said_in_note(text) in {None, LoadMeaning.PER_HAND, LoadMeaning.BOTH_HANDS}
    assert takes_a_pair(text) in {True, False}


def test_a_note_of_strong_speaks_for_the_exercise_in_that_workout(read: Read) -> None:
    content = (
        STRONG
        + strong("Lunge (Dumbbell)", "40", "Weight = combined")
        + strong("Lunge (Dumbbell)", "40", order=2)
        + strong("Curl (Dumbbell)", "12")
        + strong("Lunge (Dumbbell)", "40", day=5)
    )
    sessions, problems, _ = read(content, KG)
    assert meanings(sessions) == ["both_hands", "both_hands", "external", "external"]
    (note,) = problems
    assert (note.code, note.kind, note.line) == ("load-meaning", ProblemKind.NOTE, 2)
    assert "'Lunge (Dumbbell)'; sets: 2" in note.found
    assert "sum of two implements" in note.hint


def test_a_comment_of_fitnotes_speaks_for_its_set(read: Read) -> None:
    content = FITNOTES + (
        "2026-03-02,Dumbbell Lunge,Legs,40,kgs,8,combined weight\n"
        "2026-03-02,Dumbbell Lunge,Legs,40,kgs,8,\n"
    )
    sessions, _, _ = read(content)
    assert meanings(sessions) == ["both_hands", "external"]


def test_contrary_notes_on_one_exercise_leave_it_open_for_its_other_sets(read: Read) -> None:
    content = (
        STRONG
        + strong("Lunge (Dumbbell)", "40", "combined weight")
        + strong("Lunge (Dumbbell)", "20", "20 kg per hand", order=2)
        + strong("Lunge (Dumbbell)", "20", order=3)
    )
    sessions, _, _ = read(content, KG)
    assert meanings(sessions) == ["both_hands", "per_hand", "external"]


@pytest.mark.parametrize("minus", ["-", "\u2212"])
@pytest.mark.parametrize("exercise", ["Pull Up", "Chest Dip", "Pull Up (Assisted)"])
def test_a_weight_below_zero_is_help_where_the_body_is_lifted(
    exercise: str, minus: str, read: Read
) -> None:
    sessions, problems, tally = read(STRONG + strong(exercise, f"{minus}20"), KG)
    assert (tally.read, meanings(sessions)) == (1, ["assistance"])
    assert [w.value for s in sessions for each in s.sets if (w := each.weight)] == [20.0]
    assert [problem.code for problem in problems] == ["load-meaning"]


@pytest.mark.parametrize(
    ("exercise", "weight"), [("Squat", "-20"), ("Pull Up", "-"), ("Dip", "--5")]
)
def test_other_weights_below_zero_are_refused(exercise: str, weight: str, read: Read) -> None:
    _, problems, tally = read(STRONG + strong(exercise, weight), KG)
    assert tally.refused == 1
    assert problems[0].column == "Weight"


def test_a_note_names_a_handful_and_counts_the_others(read: Read) -> None:
    names = [f"Pull Up {n} (Assisted)" for n in range(9)]
    content = STRONG + "".join(strong(name, "20") for name in names) + strong(names[5], "20")
    _, (note,), _ = read(content, KG)
    assert note.found.startswith("weights of exercises with assistance: 'Pull Up 5 (Assisted)', ")
    assert "and 5 more; sets: 10" in note.found


def test_a_log_of_plain_loads_is_told_nothing(read: Read) -> None:
    content = STRONG + strong("Squat (Barbell)", "100") + strong("Curl (Dumbbell)", "12")
    sessions, problems, _ = read(content, KG)
    assert set(meanings(sessions)) == {"external"}
    assert problems == []


def test_assisted_sets_without_a_weight_are_told_nothing(read: Read) -> None:
    _, problems, _ = read(STRONG + strong("Pull Up (Assisted)", "0"), KG)
    assert problems == []
