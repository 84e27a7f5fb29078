"""The worth of what a watch sees all day, and the limits of belief, from ``evidence.toml``."""

from dataclasses import dataclass
from functools import cache

from tl_analyzer.parsing.grades import Grade, read_grades, read_limits


@dataclass(frozen=True, slots=True)
class Grades:
    """One grade for each kind of evidence; the data file says what each means."""

    still: Grade
    walking: Grade
    strolling: Grade
    moving: Grade
    usual_sleep: Grade


@dataclass(frozen=True, slots=True)
class Beliefs:
    """Limits of belief; rates are steps per minute, others have their unit in the name."""

    walking_rate: int
    least_rate: int
    most_rate: int
    interval_s: int
    backward_s: int
    sleep_least_s: int
    sleep_most_s: int
    days: int
    lightest_kg: int
    heaviest_kg: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """All numbers by which an all-day watch is read."""

    grade: Grades
    limit: Beliefs


@cache
def evidence() -> Evidence:
    """Read the shipped numbers.

    Raises
    ------
    ValueError
        When the data file and the fields above do not name the same things.
    """
    return Evidence(read_grades("tl_fit", Grades), read_limits("tl_fit", Beliefs))
