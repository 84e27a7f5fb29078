"""Unbroken sitting: bouts, and what is known to have broken them."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from tl_analyzer.sitting.sitting import Sitting
from tl_analyzer.sitting.spans import Span

#: What a watch asks of an hour in which the athlete stood up. [s]
STOOD_S = 60.0


class Bout(NamedTuple):
    """Sitting without a break, as far as it was observed.

    Attributes
    ----------
    start, end : float
        ``start <= t < end``. [s]
    upper_bound : bool
        Whether short breaks could not be seen within it.
    """

    start: float
    end: float
    upper_bound: bool = False

    @property
    def minutes(self) -> float:
        """Length [min]."""
        return (self.end - self.start) / 60.0


def bouts(
    sitting: Iterable[Sitting],
    moved_between: Callable[[float, float], bool],
    stood_hours: Sequence[Span],
    pause_min: float,
) -> list[Bout]:
    """Join sitting into bouts.

    Parameters
    ----------
    sitting : iterable of Sitting
        In time order, without overlap.
    moved_between : callable
        Whether certain movement lies between two instants [s].
    stood_hours : sequence of Span
        Clock hours that hold a minute of standing, nobody knows where.
    pause_min : float
        A shorter gap without known movement does not end a bout. [min]

    Returns
    -------
    list of Bout
        In order. An hour with a minute of standing cuts a bout where that leaves the longest
        possible bout, so that two such hours bound it by 118 minutes.
    """
    joined: list[Bout] = []
    for each in sitting:
        last = joined[-1] if joined else None
        if (
            last is not None
            and not each.fresh
            and each.start - last.end < 60.0 * pause_min
            and not moved_between(last.end, each.start)
        ):
            end = max(last.end, each.end)
            joined[-1] = Bout(last.start, end, last.upper_bound or each.upper_bound)
        else:
            joined.append(Bout(each.start, each.end, each.upper_bound))
    return [part for bout in joined for part in _cut(bout, stood_hours)]


def _cut(bout: Bout, stood_hours: Sequence[Span]) -> list[Bout]:
    hour_s = 3600.0
    within = [
        start
        for span in stood_hours
        for start in _clock_hours(span, hour_s)
        if start >= bout.start and start + hour_s <= bout.end
    ]
    parts, start = [], bout.start
    for number, hour in enumerate(within):
        cut = hour if number % 2 == 0 else hour + hour_s - STOOD_S
        if cut > start:
            parts.append(Bout(start, cut, upper_bound=True))
        start = max(start, cut + STOOD_S)
    if start < bout.end:
        parts.append(Bout(start, bout.end, bout.upper_bound or bool(within)))
    return parts


def _clock_hours(span: Span, hour_s: float) -> list[float]:
    count = round((span.end - span.start) / hour_s)
    return [span.start + number * hour_s for number in range(count)]
