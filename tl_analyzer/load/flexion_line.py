"""Desk and ride on one line: flexion levels in time order, dose by day, state at an instant."""

from collections.abc import Iterable, Sequence
from math import inf
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from tl_analyzer.load.flexion import RESTED, CreepModel, Segment, creep_step, dose_step
from tl_analyzer.load.picture import FlexionState
from tl_analyzer.load.ride_exposure import FlexedBout, RideExposure
from tl_analyzer.load.set_table import Floats, Ints
from tl_analyzer.local_days import day_at, midnight
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.sitting import Sitting


def flexion_line(
    sitting: Iterable[Sitting], rides: Iterable[RideExposure], parameters: Parameters
) -> tuple[FlexedBout, ...]:
    """Flexion levels of desk and ride in time order, without overlap.

    Sitting counts in full from ``flexion.seated_probability`` on, and not below.
    """
    least = parameters.number("flexion.seated_probability")
    bouts = [FlexedBout(s.start, s.end, s.u, s.posture) for s in sitting if s.probability >= least]
    bouts += [b for ride in rides for b in ride.bouts]
    line: list[FlexedBout] = []
    until = -inf
    for bout in sorted(bouts, key=itemgetter(0, 1)):
        start = max(bout.start, until)
        if start < bout.end:
            line.append(bout if start == bout.start else bout._replace(start=start))
            until = bout.end
    return tuple(line)


class DailyDose(NamedTuple):
    """Flexion dose by local day: days [ordinal] in order, doses [u min]."""

    day: Ints
    dose_u_min: Floats


def dose_by_day(bouts: Iterable[FlexedBout], zone: str) -> dict[int, float]:
    """Flexion dose by local day, bouts cut at the midnights of the zone. [u min].

    Parameters
    ----------
    bouts : iterable of FlexedBout
        Flexion levels in time order, without overlap.
    zone : str
        In which days are cut.

    Returns
    -------
    dict of int to float
        By day. [ordinal]
    """
    doses: dict[int, float] = {}
    day, day_end = 0, -inf
    for start, end, u, _ in bouts:
        now = start
        while now < end:
            if now >= day_end:
                day = day_at(now, zone)
                day_end = midnight(day + 1, zone)
            until = min(end, day_end)
            doses[day] = doses.get(day, 0.0) + (until - now) / 60.0 * u
            now = until
    return doses


def dose_columns(bouts: Iterable[FlexedBout], zone: str) -> DailyDose:
    """Flexion dose by local day as columns; parameters as for `dose_by_day`."""
    doses = sorted(dose_by_day(bouts, zone).items())
    return DailyDose(
        np.array([day for day, _ in doses], dtype=np.int64),
        np.array([dose for _, dose in doses], dtype=np.float64),
    )


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
