"""Where the weeks and hours of a report lie: labels of columns, hours of a local day."""

from datetime import date, datetime, timedelta

from tl_analyzer.load.week import monday_of
from tl_analyzer.report.wording import day

#: How the last column of every picture of weeks is called.
THIS_WEEK = "this week"


def mondays(week: str, count: int) -> tuple[date, ...]:
    """The Mondays of the weeks up to an ISO week, oldest first.

    Parameters
    ----------
    week : str
        ``2026-W46``.
    count : int
        How many. [weeks]
    """
    last = monday_of(week)
    return tuple(last - timedelta(weeks=back) for back in range(count - 1, -1, -1))


def column_names(week: str, count: int) -> tuple[str, ...]:
    """Short names of the weeks up to an ISO week: ``20 Jul``, ..., ``this week``."""
    names = [day(monday).split(" ", 1)[1] for monday in mondays(week, count)]
    return (*names[:-1], THIS_WEEK)[-count:] if count else ()


def hour_of_day(instant: str, first: str) -> float:
    """Hours on the clock since the midnight at which a day begins; 24 at its end. [h]

    Parameters
    ----------
    instant : str
        Local instant with its offset.
    first : str
        The day.
    """
    at = datetime.fromisoformat(instant)
    days = (at.date() - date.fromisoformat(first)).days
    return 24 * days + at.hour + at.minute / 60 + at.second / 3600
