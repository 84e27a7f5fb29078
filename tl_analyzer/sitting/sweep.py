"""One sweep over all evidence: time is cut wherever anything begins or ends."""

from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tl_analyzer.log import SittingStyle
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.evidence import Evidence
from tl_analyzer.sitting.verdict import Verdict
from tl_analyzer.sitting.verdicts import Slice, decide


class Stretch(NamedTuple):
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
    evidence = list(evidence)
    decided = _Decided(style, parameters)
    held: Stretch | None = None
    held_kind = 0
    further: list[Evidence] = []
    for start, end, covering in slices(evidence):
        verdict, kind = decided.on(covering)
        if verdict is None:
            continue
        if held is not None and kind == held_kind and held.end == start:
            held = Stretch(held.start, end, held.verdict)
            further += verdict.evidence
            continue
        if held is not None:
            yield _whole(held, further)
        held, held_kind, further = Stretch(start, end, verdict), kind, []
    if held is not None:
        yield _whole(held, further)


class _Decided:
    """Verdicts on slices of time, thought about once for all slices with equal evidence.

    A verdict does not look at when something was seen, and the same few sources say the same few
    things all day.
    """

    def __init__(self, style: SittingStyle, parameters: Parameters) -> None:
        self._style = style
        self._parameters = parameters
        self._said: dict[tuple[object, ...], tuple[Verdict | None, int, tuple[int, ...]]] = {}
        self._kinds: dict[tuple[object, ...], int] = {}

    def on(self, covering: tuple[Evidence, ...]) -> tuple[Verdict | None, int]:
        """Verdict on what covers a slice, and a number that slices with a like verdict share."""
        # All that a piece of evidence says, but for when and in which file.
        says = tuple([each[2:8] for each in covering])
        known = self._said.get(says)
        if known is None:
            verdict = decide(Slice(covering, self._style, self._parameters))
            known = self._said[says] = verdict, self._kind(verdict), _places(verdict, covering)
            return verdict, known[1]
        verdict, kind, places = known
        if verdict is None:
            return None, kind
        rule, posture, p, quality, _, conflict = verdict
        found = tuple([covering[place] for place in places])
        return Verdict(rule, posture, p, quality, found, conflict), kind

    def _kind(self, verdict: Verdict | None) -> int:
        if verdict is None:
            return -1
        rule, posture, p, quality, found, conflict = verdict
        sources = frozenset((e.kind, e.source, e.style) for e in found)
        return self._kinds.setdefault(
            (rule, posture, p, quality, conflict, sources), len(self._kinds)
        )


def _places(verdict: Verdict | None, covering: tuple[Evidence, ...]) -> tuple[int, ...]:
    """Where the evidence that decided stands in what covers a slice."""
    place = {id(each): number for number, each in enumerate(covering)}
    return tuple(place[id(each)] for each in verdict.evidence) if verdict else ()


def _whole(stretch: Stretch, further: Sequence[Evidence]) -> Stretch:
    """Keep the evidence that was new to a verdict as it went on, too."""
    if not further:
        return stretch
    by_identity = {id(e): e for e in (*stretch.verdict.evidence, *further)}
    return stretch._replace(verdict=stretch.verdict._replace(evidence=tuple(by_identity.values())))


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
    covering: list[int] = []
    for start, end in pairwise(sorted({*opening, *closing})):
        for number in closing.get(start, ()):
            covering.remove(number)
        for number in opening.get(start, ()):
            insort(covering, number)
        if covering:
            yield start, end, tuple([evidence[number] for number in covering])
