"""The years in which repeating events are followed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from tl_calendar.event import Event, Time
from tl_calendar.evidence import Limits


@dataclass(frozen=True)
class Span:
    """From when to when [UTC]."""

    start: datetime
    end: datetime


def span_of(events: Sequence[Event], limit: Limits) -> Span:
    """The years in which the rules of a calendar are followed.

    A file has no clock. Its newest day is that of the newest time stamp, or of a later event
    unless that lies too far ahead; without stamps, that of the newest event.
    """
    stamps = [event.stamp for event in events if event.stamp]
    starts = [instant(event.start) for event in events]
    newest = max(stamps or starts)
    far = newest + timedelta(days=limit.ahead_of_stamp_days)
    newest = max([newest, *(start for start in starts if start <= far)])
    return Span(newest - timedelta(days=limit.back_days), newest + timedelta(days=limit.ahead_days))


def instant(moment: Time) -> datetime:
    """An instant for a time: of a bare date, midnight UTC."""
    if isinstance(moment, datetime):
        return moment.astimezone(UTC)
    return datetime.combine(moment, time(), tzinfo=UTC)
