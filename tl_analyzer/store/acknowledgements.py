"""Flags of an athlete that somebody has seen and put aside."""

import sqlite3
from collections.abc import Iterable

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.store.athletes import number_of
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.failure import DamagedStoreError
from tl_analyzer.tables.acknowledged import COLUMNS, acknowledgement_of, acknowledgement_row
from tl_analyzer.tables.instants import microseconds

_NAMES = ", ".join(column.name for column in COLUMNS)


def acknowledge(connection: Connection, athlete_id: str, made: Iterable[Acknowledgement]) -> None:
    """Keep acknowledgements; each takes the place of an earlier one of the same flag."""
    with connection.writing():
        athlete = number_of(connection, athlete_id)
        connection.executemany(
            f"INSERT OR REPLACE INTO acknowledgement (athlete, {_NAMES})"
            f" VALUES (?{', ?' * len(COLUMNS)})",
            ((athlete, *acknowledgement_row(each)) for each in made),
        )


def acknowledgements(
    connection: sqlite3.Connection, athlete_id: str
) -> tuple[Acknowledgement, ...]:
    """Everything that is acknowledged of an athlete, by code, whether it still holds or not.

    Raises
    ------
    StoreError
        If the store does not know the athlete, or holds what nobody can have acknowledged.
    """
    rows = connection.execute(
        f"SELECT {_NAMES} FROM acknowledgement WHERE athlete = ? ORDER BY code",
        (number_of(connection, athlete_id),),
    )
    try:
        return tuple(map(acknowledgement_of, rows))
    except (ValueError, OverflowError) as why:
        raise DamagedStoreError(
            f"the log store is damaged: {athlete_id!r} has an acknowledgement that is none",
            "Take it back with `tl ack CODE --withdraw`, and make it again.",
        ) from why


def withdraw(connection: Connection, athlete_id: str, code: str) -> int:
    """Take an acknowledgement back for good; return how many there were."""
    with connection.writing():
        which = number_of(connection, athlete_id), code
        connection.execute(
            "INSERT OR REPLACE INTO withdrawn (athlete, code, made_at)"
            " SELECT athlete, code, made_at FROM acknowledgement WHERE athlete = ? AND code = ?",
            which,
        )
        return connection.execute(
            "DELETE FROM acknowledgement WHERE athlete = ? AND code = ?", which
        ).rowcount


def not_withdrawn(
    connection: sqlite3.Connection, athlete_id: str, read: Iterable[Acknowledgement]
) -> tuple[Acknowledgement, ...]:
    """Those of acknowledgements read elsewhere that were made later than what was taken back."""
    taken_back = dict(
        connection.execute(
            "SELECT code, made_at FROM withdrawn WHERE athlete = ?",
            (number_of(connection, athlete_id),),
        )
    )
    return tuple(
        each
        for each in read
        if each.code not in taken_back or microseconds(each.made_at) > taken_back[each.code]
    )
