"""The athlete's own strength: what demand and intensity are relative to."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tl_analyzer.load.labels import day_name
from tl_analyzer.load.picture import Strengths
from tl_analyzer.load.raw_sets import RawSets
from tl_analyzer.load.set_table import Flags, Floats
from tl_analyzer.load.strength import OneRepModel, epley_1rm
from tl_analyzer.load.week import Week
from tl_analyzer.movement.movement import Movement, Pattern
from tl_analyzer.parameters import Parameter, Parameters
from tl_analyzer.profile import OneRepMax, Profile

DEADLIFT = "deadlift"

#: Implements whose loads compare with a barbell maximum of the profile.
BARBELL = ("barbell", "unspecified")


@dataclass(frozen=True)
class Estimate:
    """A 1RM estimated from one set of the log. [kg]."""

    kg: float
    row: int


def estimates(sets: RawSets, load_kg: Floats, parameters: Parameters) -> Floats:
    """Estimate a 1RM from each set that can tell one. Shape (n,). [kg]."""
    model = OneRepModel.from_parameters(parameters)
    estimated = epley_1rm(load_kg, sets.reps, model, sets.reserve)
    return np.where(sets.assistance, np.nan, estimated)


def strengths(
    sets: RawSets, load_kg: Floats, profile: Profile, week: Week, parameters: Parameters
) -> Strengths:
    """Find E_DL, the conventional deadlift 1RM that demand is relative to.

    A maximum of the profile counts unless a recent estimate from the log is higher. Another hinge
    lift sets a floor under it: what it asked of the back at the least was not above the maximum.
    Without any deadlift, the largest ``m_e x 1RM`` over other hinge lifts stands in for it.

    Parameters
    ----------
    sets : RawSets
        Sets up to the end of the week.
    load_kg : (n,) float
        Load of each set, pairs of implements summed. [kg]
    profile : Profile
        Known maxima.
    week : Week
        The week under review; "recent" ends with it.
    parameters : Parameters
        ``hinge.one_rm_window_days``, ``hinge.demand.*`` and the estimate's own.

    Returns
    -------
    Strengths
        The maximum and, in plain words, where it comes from; or why there is none.
    """
    known = profile.strength.one_rep_max_kg
    window = parameters.number("hinge.one_rm_window_days")
    recent = sets.day > week.monday.toordinal() + 6 - window
    estimated = np.where(recent, estimates(sets, load_kg, parameters), np.nan)
    deadlift = _of_deadlifts(sets, load_kg, estimated, known.deadlift)
    if deadlift is None:
        others = (
            _of_other_hinges(sets, load_kg, estimated, parameters),
            _of_other_maxima(known, parameters),
        )
        found = [o for o in others if o is not None]
        return max(found, key=_kg) if found else _none(window)
    floor = _of_other_hinges(sets, load_kg, estimated, parameters.at_low("hinge.demand"))
    return max(deadlift, floor, key=_kg) if floor is not None else deadlift


def _kg(found: Strengths) -> float:
    return found.deadlift_kg or 0.0


def _of_deadlifts(
    sets: RawSets, load_kg: Floats, estimated: Floats, stated: float | None
) -> Strengths | None:
    """Take the profile's deadlift, or the log's if that is higher."""
    logged = _best(sets, estimated, np.array([m.lift == DEADLIFT for m in sets.movements]))
    if logged is not None and (stated is None or logged.kg > stated):
        how = _from_log(sets, load_kg, logged)
        beside = f"; the profile states {stated:g} kg" if stated is not None else ""
        return Strengths(logged.kg, f"deadlift {logged.kg:.1f} kg, {how}{beside}", from_log=True)
    if stated is not None:
        return Strengths(stated, f"deadlift {stated:g} kg (profile)")
    return None


def _of_other_hinges(
    sets: RawSets, load_kg: Floats, estimated: Floats, parameters: Parameters
) -> Strengths | None:
    """Take the strongest other hinge lift of the log, by what it asks of the back."""
    coefficients = parameters.under("hinge.demand")
    factor = np.array([_hinge_factor(m, coefficients, parameters) for m in sets.movements])
    scaled = estimated * factor[sets.movement] if len(sets.movements) else estimated
    best = _best(sets, scaled, np.isfinite(factor))
    if best is None:
        return None
    words = f"deadlift {best.kg:.1f} kg, {_from_log(sets, load_kg, best)}"
    return Strengths(best.kg, words, from_log=True)


def _of_other_maxima(known: OneRepMax, parameters: Parameters) -> Strengths | None:
    """Take the strongest other deadlift the profile states."""
    stated = [
        (parameters.number(f"hinge.demand.{lift}") * value, lift, value)
        for lift, value in known.model_dump().items()
        if value is not None and lift.endswith("_deadlift")
    ]
    if not stated:
        return None
    kg, lift, value = max(stated)
    words = f"deadlift {kg:.1f} kg, from {lift.replace('_', ' ')} {value:g} kg (profile)"
    return Strengths(kg, words)


def _none(window_days: float) -> Strengths:
    return Strengths(
        None,
        f"no deadlift 1RM: neither the profile nor the last {window_days:.0f} days"
        " hold a hinge lift to tell it from",
    )


def _hinge_factor(
    movement: Movement, coefficients: Mapping[str, Parameter], parameters: Parameters
) -> float:
    if movement.pattern is not Pattern.HINGE or not movement.tl_hinge:
        return float("nan")
    named = movement.lift in coefficients and movement.lift != DEADLIFT
    if not named or movement.unilateral:
        return float("nan")
    return parameters.number(f"hinge.demand.{movement.lift}")


def _best(sets: RawSets, value: Floats, of_movement: Flags) -> Estimate | None:
    if not len(value):
        return None
    told = np.where(of_movement[sets.movement], value, np.nan)
    if np.all(np.isnan(told)):
        return None
    row = int(np.nanargmax(told))
    return Estimate(float(told[row]), row)


def _from_log(sets: RawSets, load_kg: Floats, estimate: Estimate) -> str:
    row = estimate.row
    name = sets.movements[sets.movement[row]].name.strip()
    reserve = f" with {sets.reserve[row]:g} in reserve" if sets.reserve[row] else ""
    done = f"{load_kg[row]:g} kg x {sets.reps[row]:g}{reserve}"
    return f"estimated from {name} {done} on {day_name(int(sets.day[row]))}"
