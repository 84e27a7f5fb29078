"""Intervals of posture in columns: years of a watch's five minutes in a few bytes each.

A value of the log costs more than a kilobyte as an object. There are hundreds of thousands of
these, so they are packed as they come and unpacked as they are looked at.
"""

from array import array
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from tl_analyzer.log.instant import When
from tl_analyzer.log.posture import Observation, Posture, PostureInterval, Quality, SittingStyle
from tl_analyzer.log.posture_columns import (
    EPOCH,
    MICROSECOND,
    NO_ROW,
    CodedPostures,
    Packed,
    PostureColumns,
)
from tl_analyzer.log.provenance import Provenance

_PER_S = 1_000_000


class PostureRow(NamedTuple):
    """One interval, without the weight of a value: ``start <= t < end`` [s]."""

    start: float
    end: float
    posture: Posture
    probability: float
    quality: Quality
    observation: Observation
    style: SittingStyle | None
    source: str
    file: str


def _all(observation: Observation, posture: Posture) -> bool:
    return True


class Postures:
    """Intervals of posture, in order: a sequence of `PostureInterval` that never changes.

    Parameters
    ----------
    intervals : iterable of PostureInterval
        What it holds.
    """

    def __init__(self, intervals: Iterable[PostureInterval] = ()) -> None:
        self._columns = Packed()
        for interval in intervals:
            self._columns.append(interval)

    @classmethod
    def of_columns(cls, given: PostureColumns) -> "Postures":
        """Pack columns, without an object an interval."""
        held = Packed()
        held.start, held.end = array("q", given.start), array("q", given.end)
        held.row = array("q", (NO_ROW if row is None else row for row in given.row))
        held.probability = array("d", given.probability)
        held.kind = array("l", map(held.kinds.code, given.kind))
        held.place = array("l", map(held.places.code, given.place))
        held.origin = array("l", map(held.origins.code, given.origin))
        return cls._of(held)

    def columns(self, first: int = 0, until: int | None = None) -> PostureColumns:
        """Intervals as columns: all, or those from one number to before another."""
        held, some = self._columns, slice(first, until)
        return PostureColumns(
            start=held.start[some],
            end=held.end[some],
            row=[None if row == NO_ROW else row for row in held.row[some]],
            probability=held.probability[some],
            kind=[held.kinds.values[code] for code in held.kind[some]],
            place=[held.places.values[code] for code in held.place[some]],
            origin=[held.origins.values[code] for code in held.origin[some]],
        )

    def coded(self) -> CodedPostures:
        """Intervals as they lie in memory, without a copy."""
        held = self._columns
        return CodedPostures(
            start=held.start,
            end=held.end,
            probability=held.probability,
            kind=held.kind,
            origin=held.origin,
            kinds=held.kinds.values,
            origins=held.origins.values,
        )

    @classmethod
    def _of(cls, columns: Packed) -> "Postures":
        made = cls()
        made._columns = columns
        return made

    def __len__(self) -> int:
        return len(self._columns.start)

    def __getitem__(self, number: int) -> PostureInterval:
        held = self._columns
        posture, quality, observation, style, source = held.kinds.values[held.kind[number]]
        zone, clock = held.places.values[held.place[number]]
        return PostureInterval(
            start=When(utc=EPOCH + held.start[number] * MICROSECOND, zone=zone, clock=clock),
            end=EPOCH + held.end[number] * MICROSECOND,
            posture=posture,
            probability=held.probability[number],
            quality=quality,
            observation=observation,
            style=style,
            source=source,
            provenance=self.provenance(number),
        )

    def __iter__(self) -> Iterator[PostureInterval]:
        return (self[number] for number in range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Postures):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash((len(self), tuple(self._columns.start[:1]), tuple(self._columns.start[-1:])))

    def provenance(self, number: int) -> Provenance:
        """Where an interval was read."""
        adapter, file, digest = self._columns.origins.values[self._columns.origin[number]]
        row = self._columns.row[number]
        return Provenance(
            adapter=adapter, file=file, digest=digest, row=None if row == NO_ROW else row
        )

    def rows(
        self, since: float = float("-inf"), wanted: Callable[[Observation, Posture], bool] = _all
    ) -> Iterator[PostureRow]:
        """Intervals that end after an instant [s], light; of some kinds only, where asked."""
        held = self._columns
        codes = self._codes(wanted)
        for number in self._of_kinds(codes):
            end = held.end[number] / _PER_S
            if end <= since:
                continue
            posture, quality, observation, style, source = held.kinds.values[held.kind[number]]
            yield PostureRow(
                held.start[number] / _PER_S,
                end,
                posture,
                held.probability[number],
                quality,
                observation,
                style,
                source,
                held.origins.values[held.origin[number]][1],
            )

    def _codes(self, wanted: Callable[[Observation, Posture], bool]) -> set[int]:
        kinds = self._columns.kinds.values
        return {code for code, kind in enumerate(kinds) if wanted(kind[2], kind[0])}

    def _of_kinds(self, codes: set[int]) -> Iterable[int]:
        """Numbers of the intervals of some kinds; who asks for a rare kind looks at no interval."""
        if len(codes) == len(self._columns.kinds.values):
            return range(len(self))
        return [n for n, code in enumerate(self._columns.kind) if code in codes] if codes else ()


