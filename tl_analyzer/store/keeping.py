"""What was read of one file -> the store, in one transaction.

A session is replaced as a whole by a later statement about it; what else a file says of days is
replaced by what it says of them later. Nothing that was disappears because a file stopped to say
it; what is only planned does.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tl_analyzer.log import Postures, SourceReading, SourceSummary
from tl_analyzer.store import sources
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.counters import take
from tl_analyzer.store.entries import count_sessions, drop, drop_plans
from tl_analyzer.store.files import FileState, file_number, member_of, record
from tl_analyzer.store.kinds import ORIGINS, PLANS, POSTURES, STATEMENTS
from tl_analyzer.store.runs import Run
from tl_analyzer.store.session_versions import replace_sessions
from tl_analyzer.store.sources import Held, Place
from tl_analyzer.store.statements import replace_statements
from tl_analyzer.store.tally import Kept
from tl_analyzer.store.texts import Numbers, texts
from tl_analyzer.tables.from_log import FirstNumbers, entry_rows
from tl_analyzer.tables.instants import FIRST, LAST
from tl_analyzer.tables.origins import Origins
from tl_analyzer.tables.rows import posture_rows

#: Intervals of posture that are turned into rows at a time: a watch has hundreds of thousands.
_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True)
class _Known:
    """What the store holds of a file or member, and of the same bytes elsewhere."""

    versions: list[Held]
    alike: list[Held]

    @property
    def current(self) -> Held | None:
        return next((source for source in self.versions if source.current), None)


def keep(connection: Connection, run: Run, reading: SourceReading, state: FileState) -> Kept:
    """Keep what was read of a file or of a member of an archive.

    Parameters
    ----------
    connection : Connection
        For writing.
    run : Run
        The run that read it.
    reading : SourceReading
        What was read.
    state : FileState
        The file as it was before it was read.

    Returns
    -------
    Kept
        What became of it; the same bytes read with the same settings change nothing.
    """
    with connection.writing():
        numbers = Numbers(connection)
        file = file_number(connection, run.athlete, state.path)
        member = numbers.number(member_of(reading.summary.file))
        digest = numbers.number(reading.summary.digest) if reading.summary.digest else None
        known = _Known(
            sources.versions(connection, file, member),
            sources.of_digest(connection, run.athlete, digest) if digest is not None else [],
        )
        current = known.current
        if current and (current.digest, current.settings) == (digest, state.settings):
            return Kept(unchanged=current.entries)
        place = Place(run.athlete, file, member, run.id, _since(run, known), state.settings)
        reading = _once(connection, reading, known, state)
        past = sources.origins_of(connection, [current.id] if current else [])
        sources.retire(connection, known.versions)
        source = sources.add(connection, place, reading, numbers)
        if reading.summary.same_as:
            # What it planned, the other file plans now, or nobody does.
            before = sources.origins_of(connection, [s.id for s in known.versions])
            kept = Kept(withdrawn=drop_plans(connection, before))
        else:
            kept = _replace(connection, place, source, reading, known, numbers)
        if not (reading.summary.adapter or reading.summary.same_as):
            return kept
        return kept + Kept(vanished=count_sessions(connection, past))


def finish_file(
    connection: Connection,
    run: Run,
    state: FileState,
    members: Collection[str],
    now: datetime,
) -> int:
    """Note that a file was read to its end.

    Parameters
    ----------
    connection : Connection
        For writing.
    run : Run
        The run that read it.
    state : FileState
        The file as it was before it was read.
    members : collection of str
        Names of all sources in it: itself, or the members of an archive.
    now : datetime
        The moment.

    Returns
    -------
    int
        Sessions of members that are gone from the archive; they stay in the log.
    """
    with connection.writing():
        numbers = Numbers(connection)
        file = file_number(connection, run.athlete, state.path)
        there = {numbers.of(member_of(name)) for name in members}
        held = connection.execute(
            "SELECT DISTINCT member FROM source WHERE file_id = ? AND current", (file,)
        ).fetchall()
        vanished = 0
        for (member,) in held:
            if member not in there:
                gone = [s for s in sources.versions(connection, file, member) if s.current]
                left = sources.origins_of(connection, [s.id for s in gone])
                vanished += count_sessions(connection, left)
                drop_plans(connection, left)
                sources.retire(connection, gone)
        record(connection, file, state, now)
        return vanished


def _since(run: Run, known: _Known) -> int:
    """Run as of which a statement holds: the first that met its bytes, unless they came back.

    A copy of an old export under a new name says nothing new. A file that said something else
    meanwhile does.
    """
    current = known.current
    if not known.alike or (current and current.digest != known.alike[0].digest):
        return run.id
    return min(source.since for source in known.alike)


def _once(
    connection: Connection, reading: SourceReading, known: _Known, state: FileState
) -> SourceReading:
    """Leave the entries out if another file of the same bytes holds them."""
    own = {source.id for source in known.versions}
    words = texts(connection, (number for s in known.alike for number in (s.file, s.same_as)))
    for other in known.alike:
        same = other.current and other.settings == state.settings and other.id not in own
        if same and not words[other.same_as]:
            summary = reading.summary
            return SourceReading(
                SourceSummary(file=summary.file, digest=summary.digest, same_as=words[other.file])
            )
    return reading


def _replace(
    connection: Connection,
    place: Place,
    source: int,
    reading: SourceReading,
    known: _Known,
    numbers: Numbers,
) -> Kept:
    # The same bytes, read otherwise: nothing of the earlier reading holds.
    otherwise = [s for s in known.alike if s.settings != place.settings]
    sources.retire(connection, otherwise)
    removed = drop(connection, sources.origins_of(connection, [s.id for s in otherwise]))

    # An entry is a workout or a ride at most: numbers that stay free do no harm.
    first = FirstNumbers(
        workout=take(connection, "workout", len(reading.entries)),
        ride=take(connection, "ride", len(reading.entries)),
        origin=take(connection, "origin", 0),
    )
    origins = Origins(first.origin)
    tables = entry_rows(reading.entries, origins, first)
    before = sources.origins_of(connection, [s.id for s in known.versions])
    kept = Kept()
    for kind in STATEMENTS:
        rows = numbers.rows(kind, tables[kind.table])
        if rows:
            starts = [row[kind.place("start")] for row in rows]
            span = min(starts), max(starts)
            kept += replace_statements(connection, place.athlete, kind, [rows], span, before)
    if reading.summary.adapter:
        for kind in PLANS:
            rows = numbers.rows(kind, tables[kind.table])
            kept += replace_statements(
                connection, place.athlete, kind, [rows], (FIRST, LAST), before
            )
    if len(reading.postures):
        begins = reading.postures.columns().start
        parts = _posture_parts(reading.postures, origins, numbers)
        span = min(begins), max(begins)
        kept += replace_statements(connection, place.athlete, POSTURES, parts, span, before)
    named = origins.rows()
    take(connection, "origin", len(named))
    connection.executemany(
        ORIGINS.insertion, ((source, *row) for row in numbers.rows(ORIGINS, named))
    )
    kept += replace_sessions(connection, place, {**tables, "origins": named}, before, numbers)
    again = min(removed, kept.new)
    return Kept(
        new=kept.new - again,
        replaced=kept.replaced + again,
        unchanged=kept.unchanged,
        withdrawn=kept.withdrawn + removed - again,
    )


def _posture_parts(
    postures: Postures, origins: Origins, numbers: Numbers
) -> Iterator[list[tuple[Any, ...]]]:
    for first in range(0, len(postures), _AT_ONCE):
        yield numbers.rows(POSTURES, posture_rows(postures, origins, first, first + _AT_ONCE))
