"""The moment that somebody asks as of, and the week that is asked for."""

from datetime import date, datetime

from tl_analyzer.api.athlete import Athlete
from tl_analyzer.athletes.moment import as_of_instant, chosen_week
from tl_analyzer.load.week import Week

#: The moment of a report: an ISO text, an instant, the end of a day, or now.
Moment = str | datetime | date | None


def asked_week(athlete: Athlete, week: str, as_of: Moment) -> tuple[Week, datetime]:
    """The week in the athlete's zone, and the instant it is seen from.

    Raises
    ------
    RemediableError
        If there is no such week or moment.
    """
    instant = as_of_instant(text_of(as_of), athlete.timezone)
    return chosen_week(week, athlete.timezone, instant), instant


def text_of(as_of: Moment) -> str | None:
    """A moment as ISO text; None for now."""
    return as_of.isoformat() if isinstance(as_of, date) else as_of
