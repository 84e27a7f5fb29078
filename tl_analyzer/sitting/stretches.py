"""The merged line as columns: what each stretch of time was taken for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, overload

from tl_analyzer.sitting.evidence_columns import EvidenceColumns, Floats, Ints
from tl_analyzer.sitting.verdict import Verdict


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


class Decision(NamedTuple):
    """What equal evidence was taken for.

    Attributes
    ----------
    verdict : Verdict or None
        With the evidence of the first time; None where nothing is known.
    kind : int
        Number that like verdicts share; negative where nothing is known.
    places : tuple of int
        Which of the evidence that covers a slice decided.
    """

    verdict: Verdict | None
    kind: int
    places: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Stretches(Sequence[Stretch]):
    """Stretches in time order, without overlap, each unpacked as it is looked at.

    Attributes
    ----------
    start, end : (n,) float
        ``start <= t < end``. [s]
    decision : (n,) int
        What each was taken for, as a place in `decisions`.
    decisions : tuple of Decision
        What was decided, each once.
    slices : (n, 2) int
        First slice of each stretch, and the one after its last.
    of_slice, first : (m,) int
        Decision about each slice, and where its rows begin in `covering`.
    covering : (k,) int
        Rows of `evidence`, slice by slice.
    evidence : EvidenceColumns
        What the line was made of.
    """

    start: Floats
    end: Floats
    decision: Ints
    decisions: tuple[Decision, ...]
    slices: Ints
    of_slice: Ints
    first: Ints
    covering: Ints
    evidence: EvidenceColumns

    def __len__(self) -> int:
        return len(self.start)

    @overload
    def __getitem__(self, number: int) -> Stretch: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Stretch, ...]: ...
    def __getitem__(self, number: int | slice) -> Stretch | tuple[Stretch, ...]:
        if isinstance(number, slice):
            return tuple(self._stretch(n) for n in range(*number.indices(len(self))))
        return self._stretch(range(len(self))[number])

    def contradicted(self) -> tuple[Stretch, ...]:
        """Stretches of which some evidence contradicts the rest, in order."""
        conflicts = {
            number for number, d in enumerate(self.decisions) if d.verdict and d.verdict.conflict
        }
        if not conflicts:
            return ()
        return tuple(
            self._stretch(n) for n, code in enumerate(self.decision.tolist()) if code in conflicts
        )

    def _stretch(self, number: int) -> Stretch:
        verdict = self.decisions[self.decision[number]].verdict
        assert verdict is not None  # what nothing is known about is no stretch
        # Evidence that was new to the verdict as it went on is kept, too.
        rows = dict.fromkeys(
            int(self.covering[self.first[slice_] + place])
            for slice_ in range(*self.slices[number])
            for place in self.decisions[self.of_slice[slice_]].places
        )
        found = tuple(self.evidence[row] for row in rows)
        return Stretch(
            float(self.start[number]), float(self.end[number]), verdict._replace(evidence=found)
        )
