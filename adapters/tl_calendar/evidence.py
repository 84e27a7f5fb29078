"""The worth of a calendar and the limits of belief, read from ``evidence.toml``."""

from dataclasses import dataclass
from functools import cache

from tl_analyzer.parsing.grades import Grade, read_grades, read_limits, read_table


@dataclass(frozen=True, slots=True)
class Grades:
    """One grade for each kind of event; the data file says what each means."""

    meeting: Grade
    out_of_office: Grade


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits with their unit in the name; the data file says what each means."""

    meeting_s: int
    training_s: int
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
    package = "tl_calendar"
    steps = {name: Step(**entry) for name, entry in read_table(package, "step").items()}
    return Evidence(read_grades(package, Grades), read_limits(package, Limits), steps)
