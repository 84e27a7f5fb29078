"""Days in a zone: where they begin and end, and which of them an instant belongs to.

Pure functions of a day and a zone, asked for the same few hundred days again and again.
"""

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

#: A year of days in a hundred zones.
_KEPT = 36_600

_LAST_SECOND = time(23, 59, 59)


@lru_cache(maxsize=_KEPT)
def instant_at(day: int, clock: time, zone: str) -> float:
    """Instant [s since the epoch] at which a clock in a zone shows a time on a day [ordinal]."""
    return datetime.combine(date.fromordinal(day), clock, tzinfo=ZoneInfo(zone)).timestamp()


def moment_of(text: str, zone: str) -> datetime:
    """Read an ISO instant; a wall clock is meant in the zone, and a date is the end of that day.

    Raises
    ------
    ValueError
        If it is neither.
    """
    home = ZoneInfo(zone)
    try:
        return datetime.combine(date.fromisoformat(text), _LAST_SECOND, tzinfo=home)
    except ValueError:
        instant = datetime.fromisoformat(text)
        return instant if instant.tzinfo else instant.replace(tzinfo=home)


def midnight(day: int, zone: str) -> float:
    """First instant of a day [ordinal] in a zone. [s since the epoch]."""
    return instant_at(day, time.min, zone)


def day_at(instant: float, zone: str) -> int:
    """Day in a zone to which an instant [s since the epoch] belongs. [ordinal]."""
    return datetime.fromtimestamp(instant, ZoneInfo(zone)).toordinal()
