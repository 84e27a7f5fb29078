"""What a watch saw in each five minutes of a century, in a fixed few megabytes."""

from collections.abc import Iterator
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from tl_apple.evidence import Limits

_HOUR_S = 3600
#: Marks of five minutes; those with the first mark alone were spent without moving.
_WORN, _STEPPED, _ELSEWHERE = 1, 2, 4
#: Marks of a stand hour; where two rows differ, having stood up is believed.
_NO_ROW, _IDLE, _STOOD = 0, 1, 2

Flags = NDArray[np.uint8]
#: Begin and end, since 1970 [s].
Stretch = tuple[int, int]


class Timeline:
    """Five minutes by five minutes: worn or not, minutes stood, steps, sleep and workouts.

    Rows of an export come sorted by type and not by time, so all are marked here first.

    Parameters
    ----------
    limit : Limits
        The years covered, and the length of a bin.
    """

    def __init__(self, limit: Limits) -> None:
        first = datetime(limit.first_year - 1, 12, 31, tzinfo=UTC)
        last = datetime(limit.last_year + 1, 1, 3, tzinfo=UTC)
        self._bin_s, self._whole_min = limit.bin_s, limit.whole_bin_min
        self._origin = int(first.timestamp()) // limit.bin_s
        bins = int(last.timestamp()) // limit.bin_s - self._origin
        #: First and last bin with a mark.
        self._least, self._most = bins, -1
        # Untouched pages of these take no memory.
        self._flags: Flags = np.zeros(bins, np.uint8)
        self._stood: Flags = np.zeros(bins, np.uint8)
        self._hours: Flags = np.zeros(bins, np.uint8)

    def mark_worn(self, instant: int) -> None:
        """Mark the clock hour around an instant: the watch is on the wrist."""
        hour = instant - instant % _HOUR_S
        self._mark(hour, hour + _HOUR_S, _WORN)

    def mark_elsewhere(self, start: int, end: int) -> None:
        """Mark sleep and workouts: other evidence says what they were."""
        self._mark(start, end, _ELSEWHERE)

    def mark_stepped(self, minute: int) -> None:
        """Mark the bin around a minute: too many steps for a chair."""
        self._flags[self._at(minute * 60)] |= _STEPPED

    def mark_stood(self, instant: int, minutes: int) -> bool:
        """Mark minutes on the feet in the bin around an instant; False: known already."""
        at = self._at(instant)
        if self._stood[at] >= minutes:
            return False
        self._stood[at] = minutes
        return True

    def mark_hour(self, start: int, *, stood: bool) -> bool:
        """Mark an hour of the watch that begins at `start`; False: known already."""
        self._mark(start, start + _HOUR_S, _WORN)
        at, mark = self._at(start), _STOOD if stood else _IDLE
        if self._hours[at] >= mark:
            return False
        self._hours[at] = mark
        return True

    def still(self) -> Iterator[Stretch]:
        """Stretches with the watch worn and neither stand time, steps, sleep nor workout."""
        marked = self._marked
        yield from self._runs((self._flags[marked] == _WORN) & (self._stood[marked] == 0))

    def standing(self) -> Iterator[Stretch]:
        """Stretches on the feet of whole bins."""
        yield from self._runs(self._stood[self._marked] >= self._whole_min)

    def up_briefly(self) -> Iterator[Stretch]:
        """Fewer minutes on the feet than a bin: put in its middle, as their place is unknown."""
        stood = self._stood[self._marked]
        for at in np.flatnonzero((stood > 0) & (stood < self._whole_min)):
            up_s = int(stood[at]) * 60
            start = self._second(int(at)) + (self._bin_s - up_s) // 2
            yield start, start + up_s

    def idle_hours(self) -> Iterator[Stretch]:
        """Stretches of hours without a minute on the feet."""
        run: Stretch | None = None
        for start, end in self._hours_of(_IDLE):
            if run and start <= run[1]:
                run = (run[0], end)
                continue
            if run:
                yield run
            run = (start, end)
        if run:
            yield run

    def stood_hours(self) -> Iterator[Stretch]:
        """Hours with a minute on the feet, one by one: it is true of each."""
        yield from self._hours_of(_STOOD)

    @property
    def _marked(self) -> slice:
        """The bins between the first and the last mark: a few years of the century."""
        return slice(self._least, self._most + 1)

    def _hours_of(self, mark: int) -> Iterator[Stretch]:
        for at in np.flatnonzero(self._hours[self._marked] == mark):
            start = self._second(int(at))
            yield start, start + _HOUR_S

    def _runs(self, held: NDArray[np.bool_]) -> Iterator[Stretch]:
        edges = np.flatnonzero(np.diff(held.view(np.int8), prepend=0, append=0))
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            yield self._second(int(start)), self._second(int(end))

    def _mark(self, start: int, end: int, mark: int) -> None:
        self._flags[self._at(start) : self._at(end - 1) + 1] |= mark

    def _at(self, instant: int) -> int:
        """Place of an instant, which is marked now."""
        at = min(max(instant // self._bin_s - self._origin, 0), len(self._flags) - 1)
        self._least, self._most = min(self._least, at), max(self._most, at)
        return at

    def _second(self, at: int) -> int:
        """Begin of a bin, counted from the first marked one."""
        return (at + self._least + self._origin) * self._bin_s
