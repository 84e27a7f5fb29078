"""The worth of what a watch sees, and the limits of belief, read from ``evidence.toml``."""

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from tl_analyzer.log import Quality


@dataclass(frozen=True, slots=True)
class Grade:
    """Probability that a stretch of time is what it is taken for [1], and how that is known."""

    probability: float
    quality: Quality


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
    table = tomllib.loads(files("tl_apple").joinpath("evidence.toml").read_text("utf-8"))
    for part, kind in (("grade", Grades), ("limit", Limits)):
        named = {field.name for field in fields(kind)}
        if odd := named ^ set(table[part]):
            raise ValueError(f"evidence.toml [{part}] and {kind.__name__} differ in {sorted(odd)}")
    grades = {
        name: Grade(entry["value"], Quality(entry["quality"]))
        for name, entry in table["grade"].items()
    }
    limits = {name: entry["value"] for name, entry in table["limit"].items()}
    return Evidence(Grades(**grades), Limits(**limits))
