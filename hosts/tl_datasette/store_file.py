"""Files that are log stores, told by their marks alone, and the state such a file is in."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

#: Marks a database as a log store: "TLlg".
APPLICATION = 0x544C6C67

#: The layout that is read here. `tl` brings an older one to it: from here nothing is written.
LAYOUT = 2

#: Files whose kind is remembered. [1]
_FILES = 64


class State(NamedTuple):
    """A file as it is now; another state may hold another log.

    Attributes
    ----------
    path : str
        Absolute path.
    stamps : tuple of int
        Bytes and time of the last change, of the file and of what is not yet written back to it.
        [byte, ns]
    """

    path: str
    stamps: tuple[int, ...]


def state_of(path: str) -> State:
    """The state of a file, there or not."""
    stamps: list[int] = []
    for each in (path, f"{path}-wal"):
        try:
            found = Path(each).stat()
        except OSError:
            stamps += (0, 0)
            continue
        # An empty one says nothing, and comes and goes with readers.
        stamps += (found.st_size, found.st_mtime_ns if found.st_size else 0)
    return State(path, tuple(stamps))


def is_store(connection: sqlite3.Connection) -> bool:
    """Whether a connection is one to a log store of the layout that is read here."""
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (layout,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        return False
    return bool(application == APPLICATION and layout == LAYOUT)


def is_store_file(path: str) -> bool:
    """Whether a file is such a store."""
    return _is_store_file(state_of(path))


@lru_cache(_FILES)
def _is_store_file(state: State) -> bool:
    try:
        with reading(state.path) as connection:
            return is_store(connection)
    except sqlite3.Error:
        return False


def fixed(path: str) -> bool:
    """Whether nobody here can change a file: then SQLite has no place for its own, either."""
    return not (os.access(Path(path).parent, os.W_OK) or Path(f"{path}-wal").exists())


@contextmanager
def reading(path: str) -> Iterator[sqlite3.Connection]:
    """Open a database that is there, to read from it.

    Raises
    ------
    sqlite3.Error
        If it cannot be opened.
    """
    address = f"file:{quote(path)}?mode=ro"
    if fixed(path):
        address += "&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        yield connection
