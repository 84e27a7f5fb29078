"""A stranger's SQLite database, read from a private copy with everything but reading forbidden."""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tl_analyzer.adapter import SourceFile
from tl_wearable.evidence import evidence

_CHUNK = 1 << 20
#: Steps of the engine between two looks at how much it has done.
_STEPS_PER_LOOK = 100_000
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
#: Longest text or blob that is handed out [bytes]; numbers alone are read.
_LONGEST_VALUE = 1_000_000
_MOST_COLUMNS = 120
#: Of a damaged file even the message about the damage may be no text.
_FAULTS = (sqlite3.Error, OverflowError, UnicodeDecodeError)


class BadDatabase(Exception):
    """A database that cannot be read, or not to its end.

    Parameters
    ----------
    why : str
        What is wrong, in words for a user.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class PrivateDatabase:
    """A database that can be read and nothing else.

    Views, triggers, virtual tables and functions that a file may carry are never run: tables are
    read by their names and columns, and only real tables are.

    Parameters
    ----------
    connection : sqlite3.Connection
        A connection to the private copy.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._looks = 0
        connection.text_factory = _text
        for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        connection.set_progress_handler(self._look, _STEPS_PER_LOOK)
        # What is no database shows it here, before anything is asked of it.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def columns(self, table: str) -> tuple[str, ...]:
        """Columns of a real table; empty where there is no such table.

        Raises
        ------
        BadDatabase
            If the database cannot be read.
        """
        try:
            rows = self._connection.execute(
                "SELECT type, rootpage FROM sqlite_master WHERE name = ? LIMIT 1", (table,)
            ).fetchall()
            if not rows or rows[0][0] != "table" or not rows[0][1]:
                return ()
            named = self._connection.execute(
                "SELECT name FROM pragma_table_info(?) LIMIT ?", (table, _MOST_COLUMNS)
            ).fetchall()
        except _FAULTS as why:
            raise BadDatabase(str(why)) from None
        return tuple(str(name) for (name,) in named)

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
        """Rows of a table; columns that it lacks are None.

        Raises
        ------
        BadDatabase
            If the database is damaged, holds more rows or asks for more work than is believed.
        """
        there = self.columns(table)
        if not there:
            return
        named = ", ".join(f'"{name}"' if name in there else "NULL" for name in columns)
        most = evidence().limit.database_rows
        self._connection.set_authorizer(_only_reading)
        try:
            cursor = self._connection.execute(f'SELECT {named} FROM "{table}"')
            for number, row in enumerate(cursor, start=1):
                if number > most:
                    raise BadDatabase(f"more than {most} rows in {table}")
                yield row
        except _FAULTS as why:
            raise BadDatabase(str(why)) from None
        finally:
            self._connection.set_authorizer(None)

    def _look(self) -> int:
        self._looks += 1
        return int(self._looks > evidence().limit.database_work)


@contextmanager
def private_copy(file: SourceFile) -> Iterator[PrivateDatabase]:
    """Open a file as a database, from a copy that is deleted afterwards.

    Raises
    ------
    BadDatabase
        If it cannot be opened.
    """
    with tempfile.TemporaryDirectory(prefix="tl-") as folder:
        copy = Path(folder) / "copy.db"
        with file.open() as source, copy.open("wb") as target:
            while part := source.read(_CHUNK):
                target.write(part)
        address = f"{copy.as_uri()}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(address, uri=True)
        except sqlite3.Error as why:
            raise BadDatabase(str(why)) from None
        with closing(connection):
            try:
                database = PrivateDatabase(connection)
            except _FAULTS as why:
                raise BadDatabase(str(why)) from None
            yield database


def _only_reading(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
