"""Every row is read, refused with its place, or set aside by name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Clock, Problem, ProblemKind, SetType, StrengthSession, Tally, WeightUnit
from tl_strength import importing, limits

if TYPE_CHECKING:
    from tests.strength.conftest import RowMaker

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

A12 = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
KG = Reading(zone="Europe/Berlin", weight_unit=WeightUnit.KG)
GOOD = '2026-03-02 18:05:10,"Lower",1h,"Deadlift (Barbell)",1,100.0,5,0,0,"","",8\n'


@pytest.mark.parametrize(
    ("cells", "column", "found"),
    [
        ({"date": "yesterday"}, "Date", "'yesterday'"),
        ({"date": ""}, "Date", "''"),
        ({"exercise": "  "}, "Exercise Name", "''"),
        ({"weight": "heavy"}, "Weight", "'heavy'"),
        ({"weight": "-20"}, "Weight", "'-20'"),
        ({"weight": "nan"}, "Weight", "'nan'"),
        ({"weight": "inf"}, "Weight", "'inf'"),
        ({"weight": "5000.1"}, "Weight", "'5000.1'"),
        ({"weight": "1e308"}, "Weight", "'1e308'"),
        ({"reps": "10001"}, "Reps", "'10001'"),
        ({"reps": "8-10"}, "Reps", "'8-10'"),
        ({"seconds": "soon"}, "Seconds", "'soon'"),
        ({"order": "x" * 41}, "Set Order", repr("x" * 41)),
    ],
)
def test_a_bad_row_is_refused_with_its_place(
    cells: dict[str, str], column: str, found: str, read: Read, row: "RowMaker"
) -> None:
    sessions, problems, tally = read(A12 + GOOD + row(**cells) + GOOD, KG)
    assert (tally.total, tally.read, tally.refused) == (3, 2, 1)
    assert [len(session.sets) for session in sessions] == [2]
    assert [(p.line, p.column, p.found, p.kind) for p in problems] == [
        (3, column, found, ProblemKind.REFUSED)
    ]
    assert problems[0].expected
    assert problems[0].hint


@pytest.mark.parametrize("cut", ["2026-03-02 18:05:10,Low", '2026-03-02 18:05:10,"Low', GOOD[:60]])
def test_a_row_cut_short_is_refused(cut: str, read: Read) -> None:
    _, problems, tally = read(A12 + GOOD + cut, KG)
    assert (tally.total, tally.read, tally.refused) == (2, 1, 1)
    assert [(problem.line, problem.code) for problem in problems] == [(3, "row-cut-short")]


def test_lines_are_those_of_an_editor(read: Read, row: "RowMaker") -> None:
    content = A12 + row(notes="first\nsecond\r\nthird") + row(reps="x") + "\n\n" + row(reps="y")
    sessions, problems, _ = read(content, KG)
    assert [problem.line for problem in problems] == [5, 8]
    assert sessions[0].sets[0].note == "first\nsecond\r\nthird"


def test_a_stray_quote_costs_no_more_than_its_row(read: Read) -> None:
    stray = GOOD.replace('"","",8', '"an open quote,"",8')
    sessions, problems, tally = read(A12 + GOOD + stray + GOOD * 300, KG)
    assert tally.total == 302
    assert tally.read >= 301
    assert len(problems) == tally.refused
    assert len(sessions[0].sets) == tally.read


def test_kinds_of_sets_and_of_rows_without_one(read: Read, row: "RowMaker") -> None:
    tags = ["1", "0", "2.0", "", "W", "d", "F", "WARM_UP", "Warm-up", "drop set", "Failure"]
    labels = ["Rest Timer", "rest  timer", "Note", "Minuteur de repos", "Tempo di recupero"]
    content = A12 + "".join(row(order=tag) for tag in [*tags, *labels])
    sessions, problems, tally = read(content, KG)
    working, warmup, drop, failure = (
        SetType.WORKING,
        SetType.WARMUP,
        SetType.DROP,
        SetType.FAILURE,
    )
    assert [each.set_type for each in sessions[0].sets] == [
        *[working] * 4,
        *[warmup, drop, failure, warmup, warmup, drop, failure],
    ]
    assert tally.set_aside == (
        ("minuteur de repos", 1),
        ("note", 1),
        ("rest timer", 2),
        ("tempo di recupero", 1),
    )
    assert [(problem.code, problem.kind) for problem in problems] == [
        ("row-label-unknown", ProblemKind.NOTE)
    ]
    assert "tempo di recupero" in problems[0].found


def test_a_crowd_of_labels_is_refused(read: Read, row: "RowMaker") -> None:
    content = A12 + "".join(row(order=f"label {chr(97 + n)}") for n in range(26))
    _, problems, tally = read(content, KG)
    assert sum(count for _, count in tally.set_aside) == 20
    assert tally.refused == 6
    assert sum(problem.kind is ProblemKind.REFUSED for problem in problems) == 6


def test_the_header_again_and_blank_rows_are_set_aside(read: Read) -> None:
    _, problems, tally = read(A12 + GOOD + A12 + "," * 11 + "\n\n" + GOOD, KG)
    assert problems == []
    assert tally.total == 4
    assert tally.set_aside == (("blank", 1), ("header", 1))


def test_empty_cells_past_the_header_do_no_harm(read: Read) -> None:
    _, problems, tally = read(A12 + GOOD.strip() + ",,,\n" + GOOD.strip() + ",x\n", KG)
    assert (tally.read, tally.refused) == (1, 1)
    assert problems[0].code == "row-too-long"


def test_rows_past_the_cap_are_refused_with_one_problem(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = limits.limits()
    small = full.model_copy(update={"file": full.file.model_copy(update={"rows": 2})})
    monkeypatch.setattr(importing, "limits", lambda: small)
    _, problems, tally = read(A12 + GOOD * 5, KG)
    assert (tally.total, tally.read, tally.refused) == (5, 2, 3)
    assert [problem.code for problem in problems] == ["too-many-rows"]


@pytest.mark.parametrize(("rpe", "kept"), [("0", None), ("", None), ("6.5", 6.5), ("10", 10.0)])
def test_exertion(rpe: str, kept: float | None, read: Read, row: "RowMaker") -> None:
    sessions, problems, _ = read(A12 + row(rpe=rpe), KG)
    assert sessions[0].sets[0].rpe == kept
    assert problems == []


@pytest.mark.parametrize("rpe", ["11", "0.5", "hard"])
def test_exertion_past_belief_does_not_cost_the_set(rpe: str, read: Read, row: "RowMaker") -> None:
    sessions, problems, _ = read(A12 + row(rpe=rpe), KG)
    assert sessions[0].sets[0].rpe is None
    assert [(problem.kind, problem.column) for problem in problems] == [(ProblemKind.NOTE, "RPE")]


def test_part_of_a_repetition_is_left_out_and_said(read: Read, row: "RowMaker") -> None:
    sessions, problems, _ = read(A12 + row(reps="7.5"), KG)
    assert sessions[0].sets[0].reps == 7
    assert [problem.kind for problem in problems] == [ProblemKind.REPAIRED]


def test_timed_sets_have_no_reps_and_failed_sets_have_none_done(
    read: Read, row: "RowMaker"
) -> None:
    sessions, _, _ = read(A12 + row(weight="0", reps="0", seconds="75") + row(reps="0"), KG)
    timed, failed = sessions[0].sets
    assert (timed.reps, timed.duration_s, timed.weight) == (None, 75.0, None)
    assert failed.reps == 0
    assert failed.weight is not None


def test_a_set_longer_than_a_day_loses_its_duration(read: Read, row: "RowMaker") -> None:
    sessions, problems, _ = read(A12 + row(seconds="86401"), KG)
    assert sessions[0].sets[0].duration_s is None
    assert [(problem.kind, problem.column) for problem in problems] == [
        (ProblemKind.NOTE, "Seconds")
    ]


def test_equal_rows_are_sets_done_alike(read: Read) -> None:
    header = "Date,Exercise,Category,Weight (kgs),Reps,Distance,Distance Unit,Time\n"
    sessions, _, _ = read(header + "2026-03-02,Deadlift,Back,100.0,5,,,\n" * 5)
    assert [len(session.sets) for session in sessions] == [5]
    assert sessions[0].start.clock is Clock.DATE
