"""Names that hold commas without quotes, as FitNotes writes them."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tl_analyzer.log import Problem, ProblemKind, StrengthSession, Tally

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

HEADER = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time\n"
CLEAN = "2026-03-02,Deadlift,Back,120.0,kgs,5,,,\n"


@pytest.mark.parametrize("name", ["Row (Cable, Wide)", "Row, Cable, Wide", "Row,", ",Row", "a,,b"])
def test_the_name_is_put_together_again(name: str, read: Read) -> None:
    sessions, problems, tally = read(HEADER + CLEAN + f"2026-03-02,{name},Back,60.0,kgs,8,,,\n")
    mended = sessions[0].sets[1]
    assert (mended.exercise, mended.row, mended.reps) == (name, 3, 8)
    assert mended.weight is not None
    assert mended.weight.kg == 60.0
    assert tally.refused == 0
    assert [(p.kind, p.line, p.code) for p in problems] == [
        (ProblemKind.REPAIRED, 3, "unquoted-comma")
    ]


def test_a_category_that_no_clean_row_has_is_not_believed(read: Read) -> None:
    content = HEADER + CLEAN + "2026-03-02,Press, standing,Shoulders,40.0,kgs,8,,,\n"
    _, problems, tally = read(content)
    assert tally.refused == 1
    assert [(problem.line, problem.code) for problem in problems] == [(3, "row-too-long")]


def test_a_name_in_quotes_needs_no_repair(read: Read) -> None:
    sessions, problems, _ = read(HEADER + '2026-03-02,"Row (Cable, Wide)",Back,60.0,kgs,8,,,\n')
    assert sessions[0].sets[0].exercise == "Row (Cable, Wide)"
    assert problems == []


def test_no_other_app_has_its_rows_mended(read: Read) -> None:
    header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n"
    content = header + "2026-03-02 18:00:00,A,Row, Cable,1,60,8\n"
    _, problems, tally = read(content)
    assert (tally.read, tally.refused) == (0, 1)
    assert problems[0].code == "row-too-long"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.text(st.characters(codec="ascii", categories=("L", "N")), max_size=8),
        min_size=1,
        max_size=5,
    )
)
def test_any_number_of_commas(read: Read, parts: list[str]) -> None:
    name = "x" + ",".join(parts)
    sessions, _, tally = read(HEADER + CLEAN + f"2026-03-02,{name},Back,60.0,kgs,8,,,\n")
    assert tally.read == 2
    assert sessions[0].sets[1].exercise == name
