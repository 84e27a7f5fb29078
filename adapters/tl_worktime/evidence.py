"""The worth of each kind of evidence and the limits of belief, read from ``evidence.toml``."""

from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from tl_analyzer.parsing.grades import EvidenceOf, Grade, read_evidence


@dataclass(frozen=True, slots=True)
class Grades:
    """One grade for each kind of evidence; the data file says what each means."""

    sensor: Grade
    sensor_long: Grade
    sleep_diary: Grade
    desk_height: Grade
    heartbeats: Grade
    bucket: Grade
    unlocked: Grade
    endless: Grade
    locked: Grade
    timer: Grade


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits with their unit in the name; years are calendar years."""

    timer_s: int
    duration_tolerance_s: int
    bucket_s: int
    heartbeat_gap_s: int
    endless_s: int
    standing_cm: float
    moving_s: int
    still_cm: float
    sensor_long_s: int
    event_s: int
    seam_s: int
    table_gap_s: int
    sleep_s: int
    held: int
    first_year: int
    last_year: int
    file_bytes: int

    @property
    def years(self) -> range:
        """Years of dates that can be meant."""
        return range(self.first_year, self.last_year + 1)


#: All numbers that the adapters of this package use.
Evidence: TypeAlias = EvidenceOf[Grades, Limits]


@cache
def shipped_evidence() -> Evidence:
    """The numbers as shipped."""
    return read_evidence("tl_worktime", Grades, Limits)
