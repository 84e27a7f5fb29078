"""ISO weeks, cut in the athlete's zone."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from tl_analyzer.local_days import midnight


def monday_of(label: str) -> date:
    """The Monday of an ISO week: ``2026-W46``.

    Raises
    ------
    ValueError
        If it is none, or the year has no such week.
    """
    match = re.fullmatch(r"(\d{4})-?W(\d{1,2})", label.strip(), re.IGNORECASE)
    if match is None:
        raise ValueError(f"{label!r} is not an ISO week such as 2026-W46, nor 'this' or 'last'")
    return date.fromisocalendar(int(match[1]), int(match[2]), 1)


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week in one zone.

    Attributes
    ----------
    monday : date
        Its first day.
    zone : str
        IANA zone in which its days are cut.
    """

    monday: date
    zone: str

    @classmethod
    def of(cls, day: date, zone: str) -> Self:
        """Return the week a day belongs to."""
        return cls(day - timedelta(days=day.weekday()), zone)

    @classmethod
    def parse(cls, text: str, zone: str, as_of: datetime) -> Self:
        """Read ``2026-W46``, ``this`` or ``last`` (the last complete week at `as_of`).

        Raises
        ------
        ValueError
            If the text is none of these, or the year has no such week.
        """
        today = as_of.astimezone(ZoneInfo(zone)).date()
        if text in ("this", "last"):
            return cls.of(today - timedelta(days=7 * (text == "last")), zone)
        return cls(monday_of(text), zone)

    @property
    def label(self) -> str:
        """The week as ISO 8601 writes it: ``2026-W46``."""
        year, number, _ = self.monday.isocalendar()
        return f"{year}-W{number:02d}"

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven days, Monday first."""
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    @property
    def start(self) -> float:
        """Its first instant [s since the epoch]."""
        return midnight(self.monday.toordinal(), self.zone)

    @property
    def end(self) -> float:
        """The first instant after it [s since the epoch]."""
        return midnight(self.monday.toordinal() + 7, self.zone)

    def back(self, weeks: int) -> "Week":
        """Return the week that many weeks earlier."""
        return Week(self.monday - timedelta(days=7 * weeks), self.zone)

    def holds(self, day: int) -> bool:
        """Whether a day, as an ordinal, lies in this week."""
        return 0 <= day - self.monday.toordinal() < 7
