"""Layouts of the store, one step each; nothing is migrated without a copy beside it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

from tl_analyzer.store.failure import DamagedStoreError, StoreError
from tl_analyzer.store.lock import PRIVATE
from tl_analyzer.store.views import make_views

#: Marks a file as a log store: "TLlg".
APPLICATION = 0x544C6C67


def _step(name: str) -> Callable[[sqlite3.Connection], None]:
    """Take the statements of a file."""

    def taken(connection: sqlite3.Connection) -> None:
        sql = files("tl_analyzer.store").joinpath(name).read_text(encoding="utf-8")
        for statement in _statements(sql):
            connection.execute(statement)

    return taken


#: The step from each layout to the next; the first makes an empty file a store. A new file takes
#: all of them: it is what an old one becomes.
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _step("layout_1.sql"),
    _step("layout_2.sql"),
)

#: The layout of this version.
LAYOUT = len(MIGRATIONS)


def layout_of(connection: sqlite3.Connection, path: Path) -> int:
    """Layout of a store; 0 for a new file.

    Raises
    ------
    StoreError
        If it is a newer one, or the file is no store.
    """
    (layout,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables or layout:
            raise DamagedStoreError(
                f"{path} is a database of another program, not a log store",
                "Name another file with --store PATH.",
            )
    if layout > LAYOUT:
        raise StoreError(
            f"the log store {path} has layout {layout}, this version knows {LAYOUT}",
            "Update tl-analyzer; an older version must not write to it.",
        )
    return int(layout)


def migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring a store to this version's layout; the caller holds the lock.

    A store that held something is copied before, to ``NAME.layout-N``.
    """
    layout = layout_of(connection, path)
    if 0 < layout < LAYOUT:
        _copy(connection, copy_of(path, layout))
    if layout == LAYOUT:
        return
    # One transaction: the views show the tables of the last layout.
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in MIGRATIONS[layout:]:
            step(connection)
        make_views(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {LAYOUT}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def copy_of(path: Path, layout: int) -> Path:
    """The copy of a store that had that layout."""
    return path.with_name(f"{path.name}.layout-{layout}")


def copies(path: Path) -> list[Path]:
    """All copies that migrations made of a store."""
    return sorted(path.parent.glob(f"{path.name}.layout-*"))


def _copy(connection: sqlite3.Connection, to: Path) -> None:
    half = to.with_name(f"{to.name}.part")
    half.unlink(missing_ok=True)
    os.close(os.open(half, os.O_RDWR | os.O_CREAT, PRIVATE))
    connection.execute("VACUUM INTO ?", (str(half),))
    half.replace(to)


def _statements(sql: str) -> Iterator[str]:
    # executescript() would commit on its own.
    held = ""
    for line in sql.splitlines(keepends=True):
        held += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(held):
            yield held
            held = ""
