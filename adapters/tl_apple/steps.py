"""Minutes on the move, out of step rows of several devices."""

from collections.abc import Iterable, Iterator

from tl_apple.packed import Row

_MINUTE_S = 60


def steps_by_minute(rows: Iterable[Row]) -> Iterator[tuple[int, float]]:
    """Steps of each minute, in order of time.

    The rows of one device add up. Phone and watch count the same steps: of devices the one
    with the most is believed, and never their sum.

    Parameters
    ----------
    rows : iterable of Row
        Step rows in order of their begin, none twice.

    Yields
    ------
    tuple of (int, float)
        Minutes since 1970, and the steps in each. [1]
    """
    pending: dict[int, dict[int, float]] = {}
    now = 0
    for row in rows:
        minute = row.start // _MINUTE_S
        if minute > now:
            # Rows come in order of time: nothing more is added to the minutes before.
            yield from _finished(pending, minute)
            now = minute
        for at, share in _shares(row):
            of_device = pending.setdefault(at, {})
            of_device[row.source] = of_device.get(row.source, 0.0) + share
    yield from _finished(pending, None)


def walks(minutes: Iterable[tuple[int, float]], least: float) -> Iterator[tuple[int, int]]:
    """Stretches of minutes with at least so many steps, since 1970 [s].

    Parameters
    ----------
    minutes : iterable of (int, float)
        Minutes in order, and the steps in each.
    least : float
        Steps in a minute that make it one on the move. [1/min]
    """
    start = end = None
    for minute, steps in minutes:
        if steps < least:
            continue
        if start is not None and minute == end:
            end = minute + 1
            continue
        if start is not None and end is not None:
            yield start * _MINUTE_S, end * _MINUTE_S
        start, end = minute, minute + 1
    if start is not None and end is not None:
        yield start * _MINUTE_S, end * _MINUTE_S


def _shares(row: Row) -> Iterator[tuple[int, float]]:
    """Spread a row evenly over the minutes it covers."""
    first, end = row.start // _MINUTE_S, row.start + row.length
    if row.length == 0 or end <= (first + 1) * _MINUTE_S:
        yield first, float(row.value)
        return
    rate = row.value / row.length
    for minute in range(first, -(-end // _MINUTE_S)):
        seconds = min(end, (minute + 1) * _MINUTE_S) - max(row.start, minute * _MINUTE_S)
        yield minute, rate * seconds


def _finished(
    pending: dict[int, dict[int, float]], before: int | None
) -> Iterator[tuple[int, float]]:
    for minute in sorted(m for m in pending if before is None or m < before):
        yield minute, max(pending.pop(minute).values())
