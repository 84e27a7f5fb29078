"""Exposure day by day over the weeks of the trend."""

from collections.abc import Sequence

import numpy as np

from tl_analyzer.finding import Channel
from tl_analyzer.load.flexion_line import dose_by_day, flexion_line
from tl_analyzer.load.history import by_day, either
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Floats, Ints
from tl_analyzer.load.weekly import History, Kind
from tl_analyzer.local_days import midnight
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.pain_by_day import pain_by_day
from tl_analyzer.report.pictures import ExposureCalendar
from tl_analyzer.sitting.seats import packed

Days = tuple[float | None, ...]


def exposure_calendar(picture: Picture, parameters: Parameters) -> ExposureCalendar:
    """Take every channel and the diary apart by day.

    Parameters
    ----------
    picture : Picture
        The week, with what came before it.
    parameters : Parameters
        ``exposure.trend_weeks``, ``flexion.seated_probability``.

    Returns
    -------
    ExposureCalendar
        The days of a week add up to the figure of that week.
    """
    trend = int(parameters.number("exposure.trend_weeks"))
    week = picture.week
    first = week.back(trend).monday
    days = range(first.toordinal(), week.monday.toordinal() + 7)
    sets = picture.sets
    lifted = picture.history[Kind.STRENGTH]
    bent = either(picture.history[Kind.DESK], picture.history[Kind.RIDES])
    line = flexion_line(packed(picture.sitting), picture.rides, parameters)
    flexed = dose_by_day(line, week.zone)
    # Days that have not begun are not known to be without load.
    begun = [midnight(day, week.zone) < picture.as_of for day in days]

    def column(channel: Channel, day: Ints, dose: Floats, history: History) -> Days:
        covered = _covered(picture.channels[channel].weekly.before, history)
        sums = by_day(day, dose, days.start, days.stop).tolist()
        known = [c and (b or s > 0.0) for c, b, s in zip(covered, begun, sums, strict=True)]
        return tuple(s if k else None for s, k in zip(sums, known, strict=True))

    pain = pain_by_day(picture)
    return ExposureCalendar(
        first_day=first.isoformat(),
        hinge=column(Channel.HINGE, sets.day, sets.hinge_dose, lifted),
        overhead=column(Channel.OVERHEAD, sets.day, sets.overhead_dose, lifted),
        flexion=column(Channel.FLEXION, flexed.day, flexed.dose_u_min, bent),
        rotation=column(Channel.ROTATION, sets.day, sets.rotation_reps, lifted),
        pain=tuple(pain.get(day) for day in days),
    )


def _covered(before: Sequence[float | None], history: History) -> list[bool]:
    """For each day, oldest first: whether the log covers its week. This week it does, if ever."""
    weeks = [value is not None for value in reversed(before)]
    weeks.append(history.first_day is not None)
    return np.repeat(weeks, 7).tolist()
