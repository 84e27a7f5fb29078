"""The modelled state of the back over the day on which it was bent most."""

from bisect import bisect_left

import numpy as np

from tl_analyzer.load.exposure import DAY_S
from tl_analyzer.load.flexion import creep_marks
from tl_analyzer.load.flexion_line import flexion_line, states_at
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import midnight
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.pictures import FlexionDay, FlexionMark, FlexionPoint
from tl_analyzer.rules.evidence import instant
from tl_analyzer.sitting.seats import packed

#: Between two points of the line; between them creep hardly bends. [s]
STEP_S = 600.0

#: Points are stated to the minute. [s]
MINUTE_S = 60.0


def flexion_day(picture: Picture, parameters: Parameters) -> FlexionDay | None:
    """Follow creep through the day of the week on which it was highest.

    Parameters
    ----------
    picture : Picture
        The week.
    parameters : Parameters
        Coefficients of creep, and the levels it is compared with.

    Returns
    -------
    FlexionDay or None
        None for a week without flexion.
    """
    zone, monday = picture.week.zone, picture.week.monday.toordinal()
    midnights = [midnight(monday + n, zone) for n in range(8)]
    bent = [s for s in picture.states.values() if midnights[0] < s.time <= midnights[-1]]
    worst = max(bent, key=lambda s: (s.creep_deg, -s.time), default=None)
    if worst is None or worst.creep_deg <= 0.0:
        return None
    # What ends at midnight belongs to the day it ends.
    number = bisect_left(midnights, worst.time) - 1
    begin, end = midnights[number : number + 2]
    line = flexion_line(packed(picture.sitting), picture.rides, parameters)
    # As for the states of the picture: at rest a day before the week.
    rested = midnights[0] - DAY_S
    bouts = line.bouts(rested, end)
    edges = [round(t / MINUTE_S) * MINUTE_S for bout in bouts for t in (bout.start, bout.end)]
    steps = np.arange(begin, end, STEP_S).tolist()
    instants = sorted({*steps, end, *(t for t in edges if begin <= t <= end)})
    states = states_at(bouts, instants, rested, parameters)
    return FlexionDay(
        date=picture.week.days[number].isoformat(),
        points=tuple(
            FlexionPoint(at=instant(t, zone), creep_deg=states[t].creep_deg) for t in instants
        ),
        marks=tuple(
            FlexionMark(words=band.value, creep_deg=least)
            for band, least in creep_marks(parameters).items()
        ),
    )
