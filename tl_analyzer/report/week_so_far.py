"""How far a week has come when its report is made: a week that is not over is no whole week."""

import re
from datetime import date, datetime
from typing import NamedTuple

from tl_analyzer.day_names import day_and_month

_ISO_WEEK = re.compile(r"(\d{4})-W(\d{2})")


class WeekSoFar(NamedTuple):
    """A week that is not over.

    Attributes
    ----------
    until : str
        The moment up to which it is known: ``Thu 12 Nov 12:00``.
    days : int
        Its days that have begun; none of a week that is still to come. [days]
    """

    until: str
    days: int

    @property
    def words(self) -> str:
        """It, as a sentence begins: ``So far, up to Thu 12 Nov 12:00``."""
        return f"So far, up to {self.until}" if self.days else "This week has not begun"


def week_so_far(week: str, as_of: str) -> WeekSoFar | None:
    """Look whether a week is over.

    Parameters
    ----------
    week : str
        ISO week (``2026-W46``).
    as_of : str
        The moment of the report, in the athlete's time zone (``2026-11-12T12:00:00+01:00``).

    Returns
    -------
    WeekSoFar or None
        None for a week that is over.
    """
    label = _ISO_WEEK.fullmatch(week)
    if label is None:
        return None
    monday, sunday = (date.fromisocalendar(int(label[1]), int(label[2]), n) for n in (1, 7))
    now = datetime.fromisoformat(as_of)
    if now.date() > sunday:
        return None
    begun = max((now.date() - monday).days + 1, 0)
    return WeekSoFar(f"{day_and_month(now.date())} {now:%H:%M}", begun)
