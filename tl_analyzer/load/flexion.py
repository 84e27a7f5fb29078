"""Flexion channel: creep of the back as a state, and flexed time as a dose."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import exp, expm1, log
from typing import Self

from tl_analyzer.parameters import Parameters


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of constant posture: how long [min], at which level u (0-1)."""

    minutes: float
    u: float


@dataclass(frozen=True, slots=True)
class Creep:
    """Creep in the compartment that recovers fast and the one that recovers slowly. [deg]"""

    fast_deg: float = 0.0
    slow_deg: float = 0.0

    @property
    def deg(self) -> float:
        """Creep C, both compartments. [deg]"""
        return self.fast_deg + self.slow_deg


#: A back that has been out of flexion for hours.
RESTED = Creep()


@dataclass(frozen=True, slots=True)
class CreepModel:
    """Coefficients of the two-compartment creep model.

    Attributes
    ----------
    asymptote_deg : float
        Creep of endless full flexion. [deg]
    loading_min : float
        Time constant under load, of both compartments. [min]
    fast_share : float
        Share of the fast compartment in the asymptote. [1]
    fast_recovery_min, slow_recovery_min : float
        Time constants of recovery. [min]
    """

    asymptote_deg: float
    loading_min: float
    fast_share: float
    fast_recovery_min: float
    slow_recovery_min: float

    @classmethod
    def from_parameters(cls, parameters: Parameters) -> Self:
        """Take the coefficients from a parameter set."""
        return cls(
            asymptote_deg=parameters.number("flexion.asymptote_deg"),
            loading_min=parameters.number("flexion.loading_min"),
            fast_share=parameters.number("flexion.fast_share"),
            fast_recovery_min=parameters.number("flexion.fast_recovery_min"),
            slow_recovery_min=parameters.number("flexion.slow_recovery_min"),
        )


def creep_step(state: Creep, segment: Segment, model: CreepModel) -> Creep:
    """Creep after one stretch of constant posture, exact for any length of it.

    Each compartment tends to its share of ``asymptote u``: with the loading time constant while
    it is at or below that target, with its own recovery time constant while it is above.

    Parameters
    ----------
    state : Creep
        Creep at the start. [deg]
    segment : Segment
        Length [min] and level u [1].
    model : CreepModel
        Coefficients.

    Returns
    -------
    Creep
        Creep at the end. [deg]

    Notes
    -----
    Calibrated on 20 min of full flexion; saturates within half an hour and then tells posture,
    not duration, which bouts and dose are for. It gives 1.0 degree less than was measured in
    3-min bouts [kang_mirka_2024]_. Full flexion made backs laxer; ordinary sitting stiffened some.

    References
    ----------
    [mcgill_brown_1992]_, [kang_mirka_2024]_
    """
    full = model.asymptote_deg * segment.u
    return Creep(
        fast_deg=_towards(
            full * model.fast_share, state.fast_deg, segment.minutes, model, model.fast_recovery_min
        ),
        slow_deg=_towards(
            full * (1.0 - model.fast_share),
            state.slow_deg,
            segment.minutes,
            model,
            model.slow_recovery_min,
        ),
    )


def creep_after(
    segments: Iterable[Segment], model: CreepModel, start: Creep = RESTED
) -> list[Creep]:
    """Creep at the end of each of a row of segments.

    Parameters
    ----------
    segments : iterable of Segment
        Postures in time order, without gaps.
    model : CreepModel
        Coefficients.
    start : Creep, optional
        Creep before the first of them. [deg]

    Returns
    -------
    list of Creep
        One state a segment. [deg]

    References
    ----------
    [mcgill_brown_1992]_
    """
    states: list[Creep] = []
    state = start
    for segment in segments:
        state = creep_step(state, segment, model)
        states.append(state)
    return states


def dose_step(dose_u_min: float, segment: Segment, half_life_min: float) -> float:
    """Carried flexion dose after one stretch of constant posture, exact for any length of it.

    The dose gains u a minute and forgets half of itself every half-life.

    Parameters
    ----------
    dose_u_min : float
        Dose at the start. [u min]
    segment : Segment
        Length [min] and level u [1].
    half_life_min : float
        Half-life of the dose. [min]

    Returns
    -------
    float
        Dose at the end. [u min]

    Notes
    -----
    Holds what creep forgets: that a long desk day came before the ride. A single half-life is a
    compromise between half of a reflex back in 30 min and recovery that takes hours.

    References
    ----------
    [hatipkarasulu]_, [courville_2005]_
    """
    rate = log(2.0) / half_life_min
    ceiling = segment.u / rate
    return ceiling + (dose_u_min - ceiling) * exp(-rate * segment.minutes)


def dose_after(
    segments: Iterable[Segment], half_life_min: float, start_u_min: float = 0.0
) -> list[float]:
    """Carried flexion dose at the end of each of a row of segments.

    Parameters
    ----------
    segments : iterable of Segment
        Postures in time order, without gaps.
    half_life_min : float
        Half-life of the dose. [min]
    start_u_min : float, optional
        Dose before the first of them. [u min]

    Returns
    -------
    list of float
        One dose a segment. [u min]

    References
    ----------
    [hatipkarasulu]_, [courville_2005]_
    """
    doses: list[float] = []
    dose = start_u_min
    for segment in segments:
        dose = dose_step(dose, segment, half_life_min)
        doses.append(dose)
    return doses


class CreepBand(StrEnum):
    """Creep beside published exposures, as the model itself renders them."""

    BELOW = "less than after short bouts of full flexion with rest between"
    WATCH = "as after short bouts of full flexion with rest between"
    AMBER = "as after an hour of slumped sitting"
    RED = "as after long bouts of full flexion with rest between"


def creep_band(creep_deg: float, parameters: Parameters) -> CreepBand:
    """Compare creep with what the model gives for three published exposures.

    Parameters
    ----------
    creep_deg : float
        Creep C. [deg]
    parameters : Parameters
        ``flexion.state_watch_deg``, ``flexion.state_amber_deg``, ``flexion.state_red_deg``.

    Returns
    -------
    CreepBand
        The highest exposure that C reaches.

    Notes
    -----
    On the model's own scale: it renders the hardest exposure a degree lower than it was measured.
    Creep tells posture and not duration, so a band is context and never a verdict.

    References
    ----------
    [kang_mirka_2024]_, [sanchez_zuriaga_2010]_
    """
    if creep_deg >= parameters.number("flexion.state_red_deg"):
        return CreepBand.RED
    if creep_deg >= parameters.number("flexion.state_amber_deg"):
        return CreepBand.AMBER
    if creep_deg >= parameters.number("flexion.state_watch_deg"):
        return CreepBand.WATCH
    return CreepBand.BELOW


def posture_levels(parameters: Parameters) -> dict[str, float]:
    """Flexion level u of each posture by name: ``desk_slumped``, ``bike_hoods``, ... [1]"""
    prefix = "flexion.u"
    return {name: parameters.number(f"{prefix}.{name}") for name in parameters.under(prefix)}


def _towards(
    target: float, value: float, minutes: float, model: CreepModel, recovery_min: float
) -> float:
    constant = model.loading_min if target >= value else recovery_min
    return value - (target - value) * expm1(-minutes / constant)
