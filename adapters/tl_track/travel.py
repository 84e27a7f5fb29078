"""How far and how fast, from a running distance or from positions."""

from dataclasses import dataclass

import numpy as np

from tl_analyzer.parsing.sample_runs import recorded
from tl_track.cuts import cuts
from tl_track.points import BoolArray, FloatArray, IntArray, Points

#: Mean radius of the Earth, IUGG [m]. The sphere is within 0.6 % of the ellipsoid.
_EARTH_M = 6_371_008.8


@dataclass(frozen=True)
class Steps:
    """The way from one place to the next.

    Attributes
    ----------
    rows : array of int
        Numbers of the points that begin and end the steps; one more than steps.
    length_m : array of float
        Length of each step [m]; NaN where it is an error of the receiver.
    """

    rows: IntArray
    length_m: FloatArray


def steps(points: Points) -> Steps | None:
    """The steps by the running distance, else by the positions; None where neither moves.

    A step lasts until the value changes, because devices repeat the last one until the next.
    """
    if recorded(points.distance_m):
        return _by_distance(points)
    return _by_position(points)


def speeds(points: Points, taken: Steps | None) -> FloatArray:
    """Speed from each point to the next [m/s]: as recorded, else by the steps, else NaN."""
    if recorded(points.speed_mps):
        return points.speed_mps
    found = np.full(len(points), np.nan)
    if taken is not None and len(taken.length_m):
        first, last = taken.rows[0], taken.rows[-1]
        seconds = np.diff(points.ms[taken.rows]) / 1000
        found[first:last] = np.repeat(taken.length_m / seconds, np.diff(taken.rows))
    return found


def distance_m(points: Points, taken: Steps | None, stopped: BoolArray) -> float | None:
    """Distance [m]; None where it was not measured.

    A running distance counts whole. Steps between positions count while the wheel turns: at
    rest a receiver wanders, and across a pause nobody knows how the athlete went.
    """
    if taken is None or not len(taken.length_m):
        return None
    counted = ~np.isnan(taken.length_m)
    if not recorded(points.distance_m):
        halts = np.concatenate(([0], np.cumsum(stopped)))
        counted &= np.diff(halts[taken.rows]) == 0
        return float(taken.length_m[counted].sum())
    # What the device had counted before the first step belongs to the ride.
    before = float(points.distance_m[taken.rows[0]])
    return before + float(taken.length_m[counted].sum())


def jumps(taken: Steps | None) -> int:
    """How many steps are errors of the receiver."""
    return 0 if taken is None else int(np.isnan(taken.length_m).sum())


def _by_distance(points: Points) -> Steps | None:
    rows = _changing(points.distance_m)
    value = points.distance_m[rows]
    gained = np.diff(value)
    # A distance started anew counts from zero; a small fall takes nothing back.
    anew = value[1:] < cuts().reset_share * value[:-1]
    return Steps(rows, np.where(anew, value[1:], np.maximum(gained, 0)))


def _by_position(points: Points) -> Steps | None:
    rows = _changing(points.latitude, points.longitude)
    if len(rows) < 2:
        return None
    length_m = _haversine(points.latitude[rows], points.longitude[rows])
    seconds = np.diff(points.ms[rows]) / 1000
    return Steps(rows, np.where(length_m > cuts().fastest_mps * seconds, np.nan, length_m))


def _changing(*columns: FloatArray) -> IntArray:
    """Rows whose values are known and differ from those known before; and the last known."""
    known = np.flatnonzero(~np.isnan(np.sum(columns, axis=0)))
    if len(known) < 2:
        return known
    differs = np.any([np.diff(column[known]) != 0 for column in columns], axis=0)
    differs[-1] = True
    # From one change to the next: a value that stays for a minute is a minute without movement.
    return known[np.concatenate(([True], differs))]


def _haversine(latitude: FloatArray, longitude: FloatArray) -> FloatArray:
    """Great-circle distance between consecutive positions [m]."""
    phi, lam = np.radians(latitude), np.radians(longitude)
    across = np.sin(np.diff(phi) / 2) ** 2
    along = np.cos(phi[:-1]) * np.cos(phi[1:]) * np.sin(np.diff(lam) / 2) ** 2
    length: FloatArray = 2 * _EARTH_M * np.arcsin(np.sqrt(np.clip(across + along, 0, 1)))
    return length
