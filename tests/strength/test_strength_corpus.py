"""Real exports, read in place where they are present: pinned counts and a few rows by hand."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tl_analyzer.adapter import Reading
from tl_analyzer.log import LoadMeaning, Problem, StrengthSession, Tally, WeightUnit

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

#: File, rows, rows set aside by label, workouts, and the unit (with how it is known).
PINNED = [
    ("fitbod/chrsilvi__FitBod_Analysis__WorkoutExport.csv", 9136, {}, 347, "kg stated"),
    ("fitnotes/LiamMorrow__LiftLog__fitnotes-android-export-kgs.csv", 38, {}, 2, "kg stated"),
    ("fitnotes/LiamMorrow__LiftLog__fitnotes-android-export-lbs.csv", 38, {}, 2, "lb stated"),
    (
        "fitnotes/LiamMorrow__LiftLog__fitnotes-android-export-lbs-edge-cases.csv",
        46,
        {},
        3,
        "lb stated",
    ),
    ("fitnotes/wmgriffi3__barbell-beasts-og__FitNotes_Export.csv", 11493, {}, 508, "lb stated"),
    (
        "fitnotes2/melvinrdn__intervals-icu-fitnotes__FitNotesWorkouts.example.csv",
        29,
        {},
        3,
        "kg guessed",
    ),
    (
        "gymbook/GB1609__GymBookToStrong__GymBook-Logs-2025-01-16.csv",
        5632,
        {"skipped": 644},
        160,
        "kg stated",
    ),
    ("gymrun/aimarchirico__gymruntohevy__gymrun.csv", 3, {}, 1, "kg guessed"),
    ("hevy/DaKheera47__strong-statistics__sample_hevy.csv", 7211, {}, 335, "kg stated"),
    ("hevy/Frefdt__Fitnotes-To-Strong-Converter__target.csv", 8, {}, 1, "kg stated"),
    ("hevy/ghb72__no_important__workout_data.csv", 5379, {}, 229, "kg stated"),
    ("hevy/mouadja02__Hevy-Coach__workout_data.csv", 330, {}, 17, "kg stated"),
    ("hevy_api/lukeram-3420__training-data__hevy_workouts.csv", 226, {}, 10, "kg stated"),
    ("strong/DaKheera47__strong-statistics__sample_strong.csv", 250, {}, 15, "kg guessed"),
    ("strong/GB1609__GymBookToStrong__new_strong.csv", 4988, {}, 160, "kg guessed"),
    ("strong/GB1609__GymBookToStrong__strong.csv", 22, {}, 2, "kg guessed"),
    ("strong/MiroslavCsonka__strong-workout-analysis__strong.csv", 2995, {}, 137, "kg guessed"),
    ("strong/SebastienRdgs__stronger__strong.csv", 533, {}, 25, "kg guessed"),
    ("strong/alexmakc1__beatthelogbook__strong.csv", 354, {}, 29, "lb guessed"),
    ("strong/breinsp__strong-charts__strong.csv", 2078, {}, 129, "kg guessed"),
    ("strong/mtanzim__vis-strong-go__alt.csv", 9, {}, 1, "kg guessed"),
    ("strong/mtanzim__vis-strong-go__example.csv", 14, {}, 2, "kg stated"),
    ("strong/mtanzim__vis-strong-go__exampleB.csv", 14, {}, 2, "kg stated"),
    (
        "strong/wojtekolesinski__gravitus-to-strong__strong.csv",
        16,
        {"rest timer": 8},
        1,
        "kg guessed",
    ),
]


@pytest.fixture
def real(corpus: Path, read: Read) -> Read:
    def read_real(name: str) -> tuple[list[StrengthSession], list[Problem], Tally]:
        path = corpus / "strength" / name
        return read(path.read_bytes(), Reading(zone="Europe/Berlin"), path.name)

    return read_real


@pytest.mark.parametrize(("name", "rows", "aside", "workouts", "unit"), PINNED)
def test_pinned_counts(
    name: str, rows: int, aside: dict[str, int], workouts: int, unit: str, real: Read
) -> None:
    sessions, problems, tally = real(name)
    assert (tally.total, tally.refused) == (rows, 0)
    assert dict(tally.set_aside) == aside
    assert len(sessions) == workouts
    sets = [each for session in sessions for each in session.sets]
    assert {f"{w.unit} {w.basis}" for each in sets if (w := each.weight)} == {unit}
    assert sum(problem.code == "unit-guessed" for problem in problems) == ("guessed" in unit)
    starts = [session.start.utc for session in sessions]
    assert starts == sorted(starts)


def test_the_list_is_complete(corpus: Path) -> None:
    there = {
        f"{folder}/{path.name}"
        for folder in sorted({name.split("/")[0] for name, *_ in PINNED})
        for path in (corpus / "strength" / folder).glob("*.csv")
    }
    assert there == {name for name, *_ in PINNED}


def test_kinds_of_sets_in_hevy(real: Read) -> None:
    sessions, _, _ = real("hevy/DaKheera47__strong-statistics__sample_hevy.csv")
    kinds = Counter(each.set_type.value for session in sessions for each in session.sets)
    assert kinds == {"working": 3851, "warmup": 2195, "failure": 1122, "drop": 43}
    last = sessions[-1]
    assert last.start.local.isoformat() == "2025-09-15T07:48:00+02:00"
    assert last.duration_s == 85 * 60
    first = last.sets[0]
    assert (first.exercise, first.reps, first.rpe) == ("Seated Leg Curl (Machine)", 10, 6.0)
    assert first.weight is not None
    assert (first.weight.value, first.weight.unit) == (39.0, WeightUnit.KG)


def test_spanish_months_and_names_in_hevy(real: Read) -> None:
    sessions, problems, _ = real("hevy/ghb72__no_important__workout_data.csv")
    assert [problem.code for problem in problems] == ["load-meaning"]
    assert sessions[0].start.local.date().isoformat() == "2022-12-25"
    assert sessions[-1].start.local.isoformat() == "2024-05-17T15:05:00+02:00"
    assert sessions[-1].sets[0].exercise == "Peso Muerto (Barra)"


def test_equal_rows_and_wrong_distances_in_fitnotes(real: Read) -> None:
    sessions, problems, tally = real("fitnotes/wmgriffi3__barbell-beasts-og__FitNotes_Export.csv")
    assert tally.read == 11493
    assert Counter(problem.code for problem in problems) == {"distance-not-understood": 32}
    distances = [each for session in sessions for each in session.sets if each.distance_m]
    assert all(
        each.distance_m / each.duration_s >= 0.05
        for each in distances
        if each.distance_m and each.duration_s
    )


def test_kinds_units_and_times_in_gymbook(real: Read) -> None:
    sessions, problems, tally = real("gymbook/GB1609__GymBookToStrong__GymBook-Logs-2025-01-16.csv")
    assert (tally.read, problems) == (4988, [])
    sets = [each for session in sessions for each in session.sets]
    kinds = Counter(each.set_type.value for each in sets)
    assert kinds == {"working": 4879, "warmup": 109}
    assert sum(each.duration_s is not None for each in sets) == 126
    assert sessions[-1].start.local.isoformat() == "2025-01-09T19:30:00+01:00"
    for session in sessions:
        starts = [each.start.utc for each in session.sets if each.start]
        assert len(starts) == len(session.sets)
        assert starts == sorted(starts)


def test_the_same_workouts_in_gymbook_and_in_strong(real: Read) -> None:
    first, _, _ = real("gymbook/GB1609__GymBookToStrong__GymBook-Logs-2025-01-16.csv")
    again, _, _ = real("strong/GB1609__GymBookToStrong__new_strong.csv")

    def lifted(sessions: list[StrengthSession]) -> Counter[tuple[str, float, int]]:
        return Counter(
            (s.start.local.date().isoformat(), w.kg, each.reps)
            for s in sessions
            for each in s.sets
            if (w := each.weight) is not None and each.reps
        )

    assert lifted(first) == lifted(again)


def test_hands_in_fitbod(real: Read) -> None:
    sessions, problems, _ = real("fitbod/chrsilvi__FitBod_Analysis__WorkoutExport.csv")
    assert [problem.code for problem in problems] == ["load-meaning"]
    per_hand = {
        each.exercise
        for session in sessions
        for each in session.sets
        if each.meaning is LoadMeaning.PER_HAND
    }
    assert {"Dumbbell Lunge", "Dumbbell Romanian Deadlift", "Hammer Curls"} <= per_hand
    assert not per_hand & {"Back Squat", "Barbell Lunge", "Dumbbell Row", "Single Leg Kickback"}


@pytest.mark.parametrize("name", [name for name, *_ in PINNED])
def test_no_real_history_jumps_by_the_factor_of_the_units(name: str, real: Read) -> None:
    _, problems, _ = real(name)
    assert "unit-jump" not in {problem.code for problem in problems}


def test_plates_in_kilograms_shown_in_pounds(shared: Path, read: Read) -> None:
    path = shared / "scenarios/no_unit_stated_pounds_account/inputs/strong.csv"
    sessions, problems, tally = read(path.read_bytes(), Reading(zone="Europe/Berlin"))
    assert dict(tally.set_aside) == {"rest timer": 153}
    weights = {w.unit for session in sessions for e in session.sets if (w := e.weight)}
    assert weights == {WeightUnit.LB}
    assert [problem.code for problem in problems] == ["unit-guessed"]
