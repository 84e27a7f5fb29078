"""Hinge channel: from a set's load to demand, damage per repetition and a weekly index.

Why the thoracolumbar junction: over many activities the ratio of load to strength is highest there
[bruno_2017]_. It carries a share of the lower lumbar load that is about 0.9 in stoop and squat
alike [la_torre_2017]_; a constant share cancels in an index relative to the athlete's own
strength, so none appears below.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from tl_analyzer.parameters import Parameters

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

#: A coefficient, or a column of drawn ones with one row a sample.
Coefficient = float | Floats

#: Percent in one, and the strength [%] that no set can exceed.
PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class HingeModel:
    """Coefficients of the hinge channel.

    Attributes
    ----------
    sn_slope : float
        Slope of the S-N curve. [1/% strength]
    sn_cycles : float
        Cycles to failure at zero load. [1]
    strength_at_max : float
        Share of tissue strength at D = 1. [% strength]
    reference_demand, reference_reps : float
        The workout that scores 100. [1]
    load_exponent, cycle_exponent : float
        Powers of demand and repetitions in the cross-check H2. [1]
    demand_decimals : int
        Demands that agree to this many decimals form one group of H2.
    ballistic_per_load : float
        Demand of a light swing per kg/E_DL. [1]
    ballistic_cap : float
        Demand that a heavy swing approaches. [1]
    """

    sn_slope: float
    sn_cycles: float
    strength_at_max: Coefficient
    reference_demand: float
    reference_reps: float
    load_exponent: float
    cycle_exponent: float
    demand_decimals: int
    ballistic_per_load: Coefficient
    ballistic_cap: Coefficient

    @classmethod
    def from_parameters(cls, parameters: Parameters) -> Self:
        """Take the coefficients from a parameter set."""
        return cls(
            sn_slope=parameters.number("hinge.sn_slope"),
            sn_cycles=parameters.number("hinge.sn_cycles"),
            strength_at_max=parameters.number("hinge.strength_at_max"),
            reference_demand=parameters.number("hinge.reference_demand"),
            reference_reps=parameters.number("hinge.reference_reps"),
            load_exponent=parameters.number("hinge.index_load_exponent"),
            cycle_exponent=parameters.number("hinge.index_cycle_exponent"),
            demand_decimals=int(parameters.number("hinge.index_demand_decimals")),
            ballistic_per_load=parameters.number("hinge.ballistic_demand_per_load"),
            ballistic_cap=parameters.number("hinge.ballistic_demand_cap"),
        )


def demand(coefficient: ArrayLike, kg: ArrayLike, deadlift_1rm_kg: ArrayLike) -> Floats:
    """Demand D on the back extensors relative to a conventional deadlift maximum.

    ``D = m_e W / E_DL``

    Parameters
    ----------
    coefficient : array_like
        m_e of the lift, 1 for the conventional deadlift. [1]
    kg : array_like
        Load W, share of body mass included. [kg]
    deadlift_1rm_kg : array_like
        E_DL, conventional deadlift 1RM. [kg]

    Returns
    -------
    ndarray
        D; NaN without a maximum. [1]

    Notes
    -----
    Valid for slow lifts; for swings see `ballistic_demand`. Assumes that the ratio m_e holds at
    equal load, which the abstracts of its sources do not state.

    References
    ----------
    [cholewicki_1991]_, [li_xiao_2025]_, [schellenberg_2013]_
    """
    return np.asarray(coefficient, dtype=np.float64) * _relative(kg, deadlift_1rm_kg)


def ballistic_demand(kg: ArrayLike, deadlift_1rm_kg: ArrayLike, model: HingeModel) -> Floats:
    """Demand D of a swing, relative to the athlete's own strength and bounded.

    ``D = cap (1 - exp(-m W / (E_DL cap)))``: proportional to the bell while it is light for the
    athlete, and never above the cap.

    Parameters
    ----------
    kg : array_like
        Mass of the bell W. [kg]
    deadlift_1rm_kg : array_like
        E_DL, conventional deadlift 1RM. [kg]
    model : HingeModel
        Coefficients m and cap.

    Returns
    -------
    ndarray
        D; NaN without a maximum. [1]

    Notes
    -----
    Rises with the bell, falls with the athlete's strength. Loads were measured at 16 kg only;
    the bound keeps heavier bells from running away with the exponential of the S-N curve and is
    an assumption.

    References
    ----------
    [mcgill_marshall_2012]_, scaled by [cholewicki_1991]_ and [swinton_2011]_
    """
    cap = model.ballistic_cap
    return -cap * np.expm1(-model.ballistic_per_load * _relative(kg, deadlift_1rm_kg) / cap)


def damage_per_rep(relative_demand: ArrayLike, model: HingeModel) -> Floats:
    """Fatigue damage of one repetition: the reciprocal of the cycles to failure.

    ``d = exp(a S) / N_0`` with ``S = min(100, S_max D)``.

    Parameters
    ----------
    relative_demand : array_like
        D. [1]
    model : HingeModel
        Coefficients a, N_0 and S_max.

    Returns
    -------
    ndarray
        Damage, in arbitrary units: only ratios of it carry meaning. [1]

    Notes
    -----
    The curve was fitted over S = 20-70 %, that is D = 0.28-0.98; outside it extrapolates. Its
    reciprocal is no number of repetitions to an injury.

    References
    ----------
    [gallagher_2017]_, confirmed by [zelik_2022]_; S_max from [gallagher_2018]_
    """
    strength = np.minimum(PERCENT, model.strength_at_max * np.asarray(relative_demand, np.float64))
    return np.exp(model.sn_slope * strength) / model.sn_cycles


def hinge_dose(reps: ArrayLike, relative_demand: ArrayLike, model: HingeModel) -> Floats:
    """Contribution of each set to the hinge index H.

    Parameters
    ----------
    reps : array_like
        Repetitions. [1]
    relative_demand : array_like
        D. [1]
    model : HingeModel
        Coefficients.

    Returns
    -------
    ndarray
        Index points, 100 = 5 x 5 at 75 % of the deadlift 1RM; NaN where an input is NaN. [1]

    References
    ----------
    [gallagher_2017]_
    """
    reference = model.reference_reps * damage_per_rep(model.reference_demand, model)
    damage = np.asarray(reps, dtype=np.float64) * damage_per_rep(relative_demand, model)
    return PERCENT * damage / reference


def hinge_index(reps: ArrayLike, relative_demand: ArrayLike, model: HingeModel) -> float:
    """Hinge index H of a number of sets: the linear sum of their damage.

    Parameters
    ----------
    reps : array_like
        Repetitions. [1]
    relative_demand : array_like
        D. [1]
    model : HingeModel
        Coefficients.

    Returns
    -------
    float
        H, 100 = 5 x 5 at 75 % of the deadlift 1RM. Sets with an unknown input are left out. [1]

    Notes
    -----
    Ten points of D multiply the damage by about 3.2: what is known of the sets at the top
    decides. Read it beside `hinge_cross_check`.

    References
    ----------
    [gallagher_2017]_
    """
    return float(np.nansum(hinge_dose(reps, relative_demand, model)))


def hinge_cross_check(reps: ArrayLike, relative_demand: ArrayLike, model: HingeModel) -> float:
    """Second hinge index H2, far flatter in load and repetitions than H.

    ``H2 = 100 sum_D(D^2 n_D^0.2) / (0.75^2 25^0.2)`` over groups of equal D.

    Parameters
    ----------
    reps : array_like
        Repetitions. [1]
    relative_demand : array_like
        D. [1]
    model : HingeModel
        Coefficients.

    Returns
    -------
    float
        H2, 100 = 5 x 5 at 75 % of the deadlift 1RM. Sets with an unknown input are left out. [1]

    Notes
    -----
    Not additive: splitting repetitions over many slightly different loads raises it.

    References
    ----------
    [coenen_2012]_
    """
    done, at = np.broadcast_arrays(
        np.asarray(reps, dtype=np.float64), np.asarray(relative_demand, dtype=np.float64)
    )
    together = np.zeros(done.size, dtype=np.int64)
    return float(hinge_cross_checks(done.ravel(), at.ravel(), together, 1, model)[0])


def hinge_cross_checks(
    reps: Floats, relative_demand: Floats, session: Ints, sessions: int, model: HingeModel
) -> Floats:
    """Second hinge index H2 of each of some sessions, see `hinge_cross_check`. Shape (sessions,).

    `session` says to which each set belongs, counted from 0.

    References
    ----------
    [coenen_2012]_
    """
    known = np.isfinite(reps) & np.isfinite(relative_demand) & (reps > 0.0)
    of, level = session[known], np.round(relative_demand[known], model.demand_decimals)
    # Groups of equal demand within a session, in the order of sessions and demands.
    order = np.lexsort((level, of))
    of, level = of[order], level[order]
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = (of[1:] != of[:-1]) | (level[1:] != level[:-1])
    group = np.empty(len(order), dtype=np.int64)
    group[order] = np.cumsum(first) - 1
    in_group = np.bincount(group, weights=reps[known], minlength=np.count_nonzero(first))
    load, cycles = model.load_exponent, model.cycle_exponent
    reference = model.reference_demand**load * model.reference_reps**cycles
    share = level[first] ** load * in_group**cycles
    edges = np.searchsorted(of[first], np.arange(sessions + 1)).tolist()
    sums = np.array([np.add.reduce(share[a:b]) for a, b in pairwise(edges)], dtype=np.float64)
    index: Floats = PERCENT * sums / reference
    return index


def _relative(kg: ArrayLike, deadlift_1rm_kg: ArrayLike) -> Floats:
    maximum = np.asarray(deadlift_1rm_kg, dtype=np.float64)
    known = np.where(maximum > 0.0, maximum, np.nan)
    return np.asarray(kg, dtype=np.float64) / known
