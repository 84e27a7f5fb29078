"""Times of a calendar: instants, wall clocks in named zones, and bare dates."""

import re
from datetime import UTC, date, datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Timezone
from icalendar.timezone.tzp import TZP
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from tl_calendar.blocks import Property, read_property
from tl_calendar.evidence import Limits
from tl_calendar.shapes import BadRule, comes_true, parts_of, whole

_VALUE = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<utc>Z)?)?",
    re.ASCII | re.IGNORECASE,
)
#: Lines of a definition of a zone that are believed.
_ZONE_LINES = 2000
_ANY_DAY = datetime(2026, 1, 1)


class BadTime(ValueError):
    """A value that is no time."""


class Zones:
    """Finds the zone of a name: IANA, Windows, or defined in the file itself.

    Parameters
    ----------
    defined : dict of str to list of str
        Lines of the definitions in the file.
    """

    def __init__(self, defined: dict[str, list[str]]) -> None:
        self._defined = defined
        self._known: dict[str, tzinfo | None] = {}

    def find(self, name: str) -> tzinfo | None:
        """The zone of that name; None when nobody knows it."""
        if name not in self._known:
            self._known[name] = _named(name) or self._own(name)
        return self._known[name]

    def _own(self, name: str) -> tzinfo | None:
        """A zone that the file defines, if its rules can be followed."""
        lines = self._defined.get(name, [])
        rules = [p.value for p in map(read_property, lines) if p and p.name == "RRULE"]
        if not lines or len(lines) > _ZONE_LINES or not all(map(_yearly, rules)):
            return None
        # The library raises what it likes on definitions that are not as they should be.
        try:
            defined = Timezone.from_ical("\r\n".join(lines))
            if not isinstance(defined, Timezone):
                return None
            zone: tzinfo = defined.to_tz(TZP(), lookup_tzid=False)
            zone.utcoffset(_ANY_DAY)
        except Exception:
            return None
        return zone


def _yearly(rule: str) -> bool:
    """Whether a change of the clock comes year by year: any other is followed for ever."""
    try:
        parts = parts_of(rule)
        interval = whole(parts, "INTERVAL", 1)
    except BadRule:
        return False
    return parts["FREQ"] == "YEARLY" and interval == 1 and comes_true(parts, "YEARLY", interval)


def _named(name: str) -> tzinfo | None:
    """A zone by its IANA or Windows name, or by one with a prefix of the maker."""
    plain = name.strip().strip("/")
    parts = plain.split("/")
    ends = ("/".join(parts[-length:]) for length in (2, 3))
    for known in (plain, WINDOWS_TO_OLSON.get(plain, ""), *ends):
        if known in _iana():
            return ZoneInfo(known)
    return None


@cache
def _iana() -> frozenset[str]:
    return frozenset(available_timezones())


class Clock:
    """Reads the times of one file.

    Parameters
    ----------
    zones : Zones
        Its zones.
    home : tzinfo
        Zone for clocks that state none.
    limit : Limits
        The years that are believed.
    """

    def __init__(self, zones: Zones, home: tzinfo, limit: Limits) -> None:
        self._zones, self._home, self._limit = zones, home, limit

    def read(self, found: Property, beside: date | None = None) -> date | datetime:
        """Read a time: a date, or an aware datetime.

        Parameters
        ----------
        found : Property
            The property that states it.
        beside : date or datetime or None
            Begin of the event: its zone holds for times of it that state none.

        Raises
        ------
        BadTime
            If it is neither.
        """
        match = _VALUE.fullmatch(found.value.strip())
        if not match or not self._limit.first_year <= int(match["year"]) <= self._limit.last_year:
            raise BadTime(found.name)
        try:
            day = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            raise BadTime(found.name) from None
        if match["hour"] is None:
            return day
        hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
        if hour > 23 or minute > 59 or second > 60:
            raise BadTime(found.name)
        # A leap second is the last of its minute.
        wall = datetime(day.year, day.month, day.day, hour, minute, min(second, 59))
        return wall.replace(tzinfo=UTC if match["utc"] else self._zone(found, beside))

    def unknown_zone(self, found: Property) -> str | None:
        """Name of the zone that a time states and nobody knows; empty if it states none.

        None for times that need no zone, or state one that is known.
        """
        value = found.value.strip().upper()
        name = found.parameters.get("TZID", "").strip()
        if "T" not in value or value.endswith("Z") or (name and self._zones.find(name)):
            return None
        return name

    def _zone(self, found: Property, beside: date | None) -> tzinfo:
        name = found.parameters.get("TZID", "").strip()
        own = self._zones.find(name) if name else None
        if own is None and isinstance(beside, datetime):
            own = beside.tzinfo
        return own or self._home
