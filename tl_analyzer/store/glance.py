"""A look at a store that changes nothing, not even the layout of an old one."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tl_analyzer.store.connection import explained, reading_address
from tl_analyzer.store.migrations import layout_of

#: Somebody waits at a prompt. [s]
_TIMEOUT_S = 0.5


def engine_version() -> str:
    """Version of the database."""
    return sqlite3.sqlite_version


def layout_at(path: Path) -> int:
    """Layout of a store that is there.

    Raises
    ------
    StoreError
        If it cannot be opened or is of a newer version.
    """
    with _looking(path) as connection:
        return layout_of(connection, path)


def athlete_ids_at(path: Path) -> tuple[str, ...]:
    """Ids of the athletes of a store that is there, in any layout.

    Raises
    ------
    StoreError
        If it cannot be read.
    """
    with _looking(path) as connection:
        return tuple(name for (name,) in connection.execute("SELECT name FROM athlete ORDER BY 1"))


@contextmanager
def _looking(path: Path) -> Iterator[sqlite3.Connection]:
    with explained(path):
        connection = sqlite3.connect(reading_address(path), uri=True, timeout=_TIMEOUT_S)
        try:
            yield connection
        finally:
            connection.close()
