"""Rows as people write them: one test for each habit."""

import pytest

from tests.table.table_reading import Found, read_table
from tl_analyzer.log import Clock, LoadMeaning, SetType

HEAD = "Date,Exercise,Sets,Reps,Load (kg)\n"
DAY = "2026-11-09,"


def rows(*lines: str) -> Found:
    return read_table(HEAD + "\n".join(DAY + line for line in lines) + "\n")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Squat,3,10,60", [(60, 10)] * 3),
        ("Squat,,10,60", [(60, 10)]),
        ("Squat,3,5/5/4,60", [(60, 5), (60, 5), (60, 4)]),
        ("Squat,,5/5/4,60/62.5/65", [(60, 5), (62.5, 5), (65, 4)]),
        ("Squat,3,5,60/62.5/65", [(60, 5), (62.5, 5), (65, 5)]),
        ("Squat,,3x10,60", [(60, 10)] * 3),
        ("Squat,3x10,,60", [(60, 10)] * 3),
        ("Squat,,,100x5", [(100, 5)]),
        ('Squat,,,"100x5, 105x3"', [(100, 5), (105, 3)]),
        ("Pull Up,2,8,BW+20", [(20, 8)] * 2),
        ("Pull Up,2,8,BW", [(None, 8)] * 2),
        ("Pull Up,2,8,-", [(None, 8)] * 2),
        ("Squat,1,5,0", [(None, 5)]),
        ("Squat,1,10.0,60.0", [(60, 10)]),
        ('Squat,1,5,"62,5"', [(62.5, 5)]),
        ("Squat,1,0,140", [(140, 0)]),
    ],
)
def test_sets_of_a_row(row: str, expected: list[tuple[float | None, int]]) -> None:
    found = rows(row)
    assert [(load, reps) for _, load, reps in found.loads] == expected
    assert found.tally.read == 1


@pytest.mark.parametrize(
    "row",
    [
        "Squat,3,10,60/65",
        "Squat,4,5/5/4,60",
        "Squat,3,ten,60",
        "Squat,3,10,heavy",
        "Squat,2.5,10,60",
        "Squat,99,10,60",
        "Squat,3,10,99999",
        "Squat,3,2000,60",
        "Squat,3,-5,60",
        "Squat,3,10,5x20 kg",
        'Squat,3,10,"1,000"',
        ",3,10,60",
        "Squat,3,2026-10-08,60",
    ],
)
def test_row_that_cannot_be_meant_in_one_way_is_refused_and_counted(row: str) -> None:
    found = rows(row, "Squat,1,5,100")
    assert found.tally.refused == 1
    assert found.loads == [("Squat", 100, 5)]


@pytest.mark.parametrize(
    "row",
    [
        "Squat,3,8-10,60",
        "Squat,3,8\u201310,60",
        "Squat,3,AMRAP,60",
        "Squat,3,5+,60",
        "Squat,5,5,80%",
    ],
)
def test_a_plan_is_not_work_done(row: str) -> None:
    found = rows(row)
    assert not found.sessions
    assert found.aside == {"header": 1, "planned": 1}
    assert found.the("planned-rows").line == 2


def test_a_date_that_excel_made_of_a_range_says_so() -> None:
    hint = rows("Squat,3,2026-10-08,60").problems[0].hint
    assert "8-10" in hint and "text" in hint


def test_set_column_that_runs_numbers_the_sets() -> None:
    found = rows("Squat,1,5,100", "Squat,2,5,105", "Row,1,8,60", "Squat,3,4,110", "Row,2,8,60")
    assert len(found.sets) == 5


def test_set_column_that_does_not_run_counts_them() -> None:
    found = rows("Squat,3,5,100", "Row,2,8,60", "Row,2,6,70")
    assert len(found.sets) == 7


def test_two_implements_are_one_in_each_hand() -> None:
    (one,) = rows("Dumbbell Press,,10,2x20").sets
    assert (one.weight and one.weight.value, one.meaning) == (20, LoadMeaning.PER_HAND)


def test_help_is_no_load() -> None:
    negative, named = rows("Pull Up,,8,-15", "Assisted Pull Up,,8,15").sets
    assert negative.meaning is named.meaning is LoadMeaning.ASSISTANCE


