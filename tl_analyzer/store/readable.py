"""Whether files hold anything for the log, as they were last read."""

import sqlite3
from collections.abc import Iterable

from tl_analyzer.store.texts import held_text


def any_readable(connection: sqlite3.Connection, athlete_id: str, paths: Iterable[str]) -> bool:
    """Whether something of any of these files is in the log, or of another of the same bytes.

    Parameters
    ----------
    connection : Connection
        For reading or writing.
    athlete_id : str
        The athlete.
    paths : iterable of str
        Absolute paths of the files.
    """
    return any(
        connection.execute(
            "SELECT 1 FROM source JOIN file ON file.id = source.file_id"
            " JOIN athlete ON athlete.id = file.athlete JOIN text ON text.id = source.same_as"
            " WHERE athlete.name = ? AND file.path = ? AND source.current"
            " AND (source.entries OR text.value <> '') LIMIT 1",
            (athlete_id, held_text(path)),
        ).fetchone()
        for path in paths
    )
