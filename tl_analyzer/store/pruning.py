"""Letting go of what files do not hold any more, where the athlete asks for it."""

import sqlite3
from collections.abc import Iterable

from tl_analyzer.store.athletes import number_of
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.entries import drop_sessions, key_of
from tl_analyzer.store.kinds import SESSIONS
from tl_analyzer.store.sources import origins_of
from tl_analyzer.store.texts import held_text


def prune(connection: Connection, athlete_id: str, paths: Iterable[str]) -> int:
    """Delete sessions that vanished from files, within the dates that the files cover now.

    Parameters
    ----------
    connection : Connection
        For writing.
    athlete_id : str
        The athlete.
    paths : iterable of str
        Absolute paths of the files.

    Returns
    -------
    int
        How many were deleted.
    """
    with connection.writing():
        athlete = number_of(connection, athlete_id)
        return sum(_prune(connection, athlete, path) for path in paths)


def _prune(connection: sqlite3.Connection, athlete: int, path: str) -> int:
    held = connection.execute(
        "SELECT source.id, source.current FROM source JOIN file ON file.id = source.file_id"
        " WHERE file.athlete = ? AND file.path = ?",
        (athlete, held_text(path)),
    ).fetchall()
    now = origins_of(connection, [source for source, current in held if current])
    past = origins_of(connection, [source for source, current in held if not current])
    deleted = 0
    for kind in SESSIONS:
        starts = [
            start
            for origin in now
            for (start,) in connection.execute(
                f"SELECT start FROM {kind.sql} WHERE origin = ?", (origin,)
            )
        ]
        if not starts:
            continue
        keys = [
            key
            for origin in past
            for key in connection.execute(
                f"SELECT athlete, {key_of(kind)} FROM {kind.sql}"
                " WHERE origin = ? AND start BETWEEN ? AND ?",
                (origin, min(starts), max(starts)),
            )
        ]
        deleted += drop_sessions(connection, kind, keys)
    return deleted
