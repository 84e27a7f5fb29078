"""Days and weeks in a row: moving average, usual, rank among earlier weeks, monotony and strain."""

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


def ewma(daily: ArrayLike, span_days: float, start: float | None = None) -> Floats:
    """Exponentially weighted moving average with decay ``2 / (N + 1)``.

    Parameters
    ----------
    daily : array_like, shape (n,)
        One load a day in date order, rest days included as 0.
    span_days : float
        Span N. [days]
    start : float, optional
        Average before the first day; by default the first day's load.

    Returns
    -------
    ndarray, shape (n,)
        The average after each day, in the unit of the load.

    Notes
    -----
    Three conventions of the decay are in use under the same name; this is that of Williams
    (N = 7: 0.25; N = 28: 0.069), neither a half-life nor a time constant. The ratio of two such
    averages is not formed: it predicts no better than contrived ones [impellizzeri_2020]_.

    References
    ----------
    [williams_2017]_
    """
    loads = np.asarray(daily, dtype=np.float64).tolist()
    decay = 2.0 / (span_days + 1.0)
    kept = 1.0 - decay
    # Without a start value the first day is its own average.
    averages = loads[:1] if start is None else []
    average = averages[0] if averages else start or 0.0
    averages += [average := decay * load + kept * average for load in loads[len(averages) :]]
    return np.array(averages, dtype=np.float64)


def usual(before: Sequence[float | None], weeks: int, least: int) -> float | None:
    """What is usual for an athlete: the mean of the covered ones among the last weeks.

    Parameters
    ----------
    before : sequence of float or None
        Weekly quantities before this week, newest first; None for a week the log does not cover.
        A covered week without sessions is 0.
    weeks : int
        How many weeks back count. [weeks]
    least : int
        Covered weeks needed for a claim. [weeks]

    Returns
    -------
    float or None
        The mean; None with too few covered weeks.
    """
    covered = [value for value in before[:weeks] if value is not None]
    return sum(covered) / len(covered) if covered and len(covered) >= least else None


def percentile(this: float, before: Sequence[float | None], weeks: int) -> float | None:
    """Rank of a week among the covered weeks before it.

    Parameters
    ----------
    this : float
        This week's quantity.
    before : sequence of float or None
        Weekly quantities before this week, newest first; None for a week the log does not cover.
    weeks : int
        How many weeks back count. [weeks]

    Returns
    -------
    float or None
        Share of the covered weeks that were lower, ties counted half; None without any. [%]
    """
    covered = [value for value in before[:weeks] if value is not None]
    if not covered:
        return None
    lower = sum(value < this for value in covered)
    ties = sum(value == this for value in covered)
    return 100.0 * (lower + ties / 2.0) / len(covered)


class Monotony(NamedTuple):
    """How even and how heavy a week was.

    Attributes
    ----------
    monotony : float
        Mean daily load over its standard deviation. [1]
    strain : float
        The week's load times monotony, in the unit of the load.
    """

    monotony: float
    strain: float


def monotony(daily: ArrayLike) -> Monotony | None:
    """Foster's monotony and strain of a week.

    Parameters
    ----------
    daily : array_like, shape (7,)
        One load a day, rest days included as 0.

    Returns
    -------
    Monotony or None
        None where all days are equal: monotony has no bound there.

    Notes
    -----
    Uses the sample standard deviation (n - 1); sources differ, and the population's makes both
    8 % higher. Context, never a threshold.

    References
    ----------
    [foster_1998]_
    """
    loads = np.asarray(daily, dtype=np.float64)
    total = float(np.add.reduce(loads))
    mean = total / loads.size
    apart = loads - mean
    spread = sqrt(float(np.add.reduce(apart * apart)) / (loads.size - 1))
    if spread == 0.0:
        return None
    even = mean / spread
    return Monotony(even, total * even)
