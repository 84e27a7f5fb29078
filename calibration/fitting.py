"""Weighted least squares from many seeded starts, and the range the targets leave a number."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq, least_squares

from calibration.candidates import Candidate, Fit, residuals
from calibration.targets import Target

Vector = NDArray[np.float64]

SEED = 1992
STARTS = 24
#: Rise of the sum of squares that ends the range of a number.
RISE = 1.0


def fit(candidate: Candidate, targets: Sequence[Target], starts: int = STARTS) -> Fit:
    """Best fit from `starts` random starts; logarithms are fitted, so numbers stay positive.

    The same seed serves every candidate: a repeated fit gives the same numbers.
    """
    low = np.log([f.low for f in candidate.free])
    high = np.log([f.high for f in candidate.free])
    random = np.random.default_rng(SEED)
    fits = [
        _descend(candidate, targets, random.uniform(low, high), low, high) for _ in range(starts)
    ]
    return min(fits, key=lambda found: found.squares)


def ranges(found: Fit, targets: Sequence[Target]) -> list[tuple[float, float]]:
    """Profile range of every number: how far it may go while the others make up for it.

    The ends are where the sum of squares, all other numbers fitted anew, has risen by `RISE`,
    or the bounds of the search.
    """
    return [
        (_end(found, targets, i, np.log(f.low)), _end(found, targets, i, np.log(f.high)))
        for i, f in enumerate(found.candidate.free)
    ]


def _descend(
    candidate: Candidate, targets: Sequence[Target], start: Vector, low: Vector, high: Vector
) -> Fit:
    def misfit(logs: Vector) -> list[float]:
        return residuals(candidate, [float(x) for x in np.exp(logs)], targets)

    found = least_squares(
        misfit, start, bounds=(low, high), xtol=1e-12, ftol=1e-12, gtol=1e-12, max_nfev=400
    )
    return Fit(candidate, tuple(float(x) for x in np.exp(found.x)), 2.0 * float(found.cost))


def _end(found: Fit, targets: Sequence[Target], index: int, bound: float) -> float:
    best = np.log(found.numbers)
    low = np.log([f.low for f in found.candidate.free])
    high = np.log([f.high for f in found.candidate.free])
    others = [i for i in range(len(best)) if i != index]

    def rise(log: float) -> float:
        def misfit(logs: Vector) -> list[float]:
            whole = np.insert(logs, index, log)
            return residuals(found.candidate, [float(x) for x in np.exp(whole)], targets)

        refit = least_squares(misfit, best[others], bounds=(low[others], high[others]))
        return 2.0 * float(refit.cost) - found.squares - RISE

    if rise(bound) < 0.0:
        return float(np.exp(bound))
    return float(np.exp(brentq(rise, best[index], bound, xtol=1e-4)))
