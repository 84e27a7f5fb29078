"""Many stretches of time at once: what `tl_analyzer.sitting.spans` does, in columns."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Spans(NamedTuple):
    """Stretches of time: ``start <= t < end`` [s]."""

    start: Floats
    end: Floats


class Pieces(NamedTuple):
    """Parts of spans: of which span each is, and when. [s]."""

    of: Ints
    start: Floats
    end: Floats


def united(start: Floats, end: Floats, seam: float = 0.0) -> Spans:
    """Merge spans that overlap or lie no more than `seam` [s] apart, in order."""
    real = end > start
    start, end = start[real], end[real]
    if not len(start):
        return Spans(start, end)
    order = np.lexsort((end, start))
    start, end = start[order], end[order]
    # A span that begins anew ends after all before it, so that one running end serves.
    last = np.maximum.accumulate(end)
    first = np.flatnonzero(np.concatenate(([True], start[1:] > last[:-1] + seam)))
    return Spans(start[first], last[np.append(first[1:], len(start)) - 1])


def outside(start: Floats, end: Floats, taken: Spans) -> Pieces:
    """What is left of each span outside others; those are in order, without overlap.

    Pieces are in the order of the spans, and of time within a span.
    """
    begins = np.concatenate(([-np.inf], taken.end))
    ends = np.concatenate((taken.start, [np.inf]))
    # The gaps between what is taken that may hold some of a span.
    low = np.searchsorted(ends, start, "right")
    high = np.searchsorted(begins, end, "left")
    of, gap = spread(low, np.maximum(high - low, 0))
    piece_start, piece_end = np.maximum(start[of], begins[gap]), np.minimum(end[of], ends[gap])
    real = piece_end > piece_start
    return Pieces(of[real], piece_start[real], piece_end[real])


def spread(first: Ints, count: Ints) -> tuple[Ints, Ints]:
    """Number of each of some rows, repeated, and beside it ``first, first + 1, ...``."""
    of = np.repeat(np.arange(len(count)), count)
    before = np.cumsum(count) - count
    return of, np.arange(len(of)) + (first - before)[of]
