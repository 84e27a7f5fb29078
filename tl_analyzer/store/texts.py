"""Texts of the store, each held once and known by its number."""

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from tl_analyzer.store.failure import DamagedStoreError
from tl_analyzer.store.kinds import Kind

#: Numbers asked for in one statement. [1]
_AT_ONCE = 500

Row = tuple[Any, ...]


def held_text(text: str) -> str | bytes:
    """A text as the store holds it: as bytes where it is no valid Unicode (names of files)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def given_text(held: str | bytes) -> str:
    """The text that is held so."""
    return held if isinstance(held, str) else held.decode("utf-8", "surrogatepass")


class Numbers:
    """Numbers of texts, for one transaction; a new text gets one.

    Parameters
    ----------
    connection : Connection
        In a transaction.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str | None, int | None] = {None: None}

    def of(self, text: str | None) -> int | None:
        """Number of a text; None of none."""
        if text not in self._known:
            self._known[text] = self._number(held_text(text or ""))
        return self._known[text]

    def number(self, text: str) -> int:
        """Number of a text."""
        return self.of(text) or 0

    def rows(self, kind: Kind, rows: Sequence[Row]) -> list[Row]:
        """Rows of a table of the nomenclature as the store holds them."""
        if not rows:
            return []
        columns = list(zip(*rows, strict=True))
        for place in kind.texts:
            columns[place] = tuple(map(self.of, columns[place]))
        return list(zip(*columns, strict=True))

    def _number(self, held: str | bytes) -> int:
        found = self._connection.execute("SELECT id FROM text WHERE value = ?", (held,)).fetchone()
        if found is None:
            return (
                self._connection.execute("INSERT INTO text (value) VALUES (?)", (held,)).lastrowid
                or 0
            )
        return int(found[0])


def in_words(
    connection: sqlite3.Connection, kind: Kind, rows: Iterable[Row]
) -> list[Sequence[Any]]:
    """Columns of rows as the store holds them, with their texts.

    Raises
    ------
    DamagedStoreError
        If a row names a text that is not there.
    """
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    if not columns:
        return columns
    known = texts(connection, chain.from_iterable(set(columns[place]) for place in kind.texts))
    try:
        for place in kind.texts:
            columns[place] = [known[number] for number in columns[place]]
    except KeyError as why:
        raise DamagedStoreError(
            f"the log store is damaged: {kind.table} names text {why}, which is not there",
            "Move it away and import again; your own files hold everything it held.",
        ) from why
    return columns


def texts(connection: sqlite3.Connection, numbers: Iterable[int | None]) -> dict[int | None, Any]:
    """Texts by number."""
    asked = sorted({number for number in numbers if number is not None})
    found: dict[int | None, Any] = {None: None}
    for first in range(0, len(asked), _AT_ONCE):
        some = asked[first : first + _AT_ONCE]
        rows = connection.execute(
            f"SELECT id, value FROM text WHERE id IN ({', '.join('?' * len(some))})", some
        )
        found.update((number, given_text(held)) for number, held in rows)
    return found
