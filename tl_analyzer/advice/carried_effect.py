"""What time on the feet, or another order, would have taken from what was carried to bar and bike.

One change, one function: `Trial` -> exposure removed, in the unit of the exposure.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta

from tl_analyzer.advice.trial import Trial
from tl_analyzer.load.flexion_line import flexion_line, states_at
from tl_analyzer.load.picture import FlexionState
from tl_analyzer.load.ride_exposure import FlexedBout, RideExposure
from tl_analyzer.sitting.seats import packed

Bouts = tuple[FlexedBout, ...]

#: Before this long the model starts from rest; creep and dose of the day before are gone by then.
_FROM_REST_S = timedelta(days=1).total_seconds()


def creep_carried(trial: Trial) -> float:
    """Most creep carried to an instant of the flag. [deg]"""
    return max((_as_it_was(trial, t).creep_deg for t in trial.instants), default=0.0)


def dose_carried(trial: Trial) -> float:
    """Most flexion dose carried to an instant of the flag. [u min]"""
    return max((_as_it_was(trial, t).dose_u_min for t in trial.instants), default=0.0)


def creep_gone_after_a_walk(trial: Trial) -> float:
    """Creep gone when the minutes of the entry come on top of those already on the feet. [deg]"""
    return _creep_gone(trial, lambda gap_min: gap_min + trial.entry.minutes)


def creep_gone_after_ramp_up(trial: Trial) -> float:
    """Creep gone when the heavy set waits for lighter ones. [deg]"""
    ramp_min = trial.parameters.number("rules.tl401.ramp_minutes")
    return _creep_gone(trial, lambda gap_min: gap_min + ramp_min)


def creep_gone_after_a_later_start(trial: Trial) -> float:
    """Creep gone when the ride keeps the distance from the desk that is asked for. [deg]"""
    asked_min = trial.parameters.number("rules.tl302.gap_minutes")
    return _creep_gone(trial, lambda gap_min: max(gap_min, asked_min))


def dose_without_the_ride(trial: Trial) -> float:
    """Carried dose that the ride before left at the bar. [u min]"""
    within_s = trial.parameters.number("rules.tl402.hours") * 3600.0
    worst = max(trial.instants, key=lambda t: _as_it_was(trial, t).dose_u_min, default=None)
    if worst is None:
        return 0.0
    others = [r for r in trial.picture.rides if not worst - within_s <= r.end <= worst]
    without = _state(trial, _before(trial, worst, others), worst, worst)
    return _as_it_was(trial, worst).dose_u_min - without.dose_u_min


def _creep_gone(trial: Trial, on_the_feet: Callable[[float], float]) -> float:
    """Creep gone at the worst instant with another time on the feet before it. [deg]

    `on_the_feet` makes of the minutes since the last sitting or riding those to try.
    """
    worst = max(trial.instants, key=lambda t: _as_it_was(trial, t).creep_deg, default=None)
    if worst is None:
        return 0.0
    bouts = _before(trial, worst, trial.picture.rides)
    if not bouts:
        return 0.0
    gap_min = (worst - bouts[-1].end) / 60.0
    later = worst + (on_the_feet(gap_min) - gap_min) * 60.0
    before = _as_it_was(trial, worst)
    return before.creep_deg - _state(trial, bouts, worst, later).creep_deg


def _as_it_was(trial: Trial, instant: float) -> FlexionState:
    return _state(trial, _before(trial, instant, trial.picture.rides), instant, instant)


def _state(trial: Trial, bouts: Bouts, instant: float, later: float) -> FlexionState:
    """State at a later instant, when all that lies between the two is upright."""
    return states_at(bouts, [later], instant - _FROM_REST_S, trial.parameters)[later]


def _before(trial: Trial, instant: float, rides: Iterable[RideExposure]) -> Bouts:
    """Desk and rides of the day before an instant, cut at it, as one line."""
    begin = instant - _FROM_REST_S
    sitting = trial.picture.seated_within(begin, instant)
    ridden = (r for r in rides if r.start < instant and r.end > begin)
    return tuple(
        bout._replace(end=min(bout.end, instant))
        for bout in flexion_line(packed(sitting), ridden, trial.parameters).bouts()
        if bout.start < instant
    )
