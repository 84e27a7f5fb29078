"""The worth of a calendar and the limits of belief, read from ``evidence.toml``."""

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
    """One grade for each kind of event; the data file says what each means."""

    meeting: Grade
    out_of_office: Grade


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits with their unit in the name; the data file says what each means."""

    meeting_s: int
    away_s: int
    back_days: int
    ahead_days: int
    ahead_of_stamp_days: int
    first_year: int
    last_year: int
    file_bytes: int
    events: int
    event_lines: int
    occurrences: int
    effort: int
    problems: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a rule: its length [d], and its cost beside that of a step of one day. [1]"""

    days: int
    cost: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """All numbers that the adapter uses; steps by the frequency of the rule."""

    grade: Grades
    limit: Limits
    step: dict[str, Step]


@cache
def shipped_evidence() -> Evidence:
    """The numbers as shipped.

    Raises
    ------
    ValueError
        When the data file and the fields above do not name the same things.
    """
    table = tomllib.loads(files("tl_calendar").joinpath("evidence.toml").read_text("utf-8"))
    for part, kind in (("grade", Grades), ("limit", Limits)):
        named = {field.name for field in fields(kind)}
        if odd := named ^ set(table[part]):
            raise ValueError(f"evidence.toml [{part}] and {kind.__name__} differ in {sorted(odd)}")
    grades = {
        name: Grade(entry["value"], Quality(entry["quality"]))
        for name, entry in table["grade"].items()
    }
    limits = {name: entry["value"] for name, entry in table["limit"].items()}
    steps = {name: Step(**entry) for name, entry in table["step"].items()}
    return Evidence(Grades(**grades), Limits(**limits), steps)
