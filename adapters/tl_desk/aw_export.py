"""An ActivityWatch export as JSON: its buckets, and of their events the AFK ones alone."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tl_analyzer.adapter import SourceFile
from tl_desk.text import decode

#: The bucket type of the AFK watcher; buckets are chosen by type, never by id.
AFK_TYPE = "afkstatus"

_STRING = r'"(?:[^"\\]|\\.)*"'
_PLAIN_MEMBERS = rf"(?:{_STRING}\s*:\s*(?:{_STRING}|[-+.\w]+)\s*,\s*)*"
_WHOLE_EXPORT = re.compile(rf'\s*\{{\s*{_PLAIN_MEMBERS}"buckets"\s*:\s*([\[{{])\s*([\]}}])?')
_MEMBERS = tuple(
    re.compile(rf'"{name}"\s*:') for name in ("created", "type", "client", "hostname", "events")
)
#: Of these members a head must show so many; the keys may be sorted and the events long.
_ENOUGH_MEMBERS = 3
_ONE_BUCKET = re.compile(rf'"type"\s*:\s*"{AFK_TYPE}"')


@dataclass(frozen=True, slots=True)
class Event:
    """One event as exported, with nothing of its content but the AFK status."""

    timestamp: object
    duration: object
    status: object


@dataclass(frozen=True, slots=True)
class Bucket:
    """The events of one watcher on one computer.

    Attributes
    ----------
    name : str
        Its id.
    kind : str
        Its type, such as ``afkstatus`` or ``currentwindow``.
    size : int
        Events it holds.
    events : tuple of object
        An `Event` each (or what stands in its place); always empty in buckets of other types,
        whose content (window titles, addresses) is no business of ours.
    listed : bool
        Whether it has a list of events at all.
    """

    name: str
    kind: str
    size: int
    events: tuple[object, ...] = ()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class BadExport:
    """Why a file is no export."""

    code: str
    found: str
    line: int | None = None
    column: str | None = None


def looks_like_export(file: SourceFile) -> bool:
    """Whether the head is that of an export of all buckets, or of one AFK bucket."""
    head = decode(file.head, cut=True)
    whole = _WHOLE_EXPORT.match(head)
    if whole:
        return whole[2] is not None or _shows_bucket(head)
    before_events, bracket, _ = head.partition("[")
    is_object = head.lstrip().startswith("{") and bool(bracket)
    return is_object and bool(_ONE_BUCKET.search(before_events)) and _shows_bucket(before_events)


def _shows_bucket(text: str) -> bool:
    return sum(bool(member.search(text)) for member in _MEMBERS) >= _ENOUGH_MEMBERS


def read_export(file: SourceFile) -> tuple[Bucket, ...] | BadExport:
    """All buckets of an export, in the order of the file."""
    try:
        found = json.loads(decode(file.read()), object_pairs_hook=_slimmed)
    except json.JSONDecodeError as why:
        return BadExport("json-broken", f"{why.msg}", why.lineno, str(why.colno))
    except RecursionError:
        return BadExport("json-too-deep", "values nested too deeply")
    except ValueError:
        return BadExport("json-broken", "a number with too many digits")
    if isinstance(found, Bucket):
        return (found,)
    inside = found.get("buckets") if isinstance(found, dict) else None
    if isinstance(inside, dict | list):
        return tuple(_buckets(inside))
    return BadExport("export-without-buckets", "no list of buckets")


def _buckets(inside: dict[str, object] | list[object]) -> Iterator[Bucket]:
    """The buckets; what has no list of events is a bucket of no events."""
    for member in inside.values() if isinstance(inside, dict) else inside:
        if isinstance(member, Bucket):
            yield member
        else:
            members = member if isinstance(member, dict) else {}
            yield Bucket(str(members.get("id")), str(members.get("type")), 0, listed=False)


def _slimmed(pairs: list[tuple[str, object]]) -> object:
    """Each JSON object as soon as it is parsed, so that no content is kept that is not needed."""
    members = dict(pairs)
    events = members.get("events")
    if isinstance(events, list):
        kind = str(members.get("type"))
        kept = tuple(events) if kind == AFK_TYPE else ()
        return Bucket(str(members.get("id")), kind, len(events), kept)
    if "timestamp" in members and "buckets" not in members:
        data = members.get("data")
        status = data.get("status") if isinstance(data, dict) else None
        return Event(members["timestamp"], members.get("duration", 0), status)
    if len(members) < len(pairs) and any(isinstance(value, Bucket) for _, value in pairs):
        # Two buckets under one key: both are kept, the key is of no use to anybody.
        return {f"{place} {key}": value for place, (key, value) in enumerate(pairs)}
    return members
