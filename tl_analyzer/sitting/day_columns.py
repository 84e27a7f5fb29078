"""Days in a zone, many at once; see `tl_analyzer.local_days`."""

from datetime import time
from functools import lru_cache

import numpy as np

from tl_analyzer.local_days import day_at, instant_at
from tl_analyzer.sitting.evidence_columns import Floats, Ints

#: Clocks of a few hundred athletes through the days that one report looks at.
_KEPT = 512


@lru_cache(maxsize=_KEPT)
def instants_at(first: int, count: int, clock: time, zone: str) -> Floats:
    """Instants at which a clock shows a time, on each of some days from `first` [ordinal]. [s]."""
    found = np.array([instant_at(first + n, clock, zone) for n in range(count)], dtype=np.float64)
    found.flags.writeable = False
    return found


def midnights(first: int, count: int, zone: str) -> Floats:
    """First instants of some days from `first` [ordinal] on. [s]."""
    return instants_at(first, count, time.min, zone)


def days_of(instants: Floats, zone: str) -> Ints:
    """Days in a zone to which instants [s] belong. [ordinal]."""
    if not len(instants):
        return np.zeros(0, dtype=np.int64)
    first = day_at(float(instants.min()), zone)
    edges = midnights(first, day_at(float(instants.max()), zone) - first + 1, zone)
    return first - 1 + np.searchsorted(edges, instants, "right")
