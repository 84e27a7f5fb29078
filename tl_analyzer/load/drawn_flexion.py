"""Flexion dose of sitting and riding by draw: what is doubtful in either."""

from typing import NamedTuple

import numpy as np

from tl_analyzer.load.draws import by_name, uniform
from tl_analyzer.load.ride_exposure import STANDING, RideExposure
from tl_analyzer.load.set_table import Floats
from tl_analyzer.log import PositionEvidence
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.seats import Seats


def drawn_sitting(sitting: Seats, parameters: Parameters) -> Floats:
    """Flexion dose of some sitting. Shape (n, draws). [u min].

    Drawn are the level of every posture and how far probable sitting counts: between its
    probability and in full; improbable sitting between nothing and its probability.
    """
    if not len(sitting):
        return np.zeros((0, int(parameters.number("uncertainty.draws"))))
    levels = by_name(parameters, "flexion.u")
    full = uniform(parameters, "seated", 1.0)
    least = parameters.number("flexion.seated_probability")

    def weight(p: float) -> Floats:
        return p + (1.0 - p) * full if p >= least else p * full

    # Few ways of sitting, many stretches.
    dose: Floats = np.array([weight(s.probability) for s in sitting.seats])[sitting.seat]
    dose *= ((sitting.end - sitting.start) / 60.0)[:, None]
    dose *= np.array([levels[s.posture] for s in sitting.seats])[sitting.seat]
    return dose


class DrawnRide(NamedTuple):
    """One ride by draw.

    Attributes
    ----------
    start : float
        Its start. [s]
    day : int
        Local day of the start. [ordinal]
    flexed : bool
        Whether any of it was flexed riding.
    dose : (draws,) array
        Flexion dose. [u min]
    """

    start: float
    day: int
    flexed: bool
    dose: Floats


def drawn_ride(ride: RideExposure, parameters: Parameters) -> DrawnRide:
    """Flexion dose of a ride by draw.

    Drawn are the level of every posture and, where the device recorded no position, how much of
    the ride was ridden standing.
    """
    levels = by_name(parameters, "flexion.u")
    dose = np.zeros(int(parameters.number("uncertainty.draws")))
    stood: Floats | float = ride.untimed_share
    if ride.evidence is PositionEvidence.NONE:
        most = parameters.number("uncertainty.unrecorded_standing")
        stood = uniform(parameters, "standing", most)
    for posture in dict.fromkeys(b.posture for b in ride.bouts):
        level = levels[posture]
        minutes = sum(b.minutes for b in ride.bouts if b.posture == posture)
        dose += minutes * level
        dose -= minutes * stood * (level - levels[STANDING])
    return DrawnRide(ride.start, ride.day, ride.flexed_min > 0.0, dose)
