"""How far a log reaches, and quantities by day and week.

A week without sessions inside the log is zero; a silence longer than ``history.gap_days`` is a
gap in the log, not rest.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np

from tl_analyzer.load import rolling
from tl_analyzer.load.set_table import Flags, Floats, Ints
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
    known = sorted({day for day in days if day < monday + 7})
    weeks = int(parameters.number("exposure.trend_weeks"))
    if not known:
        return History(first_day=None, weeks=0.0, covered=(False,) * weeks, trusted_from=None)
    first = known[0]
    gap_days = parameters.number("history.gap_days")
    return History(
        first_day=first,
        weeks=max(monday - first, 0) / 7.0,
        covered=tuple(
            _covered(known, monday - 7 * (n + 1), monday + 7, gap_days) for n in range(weeks)
        ),
        trusted_from=first + 7 * int(parameters.number("history.least_weeks")),
    )


def _covered(known: Sequence[int], start: int, horizon: int, gap_days: float) -> bool:
    """Whether the log covers the seven days from `start`; `known` is sorted."""
    if known[0] >= start + 7:
        return False
    before, after = bisect_left(known, start), bisect_left(known, start + 7)
    if before != after:
        return True
    resumes = known[after] if after < len(known) else horizon
    return resumes - known[before - 1] <= gap_days


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


#: Rows of one day or week: a slice where the column is in the order of days, else a mask; None
#: where there are none.
Rows = slice | Flags | None


@dataclass(frozen=True)
class DayRows:
    """Where a column of days holds this week's days and the weeks, for any number of quantities.

    Attributes
    ----------
    days : tuple of 7 Rows
        This week's, Monday first.
    weeks : tuple of Rows
        This week, then the weeks before, newest first.
    """

    days: tuple[Rows, ...]
    weeks: tuple[Rows, ...]

    @classmethod
    def of(cls, day: Ints, week: Week, weeks: int) -> Self:
        """Find the rows of a column of days [ordinal], for this week and so many before."""
        offset = day - week.monday.toordinal()
        if (offset[1:] < offset[:-1]).any():
            number = offset // 7
            masks = [offset == n for n in range(7)], [number == -n for n in range(weeks + 1)]
            of_days, of_weeks = ([rows if rows.any() else None for rows in some] for some in masks)
            return cls(tuple(of_days), tuple(of_weeks))
        mondays = offset.searchsorted(np.arange(-7 * weeks, 8, 7)).tolist()
        midnights = offset.searchsorted(np.arange(8)).tolist()
        return cls(tuple(_slices(midnights)), tuple(_slices(mondays)[::-1]))

    def reduced(self, values: Floats, reduce: np.ufunc) -> tuple[list[list[float]], ...]:
        """Reduce quantities by day of this week, and by week.

        Parameters
        ----------
        values : (quantities, n) array
            One row a quantity.
        reduce : ufunc
            ``np.add`` or ``np.fmax``; a day or week without rows is 0.

        Returns
        -------
        daily, weekly : list of list of float
            Of each quantity 7 days, Monday first, and 1 + `weeks` weeks, newest first.
        """
        return self._each(self.days, values, reduce), self._each(self.weeks, values, reduce)

    def _each(
        self, stretches: tuple[Rows, ...], values: Floats, reduce: np.ufunc
    ) -> list[list[float]]:
        found = np.zeros((len(stretches), len(values)))
        for stretch, rows in enumerate(stretches):
            if rows is None:
                continue
            # Row by row in memory, so that numbers add up in one order whatever the number of rows.
            some = values[:, rows] if isinstance(rows, slice) else values.compress(rows, axis=1)
            found[stretch] = reduce.reduce(some, 1)
        reduced: list[list[float]] = found.T.tolist()
        return reduced


def _slices(edges: Sequence[int]) -> list[Rows]:
    return [slice(a, b) if a < b else None for a, b in pairwise(edges)]


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
    sums = np.bincount(day[inside] - first, value[inside], max(end - first, 0))
    # Of nothing `bincount` makes integers.
    return sums.astype(np.float64, copy=False)
