"""Entries of the log by where they come from."""

import sqlite3
from collections.abc import Iterable

from tl_analyzer.store.kinds import (
    BOUTS,
    PLANS,
    RIDES,
    SESSIONS,
    SETS,
    STATEMENTS,
    WORKOUTS,
    Kind,
)

#: Parts of a kind of session: their table, and the column that names their session.
_PARTS = {WORKOUTS: (SETS, "workout"), RIDES: (BOUTS, "ride")}


def count_sessions(connection: sqlite3.Connection, origins: Iterable[int]) -> int:
    """Number of sessions that come from some origins."""
    return sum(
        connection.execute(
            f"SELECT count(*) FROM {kind.sql} WHERE origin = ?", (origin,)
        ).fetchone()[0]
        for origin in origins
        for kind in SESSIONS
    )


def drop(connection: sqlite3.Connection, origins: set[int]) -> int:
    """Delete all entries that come from some origins; return how many. In a transaction."""
    if not origins:
        return 0
    dropped = 0
    for kind in SESSIONS:
        held = [
            row
            for origin in origins
            for row in connection.execute(
                f"SELECT athlete, {key_of(kind)} FROM {kind.sql} WHERE origin = ?", (origin,)
            )
        ]
        dropped += drop_sessions(connection, kind, held)
    return dropped + _drop_rows(connection, (*STATEMENTS, *PLANS), origins)


def drop_plans(connection: sqlite3.Connection, origins: set[int]) -> int:
    """Delete what is planned by some origins; return how many. In a transaction."""
    return _drop_rows(connection, PLANS, origins)


def _drop_rows(connection: sqlite3.Connection, kinds: Iterable[Kind], origins: set[int]) -> int:
    marks = ", ".join(map(str, sorted(origins)))
    return sum(
        connection.execute(f"DELETE FROM {kind.sql} WHERE origin IN ({marks})").rowcount
        for kind in kinds
    )


def drop_sessions(
    connection: sqlite3.Connection, kind: Kind, keys: list[tuple[int, int, int]]
) -> int:
    """Delete sessions with their parts by (athlete, start, number); return how many."""
    where = key_of(kind).split(", ")
    connection.executemany(
        f"DELETE FROM {kind.sql} WHERE athlete = ? AND {where[0]} = ? AND {where[1]} = ?", keys
    )
    if kind in _PARTS:
        part, session = _PARTS[kind]
        connection.executemany(
            f"DELETE FROM {part.sql} WHERE athlete = ? AND {part.lead[1]} = ? AND {session} = ?",
            keys,
        )
    return len(keys)


def key_of(kind: Kind) -> str:
    """Columns that, with the athlete, are the key of a table."""
    return ", ".join(kind.key)
