"""From AFK events of all computers to stretches of sitting and of being away."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from enum import IntEnum

from tl_desk.aw_events import AfkEvent, AfkStatus
from tl_desk.evidence import Limits
from tl_desk.timeline import Span, layered, merged, sewn, union


class Use(IntEnum):
    """What a stretch of time at the computers was; where two overlap, the lower one holds."""

    ACTIVE = 0
    #: Active for so long without a pause that somebody else than the athlete may be the cause.
    ENDLESS = 1
    SHORT_PAUSE = 2
    PAUSE = 3
    AWAY = 4


def uses(events: Sequence[AfkEvent], limit: Limits) -> list[Span[Use]]:
    """Stretches of time in order, none overlapping; where no computer was watched there is none.

    Input on any computer counts (the union over computers). Where events of one status contradict
    the other, input wins. A pause between two stretches of input may still be sitting, the shorter
    the likelier; a time without input that is not such a pause is time away.
    """
    seam = timedelta(seconds=limit.seam_s)
    spans = [*_active(events, limit), *_afk(events)]
    pieces = layered(spans, lambda span: (span.kind, span.row))
    together = list(merged(sewn(pieces, seam)))
    return list(merged(_with_pauses(together, limit)))


def _active(events: Sequence[AfkEvent], limit: Limits) -> Iterator[Span[Use]]:
    """Runs of input, judged computer by computer: one that never pauses is no person's."""
    seam = timedelta(seconds=limit.seam_s)
    endless = timedelta(seconds=limit.endless_s)
    by_computer: dict[str, list[Span[Use]]] = defaultdict(list)
    for event in events:
        if event.status is AfkStatus.ACTIVE:
            span = Span(event.start, event.end, Use.ACTIVE, event.number)
            by_computer[event.computer].append(span)
    for spans in by_computer.values():
        for run in union(spans, seam):
            yield replace(run, kind=Use.ENDLESS) if run.length > endless else run


def _afk(events: Sequence[AfkEvent]) -> Iterator[Span[Use]]:
    for event in events:
        if event.status is AfkStatus.AFK:
            yield Span(event.start, event.end, Use.AWAY, event.number)


def _with_pauses(spans: list[Span[Use]], limit: Limits) -> Iterator[Span[Use]]:
    """Name the times without input that lie between two stretches of input."""
    for place, span in enumerate(spans):
        if span.kind is Use.AWAY and 0 < place < len(spans) - 1:
            before, after = spans[place - 1], spans[place + 1]
            if _meets(before, span) and _meets(span, after):
                yield replace(span, kind=_pause(span.length.total_seconds(), limit))
                continue
        yield span


def _meets(first: Span[Use], second: Span[Use]) -> bool:
    kinds = {first.kind, second.kind}
    return first.end == second.start and kinds == {Use.ACTIVE, Use.AWAY}


def _pause(seconds: float, limit: Limits) -> Use:
    if seconds <= limit.short_pause_s:
        return Use.SHORT_PAUSE
    return Use.PAUSE if seconds <= limit.pause_s else Use.AWAY
