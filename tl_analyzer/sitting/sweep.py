"""One sweep over all evidence: time is cut wherever anything begins or ends."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tl_analyzer.log import SittingStyle
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.evidence import Evidence
from tl_analyzer.sitting.verdicts import Slice, Verdict, decide


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time and what it was taken for.

    Attributes
    ----------
    start, end : float
        ``start <= t < end``. [s]
    verdict : Verdict
        What it was taken for, with the evidence.
    """

    start: float
    end: float
    verdict: Verdict


def sweep(
    evidence: Iterable[Evidence], style: SittingStyle, parameters: Parameters
) -> Iterator[Stretch]:
    """Decide all time that any evidence covers.

    Parameters
    ----------
    evidence : iterable of Evidence
        What is known, in any order.
    style : SittingStyle
        How the desk is used, as the profile says.
    parameters : Parameters
        Probabilities.

    Yields
    ------
    Stretch
        In time order, without overlap; neighbours with the same verdict are one.
    """
    held: Stretch | None = None
    for start, end, covering in slices(list(evidence)):
        verdict = decide(Slice(covering, style, parameters))
        if verdict is None:
            continue
        if held is not None and held.end == start and _alike(held.verdict, verdict):
            held = _lengthened(held, end, verdict)
            continue
        if held is not None:
            yield held
        held = Stretch(start, end, verdict)
    if held is not None:
        yield held


def slices(
    evidence: Sequence[Evidence],
) -> Iterator[tuple[float, float, tuple[Evidence, ...]]]:
    """Slices of time between all edges, each with what covers it, in the order given."""
    opening: dict[float, list[int]] = {}
    closing: dict[float, list[int]] = {}
    for number, each in enumerate(evidence):
        if each.end > each.start:
            opening.setdefault(each.start, []).append(number)
            closing.setdefault(each.end, []).append(number)
    covering: set[int] = set()
    for start, end in pairwise(sorted({*opening, *closing})):
        covering.difference_update(closing.get(start, ()))
        covering.update(opening.get(start, ()))
        if covering:
            yield start, end, tuple(evidence[number] for number in sorted(covering))


def _lengthened(held: Stretch, end: float, verdict: Verdict) -> Stretch:
    """Go on with the same verdict; evidence that is new to it is kept too."""
    known = {id(e) for e in held.verdict.evidence}
    further = tuple(e for e in verdict.evidence if id(e) not in known)
    together = held.verdict.evidence + further
    return Stretch(held.start, end, replace(held.verdict, evidence=together))


def _alike(one: Verdict, other: Verdict) -> bool:
    same = (one.rule, one.posture, one.probability, one.quality, one.conflict) == (
        other.rule,
        other.posture,
        other.probability,
        other.quality,
        other.conflict,
    )
    return same and _sources(one) == _sources(other)


def _sources(verdict: Verdict) -> set[tuple[str, str, SittingStyle | None]]:
    return {(e.kind.value, e.source, e.style) for e in verdict.evidence}
