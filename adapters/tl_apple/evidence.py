"""The worth of what a watch sees, and the limits of belief, read from ``evidence.toml``."""

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from tl_analyzer.parsing.grades import EvidenceOf, Grade, read_evidence


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


#: All numbers that the adapter uses.
Evidence: TypeAlias = EvidenceOf[Grades, Limits]


@cache
def shipped_evidence() -> Evidence:
    """The numbers as shipped."""
    return read_evidence("tl_apple", Grades, Limits)
