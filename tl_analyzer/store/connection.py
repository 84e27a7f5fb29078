"""Opening the store: private, whole, of a layout this version knows."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tl_analyzer.store.failure import DamagedStoreError, NoStoreError, StoreError
from tl_analyzer.store.lock import PRIVATE, locked
from tl_analyzer.store.migrations import LAYOUT, layout_of, migrate

#: How long the database itself waits for another connection. [s]
_TIMEOUT_S = 10.0
#: Memory for pages of the database. [KiB]
_CACHE_KIB = 64_000
_FOLDER = 0o700

_NO_STORE = "`tl import PATH...` makes one; most commands also take files, as `tl report PATH...`."
_NO_WAL = "the log store lies on a drive without shared memory: reports wait while an import writes"


class Connection(sqlite3.Connection):
    """A connection to a store.

    Attributes
    ----------
    path : Path
        The file of the store.
    notes : tuple of str
        What the user should know about it.
    """

    path: Path
    notes: tuple[str, ...] = ()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, by one writer at a time: all of it is kept, or nothing."""
        with locked(lock_file(self.path)):
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self.rollback()
                raise
            self.commit()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read one state of the store, whatever is written meanwhile."""
        self.execute("BEGIN")
        try:
            yield
        finally:
            self.rollback()


def lock_file(path: Path) -> Path:
    """The lock beside a store."""
    return path.with_name(f"{path.name}.lock")


@contextmanager
def open_for_writing(path: Path) -> Iterator[Connection]:
    """Open a store; make it where there is none, bring it to this version's layout.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    StoreError
        If it cannot be used.
    """
    with explained(path):
        _prepare(path)
        connection = _connected(path, f"file:{quote(str(path.absolute()))}?mode=rw")
        try:
            layout_of(connection, path)  # what is not ours is left as it is
            with locked(lock_file(path)):
                _set_up(connection)
                migrate(connection, path)
            yield connection
        finally:
            connection.close()


@contextmanager
def open_for_reading(path: Path) -> Iterator[Connection]:
    """Open a store that is there, to read from it.

    Raises
    ------
    NoStoreError
        If there is none.
    StoreError
        If it cannot be used.
    """
    with explained(path):
        if not path.is_file() or path.stat().st_size == 0:
            raise NoStoreError(f"there is no log store at {path}", _NO_STORE)
        if _layout(path) < LAYOUT:
            with open_for_writing(path):
                pass
        connection = _connected(path, reading_address(path))
        try:
            layout_of(connection, path)
            yield connection
        finally:
            connection.close()


def reading_address(path: Path) -> str:
    """The address under which a store that is there is opened without changing it."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    if os.access(path.parent, os.W_OK) or path.with_name(f"{path.name}-wal").exists():
        return address
    # Where nobody can write there is nothing to wait for, and no place for shared memory.
    return f"{address}&immutable=1"


def _layout(path: Path) -> int:
    connection = _connected(path, reading_address(path))
    try:
        return layout_of(connection, path)
    finally:
        connection.close()


def _connected(path: Path, address: str) -> Connection:
    connection = sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=_TIMEOUT_S, factory=Connection
    )
    connection.path = path
    try:
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _set_up(connection: Connection) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.notes = (_NO_WAL,)
    # A power cut may cost the last transactions, never the file; an import can be repeated.
    connection.execute("PRAGMA synchronous = NORMAL")
    # What is forgotten is overwritten.
    connection.execute("PRAGMA secure_delete = ON")


def _prepare(path: Path) -> None:
    try:
        path.parent.mkdir(mode=_FOLDER, parents=True, exist_ok=True)
        # Made by us and not by the database, which would let others read it.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE))
    except OSError as why:
        raise StoreError(
            f"cannot write the log store {path}: {why.strerror or why}",
            "Choose a file in a folder that you may write to, with --store PATH or TL_STORE.",
        ) from why


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Say what is wrong with a store in words; the database speaks in codes."""
    try:
        yield
    except sqlite3.Error as why:
        raise _in_words(path, why) from why
    except (UnicodeEncodeError, OverflowError) as why:
        raise StoreError(
            f"a value cannot be kept in the log store: {why}",
            "Please report the file it comes from; nothing of that file was kept.",
        ) from why


def _in_words(path: Path, why: sqlite3.Error) -> StoreError:
    code = getattr(why, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return DamagedStoreError(
            f"the log store {path} is damaged or is none: {why}",
            "Move it away and import again; your own files hold everything it held.",
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            f"the log store {path} cannot be opened or written: {why}",
            "Choose a file in a folder that you may write to, with --store PATH or TL_STORE.",
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError(
            f"the log store {path} is in use by another process",
            "Wait for it to end, and try again.",
        )
    if code == sqlite3.SQLITE_FULL:
        return StoreError(f"no room left for the log store {path}", "Free some space.")
    return DamagedStoreError(
        f"the log store {path} cannot be used: {why}",
        "Move it away and import again; your own files hold everything it held.",
    )
