"""The stretch of a log that a weekly report looks at."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.parameters import Parameters
from tl_analyzer.tables.instants import FIRST, LAST, microseconds

#: Around all limits: sessions of one night, and recordings of one session, lie together.
_MARGIN = timedelta(days=2)

#: Plans are looked at a week at a time, and no further ahead than a month.
_PLANNED = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Window:
    """What to load of a log, beside the first days of it.

    Attributes
    ----------
    sessions, statements : int
        Sessions, and intervals and sums of days, from this instant on. [us since 1970-01-01 UTC]
    until : int
        Nothing that was from this instant on. [us since 1970-01-01 UTC]
    plans, plans_until : int
        What is planned, from the first to before the second. [us since 1970-01-01 UTC]
    """

    sessions: int
    statements: int
    until: int
    plans: int
    plans_until: int


def window_of(monday: date, zone: str, parameters: Parameters) -> Window:
    """What a report on the week from `monday` looks at.

    Parameters
    ----------
    monday : date
        First day of the week.
    zone : str
        In which its days are cut.
    parameters : Parameters
        ``exposure.window_weeks``, ``exposure.trend_weeks``, ``history.gap_days``.
    """
    gap = timedelta(days=parameters.number("history.gap_days"))
    trend = timedelta(weeks=parameters.number("exposure.trend_weeks"))
    reach = max(trend + gap, timedelta(weeks=parameters.number("exposure.window_weeks")))
    return Window(
        sessions=_midnight(monday, -(reach + _MARGIN), zone),
        statements=_midnight(monday, -(trend + gap + _MARGIN), zone),
        until=_midnight(monday, timedelta(weeks=1) + _MARGIN, zone),
        plans=_midnight(monday, -_MARGIN, zone),
        plans_until=_midnight(monday, timedelta(weeks=1) + _PLANNED + _MARGIN, zone),
    )


def whole() -> Window:
    """All of a log."""
    return Window(FIRST, FIRST, LAST + 1, FIRST, LAST + 1)


def first_days() -> int:
    """How much of the beginning of a log is loaded with every window. [us]."""
    return _MARGIN // timedelta(microseconds=1)


def _midnight(monday: date, away: timedelta, zone: str) -> int:
    try:
        day = monday + away
        return microseconds(datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC))
    except OverflowError:
        return FIRST if away < timedelta(0) else LAST + 1
