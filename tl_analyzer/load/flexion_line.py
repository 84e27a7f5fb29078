"""Desk and ride on one line: flexion levels in time order, dose by day, state at an instant."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tl_analyzer.load.flexion import RESTED, CreepModel, Segment, creep_step, dose_step
from tl_analyzer.load.picture import FlexionState
from tl_analyzer.load.ride_exposure import STANDING, FlexedBout, RideExposure
from tl_analyzer.load.set_table import Floats, Ints
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.day_columns import days_of, midnights
from tl_analyzer.sitting.seats import Seats
from tl_analyzer.sitting.span_columns import spread


class FlexionLine(NamedTuple):
    """Flexion levels in time order, without overlap; what lies between is upright.

    Attributes
    ----------
    start, end : (n,) float
        ``start <= t < end``. [s]
    u : (n,) float
        Flexion level, 0-1. [1]
    """

    start: Floats
    end: Floats
    u: Floats

    def bouts(self, begin: float = -np.inf, end: float = np.inf) -> list[FlexedBout]:
        """Stretches of which some lies between two instants [s]."""
        some = slice(np.searchsorted(self.end, begin, "right"), np.searchsorted(self.start, end))
        columns = (column[some].tolist() for column in self)
        return [FlexedBout(*bout) for bout in zip(*columns, strict=True)]


def flexion_line(
    sitting: Seats, rides: Iterable[RideExposure], parameters: Parameters
) -> FlexionLine:
    """Flexion levels of desk and ride in time order, without overlap.

    Sitting counts in full from ``flexion.seated_probability`` on, and not below. What begins first
    holds to its end. Standing of which only the sum is known lowers the level of its whole ride.
    """
    standing = parameters.number(f"flexion.u.{STANDING}")
    sat = sitting.pick(sitting.probable(parameters.number("flexion.seated_probability")))
    rides = tuple(rides)
    ridden = [bout for ride in rides for bout in ride.bouts]
    levels = [u for ride in rides for u in ride.levels(standing)]
    start = np.concatenate((sat.start, np.array([b.start for b in ridden], dtype=np.float64)))
    end = np.concatenate((sat.end, np.array([b.end for b in ridden], dtype=np.float64)))
    u = np.concatenate((sat.each([s.u for s in sat.seats]), np.array(levels, dtype=np.float64)))
    order = np.lexsort((end, start))
    start, end, u = start[order], end[order], u[order]
    until = np.maximum.accumulate(end)
    start[1:] = np.maximum(start[1:], until[:-1])
    held = start < end
    return FlexionLine(start[held], end[held], u[held])


class DailyDose(NamedTuple):
    """Flexion dose by local day: days [ordinal] in order, doses [u min]."""

    day: Ints
    dose_u_min: Floats


def dose_by_day(line: FlexionLine, zone: str) -> DailyDose:
    """Flexion dose by local day, stretches cut at the midnights of the zone.

    Parameters
    ----------
    line : FlexionLine
        Flexion levels.
    zone : str
        In which days are cut.
    """
    if not len(line.start):
        return DailyDose(np.zeros(0, dtype=np.int64), np.zeros(0))
    first, last = days_of(line.start, zone), days_of(line.end, zone)
    origin = int(first[0])
    edges = midnights(origin, int(last[-1]) - origin + 2, zone)
    bout, day = spread(first - origin, last - first + 1)
    start, end = (
        np.maximum(line.start[bout], edges[day]),
        np.minimum(line.end[bout], edges[day + 1]),
    )
    # What ends at midnight has nothing of the day that begins there.
    real = end > start
    bout, day, start, end = bout[real], day[real], start[real], end[real]
    doses = np.bincount(day, (end - start) / 60.0 * line.u[bout]).astype(np.float64, copy=False)
    days = np.flatnonzero(np.bincount(day))
    return DailyDose(days + origin, doses[days])


def states_at(
    line: Sequence[FlexedBout], instants: Iterable[float], begin: float, parameters: Parameters
) -> dict[float, FlexionState]:
    """Creep and carried dose at some instants, from a rested start.

    Parameters
    ----------
    line : sequence of FlexedBout
        Flexion levels in time order, without overlap; what lies between is upright.
    instants : iterable of float
        When to look. [s]
    begin : float
        Where to start from rest; well before the first instant. [s]
    parameters : Parameters
        Coefficients of creep and dose.

    Returns
    -------
    dict of float to FlexionState
        By instant.
    """
    creep_model = CreepModel.from_parameters(parameters)
    half_life = parameters.number("flexion.dose_half_life_min")
    marks = sorted({t for t in instants if t >= begin})
    creep, dose, now = RESTED, 0.0, begin
    found: dict[float, FlexionState] = {}
    for start, end, u in _without_gaps(line, begin, marks[-1] if marks else begin):
        while marks and marks[0] <= end:
            segment = Segment((marks[0] - now) / 60.0, u)
            creep, dose = (
                creep_step(creep, segment, creep_model),
                dose_step(dose, segment, half_life),
            )
            now = marks.pop(0)
            found[now] = FlexionState(now, creep.deg, dose)
        segment = Segment((end - max(now, start)) / 60.0, u)
        creep, dose = creep_step(creep, segment, creep_model), dose_step(dose, segment, half_life)
        now = end
    return found


def _without_gaps(
    line: Sequence[FlexedBout], begin: float, until: float
) -> Iterable[tuple[float, float, float]]:
    now = begin
    for bout in line:
        if bout.end <= now:
            continue
        if bout.start >= until:
            break
        if bout.start > now:
            yield now, bout.start, 0.0
        yield max(bout.start, now), bout.end, bout.u
        now = bout.end
    if now <= until:
        yield now, until, 0.0
