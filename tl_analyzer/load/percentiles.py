"""Percentiles of a few hundred draws."""

import numpy as np

from tl_analyzer.load.set_table import Floats


def percentiles(values: Floats, ends: tuple[float, float]) -> list[tuple[float, float]]:
    """Two percentiles, between the nearest values; `numpy.percentile` takes ten times as long.

    Parameters
    ----------
    values : (m, n) array
        m quantities of at least one value each, in any order.
    ends : tuple of float
        Lower and upper percentile. [%]

    Returns
    -------
    list of m tuple of float
        Lower and upper percentile of each quantity.
    """
    ordered = np.sort(values, axis=1)
    lower, upper = (_between_nearest(ordered, end / 100.0) for end in ends)
    return list(zip(lower, upper, strict=True))


def _between_nearest(ordered: Floats, share: float) -> list[float]:
    last = ordered.shape[1] - 1
    below = int(last * share)
    if below >= last:
        return _plain(ordered[:, last])
    low, high, part = ordered[:, below], ordered[:, below + 1], last * share - below
    step = high - low
    return _plain(low + step * part if 2.0 * part < 1.0 else high - step * (1.0 - part))


def _plain(values: Floats) -> list[float]:
    found: list[float] = values.tolist()
    return found
