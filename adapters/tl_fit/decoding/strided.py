"""Fields of many messages as columns: views on the bytes of the file, one message apart."""

from typing import Any

import numpy as np
import numpy.typing as npt

from tl_fit.message import IntArray

#: Values of any type that a field is stored in.
Stored = npt.NDArray[Any]


class Strided:
    """Messages whose fields lie alike, as far as they are read.

    Parameters
    ----------
    data : bytes
        The bytes they lie in.
    offsets : array of int
        First byte of each, in file order; at least one.
    smallest : int
        Bytes of the smallest of them.
    span : int
        Bytes of each that are read.
    """

    def __init__(self, data: bytes, offsets: IntArray, smallest: int, span: int) -> None:
        self._count = len(offsets)
        self._buffer: bytes | Stored = data
        self._first, self._step = int(offsets[0]), smallest
        # None overlaps another: so far apart at their ends, they touch throughout.
        if int(offsets[-1]) - self._first != (self._count - 1) * smallest:
            anywhere = np.ndarray((len(data) - span + 1,), f"V{span}", data, strides=(1,))
            self._buffer, self._first, self._step = anywhere[offsets], 0, span

    def __len__(self) -> int:
        return self._count

    def values(self, at: int, form: str) -> Stored:
        """The values of a field as stored, in the byte order of this machine.

        Parameters
        ----------
        at : int
            Bytes from the begin of a message.
        form : str
            How a value is stored, as `struct` writes it.
        """
        stored = np.dtype(form)
        first = self._first + at
        there = np.ndarray((self._count,), stored, self._buffer, first, (self._step,))
        return there.astype(stored.newbyteorder("="))
