"""Stretches of a day as they can be drawn: tiny ones joined, the rest cut at midnight."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tl_analyzer.finding import DataQuality
from tl_analyzer.report.pictures import Lane

#: Less is no wider than a line where a day is as wide as a phone, and is drawn with its
#: neighbour. [s]
NARROW_S = 180.0

#: Bars that a lane can show in a day and still be read. [1]
MOST_A_DAY = 20


class Stretch(NamedTuple):
    """Something that went on, before it is drawn.

    Attributes
    ----------
    lane : Lane
        Where it is drawn.
    start, end : float
        ``start <= t < end``. [s]
    label : str
        What it was.
    level : float or None
        How much it asks, see `TimelineBar`. [1]
    known : DataQuality
        How it is known.
    session : str
        The session it belongs to, as flags name it; empty where it belongs to none.
    """

    lane: Lane
    start: float
    end: float
    label: str
    level: float | None
    known: DataQuality
    session: str = ""


class _Run(NamedTuple):
    """Stretches drawn as one: of the longest all but the level, and the time they took [s]."""

    longest: Stretch
    start: float
    end: float
    busy_s: float
    level_s: float

    def whole(self) -> Stretch:
        """Return the run as one stretch; its level is the mean over the time they took."""
        level = None if self.longest.level is None else self.level_s / self.busy_s
        return self.longest._replace(start=self.start, end=self.end, level=level)


def drawn(stretches: Iterable[Stretch], midnights: Sequence[float]) -> list[Stretch]:
    """Prepare the stretches of one lane for drawing.

    Parameters
    ----------
    stretches : iterable of Stretch
        Stretches in time order.
    midnights : sequence of float
        Where the days are cut: first instant of each, and the end of the last. [s]

    Returns
    -------
    list of Stretch
        In time order, each within one of the days. Neighbours of one kind a moment apart are one
        stretch, and what is too short to be seen goes with its neighbour. A day of very many
        stretches is drawn more coarsely.
    """
    held = list(stretches)
    seam = NARROW_S
    while True:
        pieces = list(cut(joined(held, seam), midnights))
        by_day = Counter(day for day, _ in pieces)
        if max(by_day.values(), default=0) <= MOST_A_DAY:
            return [piece for _, piece in pieces]
        seam *= 2.0


def joined(stretches: Iterable[Stretch], seam_s: float) -> list[Stretch]:
    """Join neighbours less than `seam_s` apart: of one kind, or one too short to be seen."""
    runs: list[_Run] = []
    for stretch in stretches:
        busy = stretch.end - stretch.start
        if busy <= 0.0:
            continue
        run = _Run(stretch, stretch.start, stretch.end, busy, (stretch.level or 0.0) * busy)
        if runs and _as_one(runs[-1], run, seam_s):
            runs[-1] = _both(runs[-1], run)
        else:
            runs.append(run)
    return [run.whole() for run in runs]


def _as_one(first: _Run, second: _Run, seam_s: float) -> bool:
    if second.start - first.end >= seam_s:
        return False
    one, other = first.longest, second.longest
    same = (one.label, one.level, one.known) == (other.label, other.level, other.known)
    return same or min(first.busy_s, second.busy_s) < seam_s


def _both(first: _Run, second: _Run) -> _Run:
    longest = max(first, second, key=lambda run: run.longest.end - run.longest.start).longest
    return _Run(
        longest,
        first.start,
        max(first.end, second.end),
        first.busy_s + second.busy_s,
        first.level_s + second.level_s,
    )


def cut(stretches: Iterable[Stretch], midnights: Sequence[float]) -> Iterator[tuple[int, Stretch]]:
    """Cut stretches at midnights: the number of the day, and what lies in it."""
    for stretch in stretches:
        for day, (begin, end) in enumerate(pairwise(midnights)):
            start, until = max(stretch.start, begin), min(stretch.end, end)
            if start < until:
                yield day, stretch._replace(start=start, end=until)
