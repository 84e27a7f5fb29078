"""Dates and clocks of a log become points in time."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tl_analyzer.log import Clock, When


def place(stamp: date, zone: str, earlier: When | None = None) -> When:
    """Place a date, a wall clock or an instant in the zone of the log.

    Parameters
    ----------
    stamp : date
        A bare date, a naive wall clock, or an instant with its offset.
    zone : str
        IANA zone of wall clocks.
    earlier : When or None
        What is known to come before: in the night in which an hour comes twice, it tells which
        of the two is meant.
    """
    if not isinstance(stamp, datetime):
        return When.from_date(stamp, zone)
    if stamp.tzinfo is not None:
        return When(utc=stamp, zone=zone)
    first = When.from_local(stamp, zone)
    if first.clock is not Clock.AMBIGUOUS or earlier is None or earlier.utc <= first.utc:
        return first
    again = When(utc=stamp.replace(tzinfo=ZoneInfo(zone), fold=1), zone=zone, clock=Clock.AMBIGUOUS)
    return again if again.utc >= earlier.utc else first


def place_all(stamps: Iterable[date], zone: str) -> list[When]:
    """Place stamps that follow one another."""
    placed: list[When] = []
    for stamp in stamps:
        placed.append(place(stamp, zone, placed[-1] if placed else None))
    return placed
