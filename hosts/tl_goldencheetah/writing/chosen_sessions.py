"""The sessions of a stretch of weeks, each as an activity with a start of its own."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tl_analyzer.log import StrengthSession
from tl_analyzer.remedy import RemediableError
from tl_goldencheetah.writing.activity import Activity, activity_of
from tl_goldencheetah.writing.numbers import numbers

if TYPE_CHECKING:
    from tl_analyzer import Athlete

_WEEK = timedelta(days=7)


def of_week(athlete: "Athlete", week: str) -> tuple[Activity, ...]:
    """Activities of the sessions of one week.

    Parameters
    ----------
    athlete : Athlete
        Whose log it is.
    week : str
        ``2026-W46``, ``this`` or ``last``.

    Raises
    ------
    RemediableError
        If there is no such week.
    """
    log, monday = athlete.log(week), athlete.monday(week)
    return _activities(athlete, list(_within(log.strength, monday, monday + _WEEK, athlete)))


def since(athlete: "Athlete", first: date) -> tuple[Activity, ...]:
    """Activities of all sessions from a day on, up to this week.

    Raises
    ------
    RemediableError
        If the day lies further back than is looked at.
    """
    this = athlete.monday("this")
    earliest = this - timedelta(days=numbers().days_back)
    if first < earliest:
        raise RemediableError(
            f"--since {first} lies further back than is looked at", f"Name {earliest} or later."
        )
    # At once, and not week by week: the log of twenty years is read as fast as that of one.
    log = athlete.log("this", since=first)
    return _activities(athlete, list(_within(log.strength, first, this + _WEEK, athlete)))


def _within(
    sessions: tuple[StrengthSession, ...], first: date, end: date, athlete: "Athlete"
) -> Iterator[StrengthSession]:
    for session in sessions:
        if first <= session.start.day_in(athlete.timezone) < end:
            yield session


def _activities(athlete: "Athlete", sessions: list[StrengthSession]) -> tuple[Activity, ...]:
    """Sessions of which only the day is known all stand at noon: each gets a second of its own."""
    taken: set[str] = set()
    found = []
    for session in sorted(sessions, key=lambda each: (each.start.utc, each.title, len(each.sets))):
        second = 0
        activity = activity_of(session, athlete.id, athlete.timezone)
        while activity.name in taken:
            second += 1
            activity = activity_of(session, athlete.id, athlete.timezone, second)
        taken.add(activity.name)
        found.append(activity)
    return tuple(found)
