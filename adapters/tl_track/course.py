"""From points to bouts of one posture, on whole arrays.

A point describes the time until the next one. Track files hold no position of the rider, so what
is ridden is unknown, save where it shows that nobody pedals (coasting) or moves (stopped).
"""

from dataclasses import dataclass

import numpy as np

from tl_analyzer.log import PostureBout, RidePosture
from tl_analyzer.parsing.sample_runs import lasting, recorded, runs, unpedalled
from tl_track.clock import utc
from tl_track.cuts import cuts
from tl_track.points import BoolArray, FloatArray, IntArray, Points

_POSTURES = (RidePosture.UNKNOWN, RidePosture.COASTING, RidePosture.STOPPED)
_UNKNOWN, _COASTING, _STOPPED = range(len(_POSTURES))


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
    parted = points.begins[1:] & (length_s > cuts().standstill_s)
    paused = parted | (length_s > cuts().gap_s)
    stopped = paused | _stands_still(points, speed_mps[:-1], paused)
    freewheeling = unpedalled(points.cadence_rpm, points.power_w)[:-1]
    coasting = lasting(freewheeling & ~stopped, points.ms, 1000 * cuts().coasting_s)
    posture = np.full(len(length_s), _UNKNOWN)
    posture[coasting] = _COASTING
    posture[stopped] = _STOPPED
    moving_s = int(length_ms[~paused].sum()) / 1000
    return Course(_bouts(posture, points.ms), moving_s, stopped, paused)


def _stands_still(points: Points, speed_mps: FloatArray, paused: BoolArray) -> BoolArray:
    """Standstill while points come in; seconds beside a pause belong to the same stop."""
    if recorded(speed_mps):
        pedalling = (points.cadence_rpm[:-1] > 0) | (points.power_w[:-1] > 0)
        still = (speed_mps < cuts().standstill_mps) & ~pedalling
        return lasting(still | paused, points.ms, 1000 * cuts().standstill_s)
    return lasting(
        unpedalled(points.cadence_rpm, points.power_w)[:-1] | paused,
        points.ms,
        1000 * cuts().unpedalled_s,
    )


def _bouts(posture: IntArray, ms: IntArray) -> tuple[PostureBout, ...]:
    first, after = runs(posture)
    return tuple(
        PostureBout(start=utc(start), end=utc(end), posture=_POSTURES[code])
        for start, end, code in zip(
            ms[first].tolist(), ms[after].tolist(), posture[first].tolist(), strict=True
        )
    )
