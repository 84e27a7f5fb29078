"""Years of rows in a few megabytes: each row is one number, and equal rows fall together."""

from array import array
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

#: Seconds since 1970 that are stored: until 2106.
_START_BITS = 32
_SOURCE_BITS = 5
_ROW_BITS = 64


class Row(NamedTuple):
    """One row.

    Attributes
    ----------
    start, length : int
        Begin, since 1970, and length [s].
    value : int
        What the row counts, or the number of its category.
    source : int
        Number of the source.
    """

    start: int
    length: int
    value: int
    source: int


class Packed:
    """Rows of one kind, 8 bytes each.

    Exports repeat rows, up to eight times and far apart. Packed rows are sorted to find that out,
    which needs no index of them.

    Parameters
    ----------
    length_bits, value_bits : int
        Bits for the length and the value of a row; what needs more is not to be added.
    most : int
        Rows kept.
    """

    #: Sources told apart; all beyond share the last number.
    SOURCES = 1 << _SOURCE_BITS

    def __init__(self, length_bits: int, value_bits: int, most: int) -> None:
        if _START_BITS + length_bits + value_bits + _SOURCE_BITS > _ROW_BITS:
            raise ValueError("a row is one number of 64 bits")
        self._length_bits, self._value_bits, self._most = length_bits, value_bits, most
        self._rows = array("Q")

    @property
    def full(self) -> bool:
        """Whether no more rows are kept."""
        return len(self._rows) >= self._most

    def add(self, row: Row) -> None:
        """Keep a row."""
        packed = row.start << self._length_bits | row.length
        packed = packed << self._value_bits | row.value
        self._rows.append(packed << _SOURCE_BITS | row.source)

    def sort(self) -> int:
        """Bring the rows in order of time and drop repeated ones; return how many were."""
        before = len(self._rows)
        distinct = np.unique(np.array(self._rows, dtype=np.uint64))
        self._rows = array("Q", distinct.tobytes())
        return before - len(self._rows)

    def __len__(self) -> int:
        """Rows kept."""
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        """The rows, in order once they are sorted."""
        source_mask = (1 << _SOURCE_BITS) - 1
        value_mask = (1 << self._value_bits) - 1
        length_mask = (1 << self._length_bits) - 1
        for packed in self._rows:
            rest = packed >> _SOURCE_BITS
            timed = rest >> self._value_bits
            yield Row(
                timed >> self._length_bits,
                timed & length_mask,
                rest & value_mask,
                packed & source_mask,
            )
