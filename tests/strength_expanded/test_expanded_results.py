"""Logs of gyms and coaches: what was done, what was only asked for, what nobody wrote down."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tl_analyzer.adapter import Reading
from tl_analyzer.log import UnitBasis, WeightUnit

ReadAny = Callable[..., Any]

SUGARWOD = (
    "date,title,description,best_result_raw,best_result_display,score_type,barbell_lift,"
    "set_details,notes,rx_or_scaled,pr\n"
)
WODIFY = (
    "Date,Component,Result,Performance Result Type,Comment,Personal Record Description,"
    "Component Description\n"
)
HEROIC = "WorkoutTitle,ScheduledDate,RescheduledDate,ExerciseTitle,ExerciseData,ExerciseNotes\n"
FITNESS_PAL = (
    "Date,Exercise,Type,Exercise Calories,Exercise Minutes,Sets,Reps Per Set,Pounds,Steps,Note\n"
)


def lift(details: str, prose: str = "", title: str = "Back Squat", kind: str = "Load") -> str:
    cell = details.replace('"', '""')
    return f'03/02/2026,{title},{prose},1,1,{kind},Back Squat,"{cell}",,RX,\n'


@pytest.mark.parametrize(
    ("prose", "title", "reps"),
    [
        ("Back Squat for load: #1:  3 reps #2:  1 rep", "Back Squat", [3, 1]),
        ("Back Squat: 5-5-3", "Back Squat", [5, 5, 3]),
        ("build up", "Back Squat 3x2", [2, 2, 2]),
    ],
)
def test_repetitions_come_from_the_prose(
    prose: str, title: str, reps: list[int], read_any: ReadAny
) -> None:
    loads = ",".join('{"load": 205}' for _ in reps)
    found = read_any(SUGARWOD + lift(f"[{loads}]", prose, title))
    assert [one.reps for one in found.sets] == reps


def test_loads_of_nobody_s_unit_are_guessed_or_configured(read_any: ReadAny) -> None:
    rows = lift('[{"load":205},{"load":225}]', "#1: 3 reps #2: 3 reps")
    guessed = read_any(SUGARWOD + rows)
    assert {one.weight.basis for one in guessed.sets} == {UnitBasis.GUESSED}
    assert "unit-guessed" in guessed.codes
    told = read_any(SUGARWOD + rows, Reading(weight_unit=WeightUnit.KG))
    assert {(one.weight.unit, one.weight.basis) for one in told.sets} == {("kg", "configured")}


def test_one_load_for_several_sets_is_said(read_any: ReadAny) -> None:
    found = read_any(SUGARWOD + lift('[{"load":205}]', "#1: 3 reps #2: 3 reps"))
    assert [(one.reps, one.weight.value) for one in found.sets] == [(3, 205.0)] * 2
    assert "one-load-for-all" in found.codes


def test_loads_that_do_not_go_with_the_prose_have_no_repetitions(read_any: ReadAny) -> None:
    found = read_any(
        SUGARWOD + lift('[{"load":205},{"load":225}]', "#1: 3 reps #2: 3 reps #3: 3 reps")
    )
    assert [one.reps for one in found.sets] == [None, None]
    assert "repetitions-unknown" in found.codes


def test_a_workout_exported_again_counts_once_with_its_most_sets(read_any: ReadAny) -> None:
    prose = "#1: 3 reps #2: 3 reps"
    found = read_any(
        SUGARWOD + lift('[{"load":205}]', prose) + lift('[{"load":205},{"load":225}]', prose)
    )
    assert [one.weight.value for one in found.sets] == [205.0, 225.0]
    assert found.tally.set_aside == (("exported again", 1),)


@pytest.mark.parametrize("details", ['[{"load": 5', "{}", "7", "[" * 5000])
def test_a_broken_cell_costs_one_row(details: str, read_any: ReadAny) -> None:
    good = lift('[{"load":205}]', "#1: 3 reps", "Other")
    found = read_any(SUGARWOD + lift(details, "#1: 3 reps") + good)
    assert (found.tally.read, found.tally.refused) == (1, 1)


def test_a_named_workout_is_known_by_its_day_alone(read_any: ReadAny) -> None:
    timed = lift('[{"mins":46,"secs":2}]', "", "Murph", "")
    rounds = lift('[{"rnds":16,"reps":1}]', "", "Cindy", "Rounds + Reps")
    found = read_any(SUGARWOD + timed + rounds)
    assert found.sets == []
    assert [each.sport for each in found.activities] == ["crossfit"] * 2
    assert not any(each.start.timed for each in found.activities)
    lasted = [(each.end - each.start.utc).total_seconds() for each in found.activities]
    assert lasted == [2762.0, 0.0]
    assert found.codes == {"workouts-without-sets"}


def test_lines_of_a_whiteboard(read_any: ReadAny, goldens: Path) -> None:
    header = (goldens / "strength-csv/btwb.csv").read_text(encoding="utf-8").splitlines()[0]
    for between in ("\n", "\\n", "\r\n"):
        lines = between.join(["Sets", "5 Back Squats | 100 kg", "3 Back Squats | 110 kg"])
        found = read_any(f'{header}\n2026-03-09,,,true,Back Squat,"{lines}",\n')
        assert found.brief == [("Back Squats", 5, 100.0, "kg"), ("Back Squats", 3, 110.0, "kg")]


def test_names_of_athlete_and_gym_are_dropped(goldens: Path, read_any: ReadAny) -> None:
    for sample, secrets in (
        ("strength-csv/wodify-old.csv", ("Ada", "Example Gym")),
        ("strength-csv/turnkey.csv", ("Ada",)),
        ("jefit/backup.csv", ("1990-01-01", "My routine")),
    ):
        found = read_any((goldens / sample).read_bytes())
        told = repr((found.sessions, found.activities, found.problems, found.masses))
        assert not [secret for secret in secrets if secret in told]


def test_results_in_one_cell(read_any: ReadAny) -> None:
    rows = (
        "03/18/2026,Back Squat,5 x 5 @ 225 lbs,Weightlifting,,,\n"
        "03/18/2026,Helen,9:12,Metcon,,,\n"
        '03/18/2026,Press,"3 x 3 @ 42,5 kg",Weightlifting,,,\n'
    )
    found = read_any(WODIFY + rows)
    assert found.brief == [("Back Squat", 5, 225.0, "lb")] * 5 + [("Press", 3, 42.5, "kg")] * 3
    assert [each.sport for each in found.activities] == ["crossfit"]


@pytest.mark.parametrize("template", ["rep x pound", "rep x", "second x", "rep x  kilogram", ""])
def test_a_template_that_was_not_filled_in_is_not_work(template: str, read_any: ReadAny) -> None:
    found = read_any(HEROIC + f"W1,2026-03-02,,Squat,{template},\n")
    assert (found.sets, found.tally.set_aside) == ([], (("not performed", 1),))


def test_work_counts_on_the_day_it_was_moved_to(read_any: ReadAny) -> None:
    found = read_any(HEROIC + 'W1,2026-03-02,2026-03-05,Squat,"5, 5 rep x 100, 105 pound",\n')
    assert found.sessions[0].start.local.day == 5
    assert found.brief == [("Squat", 5, 100.0, "lb"), ("Squat", 5, 105.0, "lb")]


def test_a_range_in_a_cell_of_results_is_refused_as_a_plan(read_any: ReadAny) -> None:
    found = read_any(HEROIC + "W1,2026-03-02,,Squat,8-10 rep x 100 pound,\n")
    assert "not a plan" in found.problems[0].expected
    assert found.tally.refused == 1


def test_what_was_assigned_is_work_only_when_ticked_off(goldens: Path, read_any: ReadAny) -> None:
    found = read_any((goldens / "strength-csv/turnkey.csv").read_bytes())
    assert {one.exercise for one in found.sets} == {"Squat", "Bench Press", "Chin-Up"}
    assert dict(found.tally.set_aside) == {"missed": 1, "no result": 2, "workout not completed": 1}
    assert "read-as-assigned" in found.codes
    bench = [one for one in found.sets if one.exercise == "Bench Press"]
    assert [(one.reps, one.weight.value) for one in bench] == [(4, 42.5)] * 3


def test_triples_of_sets_repetitions_and_pounds(read_any: ReadAny) -> None:
    rows = (
        '2026-03-02,"""Squat, Barbell""",Strength,,,3,8,135,,\n2026-03-02,Walk,Cardio,9,9,,,,9,\n'
    )
    found = read_any("\ufeff" + FITNESS_PAL + rows)
    assert found.brief == [("Squat, Barbell", 8, 135.0, "lb")] * 3
    assert found.tally.set_aside == (("cardio", 1),)


@pytest.mark.parametrize("sets", ["0", "51", "2.5", "two", "1e9"])
def test_a_number_of_sets_beyond_belief_is_refused(sets: str, read_any: ReadAny) -> None:
    found = read_any(FITNESS_PAL + f"2026-03-02,Squat,Strength,,,{sets},8,135,,\n")
    assert (found.sets, found.tally.refused) == ([], 1)
