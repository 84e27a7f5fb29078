"""AFK events: checked one by one, and each taken once however often it was exported."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from tl_analyzer.parsing.bounds import echo
from tl_desk.aw_export import Event
from tl_desk.evidence import Limits

_SYNCED = "-synced-from-"


class AfkStatus(StrEnum):
    """What the AFK watcher saw."""

    ACTIVE = "not-afk"
    AFK = "afk"
    #: The computer slept (old watchers): nothing was seen.
    ASLEEP = "hibernating"


@dataclass(frozen=True, slots=True)
class AfkEvent:
    """A checked event; `number` is its place among all events of the file, from 1."""

    start: datetime
    end: datetime
    status: AfkStatus
    computer: str
    number: int
    zone_assumed: bool = False


@dataclass(frozen=True, slots=True)
class BadEvent:
    """Why an event was not taken."""

    column: str
    found: str
    expected: str


def computer_of(bucket: str) -> str:
    """What tells computers apart: the bucket's id, without the mark of a synchronised copy."""
    return bucket.partition(_SYNCED)[0]


def read_event(raw: object, bucket: str, number: int, limit: Limits) -> AfkEvent | BadEvent:
    """An event of an AFK bucket, or why it cannot be one."""
    if not isinstance(raw, Event):
        return BadEvent("event", echo(raw), "an object with a timestamp")
    try:
        status = AfkStatus(str(raw.status))
    except ValueError:
        return BadEvent("data.status", echo(raw.status), "afk or not-afk")
    stamp = _instant(raw.timestamp)
    if stamp is None:
        return BadEvent("timestamp", echo(raw.timestamp), "an ISO instant")
    seconds = _seconds(raw.duration)
    if seconds is None or not 0 <= seconds <= limit.event_s:
        days = limit.event_s / timedelta(days=1).total_seconds()
        expected = f"seconds from 0 to {limit.event_s} ({days:g} days)"
        return BadEvent("duration", echo(raw.duration), expected)
    start = stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)
    # The year is looked at first: arithmetic at the edges of the calendar overflows.
    if start.year not in limit.years:
        years = f"a year from {limit.first_year} to {limit.last_year}"
        return BadEvent("timestamp", echo(raw.timestamp), years)
    start = start.astimezone(UTC)
    end = start + timedelta(seconds=seconds)
    return AfkEvent(start, end, status, computer_of(bucket), number, stamp.tzinfo is None)


def taken_once(events: Iterable[AfkEvent]) -> tuple[list[AfkEvent], dict[str, int]]:
    """Events to use, and how many were left out under which name.

    The watcher lengthens an event while it goes on, and both the server and the synchronisation
    may keep earlier states: of events with one start and status the longest counts.
    """
    longest: dict[tuple[datetime, AfkStatus], AfkEvent] = {}
    aside = {"duplicate": 0, "shorter copy": 0, "no length": 0, "computer asleep": 0}
    for event in events:
        if event.status is AfkStatus.ASLEEP:
            aside["computer asleep"] += 1
            continue
        if event.start == event.end:
            aside["no length"] += 1
            continue
        key = (event.start, event.status)
        known = longest.get(key)
        if known is None or event.end > known.end:
            longest[key] = event
        if known is not None:
            aside["duplicate" if event.end == known.end else "shorter copy"] += 1
    return list(longest.values()), aside


def _instant(text: object) -> datetime | None:
    if not isinstance(text, str):
        return None
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None


def _seconds(number: object) -> float | None:
    if isinstance(number, bool) or not isinstance(number, int | float):
        return None
    try:
        seconds = float(number)
    except OverflowError:
        return None
    return seconds if math.isfinite(seconds) else None
