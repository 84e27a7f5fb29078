"""The worth of what a watch sees, and the limits of belief, read from ``evidence.toml``."""

from dataclasses import dataclass
from functools import cache

from tl_analyzer.parsing.grades import Grade, read_grades, read_limits


@dataclass(frozen=True, slots=True)
class Grades:
    """One grade for each kind of evidence; the data file says what each means."""

    still: Grade
    stood: Grade
    stepping: Grade
    idle_hour: Grade
    stood_hour: Grade
    asleep: Grade
    in_bed: Grade


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits with their unit in the name; the data file says what each means."""

    bin_s: int
    whole_bin_min: int
    still_steps: int
    walking_steps: int
    steps_s: int
    steps_in_row: int
    sleep_s: int
    workout_s: int
    least_mass_kg: float
    most_mass_kg: float
    first_year: int
    last_year: int
    file_bytes: int
    fragment_bytes: int
    rows: int
    workouts: int
    type_names: int
    problems: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """All numbers that the adapter uses."""

    grade: Grades
    limit: Limits


@cache
def shipped_evidence() -> Evidence:
    """The numbers as shipped.

    Raises
    ------
    ValueError
        When the data file and the fields above do not name the same things.
    """
    return Evidence(read_grades("tl_apple", Grades), read_limits("tl_apple", Limits))
