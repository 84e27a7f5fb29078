"""A calendar file taken apart, component by component, so that a bad one harms no other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tl_calendar.evidence import Limits

#: Properties of an event that are looked at; all others, and what lies in it, are passed over.
WANTED = frozenset(
    {
        "ATTENDEE",
        "CATEGORIES",
        "CREATED",
        "DTEND",
        "DTSTAMP",
        "DTSTART",
        "DURATION",
        "EXDATE",
        "LAST-MODIFIED",
        "RDATE",
        "RECURRENCE-ID",
        "RRULE",
        "SEQUENCE",
        "STATUS",
        "SUMMARY",
        "TRANSP",
        "UID",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    }
)
_OF_CALENDAR = frozenset({"METHOD", "X-WR-CALNAME", "X-WR-TIMEZONE"})
_NAME = re.compile(r"[A-Za-z0-9-]+")
_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)=("[^"]*"|[^";:]*)')
_OTHER = frozenset({"VTODO", "VJOURNAL", "VFREEBUSY"})
_STRANGE = "components of other kinds"
#: Components within components that are told apart.
_DEEPEST = 8


@dataclass(frozen=True)
class Property:
    """One property: its name and parameters in capitals, and its value as written."""

    name: str
    parameters: dict[str, str]
    value: str


@dataclass
class Block:
    """One event.

    Attributes
    ----------
    line : int
        Line on which it begins, counted from 1.
    properties : list of Property
        Those that are looked at.
    garbled : int
        Lines that are no property.
    closed : bool
        Whether its end was found.
    """

    line: int
    properties: list[Property] = field(default_factory=list)
    garbled: int = 0
    closed: bool = False


@dataclass
class Blocks:
    """What a calendar file holds.

    Attributes
    ----------
    events : list of Block
        Its events.
    zones : dict of str to list of str
        Lines of its definitions of time zones, by their name.
    method, name, zone : str
        ``METHOD``, ``X-WR-CALNAME`` and ``X-WR-TIMEZONE`` of the calendar.
    others : Counter of str
        Components of other kinds.
    """

    events: list[Block] = field(default_factory=list)
    zones: dict[str, list[str]] = field(default_factory=dict)
    method: str = ""
    name: str = ""
    zone: str = ""
    others: Counter[str] = field(default_factory=Counter)


def take_apart(lines: Iterable[str], limit: Limits) -> Blocks:
    """Take a file apart; whatever does not belong is passed over."""
    taker = _Taker(limit)
    for number, line in _unfolded(lines):
        word, _, rest = line.partition(":")
        match word.strip().upper():
            case "BEGIN":
                taker.begin(rest.strip().upper(), number)
            case "END":
                taker.end(rest.strip().upper())
            case _:
                taker.line(line)
    return taker.blocks


class _Taker:
    """Keeps the place in the components of a file, well nested or not."""

    def __init__(self, limit: Limits) -> None:
        self.blocks = Blocks()
        self._limit = limit
        self._stack: list[str] = []
        self._event: Block | None = None
        self._zone: list[str] | None = None

    def begin(self, kind: str, number: int) -> None:
        """Open a component. An event or calendar that begins ends all that were not closed."""
        if kind in ("VEVENT", "VCALENDAR"):
            self._stack = ["VCALENDAR"]
            self._event = self._zone = None
        if kind == "VCALENDAR":
            return
        if kind == "VEVENT":
            self._event = Block(number)
            self.blocks.events.append(self._event)
        elif kind == "VTIMEZONE":
            self._zone = []
        elif len(self._stack) == 1:
            self.blocks.others[kind if kind in _OTHER else _STRANGE] += 1
        if self._zone is not None:
            self._zone.append(f"BEGIN:{kind}")
        if len(self._stack) < _DEEPEST:
            self._stack.append(kind)

    def end(self, kind: str) -> None:
        """Close a component and what was left open in it."""
        if self._zone is not None:
            self._zone.append(f"END:{kind}")
        if kind == "VTIMEZONE" and self._zone is not None:
            _keep_zone(self.blocks, self._zone)
            self._zone = None
        elif kind == "VEVENT" and self._event is not None:
            self._event.closed, self._event = True, None
        while kind in self._stack and self._stack.pop() != kind:
            pass

    def line(self, line: str) -> None:
        """Take a property to where it belongs."""
        if self._zone is not None:
            self._zone.append(line)
        elif self._event is not None and self._stack[-1] == "VEVENT":
            _add(self._event, line, self._limit)
        elif self._stack == ["VCALENDAR"]:
            _add_to_calendar(self.blocks, line)


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Content lines, each with the number of its first line: those that begin blank belong on."""
    number, parts = 0, [""]
    for at, raw in enumerate(lines, start=1):
        line = raw.rstrip("\r\n")
        if line[:1] in (" ", "\t"):
            parts.append(line[1:])
            continue
        if text := "".join(parts):
            yield number, text
        number, parts = at, [line.lstrip("\ufeff")]
    if text := "".join(parts):
        yield number, text


def _add(event: Block, line: str, limit: Limits) -> None:
    found = read_property(line)
    if found is None:
        event.garbled += 1
    elif found.name in WANTED and len(event.properties) < limit.event_lines:
        event.properties.append(found)


def _add_to_calendar(blocks: Blocks, line: str) -> None:
    """The first calendar of a file speaks for all."""
    found = read_property(line)
    if found is None or found.name not in _OF_CALENDAR:
        return
    value = found.value.strip()
    if found.name == "METHOD":
        blocks.method = blocks.method or value.upper()
    elif found.name == "X-WR-CALNAME":
        blocks.name = blocks.name or value
    else:
        blocks.zone = blocks.zone or value


def _keep_zone(blocks: Blocks, lines: list[str]) -> None:
    for line in lines:
        found = read_property(line)
        if found and found.name == "TZID":
            blocks.zones.setdefault(found.value.strip(), list(lines))
            return


def read_property(line: str) -> Property | None:
    """Read a content line; None if it is none."""
    named = _NAME.match(line)
    if not named:
        return None
    at = named.end()
    parameters = {}
    while found := _PARAMETER.match(line, at):
        parameters[found[1].upper()] = found[2].strip('"')
        at = found.end()
    colon = line.find(":", at)
    if colon < 0:
        return None
    return Property(named[0].upper(), parameters, line[colon + 1 :])
