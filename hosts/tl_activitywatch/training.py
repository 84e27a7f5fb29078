"""Rides and lifts of a week as events of a timeline: what, when, how long, how many sets."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tl_analyzer.log.activity import LIFTING

if TYPE_CHECKING:
    from tl_analyzer.log import Log, RideSession, StrengthSession, When

#: Longest title that is written or shown. [characters]
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Training:
    """One session as it stands on a timeline.

    Attributes
    ----------
    start : datetime
        Begin, to the second. [UTC]
    duration_s : int
        Length; 0 where the log does not tell it. [s]
    sport : str
        ``ride`` or ``lift``.
    title : str
        Name of the session.
    sets : int or None
        Sets of a lift, where they were logged. [1]
    """

    start: datetime
    duration_s: int
    sport: str
    title: str
    sets: int | None = None


@dataclass(frozen=True, slots=True)
class TrainingWeek:
    """The sessions of a week.

    Attributes
    ----------
    sessions : tuple of Training
        Those of a known time of day, in time order.
    untimed : int
        Those of which the date alone is known: a timeline has no place for them. [1]
    """

    sessions: tuple[Training, ...]
    untimed: int


def in_order(one: Training) -> tuple[datetime, str, str]:
    """The order of sessions: by begin, then by sport and title."""
    return one.start, one.sport, one.title


def plain_line(text: str) -> str:
    """Foreign text on one line, without characters that could do anything but be read."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(shown.split())[:LONGEST_TITLE]


def period_of(monday: date, zone: str) -> tuple[datetime, datetime]:
    """Begin and end of the week that begins on a day, in a zone."""
    first = datetime.combine(monday, time(), tzinfo=ZoneInfo(zone))
    return first, datetime.combine(monday + timedelta(days=7), time(), tzinfo=first.tzinfo)


def training_of(log: "Log", monday: date, zone: str) -> TrainingWeek:
    """Rides and lifts of a log that began in a week.

    Parameters
    ----------
    log : Log
        One athlete's log.
    monday : date
        First day of the week.
    zone : str
        The athlete's IANA zone, in which days are cut.

    Returns
    -------
    TrainingWeek
        The same for the same log.
    """
    days = range(monday.toordinal(), monday.toordinal() + 7)
    found = [
        (start, training)
        for start, training in _sessions(log)
        if start.day_in(zone).toordinal() in days
    ]
    timed = [training for start, training in found if start.timed]
    return TrainingWeek(tuple(sorted(timed, key=in_order)), len(found) - len(timed))


def _sessions(log: "Log") -> Iterator[tuple["When", Training]]:
    for ride in log.rides:
        start, length = _whole(ride.start.utc, ride.end)
        yield ride.start, Training(start, length, "ride", _ride_title(ride))
    for lift in log.strength:
        start, length = _whole(lift.start.utc, _end(lift))
        title = plain_line(lift.title) or "Strength"
        yield lift.start, Training(start, length, "lift", title, len(lift.sets))
    for activity in log.activities:
        if activity.sport == LIFTING:
            start, length = _whole(activity.start.utc, activity.end)
            yield activity.start, Training(start, length, "lift", "Strength")


def _whole(start: datetime, end: datetime) -> tuple[datetime, int]:
    """Begin and length in whole seconds: servers keep no finer ones."""
    begun = start.astimezone(UTC).replace(microsecond=0)
    return begun, max(0, round((end - begun).total_seconds()))


def _end(lift: "StrengthSession") -> datetime:
    """When a lift ended, as far as the log tells: by its length, else by the clocks of its sets."""
    if lift.duration_s is not None:
        return lift.start.utc + timedelta(seconds=lift.duration_s)
    clocks = [one.start.utc for one in lift.sets if one.start is not None and one.start.timed]
    return max([lift.start.utc, *clocks])


def _ride_title(ride: "RideSession") -> str:
    return "Ride, indoors" if ride.indoor else "Ride"
