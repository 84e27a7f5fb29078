"""How far a log reaches, and quantities by day and week.

A week without sessions inside the log is zero; a silence longer than ``history.gap_days`` is a
gap in the log, not rest.
"""

from collections.abc import Callable, Iterable

import numpy as np

from tl_analyzer.load import rolling
from tl_analyzer.load.set_table import Floats, Ints
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History
from tl_analyzer.parameters import Parameters


def history(days: Iterable[int], week: Week, parameters: Parameters) -> History:
    """Describe how far one kind of log reaches.

    Parameters
    ----------
    days : iterable of int
        Days with a record of that kind, in any order. [ordinal]
    week : Week
        The week under review.
    parameters : Parameters
        ``history.gap_days``, ``history.least_weeks``, ``exposure.trend_weeks``.

    Returns
    -------
    History
    """
    monday = week.monday.toordinal()
    known = np.unique(np.fromiter((d for d in days if d < monday + 7), dtype=np.int64))
    weeks = int(parameters.number("exposure.trend_weeks"))
    if not len(known):
        return History(first_day=None, weeks=0.0, covered=(False,) * weeks, trusted_from=None)
    first = int(known[0])
    gap_days = parameters.number("history.gap_days")
    return History(
        first_day=first,
        weeks=max(monday - first, 0) / 7.0,
        covered=tuple(
            _covered(known, monday - 7 * (n + 1), monday + 7, gap_days) for n in range(weeks)
        ),
        trusted_from=first + 7 * int(parameters.number("history.least_weeks")),
    )


def _covered(known: Ints, start: int, horizon: int, gap_days: float) -> bool:
    """Whether the log covers the seven days from `start`; `known` is sorted."""
    if known[0] >= start + 7:
        return False
    before, after = np.searchsorted(known, (start, start + 7))
    if before != after:
        return True
    resumes = known[after] if after < len(known) else horizon
    return bool(resumes - known[before - 1] <= gap_days)


def either(one: History, other: History) -> History:
    """History of a quantity that two kinds of logs feed: covered where both are that began."""
    if one.first_day is None or other.first_day is None:
        return other if one.first_day is None else one
    trusted = [t for t in (one.trusted_from, other.trusted_from) if t is not None]
    return History(
        first_day=max(one.first_day, other.first_day),
        weeks=min(one.weeks, other.weeks),
        covered=tuple(a and b for a, b in zip(one.covered, other.covered, strict=True)),
        trusted_from=max(trusted),
    )


def by_week(
    day: Ints, value: Floats, week: Week, weeks: int, reduce: Callable[[Floats], float]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Reduce a quantity by day of this week, and by week.

    Parameters
    ----------
    day, value : (n,) array
        Local days [ordinal] and values.
    week : Week
        The week under review.
    weeks : int
        Weeks to look back.
    reduce : callable
        ``sum`` or ``max`` over the values of a day or week; of an empty array it must be 0.

    Returns
    -------
    daily : tuple of 7 float
        By day, Monday first.
    by_week : tuple of 1 + `weeks` float
        This week, then the weeks before, newest first.
    """
    offset = day - week.monday.toordinal()
    daily = tuple(float(reduce(value[offset == n])) for n in range(7))
    number = offset // 7
    return daily, tuple(float(reduce(value[number == -n])) for n in range(weeks + 1))


def usual(before: tuple[float | None, ...], parameters: Parameters) -> float | None:
    """What is usual: the mean of the covered ones among the last four weeks.

    Parameters
    ----------
    before : tuple of float or None
        Weekly values before this week, newest first; None for a week the log does not cover.
    parameters : Parameters
        ``history.usual_weeks`` and ``history.least_weeks``.

    Returns
    -------
    float or None
        None when fewer than three of the four are covered.
    """
    return rolling.usual(
        before,
        int(parameters.number("history.usual_weeks")),
        int(parameters.number("history.least_weeks")),
    )


def by_day(day: Ints, value: Floats, first: int, end: int) -> Floats:
    """Sum a quantity by day from `first` to before `end` [ordinals]. Shape (end - first,)."""
    inside = (day >= first) & (day < end)
    sums = np.zeros(max(end - first, 0))
    np.add.at(sums, day[inside] - first, value[inside])
    return sums
