"""The store -> one athlete's log: all of it, or what one week's report looks at."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from typing import Any

from tl_analyzer.intake.merge import merged
from tl_analyzer.log import Log, Observation, PosturePacker
from tl_analyzer.parameters import Parameters
from tl_analyzer.store.athletes import number_of
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.failure import DamagedStoreError
from tl_analyzer.store.kinds import (
    BOUTS,
    CHECK_INS,
    KINDS,
    MASSES,
    ORIGINS,
    PLANS,
    POSTURES,
    PROBLEMS,
    RIDES,
    SESSIONS,
    SETS,
    SOURCES,
    STATEMENTS,
    WORKOUTS,
    Kind,
    quoted,
)
from tl_analyzer.store.texts import held_text, in_words
from tl_analyzer.store.window import Window, first_days, whole
from tl_analyzer.tables.columns import Columns
from tl_analyzer.tables.to_log import DamagedRowsError, entries_of, problems_of, sources_of

Row = tuple[Any, ...]
#: Instants from the first to before the second. [us]
Range = tuple[int, int]

#: Parts of sessions, and the sessions they are parts of.
_PARTS = ((WORKOUTS, SETS), (RIDES, BOUTS))
#: Observations that say nothing of a waking day.
_NOT_AWAKE = (Observation.SLEEP.value, Observation.OUT_OF_OFFICE.value)
#: An interval that may have begun before the margin of a window. [us]
_LONG_US = 86_400_000_000
#: Numbers asked for in one statement. [1]
_AT_ONCE = 500


def load_log(
    connection: Connection, athlete_id: str, window: Window | None, parameters: Parameters
) -> Log:
    """Load a log, each session once.

    Parameters
    ----------
    connection : Connection
        For reading or writing.
    athlete_id : str
        The athlete.
    window : Window or None
        What is looked at; None for all there is. The report on the week of a window is the same
        as from the whole log, but for notes on sessions outside it that were counted once.
    parameters : Parameters
        When two recordings are one.

    Raises
    ------
    StoreError
        If the store does not know the athlete, or holds what no log can have written.
    """
    tables = stored_tables(connection, athlete_id, window)
    try:
        entries, postures = entries_of(tables)
        sources = sources_of(tables[SOURCES.table])
        problems = problems_of(tables[PROBLEMS.table])
    except DamagedRowsError as why:
        raise DamagedStoreError(
            f"the log store {connection.path} is damaged: {why}",
            "Move it away and import again; your own files hold everything it held.",
        ) from why
    packer = PosturePacker()
    packer.add_packed(postures)
    return merged(entries, sources, problems, parameters, packer)


def stored_tables(
    connection: Connection, athlete_id: str, window: Window | None = None
) -> dict[str, Columns]:
    """Stored columns of every table of the nomenclature, as read: no session is merged yet.

    Raises
    ------
    StoreError
        If the store does not know the athlete.
    """
    # Another writer may be at work: all tables are read from one state.
    with nullcontext() if connection.in_transaction else connection.snapshot():
        athlete = number_of(connection, athlete_id)
        rows = _entry_rows(connection, athlete, window)
        rows[ORIGINS] = _origins(connection, rows)
        current = f" WHERE athlete = {athlete} AND current"
        rows[SOURCES] = _fetch(connection, SOURCES, f"{current} ORDER BY id")
        rows[PROBLEMS] = _fetch(
            connection,
            PROBLEMS,
            f" WHERE source IN (SELECT id FROM source{current}){PROBLEMS.order}",
        )
        return {kind.table: in_words(connection, kind, rows[kind]) for kind in KINDS}


def _entry_rows(
    connection: sqlite3.Connection, athlete: int, window: Window | None
) -> dict[Kind, list[Row]]:
    looked_at = window or whole()
    sessions = [(looked_at.sessions, looked_at.until)]
    statements = [(looked_at.statements, looked_at.until)]
    if window is not None:
        # How far a log reaches is known from its first days.
        sessions = _joined([*sessions, *_first(connection, athlete, (WORKOUTS, RIDES))])
        statements = _joined([*statements, *_first_awake(connection, athlete)])
    rows: dict[Kind, list[Row]] = {}
    for kind in SESSIONS:
        rows[kind] = _within(connection, kind, athlete, "start", sessions)
    for whole_kind, part in _PARTS:
        rows[part] = _within(connection, part, athlete, f"{whole_kind.sql}_start", sessions)
    for kind in STATEMENTS:
        ranges = [_everything()] if kind in (MASSES, CHECK_INS) else statements
        rows[kind] = _within(connection, kind, athlete, "start", ranges)
    for kind in PLANS:
        planned = [(looked_at.plans, looked_at.plans_until)]
        rows[kind] = _within(connection, kind, athlete, "start", planned)
    if window is not None:
        rows[POSTURES] += _reaching_in(connection, athlete, window.statements, statements)
    return rows


def _everything() -> Range:
    found = whole()
    return found.statements, found.until


def _within(
    connection: sqlite3.Connection, kind: Kind, athlete: int, start: str, ranges: Iterable[Range]
) -> list[Row]:
    return [
        row
        for first, until in ranges
        for row in _fetch(
            connection,
            kind,
            f" WHERE athlete = ? AND {quoted(start)} >= ? AND {quoted(start)} < ?{kind.order}",
            (athlete, first, until),
        )
    ]


def _reaching_in(
    connection: sqlite3.Connection, athlete: int, first: int, ranges: Sequence[Range]
) -> list[Row]:
    """Long intervals that began before an instant and reach beyond it, and are in no range."""
    found = _fetch(
        connection,
        POSTURES,
        f' INDEXED BY long_posture WHERE athlete = ? AND "end" > ? AND "end" - start > {_LONG_US}'
        f" AND start < ?{POSTURES.order}",
        (athlete, first, first),
    )
    start = POSTURES.place("start")
    return [r for r in found if not any(a <= r[start] < b for a, b in ranges)]


def _first(connection: sqlite3.Connection, athlete: int, kinds: Iterable[Kind]) -> list[Range]:
    starts = (
        connection.execute(
            f"SELECT min(start) FROM {kind.sql} WHERE athlete = ?", (athlete,)
        ).fetchone()[0]
        for kind in kinds
    )
    return [(start, start + first_days()) for start in starts if start is not None]


def _first_awake(connection: sqlite3.Connection, athlete: int) -> list[Range]:
    marks = ", ".join("?" * len(_NOT_AWAKE))
    found = connection.execute(
        "SELECT start FROM posture WHERE athlete = ? AND observation NOT IN"
        f" (SELECT id FROM text WHERE value IN ({marks})) ORDER BY start LIMIT 1",
        (athlete, *map(held_text, _NOT_AWAKE)),
    ).fetchone()
    return [(found[0], found[0] + first_days())] if found else []


def _joined(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order, those that overlap as one."""
    found: list[Range] = []
    for first, until in sorted(ranges):
        if found and first <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], until)
        else:
            found.append((first, until))
    return found


def _origins(connection: sqlite3.Connection, rows: Mapping[Kind, list[Row]]) -> list[Row]:
    """Origins of rows, and all others of their sources: folded recordings name them too."""
    held = (*SESSIONS, *STATEMENTS, *PLANS)
    named = {row[kind.place("origin")] for kind in held for row in rows[kind]}
    asked = sorted(named)
    found: dict[Row, None] = {}
    for first in range(0, len(asked), _AT_ONCE):
        some = tuple(asked[first : first + _AT_ONCE])
        of_sources = (
            f" WHERE source IN (SELECT source FROM origin WHERE origin IN"
            f" ({', '.join('?' * len(some))}))"
        )
        found.update(dict.fromkeys(_fetch(connection, ORIGINS, of_sources, some)))
    return list(found)


def _fetch(connection: sqlite3.Connection, kind: Kind, rest: str, values: Row = ()) -> list[Row]:
    return connection.execute(f"{kind.selection}{rest}", values).fetchall()
