"""Versions of a session: the one stated last is the one that counts."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from tl_analyzer.log import Clock
from tl_analyzer.store.counters import take
from tl_analyzer.store.entries import drop_sessions
from tl_analyzer.store.kinds import ACTIVITIES, BOUTS, RIDES, SETS, WORKOUTS, Kind, quoted
from tl_analyzer.store.sources import Place
from tl_analyzer.store.tally import Kept
from tl_analyzer.store.texts import Numbers, texts
from tl_analyzer.tables.instants import instant

Row = tuple[Any, ...]
Identity = tuple[object, ...]

#: How far the instants of one wall clock may lie apart in two zones: +14 to -12 hours. [us]
_ZONES_US = 26 * 3600 * 1_000_000

#: What, beside its adapter and its start, a session is known by.
_KNOWN_BY = {
    WORKOUTS: ("app", "title"),
    RIDES: ("device",),
    ACTIVITIES: ("sport",),
}

#: Columns that tell a version of a session from another that says the same.
_NUMBERS_AND_PLACES = frozenset({"workout", "ride", "origin", "row"})


@dataclass(frozen=True, slots=True)
class _Version:
    """One session as the store holds it, or is to hold it.

    Attributes
    ----------
    number : int
        Its number in its table.
    start : int
        Begin. [us]
    since : int
        Run as of which it is stated.
    row : tuple
        Columns of the nomenclature.
    """

    number: int
    start: int
    since: int
    row: Row


def replace_sessions(
    connection: sqlite3.Connection,
    place: Place,
    tables: Mapping[str, list[Row]],
    before: Collection[int],
    numbers: Numbers,
) -> Kept:
    """Keep sessions; versions of them that were stated in earlier runs go.

    Two sources of one run may both hold a session: which of them counts is decided when the log is
    loaded, as it is where nothing is stored.

    Parameters
    ----------
    connection : Connection
        In a transaction.
    place : Place
        Whose they are, and as of which run they hold.
    tables : mapping of str to list of tuple
        Rows of the nomenclature.
    before : collection of int
        Origins of earlier versions of the same file, whenever they were read.
    numbers : Numbers
        Of texts.

    Returns
    -------
    Kept
        What became of them.
    """
    adapters = {row[0]: numbers.of(row[1]) for row in tables["origins"]}
    kept = Kept()
    for kind, part in ((WORKOUTS, SETS), (RIDES, BOUTS), (ACTIVITIES, None)):
        rows = numbers.rows(kind, tables[kind.table])
        if not rows:
            continue
        parts: dict[int, list[Row]] = defaultdict(list)
        if part is not None:
            for row in numbers.rows(part, tables[part.table]):
                parts[row[0]].append(row)
        work = _Work(connection, place, kind, part, parts, before)
        kept += work.replace(_numbered(connection, kind, rows, place.since), adapters)
    return kept


def _numbered(
    connection: sqlite3.Connection, kind: Kind, rows: list[Row], since: int
) -> list[_Version]:
    start = kind.place("start")
    if "number" not in kind.lead:
        return [_Version(row[0], row[start], since, row) for row in rows]
    first = take(connection, kind.sql, len(rows))
    return [_Version(first + n, row[start], since, row) for n, row in enumerate(rows)]


@dataclass(frozen=True)
class _Work:
    """Sessions of one kind from one source, on their way into the store."""

    connection: sqlite3.Connection
    place: Place
    kind: Kind
    part: Kind | None
    parts: Mapping[int, list[Row]]
    before: Collection[int]

    def replace(self, given: list[_Version], adapters: Mapping[int, int | None]) -> Kept:
        origin = self.kind.place("origin")
        held = self._held(min(v.start for v in given), max(v.start for v in given))
        words = self._words(given, [version for version, _ in held])
        known: dict[Identity, list[_Version]] = defaultdict(list)
        for version, adapter in held:
            known[self._identity(version, adapter, words)].append(version)
        stated: dict[Identity, list[_Version]] = defaultdict(list)
        for version in given:
            stated[self._identity(version, adapters[version.row[origin]], words)].append(version)
        kept = Kept()
        for identity, versions in stated.items():
            kept += self._one(versions, known.get(identity, []))
        return kept

    def _one(self, given: list[_Version], known: list[_Version]) -> Kept:
        """Keep what a source says of one session; mostly that is one version."""
        if any(held.since > given[0].since and not self._own(held) for held in known):
            return Kept(unchanged=len(given))
        earlier = [held for held in known if self._is_earlier(held, given[0])]
        new: list[_Version] = []
        moved: list[tuple[_Version, _Version]] = []
        unchanged = 0
        for version in given:
            same = next((o for o in earlier if self._content(o) == self._content(version)), None)
            if same is None:
                new.append(version)
                continue
            earlier.remove(same)
            unchanged += 1
            if self._rows_read(same) == self._rows_read(version):
                self._come_from(same, version.row[self.kind.place("origin")])
            else:
                moved.append((same, version))
        gone = [*earlier, *(before for before, _ in moved)]
        keys = [(self.place.athlete, held.start, held.number) for held in gone]
        drop_sessions(self.connection, self.kind, keys)
        self._insert([*new, *(version for _, version in moved)])
        replaced = min(len(new), len(earlier))
        return Kept(new=len(new) - replaced, replaced=replaced, unchanged=unchanged)

    def _is_earlier(self, held: _Version, given: _Version) -> bool:
        return held.since < given.since or self._own(held)

    def _own(self, held: _Version) -> bool:
        """Whether the same file said it before."""
        return held.row[self.kind.place("origin")] in self.before

    def _held(self, first: int, last: int) -> list[tuple[_Version, int]]:
        kind = self.kind
        columns = ", ".join(f"held.{quoted(name)}" for name in kind.columns)
        rows = self.connection.execute(
            f"SELECT held.{kind.key[1]}, source.since, origin.adapter, {columns}"
            f" FROM {kind.sql} AS held JOIN origin ON origin.origin = held.origin"
            " JOIN source ON source.id = origin.source"
            " WHERE held.athlete = ? AND held.start BETWEEN ? AND ?",
            (self.place.athlete, first - _ZONES_US, last + _ZONES_US),
        )
        start = kind.place("start")
        return [
            (_Version(number, row[start], since, tuple(row)), adapter)
            for number, since, adapter, *row in rows
        ]

    def _words(self, *versions: list[_Version]) -> Mapping[int | None, Any]:
        zone, clock = self.kind.place("zone"), self.kind.place("clock")
        return texts(
            self.connection,
            (v.row[column] for some in versions for v in some for column in (zone, clock)),
        )

    def _identity(
        self, version: _Version, adapter: int | None, words: Mapping[int | None, Any]
    ) -> Identity:
        """Adapter, start and name; a wall clock stays the same read in another zone."""
        kind, row = self.kind, version.row
        moment: object = version.start
        if words[row[kind.place("clock")]] != Clock.STATED.value:
            zone = ZoneInfo(words[row[kind.place("zone")]])
            moment = instant(version.start).astimezone(zone).replace(tzinfo=None)
        return (adapter, moment, *(row[kind.place(name)] for name in _KNOWN_BY[kind]))

    def _content(self, version: _Version) -> Row:
        """What a version says, without where it was read."""
        own = _said(self.kind)(version.row)
        return own if self.part is None else (*own, *map(_said(self.part), self._parts(version)))

    def _rows_read(self, version: _Version) -> Row:
        """Where in its file a version and its parts were read."""
        row = version.row[self.kind.place("row")]
        if self.part is None or "row" not in self.part.columns:
            return (row,)
        place = self.part.place("row")
        return (row, *(part[place] for part in self._parts(version)))

    def _parts(self, version: _Version) -> list[Row]:
        given = self.parts.get(version.number)
        if given is not None or self.part is None:
            return given or []
        part = self.part
        return self.connection.execute(
            f"{part.selection} WHERE athlete = ? AND {part.lead[1]} = ? AND {part.key[1]} = ?"
            f"{part.order}",
            (self.place.athlete, version.start, version.number),
        ).fetchall()

    def _come_from(self, version: _Version, origin: int) -> None:
        self.connection.execute(
            f"UPDATE {self.kind.sql} SET origin = ?"
            f" WHERE athlete = ? AND start = ? AND {self.kind.key[1]} = ?",
            (origin, self.place.athlete, version.start, version.number),
        )

    def _insert(self, versions: list[_Version]) -> None:
        athlete = self.place.athlete
        numbered = "number" in self.kind.lead
        self.connection.executemany(
            self.kind.insertion,
            ((athlete, v.number, *v.row) if numbered else (athlete, *v.row) for v in versions),
        )
        if self.part is not None:
            self.connection.executemany(
                self.part.insertion,
                (
                    (athlete, version.start, *row)
                    for version in versions
                    for row in self.parts.get(version.number, ())
                ),
            )


@cache
def _said(kind: Kind) -> Callable[[Row], Row]:
    """What a row says, without its numbers and where it was read."""
    places = [n for n, name in enumerate(kind.columns) if name not in _NUMBERS_AND_PLACES]
    return itemgetter(*places)
