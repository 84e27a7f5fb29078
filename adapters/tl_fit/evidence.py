"""The worth of what a watch sees all day, and the limits of belief, from ``evidence.toml``."""

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
    table = tomllib.loads(files("tl_fit").joinpath("evidence.toml").read_text(encoding="utf-8"))
    for part, kind in (("grade", Grades), ("limit", Beliefs)):
        if odd := {field.name for field in fields(kind)} ^ set(table[part]):
            raise ValueError(f"evidence.toml [{part}] and {kind.__name__} differ in {sorted(odd)}")
    grades = {
        name: Grade(entry["value"], Quality(entry["quality"]))
        for name, entry in table["grade"].items()
    }
    return Evidence(
        Grades(**grades), Beliefs(**{name: e["value"] for name, e in table["limit"].items()})
    )
