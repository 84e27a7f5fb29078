"""Evidence as columns: months of a watched desk without an object a stretch."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tl_analyzer.log import Quality
from tl_analyzer.log.posture_columns import Codes
from tl_analyzer.sitting.evidence import Evidence, Kind, Voice

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class EvidenceColumns:
    """Evidence in any order, one row a stretch; a row unpacks to `Evidence`.

    Attributes
    ----------
    start, end : (n,) float
        ``start <= t < end``. [s]
    voice : (n,) int
        Number of what says so.
    voices : Codes of Voice
        What the numbers stand for; shared by all evidence of one line.
    """

    start: Floats
    end: Floats
    voice: Ints
    voices: Codes[Voice]

    @classmethod
    def of(cls, evidence: Iterable[Evidence], voices: Codes[Voice]) -> Self:
        """Pack evidence."""
        held = list(evidence)
        return cls(
            np.array([e.start for e in held], dtype=np.float64),
            np.array([e.end for e in held], dtype=np.float64),
            np.array([voices.code(e.voice) for e in held], dtype=np.int64),
            voices,
        )

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """All evidence of some columns, in that order; they share their voices."""
        return cls(
            np.concatenate([part.start for part in parts]),
            np.concatenate([part.end for part in parts]),
            np.concatenate([part.voice for part in parts]),
            parts[0].voices,
        )

    def __len__(self) -> int:
        return len(self.start)

    def __getitem__(self, number: int) -> Evidence:
        voice = self.voices.values[self.voice[number]]
        return Evidence(float(self.start[number]), float(self.end[number]), *voice)

    def unpacked(self, rows: Ints) -> tuple[Evidence, ...]:
        """Evidence of some rows, as objects."""
        return tuple([self[row] for row in rows.tolist()])

    def pick(self, rows: Flags | Ints) -> "EvidenceColumns":
        """Evidence of some rows."""
        return EvidenceColumns(self.start[rows], self.end[rows], self.voice[rows], self.voices)

    def where(self, kinds: Set[Kind]) -> Flags:
        """Which rows are of some kinds. Shape (n,)."""
        return self._of([voice.kind in kinds for voice in self.voices.values])

    def known(self, how: Set[Quality]) -> Flags:
        """Which rows are known in some ways. Shape (n,)."""
        return self._of([voice.quality in how for voice in self.voices.values])

    def _of(self, voices: list[bool]) -> Flags:
        return np.array(voices or [False], dtype=np.bool_)[self.voice]
