"""Strength: the one-repetition maximum that a set speaks of."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tl_analyzer.parameters import Parameters

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class OneRepModel:
    """Coefficients of the one-repetition-maximum estimate.

    Attributes
    ----------
    epley_reps : float
        Repetitions that double the estimate. [1]
    max_reps : float
        Repetitions, those in reserve included, beyond which a set counts as this many. [1]
    rpe_at_failure : float
        RPE that leaves no repetition in reserve. [RPE]
    """

    epley_reps: float
    max_reps: float
    rpe_at_failure: float

    @classmethod
    def from_parameters(cls, parameters: Parameters) -> Self:
        """Take the coefficients from a parameter set."""
        return cls(
            epley_reps=parameters.number("hinge.epley_reps"),
            max_reps=parameters.number("hinge.one_rm_max_reps"),
            rpe_at_failure=parameters.number("hinge.rpe_at_failure"),
        )


def reps_in_reserve(rpe: ArrayLike, model: OneRepModel) -> Floats:
    """Repetitions left at a stated effort.

    Parameters
    ----------
    rpe : array_like
        Rated effort of the set. [RPE]
    model : OneRepModel
        Coefficients.

    Returns
    -------
    ndarray
        Repetitions in reserve; NaN where the rating is NaN, negative or above the scale. [1]

    Notes
    -----
    Ratings of 6 and below are guesses about many repetitions; `epley_1rm` leaves such sets out by
    its limit on repetitions.

    References
    ----------
    [tuchscherer]_
    """
    rated = np.asarray(rpe, dtype=np.float64)
    on_scale = (rated >= 0.0) & (rated <= model.rpe_at_failure)
    return np.where(on_scale, model.rpe_at_failure - rated, np.nan)


def epley_1rm(
    kg: ArrayLike, reps: ArrayLike, model: OneRepModel, in_reserve: ArrayLike = 0.0
) -> Floats:
    """Estimate the one-repetition maximum from one set.

    ``1RM = W (1 + r / 30)`` with r the repetitions done and left, at most 10; W itself at r = 1.

    Parameters
    ----------
    kg : array_like
        Load. [kg]
    reps : array_like
        Repetitions done. [1]
    model : OneRepModel
        Coefficients.
    in_reserve : array_like, optional
        Repetitions that were left; NaN is read as none. [1]

    Returns
    -------
    ndarray
        Estimated 1RM; the load itself for a single with nothing left. NaN where the set cannot
        tell: no load, no repetition. [kg]

    Notes
    -----
    Valid for 1-10 repetitions, those in reserve included; a longer set counts as one of 10, so
    that its estimate is a lower bound. So is that of a set that stopped short of failure without
    saying so.

    References
    ----------
    [epley]_, limit from [lacio_2010]_
    """
    load = np.asarray(kg, dtype=np.float64)
    done = np.asarray(reps, dtype=np.float64)
    stated = np.asarray(in_reserve, dtype=np.float64)
    left = np.where(np.isnan(stated), 0.0, stated)
    possible = np.minimum(done + left, model.max_reps)
    estimate = np.where(possible == 1.0, load, load * (1.0 + possible / model.epley_reps))
    tells = (load > 0.0) & (done >= 1.0)
    return np.where(tells, estimate, np.nan)
