"""The computers of an athlete as one: where somebody used any of them, and the pauses between."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.evidence import Evidence, Kind
from tl_analyzer.sitting.spans import Span, subtract, union


def with_pauses(evidence: Iterable[Evidence], parameters: Parameters) -> Iterator[Evidence]:
    """Name the time without input by its length, after all computers are looked at together.

    A pause lies between two stretches of input, on whichever computer, and is watched throughout:
    a computer that is off or asleep says nothing. Time without input that is no such pause, or a
    long one, is time away.

    Parameters
    ----------
    evidence : iterable of Evidence
        All evidence; that of the kind `Kind.AWAY` is cut where any computer is in use.
    parameters : Parameters
        Lengths of pauses.

    Yields
    ------
    Evidence
        All other evidence as it is, then the time without input, named.
    """
    seam = parameters.number("sitting.seam_s")
    held = list(evidence)
    used = union([e[:2] for e in held if e.kind is Kind.COMPUTER], seam)
    gaps = [Span(before.end, after.start) for before, after in pairwise(used)]
    yield from (e for e in held if e.kind is not Kind.AWAY)
    away = [e for e in held if e.kind is Kind.AWAY]
    for idle in _joined(away, used, seam):
        gap = _gap_of(idle, gaps, seam)
        # The seam is the watcher's rounding: a pause fills its gap to the edges.
        yield idle.over(*gap, _named(gap, parameters)) if gap else idle


def _joined(idle: Iterable[Evidence], used: Sequence[Span], seam: float) -> Iterator[Evidence]:
    """Stretches without input on any computer, each once, in order."""
    pieces = sorted([(part, e) for e in idle for part in subtract(e.span, used)], key=itemgetter(0))
    held: Evidence | None = None
    for part, each in pieces:
        if held is not None and part.start - held.end <= seam and not _used(held.end, part, used):
            held = held.over(held.start, max(held.end, part.end), held.kind)
            continue
        if held is not None:
            yield held
        held = each if part == each[:2] else each.over(*part, each.kind)
    if held is not None:
        yield held


def _used(end: float, part: Span, used: Sequence[Span]) -> bool:
    """Whether somebody used a computer between two stretches without input."""
    return part.start > end and subtract(Span(end, part.start), used) != [Span(end, part.start)]


def _gap_of(idle: Evidence, gaps: Sequence[Span], seam: float) -> Span | None:
    """The gap between two uses that a stretch without input fills, if it fills one."""
    place = bisect_left(gaps, Span(idle.start - seam, 0.0))
    if place == len(gaps):
        return None
    gap = gaps[place]
    return gap if abs(gap.start - idle.start) <= seam >= abs(gap.end - idle.end) else None


def _named(gap: Span, parameters: Parameters) -> Kind:
    length = gap.end - gap.start
    if length <= parameters.number("sitting.short_pause_s"):
        return Kind.SHORT_PAUSE
    return Kind.PAUSE if length <= parameters.number("sitting.pause_s") else Kind.AWAY
