"""Context beside each channel: averages and spreads that people ask for. None is a verdict."""

import numpy as np

from tl_analyzer.load.history import by_day
from tl_analyzer.load.rolling import ewma, monotony, percentile
from tl_analyzer.load.set_table import Floats, Ints, SetTable
from tl_analyzer.load.week import Week
from tl_analyzer.load.weekly import History, Weekly
from tl_analyzer.parameters import Parameters


def context_of(
    weekly: Weekly, day: Ints, value: Floats, week: Week, history: History, parameters: Parameters
) -> dict[str, float]:
    """Averages and spreads of one channel.

    Parameters
    ----------
    weekly : Weekly
        The channel's quantity.
    day, value : (n,) array
        Local days [ordinal] and values it was summed from.
    week : Week
        The week under review.
    history : History
        The log it comes from; averages start with its first day, or the window's.
    parameters : Parameters
        ``history.ewma_days``, ``history.percentile_weeks``, ``exposure.trend_weeks``.

    Returns
    -------
    dict of str to float
        Exponentially weighted averages of the daily load (decay 2 / (N + 1), first day as start
        value), Foster's monotony and strain of the week, and the week's percentile among the
        covered weeks before it once there are enough. What cannot be told is left out.

    References
    ----------
    [williams_2017]_, [foster_1998]_. Ratios of recent to usual load carry no verdict here
    [impellizzeri_2020]_.
    """
    found: dict[str, float] = {}
    days = 7 * (int(parameters.number("exposure.trend_weeks")) + 1)
    first = week.monday.toordinal() + 7 - days
    if history.first_day is not None:
        daily = by_day(day, value, max(first, history.first_day), week.monday.toordinal() + 7)
        for span in parameters.numbers("history.ewma_days"):
            if len(daily) >= span:
                found[f"EWMA {span:.0f} d"] = float(ewma(daily, span)[-1])
    spread = monotony(np.array(weekly.daily))
    if spread is not None and weekly.this > 0.0:
        found["monotony"] = spread.monotony
        found["strain"] = spread.strain
    least = int(parameters.number("history.percentile_weeks"))
    covered = [value for value in weekly.before if value is not None]
    rank = percentile(weekly.this, covered, len(covered)) if len(covered) >= least else None
    if rank is not None:
        found["percentile"] = rank
    return found


def days_since_heavy(sets: SetTable, week: Week, parameters: Parameters) -> float | None:
    """Days from the last heavy hinge before this week's end to that end; None if there is none."""
    heavy = sets.hard_hinge & (sets.demand >= parameters.number("hinge.heavy_demand"))
    if not heavy.any():
        return None
    return float(week.monday.toordinal() + 6 - int(sets.day[heavy].max()))
