"""Tables as people lay them out: wide, with sections, merged, with dates of any kind."""

import pytest

from tests.table.table_reading import read_table
from tl_analyzer.adapter import Reading
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import UnitBasis, WeightUnit

HEAD = "Date,Exercise,Reps,Load\n"


def days(*dates: str, head: str = HEAD) -> list[str]:
    """The days under which sets were read."""
    found = read_table(head + "".join(f'"{day}",Squat,5,100\n' for day in dates))
    return [str(session.start.local.date()) for session in found.sessions]


def test_wide_table_of_short_cells() -> None:
    found = read_table(
        "Date,Exercise,Set 1,Set 2,Set 3\n2026-11-09,Squat,100x5,105x5,8-10\n2026-11-09,Dip,8,8,x\n"
    )
    assert found.loads == [
        ("Squat", 100, 5),
        ("Squat", 105, 5),
        ("Dip", None, 8),
        ("Dip", None, 8),
    ]
    assert found.the("planned-rows").line == 2


def test_wide_table_of_pairs() -> None:
    found = read_table(
        "Date;Exercise;Reps 1;kg 1;Reps 2;kg 2\n2026-11-09;Squat;5;100;3;110,5\n"
        "2026-11-10;Squat;5;100;;\n"
    )
    assert found.loads == [("Squat", 100, 5), ("Squat", 110.5, 3), ("Squat", 100, 5)]
    assert {s.weight.basis for s in found.sets if s.weight} == {UnitBasis.STATED}


def test_wide_table_with_repetitions_or_loads_of_the_row() -> None:
    loads = read_table("Date,Exercise,Reps,Set 1,Set 2\n2026-11-09,Squat,5,100,105\n")
    reps = read_table("Date,Exercise,Weight,Set 1,Set 2\n2026-11-09,Squat,100,5,4\n")
    assert loads.loads == [("Squat", 100, 5), ("Squat", 105, 5)]
    assert reps.loads == [("Squat", 100, 5), ("Squat", 100, 4)]


def test_header_of_two_rows() -> None:
    found = read_table(
        "Date,Exercise,Set 1,,Set 2,\n,,Reps,kg,Reps,kg\n2026-11-09,Squat,5,100,3,110\n"
    )
    assert found.loads == [("Squat", 100, 5), ("Squat", 110, 3)]
    assert found.aside == {"header": 2}


def test_what_merged_cells_left_out_is_filled_down() -> None:
    found = read_table(
        "Date,Exercise,Set,Reps,kg\n"
        "2026-11-09,Squat,1,5,100\n,,2,5,105\n,Row,1,8,60\n2026-11-10,,1,5,100\n"
    )
    assert found.loads == [("Squat", 100, 5), ("Squat", 105, 5), ("Row", 60, 8)]
    assert found.the("filled-down").line == 3
    assert found.tally.refused == 1  # a new day names its exercise


def test_section_titles_name_the_workout_or_the_exercise() -> None:
    found = read_table(
        HEAD + "Lower body,,,\n2026-11-09,Squat,5,100\nUpper body,,,\n"
        "2026-11-10,Bench Press,5,80\n,Row,,\n,,8,60\n"
    )
    assert [session.title for session in found.sessions] == ["Lower body", "Upper body"]
    assert found.loads[-1] == ("Row", 60, 8)


def test_section_titles_that_are_days() -> None:
    columns = ColumnMap(
        adapter="strength-table", means={"exercise": "What", "reps": "How often", "load": "Kilos"}
    )
    found = read_table(
        "Monday 9 November 2026\nWhat,How often,Kilos\nSquat,5,100\n11.11.2026,,\nRow,8,60\n",
        columns=columns,
    )
    assert [str(s.start.local.date()) for s in found.sessions] == ["2026-11-09", "2026-11-11"]


def test_title_above_the_table_is_not_kept() -> None:
    found = read_table("Plan of somebody,,,\n" + HEAD + "2026-11-09,Squat,5,100\n")
    assert found.sessions[0].title == ""


def test_header_again_and_another_header() -> None:
    found = read_table(
        HEAD + "2026-11-09,Squat,5,100\n" + HEAD + "2026-11-10,Squat,5,100\n"
        "Exercise,Date,Load,Reps\nRow,2026-11-11,60,8\n"
    )
    assert found.loads == [("Squat", 100, 5), ("Squat", 100, 5), ("Row", 60, 8)]
    assert found.aside["header"] == 3


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-09",
        "2026/11/09",
        "09.11.2026",
        "9.11.26",
        "Mon 9 Nov 2026",
        "Montag, 09.11.2026",
        "lundi 9 novembre 2026",
        "9 de noviembre de 2026",
        "Nov 9th, 2026",
        "9-Nov-26",
        "20261109",
        "2026-11-09 23:40",
    ],
)
def test_dates_people_write(written: str) -> None:
    assert days(written) == ["2026-11-09"]


def test_order_of_day_and_month_is_decided_by_the_whole_file() -> None:
    assert days("03/11/2026", "14/11/2026") == ["2026-11-03", "2026-11-14"]
    assert days("03/11/2026", "03/14/2026") == ["2026-03-11", "2026-03-14"]


def test_order_that_nothing_tells_is_refused_with_what_settles_it() -> None:
    found = read_table(HEAD + "03/11/2026,Squat,5,100\n")
    assert not found.sessions
    assert "day-first" in found.problems[0].hint


def test_order_in_header_or_map_settles_it() -> None:
    assert days("03/11/2026", head="Date (mm/dd/yyyy),Exercise,Reps,Load\n") == ["2026-03-11"]
    columns = ColumnMap(
        adapter="strength-table",
        means={"date": "Date", "exercise": "Exercise", "reps": "Reps"},
        dates="day-first",
    )
    found = read_table(HEAD + "03/11/2026,Squat,5,100\n", columns=columns)
    assert str(found.sessions[0].start.local.date()) == "2026-11-03"


@pytest.mark.parametrize("written", ["9 Nov", "11/9", "Monday", "31.02.2026", "2026-13-01"])
def test_no_date_is_no_date(written: str) -> None:
    found = read_table(HEAD + f"{written},Squat,5,100\n")
    assert found.tally.refused == 1
    assert found.problems[0].code == "date-not-understood"


def test_units_by_row_by_header_and_by_column() -> None:
    found = read_table(
        "Date,Exercise,Reps,Weight (kg),Weight (lb)\n"
        "2026-11-09,Squat,5,100,\n2026-11-09,Squat,5,,225\n2026-11-09,Squat,5,50 lb,\n"
    )
    units = [one.weight.unit for one in found.sets if one.weight]
    assert units == [WeightUnit.KG, WeightUnit.LB, WeightUnit.LB]
    wrong = read_table("Date,Exercise,Reps,Load,Unit\n2026-11-09,Squat,5,100,plates\n")
    assert wrong.the("unit-not-understood").expected == "kg or lb"


def test_unit_is_stated_configured_or_guessed() -> None:
    table = HEAD + "2026-11-09,Deadlift,5,142.5\n"
    guessed = read_table(table)
    configured = read_table(table, reading=Reading(weight_unit=WeightUnit.LB))
    assert [s.weight.basis for s in guessed.sets if s.weight] == [UnitBasis.GUESSED]
    assert "unit-guessed" in guessed.codes and "unit-guessed" not in configured.codes
    assert [s.weight.unit for s in configured.sets if s.weight] == [WeightUnit.LB]
