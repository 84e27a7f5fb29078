"""Times of the week in which every case plays: 2026-W46 in Berlin, Monday 9 November.

``"thu 17:45"`` is a time, ``"thu"`` a day, ``"thu -2"`` the same day two weeks earlier.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Self

from tl_analyzer.load.week import Week
from tl_analyzer.log import When

#: Zone of every case.
ZONE = "Europe/Berlin"
#: The week under review.
WEEK = Week(date(2026, 11, 9), ZONE)

_TIME = re.compile(r"([a-z]{3})(?: ([-+]\d{1,3}))?(?: (\d\d:\d\d(?::\d\d)?))?")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Moment:
    """A day of the calendar and, where it is known, a time of it."""

    day: date
    clock: time | None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``"thu -1 17:45"``.

        Raises
        ------
        ValueError
            If it is no time of a week.
        """
        found = _TIME.fullmatch(text) if isinstance(text, str) else None
        if found is None or found[1] not in _DAYS:
            raise ValueError(f"{text!r} is no time such as 'thu 17:45', 'thu' or 'thu -2'")
        day = WEEK.monday + timedelta(days=_DAYS.index(found[1]) + 7 * int(found[2] or 0))
        return cls(day, time.fromisoformat(found[3]) if found[3] else None)

    @property
    def when(self) -> When:
        """As the log has it."""
        if self.clock is None:
            return When.from_date(self.day, ZONE)
        return When.from_local(datetime.combine(self.day, self.clock), ZONE)

    @property
    def seconds(self) -> float:
        """As pictures have it: seconds since the epoch [s]."""
        return self.when.utc.timestamp()


def days(text: str) -> list[date]:
    """One day, or all of ``"mon -1..sat -1"``.

    Raises
    ------
    ValueError
        If these are no days of weeks, or none: such a row would test nothing.
    """
    if ".." not in text:
        return [Moment.parse(text).day]
    first, last = (Moment.parse(part.strip()).day for part in text.split(".."))
    if last < first:
        raise ValueError(f"{text!r} ends before it begins")
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
