"""One sweep over all evidence: time is cut wherever anything begins or ends."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from tl_analyzer.log import SittingStyle
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.evidence import Evidence
from tl_analyzer.sitting.evidence_columns import EvidenceColumns, Floats, Ints
from tl_analyzer.sitting.span_columns import spread
from tl_analyzer.sitting.stretches import Decision, Stretches
from tl_analyzer.sitting.verdict import Verdict
from tl_analyzer.sitting.verdicts import Slice, decide


class Slices(NamedTuple):
    """Slices of time between all edges that any evidence covers, in order.

    Attributes
    ----------
    start, end : (n,) float
        ``start <= t < end``. [s]
    first : (n + 1,) int
        Where in `covering` the rows of each slice begin.
    covering : (m,) int
        Rows of the evidence that covers a slice, slice by slice, in the order of the evidence.
    """

    start: Floats
    end: Floats
    first: Ints
    covering: Ints

    def rows(self, number: int) -> Ints:
        """Rows of the evidence that covers one slice."""
        return self.covering[self.first[number] : self.first[number + 1]]


def sweep(evidence: EvidenceColumns, style: SittingStyle, parameters: Parameters) -> Stretches:
    """Decide all time that any evidence covers.

    Parameters
    ----------
    evidence : EvidenceColumns
        What is known, in any order.
    style : SittingStyle
        How the desk is used, as the profile says.
    parameters : Parameters
        Probabilities.

    Returns
    -------
    Stretches
        In time order, without overlap; neighbours with the same verdict are one.
    """
    cut = slices(evidence)
    # A verdict does not look at when something was seen or in which file, and the same few sources
    # say the same few things all day: it is thought about once for all slices with equal evidence.
    numbers: dict[tuple[object, ...], int] = {}
    saying = [numbers.setdefault(v[:-1], len(numbers)) for v in evidence.voices.values]
    said = tuple(np.array(saying or [0])[evidence.voice][cut.covering].tolist())
    says = [said[a:b] for a, b in pairwise(cut.first.tolist())]
    number: dict[tuple[int, ...], int] = {}
    decision = np.array([number.setdefault(key, len(number)) for key in says], dtype=np.int64)
    # Decisions are numbered as they are met.
    met = np.searchsorted(np.maximum.accumulate(decision), np.arange(len(number))).tolist()
    decided = _Decided(style, parameters)
    decisions = tuple([decided.on(evidence.unpacked(cut.rows(place))) for place in met])
    kind = np.array([d.kind for d in decisions] or [0], dtype=np.int64)[decision]
    known = np.flatnonzero(kind >= 0)
    kind, start, end = kind[known], cut.start[known], cut.end[known]
    anew = (kind[1:] != kind[:-1]) | (start[1:] != end[:-1])
    begins = np.flatnonzero(np.concatenate(([True], anew))) if len(known) else known
    ends = np.append(begins[1:], len(known))[: len(begins)]
    return Stretches(
        start=start[begins],
        end=end[ends - 1],
        decision=decision[known][begins],
        decisions=decisions,
        slices=np.stack((begins, ends), axis=1),
        of_slice=decision[known],
        first=cut.first[known],
        covering=cut.covering,
        evidence=evidence,
    )


def slices(evidence: EvidenceColumns) -> Slices:
    """Cut time at all edges, and say what covers each slice."""
    edges, place = np.unique(np.concatenate((evidence.start, evidence.end)), return_inverse=True)
    first, last = place[: len(evidence)], place[len(evidence) :]
    row, slice_ = spread(first, np.maximum(last - first, 0))
    order = np.argsort(slice_, kind="stable")
    row, slice_ = row[order], slice_[order]
    begins = np.flatnonzero(np.concatenate(([True], slice_[1:] != slice_[:-1])))[: len(row)]
    covered = slice_[begins]
    return Slices(edges[covered], edges[covered + 1], np.append(begins, len(row)), row)


class _Decided:
    """Decisions about slices of time, and which of them are alike."""

    def __init__(self, style: SittingStyle, parameters: Parameters) -> None:
        self._style = style
        self._parameters = parameters
        self._kinds: dict[tuple[object, ...], int] = {}

    def on(self, covering: tuple[Evidence, ...]) -> Decision:
        """Decide about what covers a slice."""
        verdict = decide(Slice(covering, self._style, self._parameters))
        place = {id(each): number for number, each in enumerate(covering)}
        places = tuple([place[id(each)] for each in verdict.evidence]) if verdict else ()
        return Decision(verdict, self._kind(verdict), places)

    def _kind(self, verdict: Verdict | None) -> int:
        """A number that like verdicts share; negative where nothing is known."""
        if verdict is None:
            return -1
        rule, posture, p, quality, found, conflict = verdict
        sources = frozenset((e.kind, e.source, e.style) for e in found)
        return self._kinds.setdefault(
            (rule, posture, p, quality, conflict, sources), len(self._kinds)
        )
