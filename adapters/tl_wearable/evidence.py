"""The worth of each kind of wearable evidence and the limits of belief (``evidence.toml``)."""

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from tl_analyzer.parsing.grades import EvidenceOf, Grade, read_evidence


@dataclass(frozen=True, slots=True)
class Grades:
    """One grade for each kind of evidence; the data file says what each means."""

    still: Grade
    inactive: Grade
    rest: Grade
    light: Grade
    active: Grade
    walking: Grade
    move_minutes: Grade
    asleep: Grade


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits with their unit in the name; the data file says what each means."""

    walk_steps_per_min: int
    level_s: int
    bin_s: int
    still_s: int
    sleep_s: int
    session_s: int
    day_min: int
    not_worn_min: int
    whole_day_s: int
    classes: int
    steps_most: int
    mass_least_kg: float
    mass_most_kg: float
    table_bytes: int
    json_bytes: int
    database_bytes: int
    database_rows: int
    database_work: int


#: All numbers that the adapters of this package use.
Evidence: TypeAlias = EvidenceOf[Grades, Limits]


@cache
def evidence() -> Evidence:
    """The numbers as shipped."""
    return read_evidence("tl_wearable", Grades, Limits)
