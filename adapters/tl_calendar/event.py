"""One event as far as it is looked at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from tl_calendar.blocks import Block, Property
from tl_calendar.clock import BadTime, Clock

Time = date | datetime
_MAIL = "mailto:"
_DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?=\d|T\d)(?:(?P<weeks>\d{1,4})W)?(?:(?P<days>\d{1,5})D)?"
    r"(?:T(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,7})M)?(?:(?P<seconds>\d{1,9})S)?)?",
    re.ASCII,
)
_LONGEST = timedelta(days=3660)


class BadEvent(ValueError):
    """An event that cannot be taken.

    Parameters
    ----------
    code, found, expected : str
        For the problem.
    """

    def __init__(self, code: str, found: str, expected: str) -> None:
        super().__init__(code)
        self.code, self.found, self.expected = code, found, expected


@dataclass(frozen=True)
class Event:
    """An event.

    Attributes
    ----------
    line : int
        Line on which it begins, counted from 1.
    uid : str
        Name that it shares with its moved instances.
    start, end : date or datetime
        Both dates, or both aware.
    unknown_zone : str or None
        Name of a zone that nobody knows, empty for a clock without zone; None if all is known.
    rules : tuple of str
        Rules by which it repeats.
    more, without : tuple of date or datetime
        Further begins, and begins left out.
    instead_of : date or datetime or None
        The instance that it replaces.
    from_then_on : bool
        Whether it replaces all that follow as well.
    sequence : int
        Number of its version.
    words : dict of str to str
        Status, transparency and the like, in capitals; the title as written.
    answers : dict of str to str
        What each attendee answered, in capitals, by mail address.
    stamp : datetime or None
        When it was last written.
    """

    line: int
    uid: str
    start: Time
    end: Time
    unknown_zone: str | None
    rules: tuple[str, ...]
    more: tuple[Time, ...]
    without: tuple[Time, ...]
    instead_of: Time | None
    from_then_on: bool
    sequence: int
    words: dict[str, str]
    answers: dict[str, str]
    stamp: datetime | None

    @property
    def all_day(self) -> bool:
        """Whether it lasts whole days."""
        return not isinstance(self.start, datetime)

    @property
    def repeats(self) -> bool:
        """Whether it happens more than once."""
        return bool(self.rules or self.more)

    @property
    def length_s(self) -> float:
        """Length of its first instance [s]."""
        start, end = self.start, self.end
        if isinstance(start, datetime) and isinstance(end, datetime):
            return (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()
        return (end.toordinal() - start.toordinal()) * timedelta(days=1).total_seconds()


def read_event(block: Block, clock: Clock, most: int) -> Event:
    """Read an event.

    Parameters
    ----------
    block : Block
        Its lines.
    clock : Clock
        Reads its times.
    most : int
        Further begins, and begins left out, that are taken.

    Raises
    ------
    BadEvent
        If it does not say when it is.
    """
    if not block.closed:
        raise BadEvent("event-cut-off", "an event without end", "END:VEVENT")
    first = {found.name: found for found in reversed(block.properties)}
    if "DTSTART" not in first:
        raise BadEvent("no-start", "an event without DTSTART", "a begin")
    start = _time(clock, first["DTSTART"])
    instead = first.get("RECURRENCE-ID")
    return Event(
        line=block.line,
        # An event without a name is a series of its own.
        uid=_value(first, "UID") or f"line {block.line}",
        start=start,
        end=_end(clock, first, start),
        unknown_zone=clock.unknown_zone(first["DTSTART"]),
        rules=tuple(f.value.strip() for f in block.properties if f.name == "RRULE"),
        more=tuple(islice(_times(clock, block, "RDATE", start), most)),
        without=tuple(islice(_times(clock, block, "EXDATE", start), most)),
        instead_of=_time(clock, instead, start) if instead else None,
        from_then_on=bool(instead)
        and first["RECURRENCE-ID"].parameters.get("RANGE", "").upper() == "THISANDFUTURE",
        sequence=_whole(_value(first, "SEQUENCE")),
        words={
            "STATUS": _value(first, "STATUS").upper(),
            "TRANSP": _value(first, "TRANSP").upper(),
            "BUSY": _value(first, "X-MICROSOFT-CDO-BUSYSTATUS").upper(),
            "TITLE": _value(first, "SUMMARY"),
            "CATEGORIES": _value(first, "CATEGORIES"),
        },
        answers={
            mail(found.value): found.parameters.get("PARTSTAT", "").upper()
            for found in block.properties
            if found.name == "ATTENDEE"
        },
        stamp=_stamp(clock, first),
    )


def mail(text: str) -> str:
    """A mail address as addresses are compared."""
    return text.strip().lower().removeprefix(_MAIL)


def _end(clock: Clock, first: dict[str, Property], start: Time) -> Time:
    """End as stated, else by the length, else what is usual; of one kind with the begin."""
    if "DTEND" in first:
        end = _time(clock, first["DTEND"], start)
    elif "DURATION" in first:
        end = _later(first["DURATION"], start)
    elif isinstance(start, datetime):
        return start
    else:
        end = start + timedelta(days=1)
    if isinstance(end, datetime) == isinstance(start, datetime):
        return end
    raise BadEvent("end-of-another-kind", "a date and a time", "both dates or both times")


def _later(length: Property, start: Time) -> Time:
    match = _DURATION.fullmatch(length.value.strip().upper())
    if not match:
        raise BadEvent("length-unreadable", "an unreadable DURATION", "such as PT30M")
    names = ("weeks", "days", "hours", "minutes", "seconds")
    span = timedelta(**{name: int(match[name] or 0) for name in names})
    if span > _LONGEST:
        raise BadEvent("length-implausible", "a DURATION of years", "such as PT30M")
    if match["sign"] == "-":
        span = -span
    # Minutes of an event that lasts whole days do not change its days.
    return start + (span if isinstance(start, datetime) else timedelta(days=span.days))


def _time(clock: Clock, found: Property, beside: Time | None = None) -> Time:
    try:
        return clock.read(found, beside)
    except BadTime:
        raise BadEvent(
            "time-unreadable", f"an unreadable {found.name}", "such as 20261109T093000Z"
        ) from None


def _times(clock: Clock, block: Block, name: str, beside: Time) -> Iterator[Time]:
    """Times of a list; unreadable ones are none. Of a period, its begin counts."""
    for found in block.properties:
        if found.name != name:
            continue
        for text in found.value.split(","):
            try:
                yield clock.read(replace(found, value=text.partition("/")[0]), beside)
            except BadTime:
                continue


def _stamp(clock: Clock, first: dict[str, Property]) -> datetime | None:
    stamps = []
    for name in ("DTSTAMP", "LAST-MODIFIED", "CREATED"):
        value = first[name].value.strip().rstrip("zZ") + "Z" if name in first else ""
        try:
            found = clock.read(Property(name, {}, value))
        except BadTime:
            continue
        if isinstance(found, datetime):
            stamps.append(found)
    return max(stamps, default=None)


def _value(first: dict[str, Property], name: str) -> str:
    return first[name].value.strip() if name in first else ""


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