class PosturePacker:
    """Packs intervals as they are read; what is packed already is held as it is."""

    def __init__(self, intervals: Iterable[PostureInterval] = ()) -> None:
        self._columns = Packed()
        self._parts: deque[Packed] = deque()
        for interval in intervals:
            self.add(interval)

    def __len__(self) -> int:
        return len(self._columns.start) + sum(len(part.start) for part in self._parts)

    def add(self, interval: PostureInterval) -> None:
        """Pack one more interval."""
        self._columns.append(interval)

    def add_packed(self, intervals: Postures) -> None:
        """Hold intervals that are packed, without a copy of them."""
        if len(intervals):
            self._parts.append(intervals._columns)

    def packed(self) -> Postures:
        """All intervals, in the order they came. The packer is empty afterwards."""
        return Postures._of(self._taken())

    def _taken(self) -> Packed:
        held, self._columns = self._columns, Packed()
        if not held.start and len(self._parts) == 1:
            return self._parts.pop()
        # Each part is let go as soon as it is in, so that not all are held twice.
        while self._parts:
            held.extend(self._parts.popleft())
        return held

    def once(self) -> Postures:
        """All intervals in order of time, without what another file says too.

        Of equal intervals as many stay as one file holds at most. The order depends on nothing
        but the intervals. The packer is empty afterwards.
        """
        held = self._taken()
        several = len({digest for _, _, digest in held.origins.values}) > 1
        order = zip(held.start, held.row, held.end, strict=True)
        if not several and all(a <= b for a, b in pairwise(order)):
            return Postures._of(held)
        return Postures._of(held.pick(_kept(held, several=several)))


def _kept(held: Packed, *, several: bool) -> Iterator[int]:
    """Numbers of the intervals that stay, in order."""

    def content(number: int) -> tuple[object, ...]:
        return held.end[number], held.kind[number], held.place[number], held.probability[number]

    def digest(number: int) -> str:
        return held.origins.values[held.origin[number]][2]

    def order(number: int) -> tuple[object, ...]:
        return held.start[number], digest(number), held.row[number], held.end[number]

    met: dict[tuple[object, ...], Counter[str]] = {}
    begin: int | None = None
    for number in sorted(range(len(held.start)), key=order):
        if several:
            if held.start[number] != begin:
                met, begin = {}, held.start[number]
            counts = met.setdefault(content(number), Counter())
            most = max(counts.values(), default=0)
            counts[digest(number)] += 1
            if counts[digest(number)] <= most:
                continue
        yield number


def packed(intervals: Postures | Iterable[PostureInterval]) -> Postures:
    """Pack intervals, unless they are."""
    return intervals if isinstance(intervals, Postures) else Postures(intervals)
