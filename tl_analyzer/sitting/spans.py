"""Stretches of time and what is left of them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of time: ``start <= t < end`` [s]."""

    start: float
    end: float


def union(spans: Iterable[Span], seam: float = 0.0) -> list[Span]:
    """Merge spans that overlap or lie no more than `seam` [s] apart, in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if span.end <= span.start:
            continue
        if merged and span.start <= merged[-1].end + seam:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def subtract(span: Span, taken: Sequence[Span]) -> list[Span]:
    """Return what is left of a span outside others (in order, without overlap)."""
    left: list[Span] = []
    start = span.start
    for other in islice(taken, max(bisect_right(taken, span) - 1, 0), None):
        if other.start >= span.end:
            break
        if other.start > start:
            left.append(Span(start, other.start))
        start = max(start, other.end)
    if start < span.end:
        left.append(Span(start, span.end))
    return left


def overlap(span: Span, others: Sequence[Span]) -> float:
    """Time that a span shares with others (in order, without overlap). [s]."""
    return span.end - span.start - sum(end - start for start, end in subtract(span, others))
