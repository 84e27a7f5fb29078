"""What a walk through a FIT file finds: where each message lies, and how it is laid out."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Self

import numpy as np
import numpy.typing as npt

from tl_fit.decoding.layout import Layout
from tl_fit.message import IntArray


@dataclass(frozen=True)
class Messages:
    """The data messages of one FIT file.

    Attributes
    ----------
    data : bytes
        The bytes they lie in.
    layouts : tuple of Layout
        The layouts of the file.
    kinds : array of int
        Index of the layout of each message.
    offsets : array of int
        First byte of each message.
    compressed : bool
        Whether any has its time in its header.
    frames : int
        Messages and definitions walked through. [1]
    stopped : str
        Why the walk ended within the file; empty when it did not.
    empty_after : int or None
        Messages before the first definition that declares fields without bytes; None if none does.
    """

    data: bytes
    layouts: tuple[Layout, ...]
    kinds: npt.NDArray[np.uint16]
    offsets: IntArray
    compressed: bool
    frames: int
    stopped: str
    empty_after: int | None

    @cached_property
    def counts(self) -> list[int]:
        """Messages of each layout. [1]"""
        counts: list[int] = np.bincount(self.kinds, minlength=len(self.layouts)).tolist()
        return counts

    def first(self, count: int) -> Self:
        """The first so many of them."""
        empty_after = self.empty_after
        if empty_after is not None and empty_after >= count:
            empty_after = None
        return replace(
            self, kinds=self.kinds[:count], offsets=self.offsets[:count], empty_after=empty_after
        )
