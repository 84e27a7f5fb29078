"""The worth of each kind of desk evidence and the limits of belief, read from ``evidence.toml``."""

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

    posture_log: Grade
    active: Grade
    endless: Grade
    idle: Grade


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits with their unit in the name; years are calendar years, similarities are in %."""

    endless_s: int
    seam_s: int
    event_s: int
    posture_s: int
    over_midnight_s: int
    first_year: int
    last_year: int
    file_bytes: int
    export_bytes: int
    events: int
    hint_similarity: int
    emergency_similarity: int

    @property
    def years(self) -> range:
        """Years of dates that can be meant."""
        return range(self.first_year, self.last_year + 1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All numbers that the adapters of this package use."""

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
    table = tomllib.loads(files("tl_desk").joinpath("evidence.toml").read_text("utf-8"))
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
