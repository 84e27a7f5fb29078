"""Reading the pain diary: days, scores and signs within a period."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Floats, Ints
from tl_analyzer.log import CheckIn

#: Where pain from the junction is felt, and the regions it is taken for. An entry without a
#: region is read as one of these; pain in a knee or a shoulder is none of this project's rules.
JUNCTION_REGIONS = (
    "",
    "thoracolumbar",
    "thoracic",
    "lumbar",
    "iliac_crest",
    "sacroiliac",
    "gluteal",
    "groin",
    "flank",
    "abdomen",
    "hip",
    "thigh",
)


def local_day(picture: Picture, entry: CheckIn) -> int:
    """Day of an entry in the athlete's zone. [ordinal]."""
    return entry.start.day_in(picture.week.zone).toordinal()


def sunday(picture: Picture) -> int:
    """Last day of the week under review. [ordinal]."""
    return picture.week.days[-1].toordinal()


def latest_day(picture: Picture) -> int:
    """Last day whose entries concern safety: the report's, or the Sunday after the week. [ordinal].

    The usual report is read in the week after the one it describes. A danger sign of that week
    must not wait for the next report.
    """
    now = datetime.fromtimestamp(picture.as_of, ZoneInfo(picture.week.zone)).date().toordinal()
    return min(now, picture.week.back(-1).days[-1].toordinal())


def entries(picture: Picture, first: int, last: int) -> tuple[CheckIn, ...]:
    """Entries of the days from `first` to `last`, both included [ordinal]."""
    return tuple(c for c in picture.check_ins if first <= local_day(picture, c) <= last)


def signs_of(lines: Iterable[CheckIn]) -> tuple[str, ...]:
    """Collect the different signs of some entries, in the order they were first logged."""
    return tuple(dict.fromkeys(sign for line in lines for sign in line.signs))


def last_day_of(picture: Picture, lines: Iterable[CheckIn], sign: str) -> int:
    """Last day on which a sign was logged. [ordinal]."""
    return max(local_day(picture, line) for line in lines if sign in line.signs)


def daily_scores(picture: Picture, last: int) -> tuple[Ints, Floats]:
    """Worst pain score of each logged day up to `last`, around the junction.

    Returns
    -------
    days : (n,) int
        Days with a score, in order. [ordinal]
    scores : (n,) float
        Worst score of the day, 0-10.
    """
    scored = [
        (local_day(picture, c), c.score)
        for c in picture.check_ins
        if c.score is not None and c.region in JUNCTION_REGIONS
    ]
    if not scored:
        return np.zeros(0, dtype=np.int64), np.zeros(0)
    days = np.array([d for d, _ in scored if d <= last], dtype=np.int64)
    scores = np.array([s for d, s in scored if d <= last], dtype=np.float64)
    known, place = np.unique(days, return_inverse=True)
    highest = np.zeros(len(known))
    np.maximum.at(highest, place, scores)
    return known, highest
