"""Sessions as a reader would name them: weekday, date, local time, what it was."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tl_analyzer.log import RideSession, StrengthSession, When

WEEKDAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_and_time(when: When, zone: str) -> str:
    """Write ``Thu 2026-11-12 17:45``, or the day alone where no time is known."""
    if not when.timed:
        return day_name(when.day_in(zone).toordinal())
    return _clock_name(when.utc.astimezone(ZoneInfo(zone)))


def day_name(ordinal: int) -> str:
    """Write a day as ``Thu 2026-11-12``."""
    day = datetime.fromordinal(ordinal).date()
    return f"{WEEKDAY_NAMES[day.weekday()]} {day.isoformat()}"


def instant_name(time: float, zone: str) -> str:
    """Write an instant [s since the epoch] as ``Thu 2026-11-12 17:45``."""
    return _clock_name(datetime.fromtimestamp(time, ZoneInfo(zone)))


def _clock_name(local: datetime) -> str:
    # `isoformat` costs a third of `strftime`, and every session has a label.
    return f"{WEEKDAY_NAMES[local.weekday()]} {local.isoformat(' ', 'minutes')[:16]}"


def session_label(session: StrengthSession, zone: str) -> str:
    """Name a strength session."""
    title = f" {session.title.strip()!r}" if session.title.strip() else ""
    return f"{day_and_time(session.start, zone)} strength{title}"


def ride_label(ride: RideSession, zone: str) -> str:
    """Name a ride with its length."""
    minutes = round(ride.moving_s / 60.0)
    return f"{day_and_time(ride.start, zone)} ride, {minutes // 60} h {minutes % 60:02d} min"
