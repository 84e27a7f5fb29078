"""Runs of equal values in recorded samples, on whole arrays: what rides of every source share."""

import numpy as np
from numpy.typing import NDArray

BoolArray = NDArray[np.bool_]
FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


def recorded(column: FloatArray) -> bool:
    """Whether a sensor was there; without one, devices write nothing or zeros throughout."""
    return bool((column > 0).any())


def unpedalled(*columns: FloatArray) -> BoolArray:
    """Where the sensors that were there say zero, and none says otherwise.

    Parameters
    ----------
    *columns : array of float
        Cadence [rpm] and power [W], one value a sample each.
    """
    zero = np.zeros(len(columns[0]), dtype=np.bool_)
    turning = zero.copy()
    for column in columns:
        if recorded(column):
            zero |= column == 0
            turning |= column > 0
    return zero & ~turning


def runs(values: IntArray | BoolArray) -> tuple[IntArray, IntArray]:
    """First index, and index after the last, of each run of equal values."""
    change = np.flatnonzero(values[1:] != values[:-1]) + 1
    return np.append(0, change), np.append(change, len(values))


def lasting(flags: BoolArray, edges: IntArray, at_least: float) -> BoolArray:
    """The flags of runs that last long enough.

    Parameters
    ----------
    flags : array of bool
        One a stretch.
    edges : array of int
        Where stretches begin, and where the last ends; in any unit of time.
    at_least : float
        In the same unit.
    """
    first, after = runs(flags)
    long_enough = edges[after] - edges[first] >= at_least
    return flags & np.repeat(long_enough, after - first)


def mean_running(values: FloatArray, paused: BoolArray) -> float | None:
    """Mean of what a sensor measured while the recording ran; None without a sensor.

    Parameters
    ----------
    values : (n,) array
        One a sample; NaN where the sensor said nothing.
    paused : (n - 1,) array of bool
        Of each sample but the last, whether the recording paused until the next.
    """
    if not recorded(values):
        return None
    counted = ~np.append(paused, False) & ~np.isnan(values)
    return float(values[counted].mean()) if counted.any() else None
