"""ISO weeks by their labels, and the moment at which a week is judged."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_LABEL = re.compile(r"(\d{4})-W(\d{2})")


def label_of(day: date) -> str:
    """The week a day belongs to: ``2026-W46``."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def monday_of(label: str) -> date | None:
    """The Monday of a week; None for what is no week."""
    match = _LABEL.fullmatch(label)
    if match is None:
        return None
    try:
        # By its Sunday: after the last day there is, a week is cut short and is none.
        return date.fromisocalendar(int(match[1]), int(match[2]), 7) - timedelta(days=6)
    except ValueError:
        return None


def weeks_until(last: str, count: int) -> tuple[str, ...]:
    """A number of weeks up to one, newest first; none before what is no week."""
    monday = monday_of(last)
    if monday is None:
        return ()
    return tuple(label_of(monday - timedelta(days=7 * n)) for n in range(count))


def moment_of(label: str, zone: str) -> str:
    """When a week is judged: as of its end, so that it stays the same; now, while it is running.

    Parameters
    ----------
    label : str
        The week.
    zone : str
        The athlete's IANA zone.

    Returns
    -------
    str
        An ISO instant, to the minute; empty for what is no week.
    """
    monday = monday_of(label)
    if monday is None:
        return ""
    there = ZoneInfo(zone)
    end = datetime.combine(monday + timedelta(days=7), time(), tzinfo=there)
    now = datetime.now(UTC).astimezone(there)
    return min(end, now, key=datetime.timestamp).isoformat(timespec="minutes")
