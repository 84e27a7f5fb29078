"""The worth of each kind of wearable evidence and the limits of belief (``evidence.toml``)."""

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


@dataclass(frozen=True, slots=True)
class Evidence:
    """All numbers that the adapters of this package use."""

    grade: Grades
    limit: Limits


@cache
def evidence() -> Evidence:
    """The numbers as shipped.

    Raises
    ------
    ValueError
        When the data file and the fields above do not name the same things.
    """
    table = tomllib.loads(files("tl_wearable").joinpath("evidence.toml").read_text("utf-8"))
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
