"""Intervals of the log from spans of one kind of evidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tl_analyzer.adapter import Adapter, SourceFile, provenance
from tl_analyzer.log import Clock, Observation, Posture, PostureInterval, When
from tl_analyzer.parsing.grades import Grade
from tl_analyzer.parsing.timeline import Span


@dataclass(frozen=True, slots=True)
class Kind:
    """What a stretch of time is evidence of; stretches of equal kind may be joined.

    Attributes
    ----------
    posture : Posture
        The posture that it speaks for.
    observation : Observation
        What kind of evidence it is.
    grade : Grade
        What it is worth.
    clock : Clock
        What the source knew about the time of day.
    """

    posture: Posture
    observation: Observation
    grade: Grade
    clock: Clock = Clock.STATED


def intervals(
    spans: Iterable[Span[Kind]], adapter: Adapter, file: SourceFile, zone: str, source: str
) -> Iterator[PostureInterval]:
    """Yield an interval of the log for each span; `source` names what saw it."""
    for span in spans:
        yield PostureInterval(
            start=When(utc=span.start, zone=zone, clock=span.kind.clock),
            end=span.end,
            posture=span.kind.posture,
            probability=span.kind.grade.probability,
            quality=span.kind.grade.quality,
            observation=span.kind.observation,
            source=source,
            provenance=provenance(adapter, file, span.row),
        )
