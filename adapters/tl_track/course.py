"""From points to bouts of one posture, on whole arrays.

A point describes the time until the next one. Track files hold no position of the rider, so what
is ridden is unknown, save where it shows that nobody pedals (coasting) or moves (stopped).
"""

from dataclasses import dataclass

import numpy as np

from tl_analyzer.log import PostureBout
from tl_analyzer.parsing import ride_postures
from tl_analyzer.parsing.ride_postures import Motion, Stretches, posture_bouts, stopped
from tl_track.clock import utc
from tl_track.cuts import cuts
from tl_track.points import BoolArray, FloatArray, Points


@dataclass(frozen=True)
class Course:
    """How an activity went.

    Attributes
    ----------
    bouts : tuple of PostureBout
        Consecutive, without overlap, from first to last point.
    moving_s : float
        Time without pauses of the recording [s].
    stopped, paused : array of bool
        For each point but the last: whether the athlete stood still until the next, and whether
        the recording paused. A pause is a stop.
    """

    bouts: tuple[PostureBout, ...]
    moving_s: float
    stopped: BoolArray
    paused: BoolArray


def course(points: Points, speed_mps: FloatArray) -> Course:
    """Cut an activity into bouts.

    Parameters
    ----------
    points : Points
        Two or more.
    speed_mps : array of float
        Speed from each point to the next [m/s].
    """
    length_ms = np.diff(points.ms)
    length_s = length_ms / 1000
    # A break between two tracks as short as a track stand is a hole in the signal.
    parted = points.begins[1:] & (length_s > ride_postures.cuts().standstill_s)
    paused = parted | (length_s > cuts().gap_s)
    stretches = Stretches.of(points.ms, (), ticks_per_s=1000)
    motion = Motion(speed_mps, points.cadence_rpm, points.power_w)
    still = stopped(stretches, motion, paused)
    bouts = posture_bouts(stretches, motion, still, None, utc)
    return Course(bouts, int(length_ms[~paused].sum()) / 1000, still, paused)
