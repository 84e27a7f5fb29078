"""How intervals of posture lie in memory: one array a field, what repeats a number."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Generic, NamedTuple, TypeVar

from tl_analyzer.log.instant import Clock
from tl_analyzer.log.posture import Observation, Posture, PostureInterval, Quality, SittingStyle

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
#: In place of a row, where none is known; rows are counted from 1.
NO_ROW = -1

T = TypeVar("T")
Kind = tuple[Posture, Quality, Observation, SittingStyle | None, str]


class PostureColumns(NamedTuple):
    """Intervals of posture as columns, one value an interval.

    Attributes
    ----------
    start, end : sequence of int
        ``start <= t < end``. [us since 1970-01-01 UTC]
    row : sequence of int or None
        Line or message in the file.
    probability : sequence of float
        Probability that the posture is as stated. [1]
    kind : sequence of (Posture, Quality, Observation, SittingStyle or None, str)
        What was seen, how it is known, and what saw it.
    place : sequence of (str, Clock)
        Zone, and what is known about the clock.
    origin : sequence of (str, str, str)
        Adapter, file and digest.
    """

    start: Sequence[int]
    end: Sequence[int]
    row: Sequence[int | None]
    probability: Sequence[float]
    kind: Sequence[Kind]
    place: Sequence[tuple[str, Clock]]
    origin: Sequence[tuple[str, str, str]]


class CodedPostures(NamedTuple):
    """Intervals of posture as they lie in memory, to look at and not to change.

    Attributes
    ----------
    start, end : array of int
        ``start <= t < end``. [us since 1970-01-01 UTC]
    probability : array of float
        Probability that the posture is as stated. [1]
    kind, origin : array of int
        Places in `kinds` and `origins`.
    kinds, origins : sequence
        What the numbers stand for; as in `PostureColumns`.
    """

    start: "array[int]"
    end: "array[int]"
    probability: "array[float]"
    kind: "array[int]"
    origin: "array[int]"
    kinds: Sequence[Kind]
    origins: Sequence[tuple[str, str, str]]


class Codes(Generic[T]):
    """Values that repeat, each kept once."""

    def __init__(self) -> None:
        self.values: list[T] = []
        self._codes: dict[T, int] = {}

    def code(self, value: T) -> int:
        """Number of a value."""
        found = self._codes.get(value)
        if found is None:
            found = self._codes[value] = len(self.values)
            self.values.append(value)
        return found


class Packed:
    """One array a field; what repeats is a number."""

    def __init__(self) -> None:
        self.start, self.end, self.row = array("q"), array("q"), array("q")
        self.probability = array("d")
        self.kind, self.place, self.origin = array("l"), array("l"), array("l")
        self.kinds: Codes[Kind] = Codes()
        self.places: Codes[tuple[str, Clock]] = Codes()
        self.origins: Codes[tuple[str, str, str]] = Codes()

    def append(self, each: PostureInterval) -> None:
        """Append an interval."""
        source = each.provenance
        self.start.append((each.start.utc - EPOCH) // MICROSECOND)
        self.end.append((each.end - EPOCH) // MICROSECOND)
        self.row.append(NO_ROW if source.row is None else source.row)
        self.probability.append(each.probability)
        kind = (each.posture, each.quality, each.observation, each.style, each.source)
        self.kind.append(self.kinds.code(kind))
        self.place.append(self.places.code((each.start.zone, each.start.clock)))
        self.origin.append(self.origins.code((source.adapter, source.file, source.digest)))

    def pick(self, numbers: Iterable[int]) -> "Packed":
        """Columns of some intervals, in the order given."""
        found = Packed()
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

    def extend(self, other: "Packed") -> None:
        """Append all intervals of others."""
        self.start.extend(other.start)
        self.end.extend(other.end)
        self.row.extend(other.row)
        self.probability.extend(other.probability)
        self.kind.extend(_recoded(other.kind, other.kinds, self.kinds))
        self.place.extend(_recoded(other.place, other.places, self.places))
        self.origin.extend(_recoded(other.origin, other.origins, self.origins))


def _recoded(column: "array[int]", theirs: Codes[T], ours: Codes[T]) -> "array[int]":
    """A column of codes in the numbers of other codes."""
    to = [ours.code(value) for value in theirs.values]
    if to == list(range(len(to))):
        return column
    return array("l", (to[code] for code in column))
