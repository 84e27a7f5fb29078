"""What changes in the gym would have taken from the week, by the equations of the load model.

One change, one function: `Trial` -> exposure removed, in the unit of the exposure.
"""

import numpy as np

from tl_analyzer.advice.trial import Trial
from tl_analyzer.load.hinge import HingeModel, demand, hinge_dose
from tl_analyzer.load.overhead import OverheadModel, overhead_dose
from tl_analyzer.load.set_table import Flags, Floats
from tl_analyzer.movement.movement import Pattern


def without_top_sets(trial: Trial) -> float:
    """Hinge dose of the heaviest hard hinge set of each session of the week. [points]"""
    sets = trial.picture.sets
    rows = trial.picture.this_week() & sets.hard_hinge
    removed = 0.0
    for session in sorted(set(sets.session[rows].tolist())):
        inside = rows & (sets.session == session)
        removed += float(sets.hinge_dose[np.argmax(np.where(inside, sets.demand, -np.inf))])
    return removed


def with_the_trap_bar(trial: Trial) -> float:
    """Hinge dose that the week's pulls lose with the trap bar, at equal load. [points]"""
    return _pulled_with_the_trap_bar(trial, trial.picture.this_week())


def with_near_maximal_capped(trial: Trial) -> float:
    """Hinge dose lost when near-maximal repetitions beyond a number a day are done lighter.

    The hardest ones stay, so that the number is rather too small. [points]
    """
    sets, parameters = trial.picture.sets, trial.parameters
    near = parameters.number("hinge.near_max_demand")
    rows = trial.picture.this_week() & sets.hard_hinge & (sets.demand >= near)
    kept = parameters.number("advice.near_maximal_reps_a_day")
    model = HingeModel.from_parameters(parameters)
    lighter = parameters.number("hinge.heavy_demand")
    removed = 0.0
    for day in sorted(set(sets.day[rows].tolist())):
        inside = np.flatnonzero(rows & (sets.day == day))
        hardest_first = inside[np.argsort(-sets.demand[inside], kind="stable")]
        reps = sets.reps[hardest_first]
        beyond = np.clip(np.cumsum(reps) - kept, 0.0, reps)
        as_done = hinge_dose(beyond, sets.demand[hardest_first], model)
        removed += float(np.sum(as_done - hinge_dose(beyond, lighter, model)))
    return removed


def with_a_lighter_return(trial: Trial) -> float:
    """Hinge dose lost when no hinge set goes beyond the demand of a first week back. [points]"""
    sets = trial.picture.sets
    rows = trial.picture.this_week() & sets.hard_hinge
    return _lightened(trial, rows, trial.parameters.number("advice.first_week_demand"))


def of_the_day_after(trial: Trial) -> float:
    """Hard hinge dose of the sessions that came too soon after another. [points]"""
    sets = trial.picture.sets
    return float(np.sum(sets.hinge_dose[_too_soon(trial)]))


def with_the_trap_bar_the_day_after(trial: Trial) -> float:
    """What the trap bar would have taken from the sessions that came too soon. [points]"""
    return _pulled_with_the_trap_bar(trial, _too_soon(trial))


def of_fewer_swings(trial: Trial) -> float:
    """Swings and the like that half the volume leaves out. [reps]"""
    return _share_left_out(trial, trial.picture.sets.ballistic_reps)


def of_less_turning(trial: Trial) -> float:
    """Loaded turns and side bends that half the volume leaves out. [reps]"""
    return _share_left_out(trial, trial.picture.sets.rotation_reps)


def of_fewer_sit_ups(trial: Trial) -> float:
    """Loaded spinal bends that half the volume leaves out. [reps]"""
    return _share_left_out(trial, trial.picture.sets.flexion_reps)


def of_fewer_overhead_sets(trial: Trial) -> float:
    """Overhead dose of the working sets left out, an average one each. [points]"""
    sets = trial.picture.sets
    working = trial.picture.this_week() & ~sets.warmup
    share = trial.parameters.number("advice.overhead_sets_left_out")
    return share * float(np.sum(sets.overhead_dose[working]))


def with_presses_at_an_angle(trial: Trial) -> float:
    """Overhead dose lost when presses go up at the angle of an incline press. [points]"""
    sets, parameters = trial.picture.sets, trial.parameters
    presses = [m.pattern is Pattern.OVERHEAD_PRESS for m in sets.movements]
    rows = trial.picture.this_week() & np.array(presses or [False])[sets.movement]
    model = OverheadModel.from_parameters(parameters)
    measured = trial.picture.profile.screen.thoracic_extension_deg
    at_an_angle = overhead_dose(
        sets.reps[rows],
        sets.intensity[rows],
        parameters.number("overhead.elevation.incline_press"),
        model.default_extension_deg if measured is None else measured,
        model,
    )
    return float(np.nansum(np.maximum(sets.overhead_dose[rows] - at_an_angle, 0.0)))


def nothing(trial: Trial) -> float:
    """Change that moves exposure to other days, or cuts it up, and leaves its sum alone."""
    return 0.0


def _too_soon(trial: Trial) -> Flags:
    """Mark the hard hinge sets of the sessions that the flag names as the later one. Shape (n,)."""
    late = {fact.sessions[-1] for fact in trial.flag.because if fact.sessions}
    named = np.array([s.label in late for s in trial.picture.sessions] or [False], dtype=np.bool_)
    sets = trial.picture.sets
    of_them: Flags = named[sets.session]
    return trial.picture.this_week() & sets.hard_hinge & of_them


def _pulled_with_the_trap_bar(trial: Trial, rows: Flags) -> float:
    sets, maximum = trial.picture.sets, trial.picture.strengths.deadlift_kg
    if maximum is None:
        return 0.0
    swapped = np.array([m.lift in trial.entry.for_lifts for m in sets.movements] or [False])
    coefficient = trial.parameters.number("hinge.demand.hex_bar_deadlift")
    return _lightened(trial, rows & swapped[sets.movement], demand(coefficient, sets.kg, maximum))


def _lightened(trial: Trial, rows: Flags, new_demand: Floats | float) -> float:
    """Hinge dose that sets lose at a lower demand; a higher one changes nothing. [points]"""
    sets = trial.picture.sets
    model = HingeModel.from_parameters(trial.parameters)
    lowered = np.fmin(sets.demand, new_demand)
    lost = hinge_dose(sets.reps, sets.demand, model) - hinge_dose(sets.reps, lowered, model)
    return float(np.nansum(lost[rows]))


def _share_left_out(trial: Trial, reps: Floats) -> float:
    share = trial.parameters.number("advice.share_left_out")
    return share * float(np.nansum(reps[trial.picture.this_week()]))
