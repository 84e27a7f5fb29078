"""Spans of time as files state them: what holds where several overlap."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Generic, TypeVar

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Span(Generic[Kind]):
    """A stretch of time, half open, of one kind; `row` is the line or event that states it."""

    start: datetime
    end: datetime
    kind: Kind
    row: int

    @property
    def length(self) -> timedelta:
        """From start to end."""
        return self.end - self.start


def union(spans: Iterable[Span[Kind]], seam: timedelta) -> list[Span[Kind]]:
    """Overlapping spans of one kind made one, also across holes no longer than `seam`."""
    joined: list[Span[Kind]] = []
    for span in sorted(spans, key=_by_start):
        last = joined[-1] if joined else None
        if last and span.start - last.end <= seam:
            joined[-1] = replace(last, end=max(last.end, span.end))
        else:
            joined.append(span)
    return joined


def layered(
    spans: Iterable[Span[Kind]], rank: Callable[[Span[Kind]], tuple[float, ...]]
) -> list[Span[Kind]]:
    """Cut spans so that none overlap: at each instant the one of lowest `rank` stays."""
    coming = sorted(spans, key=_by_start)
    edges = sorted({edge for span in coming for edge in (span.start, span.end)})
    covering: list[tuple[tuple[float, ...], int]] = []
    pieces: list[tuple[int, datetime, datetime]] = []
    following = 0
    for edge, until in pairwise(edges):
        while following < len(coming) and coming[following].start <= edge:
            heapq.heappush(covering, (rank(coming[following]), following))
            following += 1
        while covering and coming[covering[0][1]].end <= edge:
            heapq.heappop(covering)
        if not covering:
            continue
        winner = covering[0][1]
        if pieces and pieces[-1][0] == winner and pieces[-1][2] == edge:
            pieces[-1] = (winner, pieces[-1][1], until)
        else:
            pieces.append((winner, edge, until))
    return [replace(coming[which], start=start, end=end) for which, start, end in pieces]


def sewn(spans: Iterable[Span[Kind]], seam: timedelta) -> Iterator[Span[Kind]]:
    """Close holes up to `seam` between spans in time order, by lengthening the earlier one."""
    held: Span[Kind] | None = None
    for span in spans:
        if held:
            near = timedelta(0) < span.start - held.end <= seam
            yield replace(held, end=span.start) if near else held
        held = span
    if held:
        yield held


def merged(spans: Iterable[Span[Kind]]) -> Iterator[Span[Kind]]:
    """Neighbours of the same kind that touch made one."""
    held: Span[Kind] | None = None
    for span in spans:
        if held and held.kind == span.kind and held.end == span.start:
            held = replace(held, end=span.end)
            continue
        if held:
            yield held
        held = span
    if held:
        yield held


def _by_start(span: Span[Kind]) -> tuple[datetime, datetime, int]:
    return span.start, span.end, span.row
