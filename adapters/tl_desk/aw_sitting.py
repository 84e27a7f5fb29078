"""From AFK events to stretches of input and of none, computer by computer."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import IntEnum

from tl_analyzer.parsing.timeline import Span, layered, merged, sewn, union
from tl_desk.aw_events import AfkEvent, AfkStatus
from tl_desk.evidence import Limits


class Use(IntEnum):
    """What a stretch of time at a computer was; where two overlap, the lower one holds."""

    ACTIVE = 0
    #: Active for so long without a pause that somebody else than the athlete may be the cause.
    ENDLESS = 1
    #: Watched, and without input.
    IDLE = 2


def uses(events: Sequence[AfkEvent], limit: Limits) -> list[Span[Use]]:
    """Stretches in time order; those of one computer never overlap.

    Where events of one status contradict the other, input wins. Where a computer was not watched
    there is nothing: that is no pause. What a pause means is decided when all computers and all
    other sources are known, and not here.
    """
    by_computer: dict[str, list[AfkEvent]] = defaultdict(list)
    for event in events:
        by_computer[event.computer].append(event)
    found = (span for own in by_computer.values() for span in _of_one(own, limit))
    return sorted(found, key=lambda span: (span.start, span.kind, span.end, span.row))


def _of_one(events: Sequence[AfkEvent], limit: Limits) -> Iterator[Span[Use]]:
    seam = timedelta(seconds=limit.seam_s)
    spans = [*_active(events, limit), *_idle(events)]
    yield from merged(sewn(layered(spans, lambda span: (span.kind, span.row)), seam))


def _active(events: Sequence[AfkEvent], limit: Limits) -> Iterator[Span[Use]]:
    """Runs of input; one that never pauses is no person's."""
    endless = timedelta(seconds=limit.endless_s)
    spans = (
        Span(event.start, event.end, Use.ACTIVE, event.number)
        for event in events
        if event.status is AfkStatus.ACTIVE
    )
    for run in union(spans, timedelta(seconds=limit.seam_s)):
        yield replace(run, kind=Use.ENDLESS) if run.length > endless else run


def _idle(events: Sequence[AfkEvent]) -> Iterator[Span[Use]]:
    for event in events:
        if event.status is AfkStatus.AFK:
            yield Span(event.start, event.end, Use.IDLE, event.number)
