"""Sitting as columns: what the load model takes of the merged line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self, overload

import numpy as np

from tl_analyzer.log import Quality
from tl_analyzer.sitting.evidence_columns import Flags, Floats, Ints
from tl_analyzer.sitting.sitting import Sitting


class Seat(NamedTuple):
    """How somebody sat, and how that is known; see `Sitting`."""

    posture: str
    u: float
    probability: float
    quality: Quality
    source: str
    upper_bound: bool


@dataclass(frozen=True, eq=False)
class Seats(Sequence[Sitting]):
    """Sitting in time order without overlap, each stretch unpacked as it is looked at.

    Attributes
    ----------
    start, end : (n,) float
        ``start <= t < end``. [s]
    seat : (n,) int
        How each was sat, as a place in `seats`.
    fresh : (n,) bool
        Whether the athlete must have got up before it.
    seats : tuple of Seat
        Ways of sitting, at least those that occur.
    """

    start: Floats
    end: Floats
    seat: Ints
    fresh: Flags
    seats: tuple[Seat, ...]

    @classmethod
    def of(cls, sitting: Iterable[Sitting]) -> Self:
        """Pack sitting."""
        held = list(sitting)
        number: dict[Seat, int] = {}
        seat = [number.setdefault(Seat(*s[2:8]), len(number)) for s in held]
        return cls(
            np.array([s.start for s in held], dtype=np.float64),
            np.array([s.end for s in held], dtype=np.float64),
            np.array(seat, dtype=np.int64),
            np.array([s.fresh for s in held], dtype=np.bool_),
            tuple(number),
        )

    def __len__(self) -> int:
        return len(self.start)

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    @overload
    def __getitem__(self, number: int) -> Sitting: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Sitting, ...]: ...
    def __getitem__(self, number: int | slice) -> Sitting | tuple[Sitting, ...]:
        if isinstance(number, slice):
            return tuple(self.rows(number))
        seat, fresh = self.seats[self.seat[number]], bool(self.fresh[number])
        return Sitting._make((float(self.start[number]), float(self.end[number]), *seat, fresh))

    def __iter__(self) -> Iterator[Sitting]:
        return iter(self.rows(slice(None)))

    def rows(self, some: slice | Flags | Ints) -> list[Sitting]:
        """Unpack some of the sitting."""
        columns = (c[some].tolist() for c in (self.start, self.end, self.seat, self.fresh))
        return [
            Sitting._make((start, end, *self.seats[seat], fresh))
            for start, end, seat, fresh in zip(*columns, strict=True)
        ]

    def pick(self, rows: slice | Flags | Ints) -> "Seats":
        """Some of the sitting, still in columns."""
        return Seats(
            self.start[rows], self.end[rows], self.seat[rows], self.fresh[rows], self.seats
        )

    def between(self, start: float, end: float) -> slice:
        """Sitting of which some lies between two instants [s]."""
        # In time order without overlap, so that the ends are in order too.
        first = int(np.searchsorted(self.end, start, "right"))
        return slice(first, int(np.searchsorted(self.start, end)))

    def probable(self, least: float) -> Flags:
        """Which sitting has at least some probability. Shape (n,)."""
        return self.each([s.probability >= least for s in self.seats]).astype(np.bool_)

    def each(self, of_seat: Sequence[float]) -> Floats:
        """A number that belongs to a way of sitting, for each stretch. Shape (n,)."""
        return np.array(of_seat or [0.0], dtype=np.float64)[self.seat]


def packed(sitting: Seats | Iterable[Sitting]) -> Seats:
    """Pack sitting, unless it is."""
    return sitting if isinstance(sitting, Seats) else Seats.of(sitting)
