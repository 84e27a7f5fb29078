"""Days in a zone: where they begin, and which of them an instant belongs to.

Pure functions of a day and a zone, asked for the same few hundred days again and again.
"""

from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

#: A year of days in a hundred zones.
_KEPT = 36_600


@lru_cache(maxsize=_KEPT)
def instant_at(day: int, clock: time, zone: str) -> float:
    """Instant [s since the epoch] at which a clock in a zone shows a time on a day [ordinal]."""
    return datetime.combine(date.fromordinal(day), clock, tzinfo=ZoneInfo(zone)).timestamp()


def midnight(day: int, zone: str) -> float:
    """First instant of a day [ordinal] in a zone. [s since the epoch]."""
    return instant_at(day, time.min, zone)


def day_at(instant: float, zone: str) -> int:
    """Day in a zone to which an instant [s since the epoch] belongs. [ordinal]."""
    return datetime.fromtimestamp(instant, ZoneInfo(zone)).toordinal()
