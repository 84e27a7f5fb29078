"""Forgetting an athlete or a source: afterwards nothing of it is in the file."""

import sqlite3
from collections.abc import Iterable

from tl_analyzer.store.athletes import number_of
from tl_analyzer.store.connection import Connection, lock_file
from tl_analyzer.store.entries import drop
from tl_analyzer.store.failure import StoreError
from tl_analyzer.store.kinds import KINDS, quoted
from tl_analyzer.store.lock import locked
from tl_analyzer.store.migrations import copies
from tl_analyzer.store.sources import origins_of
from tl_analyzer.store.texts import given_text, texts

_STILL_READ = (
    "another process reads the log store: what was forgotten leaves its files when that ends and"
    " something is written again"
)


def forget_athlete(connection: Connection, athlete_id: str) -> int:
    """Remove an athlete with everything that is held of them.

    Returns
    -------
    int
        Entries that were removed.
    """
    with connection.writing():
        athlete = number_of(connection, athlete_id)
        held = [
            source
            for (source,) in connection.execute(
                "SELECT id FROM source WHERE athlete = ?", (athlete,)
            )
        ]
        removed = _without_sources(connection, held)
        for table in ("acknowledgement", "withdrawn", "file", "import_run"):
            connection.execute(f"DELETE FROM {table} WHERE athlete = ?", (athlete,))
        connection.execute("DELETE FROM athlete WHERE id = ?", (athlete,))
        _without_unused_texts(connection)
    _leave_no_trace(connection)
    return removed


def forget_source(connection: Connection, athlete_id: str, name: str) -> int:
    """Remove everything that was read of a file, its copies and earlier versions with it.

    Parameters
    ----------
    connection : Connection
        For writing.
    athlete_id : str
        Whose file it is.
    name : str
        The file as it was named when it was imported, or its absolute path.

    Returns
    -------
    int
        Entries that were removed.

    Raises
    ------
    StoreError
        If there is no such source.
    """
    with connection.writing():
        athlete = number_of(connection, athlete_id)
        sources = _named(connection, athlete, name)
        if not sources:
            raise StoreError(
                f"nothing was imported from {name} for {athlete_id!r}",
                "`tl log --format json` names the file of every session.",
            )
        files = _files_of(connection, sources)
        removed = _without_sources(connection, sources)
        # Whatever shares a file with it is read again by the next import, if it is still there.
        connection.executemany(
            "UPDATE file SET size = NULL, mtime_ns = NULL WHERE id = ?", ((f,) for f in files)
        )
        connection.execute("DELETE FROM file WHERE id NOT IN (SELECT file_id FROM source)")
        _without_unused_texts(connection)
    _leave_no_trace(connection)
    return removed


def _named(connection: sqlite3.Connection, athlete: int, name: str) -> list[int]:
    rows = connection.execute(
        "SELECT source.id, source.file, source.member, source.file_id, source.digest, file.path"
        " FROM source JOIN file ON file.id = source.file_id WHERE source.athlete = ?",
        (athlete,),
    ).fetchall()
    words = texts(connection, (number for row in rows for number in (row[1], row[4])))
    hit = [row for row in rows if name in (words[row[1]], given_text(row[5]))]
    places = {(file, member) for _, _, member, file, _, _ in hit}
    digests = {digest for *_, digest, _ in hit if words[digest]}
    return [
        source
        for source, _, member, file, digest, _ in rows
        if (file, member) in places or digest in digests
    ]


def _files_of(connection: sqlite3.Connection, sources: Iterable[int]) -> set[int]:
    return {
        connection.execute("SELECT file_id FROM source WHERE id = ?", (source,)).fetchone()[0]
        for source in sources
    }


def _without_sources(connection: sqlite3.Connection, sources: list[int]) -> int:
    removed = drop(connection, origins_of(connection, sources))
    for statement in (
        "DELETE FROM origin WHERE source = ?",
        "DELETE FROM problem WHERE source = ?",
        "DELETE FROM source WHERE id = ?",
    ):
        connection.executemany(statement, ((source,) for source in sources))
    return removed


def _without_unused_texts(connection: sqlite3.Connection) -> None:
    used = [
        f"SELECT {quoted(kind.columns[place])} FROM {kind.sql}"
        f" WHERE {quoted(kind.columns[place])} IS NOT NULL"
        for kind in KINDS
        for place in kind.texts
    ]
    used.append("SELECT member FROM source")
    connection.execute("CREATE TEMP TABLE used (id INTEGER PRIMARY KEY)")
    for some in used:
        connection.execute(f"INSERT OR IGNORE INTO temp.used {some}")
    connection.execute("DELETE FROM text WHERE id NOT IN (SELECT id FROM temp.used)")
    connection.execute("DROP TABLE temp.used")


def _leave_no_trace(connection: Connection) -> None:
    """Write the file anew, and remove the copies that migrations made of it."""
    for copy in copies(connection.path):
        copy.unlink(missing_ok=True)
    with locked(lock_file(connection.path)):
        connection.execute("VACUUM")
        (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        connection.notes = (*connection.notes, _STILL_READ)
