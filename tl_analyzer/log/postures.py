"""Intervals of posture in columns: years of a watch's five minutes in a few bytes each.

A value of the log costs more than a kilobyte as an object. There are hundreds of thousands of
these, so they are packed as they come and unpacked as they are looked at.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from tl_analyzer.log.instant import Clock, When
from tl_analyzer.log.posture import Observation, Posture, PostureInterval, Quality, SittingStyle
from tl_analyzer.log.provenance import Provenance

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PER_S = 1_000_000
_NO_ROW = -1

T = TypeVar("T")
_Kind = tuple[Posture, Quality, Observation, SittingStyle | None, str]


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
    number: int


class _Codes(Generic[T]):
    """Values that repeat, each kept once."""

    def __init__(self) -> None:
        self.values: list[T] = []
        self._codes: dict[T, int] = {}

    def code(self, value: T) -> int:
        found = self._codes.get(value)
        if found is None:
            found = self._codes[value] = len(self.values)
            self.values.append(value)
        return found


class _Columns:
    """One array a field; what repeats is a number."""

    def __init__(self) -> None:
        self.start, self.end, self.row = array("q"), array("q"), array("q")
        self.probability = array("d")
        self.kind, self.place, self.origin = array("l"), array("l"), array("l")
        self.kinds: _Codes[_Kind] = _Codes()
        self.places: _Codes[tuple[str, Clock]] = _Codes()
        self.origins: _Codes[tuple[str, str, str]] = _Codes()

    def append(self, each: PostureInterval) -> None:
        source = each.provenance
        self.start.append((each.start.utc - _EPOCH) // _MICROSECOND)
        self.end.append((each.end - _EPOCH) // _MICROSECOND)
        self.row.append(_NO_ROW if source.row is None else source.row)
        self.probability.append(each.probability)
        kind = (each.posture, each.quality, each.observation, each.style, each.source)
        self.kind.append(self.kinds.code(kind))
        self.place.append(self.places.code((each.start.zone, each.start.clock)))
        self.origin.append(self.origins.code((source.adapter, source.file, source.digest)))

    def pick(self, numbers: Iterable[int]) -> "_Columns":
        """Columns of some intervals, in the order given."""
        found = _Columns()
        found.kinds, found.places, found.origins = self.kinds, self.places, self.origins
        for number in numbers:
            found.start.append(self.start[number])
            found.end.append(self.end[number])
            found.row.append(self.row[number])
            found.probability.append(self.probability[number])
            found.kind.append(self.kind[number])
            found.place.append(self.place[number])
            found.origin.append(self.origin[number])
        return found


class Postures:
    """Intervals of posture, in order: a sequence of `PostureInterval` that never changes.

    Parameters
    ----------
    intervals : iterable of PostureInterval
        What it holds.
    """

    def __init__(self, intervals: Iterable[PostureInterval] = ()) -> None:
        self._columns = _Columns()
        for interval in intervals:
            self._columns.append(interval)

    @classmethod
    def _of(cls, columns: _Columns) -> "Postures":
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
            start=When(utc=_EPOCH + held.start[number] * _MICROSECOND, zone=zone, clock=clock),
            end=_EPOCH + held.end[number] * _MICROSECOND,
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
            adapter=adapter, file=file, digest=digest, row=None if row == _NO_ROW else row
        )

    def rows(self, since: float = float("-inf")) -> Iterator[PostureRow]:
        """Intervals that end after an instant [s], light."""
        held = self._columns
        for number, end in enumerate(held.end):
            if end / _PER_S <= since:
                continue
            posture, quality, observation, style, source = held.kinds.values[held.kind[number]]
            yield PostureRow(
                held.start[number] / _PER_S,
                end / _PER_S,
                posture,
                held.probability[number],
                quality,
                observation,
                style,
                source,
                number,
            )


class PosturePacker:
    """Packs intervals as they are read."""

    def __init__(self, intervals: Iterable[PostureInterval] = ()) -> None:
        self._columns = _Columns()
        for interval in intervals:
            self.add(interval)

    def __len__(self) -> int:
        return len(self._columns.start)

    def add(self, interval: PostureInterval) -> None:
        """Pack one more interval."""
        self._columns.append(interval)

    def once(self) -> Postures:
        """All intervals in order of time, without what another file says too.

        Of equal intervals as many stay as one file holds at most. The order depends on nothing
        but the intervals. The packer is empty afterwards.
        """
        held, self._columns = self._columns, _Columns()
        several = len({digest for _, _, digest in held.origins.values}) > 1
        if not several and all(a <= b for a, b in pairwise(held.start)):
            return Postures._of(held)
        return Postures._of(held.pick(_kept(held, several=several)))


def _kept(held: _Columns, *, several: bool) -> Iterator[int]:
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
