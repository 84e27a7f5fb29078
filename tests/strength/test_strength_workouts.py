"""Rows make up workouts: which of them, when, and how long they lasted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Clock, Problem, StrengthSession, Tally, WeightUnit

if TYPE_CHECKING:
    from tests.strength.conftest import RowMaker

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

A12 = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,"
    "Notes,Workout Notes,RPE\n"
)
KG = Reading(zone="Europe/Berlin", weight_unit=WeightUnit.KG)


@pytest.mark.parametrize(("duration", "kept"), [("6h", 21600.0), ("6h 1m", None), ("often", None)])
def test_duration_of_a_workout_is_told_once(
    duration: str, kept: float | None, read: Read, row: "RowMaker"
) -> None:
    sessions, problems, _ = read(A12 + row(duration=duration) * 3, KG)
    assert sessions[0].duration_s == kept
    assert len(problems) == (kept is None)


def test_workouts_are_told_apart_and_put_in_the_order_of_time(read: Read, row: "RowMaker") -> None:
    content = (
        A12
        + row(date="2026-03-09 08:00:00", title="B")
        + row(date="2026-03-02 18:05:10", title="Lower", exercise="Squat (Barbell)")
        + row(date="2026-03-02 18:05:10", title="Upper")
        + row(date="2026-03-02 18:05:10", title="Lower")
    )
    sessions, _, _ = read(content, KG)
    assert [(s.title, s.provenance.row) for s in sessions] == [("Lower", 3), ("Upper", 4), ("B", 2)]
    assert [(each.exercise, each.row) for each in sessions[0].sets] == [
        ("Squat (Barbell)", 3),
        ("Deadlift (Barbell)", 5),
    ]


def test_clocks_of_a_night_that_has_them_twice_or_not_at_all(read: Read, row: "RowMaker") -> None:
    starts = ["2026-10-25 02:30:00", "2026-03-29 02:30:00", "2026-03-28 02:30:00"]
    sessions, _, tally = read(A12 + "".join(row(date=start) for start in starts), KG)
    assert tally.read == 3
    assert [session.start.clock for session in sessions] == [
        Clock.LOCAL,
        Clock.AMBIGUOUS,
        Clock.AMBIGUOUS,
    ]


def test_a_hevy_workout_over_the_change_of_clocks_lasts_as_long_as_it_did(read: Read) -> None:
    content = (
        '"title","start_time","end_time","exercise_title","set_index","set_type","weight_kg","reps"'
        '\n"Night","29 Mar 2026, 01:30","29 Mar 2026, 03:30","Squat (Barbell)",0,"normal",100,5\n'
    )
    sessions, _, _ = read(content, KG)
    assert sessions[0].duration_s == 3600.0


def test_an_end_before_the_start_is_no_duration(read: Read) -> None:
    content = (
        '"title","start_time","end_time","exercise_title","set_index","set_type","weight_kg","reps"'
        '\n"Night","29 Mar 2026, 18:30","29 Mar 2026, 18:00","Squat (Barbell)",0,"normal",100,5\n'
    )
    sessions, problems, _ = read(content, KG)
    assert sessions[0].duration_s is None
    assert [problem.code for problem in problems] == ["workout-duration"]
