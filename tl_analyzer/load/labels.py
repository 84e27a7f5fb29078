"""Sessions as a reader would name them: weekday, date, local time, what it was."""

from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from tl_analyzer.day_names import SHORT_WEEKDAYS
from tl_analyzer.log import RideSession, StrengthSession, When


def day_and_time(when: When, zone: str) -> str:
    """Write ``Thu 2026-11-12 17:45``, or the day alone where no time is known."""
    return _named(when, when.wall_in(zone))


@cache  # there are only so many days
def day_name(ordinal: int) -> str:
    """Write a day as ``Thu 2026-11-12``."""
    day = date.fromordinal(ordinal)
    return f"{SHORT_WEEKDAYS[day.weekday()]} {day.isoformat()}"


def instant_name(time: float, zone: str) -> str:
    """Write an instant [s since the epoch] as ``Thu 2026-11-12 17:45``."""
    return _clock_name(datetime.fromtimestamp(time, ZoneInfo(zone)))


def session_label(session: StrengthSession, wall: datetime) -> str:
    """Name a strength session by the wall clock at its start."""
    title = f" {session.title.strip()!r}" if session.title.strip() else ""
    return f"{_named(session.start, wall)} strength{title}"


def ride_label(ride: RideSession, wall: datetime) -> str:
    """Name a ride by the wall clock at its start, with its length."""
    minutes = round(ride.moving_s / 60.0)
    return f"{_named(ride.start, wall)} ride, {minutes // 60} h {minutes % 60:02d} min"


def _named(when: When, wall: datetime) -> str:
    return _clock_name(wall) if when.timed else day_name(wall.toordinal())


def _clock_name(wall: datetime) -> str:
    # Every session has a label: `strftime` costs several times as much.
    return f"{day_name(wall.toordinal())} {wall.hour:02d}:{wall.minute:02d}"