def test_rows_without_work_are_set_aside_by_name() -> None:
    found = rows("Squat,,,", "Total,6,60,3600")
    found_sums = read_table(HEAD + "Summe,,6,60,3600\n" + DAY + "Squat,1,5,100\n")
    assert found.aside == {"header": 1, "nothing filled in": 1, "total": 1}
    assert found_sums.aside["total"] == 1


def test_equal_rows_are_all_kept() -> None:
    assert len(rows(*["Squat,,5,100"] * 4).sets) == 4


def test_kinds_of_sets_rpe_and_notes() -> None:
    found = read_table(
        "Date;Exercise;Set;Reps;kg;RPE;RIR;Type;Notes\n"
        "2026-11-09;Squat;W;5;60;0;;;easy\n"
        "2026-11-09;Squat;1;5;100;8,5;2;Aufwärmen;\n"
        "2026-11-09;Squat;2;5;100;12;;cluster;\n"
    )
    assert [one.set_type for one in found.sets] == [
        SetType.WARMUP,
        SetType.WARMUP,
        SetType.WORKING,
    ]
    assert [(one.rpe, one.rir) for one in found.sets] == [(None, None), (8.5, 2), (None, None)]
    assert found.sets[0].note == "easy"
    assert {"set-type-unknown", "rpe-not-understood"} <= found.codes


def test_timed_and_measured_sets() -> None:
    found = read_table(
        "Date,Exercise,Sets,Reps,Duration (s),Distance\n"
        "2026-11-09,Plank,2,0,45,\n"
        "2026-11-09,Plank,1,,1:30,\n"
        "2026-11-09,Carry,1,,,40 m\n"
        "2026-11-09,Carry,1,,,40\n"
    )
    assert [(one.reps, one.duration_s, one.distance_m) for one in found.sets] == [
        (None, 45, None),
        (None, 45, None),
        (None, 90, None),
        (None, None, 40),
        (None, None, None),
    ]
    assert found.the("distance-not-understood").line == 5


def test_what_is_marked_as_not_done_is_not_read() -> None:
    found = read_table(
        "Date,Exercise,Reps,Planned,Done\n"
        "2026-11-09,Squat,5,,x\n"
        "2026-11-09,Squat,5,,\n"
        "2026-11-09,Squat,5,yes,x\n"
        "2026-11-09,Squat,5,,no\n"
    )
    assert len(found.sets) == 1
    assert found.aside == {"header": 1, "not done": 2, "planned": 1}


def test_a_workout_begins_with_its_first_clock() -> None:
    found = read_table(
        "Date,Start time,Exercise,Reps\n"
        "2026-11-09,18:30,Squat,5\n"
        "2026-11-09,18:45,Squat,5\n"
        "2026-11-10,,Squat,5\n"
    )
    first, second = found.sessions
    assert (first.start.local.hour, first.start.local.minute) == (18, 30)
    assert [one.start is not None for one in first.sets] == [True, True]
    assert second.start.clock is Clock.DATE


def test_rows_of_several_athletes_are_no_log_of_one() -> None:
    found = read_table("Athlete,Date,Exercise,Reps\nA,2026-11-09,Squat,5\nB,2026-11-09,Squat,5\n")
    assert not found.sessions
    assert "2 athletes" in found.the("several-athletes").found
    alone = read_table("Athlete,Date,Exercise,Reps\nA,2026-11-09,Squat,5\n")
    assert len(alone.sets) == 1


GROUPED = (
    "Datum;Übung;Wdh;kg;Distanz (m)\n2026-11-09;Kreuzheben;5;102,5;\n2026-11-09;Rudern;;;1.000\n"
)


def test_a_point_parts_thousands_where_decimals_have_a_comma() -> None:
    found = read_table(GROUPED)
    assert [s.distance_m for s in found.sets] == [None, 1000.0]
    assert found.codes == read_table(GROUPED.replace("1.000", "1000")).codes


def test_a_point_stays_a_decimal_where_others_are() -> None:
    found = read_table(GROUPED.replace("102,5", "102.5").replace("1.000", "1.250"))
    assert [s.distance_m for s in found.sets] == [None, 1.25]


def test_thousands_with_decimals_are_read_and_other_points_refused() -> None:
    assert read_table(GROUPED.replace("1.000", "1.000,5")).sets[1].distance_m == 1000.5
    odd = read_table(GROUPED.replace("1.000", "1.000.00"))
    assert [s.distance_m for s in odd.sets] == [None]
