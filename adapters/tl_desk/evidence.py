"""The worth of each kind of desk evidence and the limits of belief, read from ``evidence.toml``."""

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from tl_analyzer.parsing.grades import EvidenceOf, Grade, read_evidence


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


#: All numbers that the adapters of this package use.
Evidence: TypeAlias = EvidenceOf[Grades, Limits]


@cache
def shipped_evidence() -> Evidence:
    """The numbers as shipped."""
    return read_evidence("tl_desk", Grades, Limits)
