"""Stretches of time as a wearable saw them, and the values of the log they become."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from tl_analyzer.adapter import Adapter, SourceFile, provenance
from tl_analyzer.log import (
    BodyMass,
    Observation,
    Posture,
    PostureInterval,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.parsing.grades import Grade
from tl_analyzer.parsing.moments import read_iso
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.timeline import Span, merged
from tl_wearable.evidence import evidence

_MINUTE = timedelta(minutes=1)
_GRAMS = 1000.0


class Seen(Enum):
    """What a wearable saw: the name of its grade, the posture it speaks for, what observed it."""

    STILL = ("still", Posture.SITTING, Observation.WRIST_STILL)
    INACTIVE = ("inactive", Posture.SITTING, Observation.WRIST_STILL)
    REST = ("rest", Posture.LYING, Observation.SLEEP)
    LIGHT = ("light", Posture.MOVING, Observation.STEPS)
    ACTIVE = ("active", Posture.MOVING, Observation.STEPS)
    WALKING = ("walking", Posture.MOVING, Observation.STEPS)
    MOVE_MINUTES = ("move_minutes", Posture.MOVING, Observation.STEPS)
    ASLEEP = ("asleep", Posture.LYING, Observation.SLEEP)

    @property
    def grade(self) -> Grade:
        """How likely it is what it is taken for."""
        found: Grade = getattr(evidence().grade, self.value[0])
        return found


@dataclass(frozen=True)
class Wearer:
    """Who saw it: the adapter, the file, the athlete's zone, and the source in plain words."""

    adapter: Adapter
    file: SourceFile
    zone: str
    source: str

    def interval(self, span: Span[Seen]) -> PostureInterval:
        """A stretch as an interval of the log."""
        _, posture, observation = span.kind.value
        grade = span.kind.grade
        return PostureInterval(
            start=When(utc=span.start, zone=self.zone),
            end=span.end,
            posture=posture,
            probability=grade.probability,
            quality=grade.quality,
            observation=observation,
            source=self.source,
            provenance=provenance(self.adapter, self.file, span.row),
        )

    def intervals(self, spans: Iterable[Span[Seen]]) -> Iterator[PostureInterval]:
        """Stretches in time order, neighbours of one kind made one."""
        ordered = sorted(spans, key=lambda span: (span.start, span.end, span.row))
        for span in merged(ordered):
            yield self.interval(span)

    def mass(self, start: When, grams: float, row: int) -> BodyMass:
        """A body mass that was stated in grams.

        Raises
        ------
        Unreadable
            If no person weighs that.
        """
        limit = evidence().limit
        kg = grams / _GRAMS
        if not limit.mass_least_kg <= kg <= limit.mass_most_kg:
            wanted = f"a body mass from {limit.mass_least_kg:g} to {limit.mass_most_kg:g} kg"
            raise Unreadable(f"{wanted}, in grams")
        return BodyMass(
            start=start,
            mass=Weight(value=kg, unit=WeightUnit.KG, basis=UnitBasis.STATED),
            provenance=provenance(self.adapter, self.file, row),
        )


def read_instant(text: str) -> datetime:
    """Read an instant with its offset.

    Raises
    ------
    Unreadable
        If it is none, or states no offset.
    """
    found = read_iso(text.strip())
    if not isinstance(found, datetime) or found.tzinfo is None:
        raise Unreadable("an instant such as 2026-03-02T08:04:00Z", "Export the file again.")
    return found


def read_count(text: str) -> float:
    """Read a number that is not negative.

    Raises
    ------
    Unreadable
        If it is none.
    """
    found = number(text, comma_is_decimal=False)
    if found is None:
        raise Unreadable("a number of zero or more")
    return found


def read_span(first: datetime, last: datetime, longest_s: int) -> timedelta:
    """Length of a stretch.

    Raises
    ------
    Unreadable
        If it does not end after it starts, or is longer than is believed.
    """
    length = last - first
    if length <= timedelta(0):
        raise Unreadable("an end after the start", "Export the file again.")
    if length > timedelta(seconds=longest_s):
        raise Unreadable(f"a stretch of at most {longest_s / 3600:g} h", "Export the file again.")
    return length


def walked_minutes(minutes: Iterable[tuple[datetime, int]]) -> Iterator[Span[Seen]]:
    """Single minutes, each with the row that states it, as stretches of walking."""
    for minute, row in minutes:
        yield Span(minute, minute + _MINUTE, Seen.WALKING, row)
