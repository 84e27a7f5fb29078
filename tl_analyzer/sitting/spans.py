"""Stretches of time and what is left of them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of time: ``start <= t < end`` [s]."""

    start: float
    end: float


def union(spans: Iterable[tuple[float, float]], seam: float = 0.0) -> list[Span]:
    """Merge spans that overlap or lie no more than `seam` [s] apart, in order."""
    merged: list[Span] = []
    first, last = inf, -inf
    for start, end in sorted(spans):
        if end <= start:
            continue
        if start <= last + seam:
            last = max(last, end)
            continue
        if first <= last:
            merged.append(Span(first, last))
        first, last = start, end
    if first <= last:
        merged.append(Span(first, last))
    return merged


def subtract(span: Span, taken: Sequence[Span]) -> list[Span]:
    """Return what is left of a span outside others (in order, without overlap)."""
    left: list[Span] = []
    start = span.start
    for number in range(max(bisect_right(taken, span) - 1, 0), len(taken)):
        other = taken[number]
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
