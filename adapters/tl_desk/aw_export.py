"""An ActivityWatch export as a stream: its buckets, and of their events the AFK ones alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tl_analyzer.adapter import SourceFile
from tl_analyzer.parsing.json_stream import BadJson, JsonStream
from tl_analyzer.parsing.text import decode_head

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
    size : int or None
        Events it holds; None where it has no list of events.
    """

    name: str
    kind: str
    size: int | None


@dataclass(frozen=True, slots=True)
class Listed:
    """What stands in the list of events of an AFK bucket.

    Attributes
    ----------
    bucket : str
        Id of the bucket.
    number : int
        Place among all events of the file, from 1.
    event : Event or object
        The event, or what stands in its place.
    """

    bucket: str
    number: int
    event: object


def looks_like_export(file: SourceFile) -> bool:
    """Whether the head is that of an export of all buckets, or of one AFK bucket."""
    head = "".join(decode_head(file.head).lines)
    whole = _WHOLE_EXPORT.match(head)
    if whole:
        return whole[2] is not None or _shows_bucket(head)
    before_events, bracket, _ = head.partition("[")
    is_object = head.lstrip().startswith("{") and bool(bracket)
    return is_object and bool(_ONE_BUCKET.search(before_events)) and _shows_bucket(before_events)


def _shows_bucket(text: str) -> bool:
    return sum(bool(member.search(text)) for member in _MEMBERS) >= _ENOUGH_MEMBERS


class Export:
    """Walks through an export; window titles and addresses are passed over and never kept.

    Parameters
    ----------
    file : SourceFile
        The export.
    """

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._events = 0
        self._place = 0

    def read(self) -> Iterator[Listed | Bucket]:
        """Yield the events of AFK buckets, and each bucket behind its events.

        Raises
        ------
        BadJson
            Where the file breaks off or is no export. What was yielded before stays valid.
        """
        with self._file.open() as stream:
            json = JsonStream(stream)
            if json.peek() != "{":
                json.skip()
                raise _no_export()
            yield from self._document(json)

    def _document(self, json: JsonStream) -> Iterator[Listed | Bucket]:
        own: dict[str, object] = {}
        exported = False
        for name in json.members():
            opened = json.peek()
            if name == "buckets" and opened in ("{", "["):
                exported = True
                for key in json.members() if opened == "{" else json.items():
                    yield from self._bucket(json, str(key))
            elif name == "events" and opened == "[":
                exported = True
                yield from self._listed(json, own, "")
            else:
                _note(json, name, own)
        if not exported:
            raise _no_export()

    def _bucket(self, json: JsonStream, key: str) -> Iterator[Listed | Bucket]:
        members: dict[str, object] = {}
        listed = False
        if json.peek() == "{":
            for name in json.members():
                if name == "events" and json.peek() == "[":
                    listed = True
                    yield from self._listed(json, members, key)
                else:
                    _note(json, name, members)
        if not listed:
            yield Bucket(key, str(members.get("type")), None)
        self._place += 1

    def _listed(
        self, json: JsonStream, members: dict[str, object], key: str
    ) -> Iterator[Listed | Bucket]:
        bucket = self._known(members) or self._later.get(self._place) or Bucket(key, "", None)
        size = 0
        for size, _ in enumerate(json.items(), start=1):
            if bucket.kind == AFK_TYPE:
                yield Listed(bucket.name, self._events + size, _event(json.value()))
        self._events += size
        yield Bucket(bucket.name, bucket.kind, size)

    def _known(self, members: dict[str, object]) -> Bucket | None:
        if "id" in members and "type" in members:
            return Bucket(str(members["id"]), str(members["type"]), None)
        return None

    @cached_property
    def _later(self) -> dict[int, Bucket]:
        """Buckets by their place, for exports that name the type of a bucket behind its events."""
        found: dict[int, Bucket] = {}
        with self._file.open() as stream:
            json = JsonStream(stream)
            try:
                for name in json.members():
                    opened = json.peek()
                    if name == "buckets" and opened in ("{", "["):
                        for key in json.members() if opened == "{" else json.items():
                            found[len(found)] = _outline(json, str(key))
            except BadJson:
                # The reading itself meets the same fault and says so.
                pass
        return found


def _outline(json: JsonStream, key: str) -> Bucket:
    members: dict[str, object] = {}
    if json.peek() == "{":
        for name in json.members():
            _note(json, name, members)
    return Bucket(str(members.get("id", key)), str(members.get("type")), None)


def _note(json: JsonStream, name: str, members: dict[str, object]) -> None:
    """Keep a member that says which bucket it is; others are passed over."""
    if name in ("id", "type"):
        members[name] = json.value() if json.peek() not in ("{", "[") else None


def _event(found: object) -> object:
    if not isinstance(found, dict) or "timestamp" not in found:
        return found
    data = found.get("data")
    status = data.get("status") if isinstance(data, dict) else None
    return Event(found["timestamp"], found.get("duration", 0), status)


def _no_export() -> BadJson:
    return BadJson("export-without-buckets", "no list of buckets", 1, 1)
