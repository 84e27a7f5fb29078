"""StrongLifts: sets in columns, workouts in blocks, units that a header mixes."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ReadAny = Callable[..., Any]

HEADER = (
    "Date (yyyy/mm/dd),Workout,Workout Name,Body Weight (KG),Exercise,Sets\u00d7Reps,"
    "Duration (hours),Start Time (h:mm),Notes,Set 1 (Reps),Set 1 (LB),Set 2 (Reps),Set 2 (LB)\n"
)
BLOCK = "Weight (KG),Weight (LB),Set 1,Set 2,Set 3,Set 4,Set 5"
LEGACY = f"Date,Note,Body Weight (KG),Body Weight (LB),Exercise 1,{BLOCK},Exercise 2,{BLOCK}\n"

#: File of the corpus, rows, workouts, sets, sets not done, and the unit (with its basis).
PINNED = [
    ("LiamMorrow__LiftLog__stronglifts-export-kg.csv", 15, 5, 52, 17, "kg stated"),
    ("LiamMorrow__LiftLog__stronglifts-export-lb.csv", 15, 5, 52, 17, "lb stated"),
    (
        "SevketYALCIN__stronglifts-csv-to-json__spreadsheet-stronglifts.csv",
        46,
        46,
        666,
        4,
        "kg stated",
    ),
]


def row(sets: str, date: str = "2026/03/02", clock: str = "6:15 PM") -> str:
    return f'{date},1,A,71.4,Squat,5/5,0.5,{clock},"",{sets}\n'


def test_pairs_of_columns_are_sets_in_the_unit_of_their_header(read_any: ReadAny) -> None:
    found = read_any(HEADER + row("5,135,4,137.5"))
    assert found.brief == [("Squat", 5, 135.0, "lb"), ("Squat", 4, 137.5, "lb")]
    assert [mass.mass.unit for mass in found.masses] == ["kg"], "the header mixes units"
    assert found.problems == []


@pytest.mark.parametrize(
    ("clock", "hour"), [("12:05 AM", 0), ("11:40 PM", 23), ("12:30 PM", 12), ("7:05 AM", 7)]
)
def test_clock_of_twelve_hours_keeps_its_day(clock: str, hour: int, read_any: ReadAny) -> None:
    session = read_any(HEADER + row("5,135,5,135", clock=clock)).sessions[0]
    assert (session.start.local.day, session.start.local.hour) == (2, hour)
    assert session.duration_s == 1800.0


def test_byte_order_mark_plain_x_and_blanks_in_the_header(read_any: ReadAny) -> None:
    header = HEADER.replace("\u00d7", "x").replace(",Set", ", Set")
    assert len(read_any("\ufeff" + header + row("5,135,5,135")).sets) == 2


def test_a_failed_set_is_no_work_and_is_counted(read_any: ReadAny) -> None:
    found = read_any(HEADER + row("5,135,0,135"))
    assert found.brief == [("Squat", 5, 135.0, "lb")]
    assert found.codes == {"sets-not-done"}
    nothing = read_any(HEADER + row("0,135,0,135"))
    assert (nothing.sets, nothing.tally.set_aside) == ([], (("sets not done", 1),))


def test_a_skipped_exercise_is_set_aside(read_any: ReadAny) -> None:
    found = read_any(HEADER + row(",,,").replace("5/5", "Skipped"))
    assert found.tally.set_aside == (("skipped", 1),)


def test_one_bad_set_does_not_cost_the_row(read_any: ReadAny) -> None:
    found = read_any(HEADER + row("5,135,many,135"))
    assert found.tally.read == 1
    problem = found.problems[0]
    assert (problem.line, problem.column) == (2, "Set 2 (Reps)")


def test_rows_of_blocks_may_be_longer_or_shorter_than_the_header(read_any: ReadAny) -> None:
    block = ",60,,5,5,5,5,5"
    long = f"03/14/26,,71,,Squat{block},Press{block},Row{block},Curl{block}\n"
    short = "03/16/26,,71,,Squat,60,,5,5\n"
    found = read_any(LEGACY + long + short)
    assert Counter(one.exercise for one in found.sets) == {
        "Squat": 7,
        "Press": 5,
        "Row": 5,
        "Curl": 5,
    }
    assert len(found.sessions) == 2


def test_the_whole_file_decides_the_order_of_day_and_month(read_any: ReadAny) -> None:
    rest = ",,71,,Squat,60,,5,5,5,5,5\n"
    american = read_any(LEGACY + "03/04/26" + rest + "03/14/26" + rest)
    assert [each.start.local.month for each in american.sessions] == [3, 3]
    european = read_any(LEGACY + "03/04/26" + rest + "14/03/26" + rest)
    assert [each.start.local.month for each in european.sessions] == [3, 4]
    undecided = read_any(LEGACY + "03/04/26" + rest)
    assert (undecided.sessions, undecided.tally.refused) == ([], 1)


def test_the_column_that_is_filled_names_the_unit(read_any: ReadAny) -> None:
    found = read_any(LEGACY + "03/14/26,,,158,Squat,,135,5,,,,,Row,60,,5\n")
    assert found.brief == [("Squat", 5, 135.0, "lb"), ("Row", 5, 60.0, "kg")]
    assert [mass.mass.unit for mass in found.masses] == ["lb"]


def test_sets_without_an_exercise_are_refused(read_any: ReadAny) -> None:
    found = read_any(LEGACY + "03/14/26,,,,Squat,60,,5,,,,,,60,,5\n")
    assert len(found.sets) == 1
    assert [problem.column for problem in found.problems] == ["Exercise 1"]


@pytest.mark.parametrize(("name", "rows", "workouts", "sets", "undone", "unit"), PINNED)
def test_pinned_counts(
    name: str,
    rows: int,
    workouts: int,
    sets: int,
    undone: int,
    unit: str,
    corpus: Path,
    read_any: ReadAny,
) -> None:
    found = read_any((corpus / "strength/stronglifts" / name).read_bytes(), name=name)
    assert (found.tally.read, found.tally.total) == (rows, rows)
    assert (len(found.sessions), len(found.sets)) == (workouts, sets)
    assert {f"{w.unit} {w.basis}" for one in found.sets if (w := one.weight)} == {unit}
    notes = {problem.code: problem.found for problem in found.problems}
    assert set(notes) == {"sets-not-done"}
    assert notes["sets-not-done"].endswith(f": {undone}")


def test_the_list_is_complete(corpus: Path) -> None:
    there = {path.name for path in (corpus / "strength/stronglifts").iterdir()}
    assert there == {name for name, *_ in PINNED}


def test_month_first_in_the_real_file(corpus: Path, read_any: ReadAny) -> None:
    found = read_any((corpus / "strength/stronglifts" / PINNED[-1][0]).read_bytes())
    first, last = found.sessions[0].start.local, found.sessions[-1].start.local
    assert (first.date().isoformat(), last.date().isoformat()) == ("2018-05-16", "2018-09-24")
    assert found.brief[0] == ("Squat", 5, 20.0, "kg")
