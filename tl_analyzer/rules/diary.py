"""Reading the pain diary: days, scores and signs within a period."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from tl_analyzer.load.picture import Picture
from tl_analyzer.load.set_table import Floats, Ints
from tl_analyzer.load.week import Week
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


#: Length of a week. [days]
_WEEK = 7

#: The days of a zone begin and end within this of those of UTC; days are a day long.
_MARGIN = timedelta(days=2)


def local_day(picture: Picture, entry: CheckIn) -> int:
    """Day of an entry in the athlete's zone. [ordinal]."""
    return entry.start.day_in(picture.week.zone).toordinal()


def sunday(picture: Picture) -> int:
    """Last day of the week under review. [ordinal]."""
    return picture.week.monday.toordinal() + _WEEK - 1


def latest_day(picture: Picture) -> int:
    """Last day whose entries concern safety: the report's, or the Sunday after the week. [ordinal].

    The usual report is read in the week after the one it describes. A danger sign of that week
    must not wait for the next report.
    """
    now = datetime.fromtimestamp(picture.as_of, ZoneInfo(picture.week.zone)).date().toordinal()
    return min(now, sunday(picture) + _WEEK)


def entries(picture: Picture, first: int, last: int) -> tuple[CheckIn, ...]:
    """Entries of the days from `first` to `last`, both included [ordinal]."""
    if not picture.check_ins:
        return ()
    # Which day an entry is of takes a while to tell: most of a long diary is out of the question.
    begin = datetime.fromordinal(first).replace(tzinfo=UTC) - _MARGIN
    end = datetime.fromordinal(last).replace(tzinfo=UTC) + _MARGIN
    near = [c for c in picture.check_ins if begin <= c.start.utc <= end]
    return tuple([c for c in near if first <= local_day(picture, c) <= last])


def signs_of(lines: Iterable[CheckIn]) -> tuple[str, ...]:
    """Collect the different signs of some entries, in the order they were first logged."""
    return tuple(dict.fromkeys(sign for line in lines for sign in line.signs))


def last_day_of(picture: Picture, lines: Iterable[CheckIn], sign: str) -> int:
    """Last day on which a sign was logged. [ordinal]."""
    return max(local_day(picture, line) for line in lines if sign in line.signs)


def daily_scores(picture: Picture, first: int, last: int) -> tuple[Ints, Floats]:
    """Worst pain score of each logged day from `first` to `last`, around the junction.

    Parameters
    ----------
    picture : Picture
        The week with its diary.
    first, last : int
        The days, both included. [ordinal]

    Returns
    -------
    days : (n,) int
        Days with a score, in order. [ordinal]
    scores : (n,) float
        Worst score of the day, 0-10.
    """
    worst: dict[int, float] = {}
    for entry in entries(picture, first, last):
        if entry.score is not None and entry.region in JUNCTION_REGIONS:
            day = local_day(picture, entry)
            worst[day] = max(worst.get(day, 0.0), entry.score)
    days = sorted(worst)
    return np.array(days, dtype=np.int64), np.array([worst[day] for day in days], dtype=np.float64)


def mean_score(picture: Picture, week: Week) -> float | None:
    """Mean of the worst pain scores of the logged days of a week, around the junction."""
    monday = week.monday.toordinal()
    _, scores = daily_scores(picture, monday, monday + _WEEK - 1)
    return float(scores.mean()) if len(scores) else None
