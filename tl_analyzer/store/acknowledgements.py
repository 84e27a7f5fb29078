"""Flags that the athlete has acknowledged, until a day."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from tl_analyzer.store.athletes import number_of
from tl_analyzer.store.connection import Connection
from tl_analyzer.tables.instants import instant, microseconds


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One acknowledged rule.

    Attributes
    ----------
    code : str
        Code of the rule: ``TL301``.
    until : date
        Last day it holds.
    note : str
        Why, in the athlete's words.
    made_at : datetime
        When it was made [UTC].
    """

    code: str
    until: date
    note: str
    made_at: datetime


def acknowledge(
    connection: Connection, athlete_id: str, code: str, until: date, note: str, made_at: datetime
) -> None:
    """Keep an acknowledgement; a later one of the same rule takes its place."""
    with connection.writing():
        connection.execute(
            "INSERT OR REPLACE INTO acknowledgement (athlete, code, until, note, made_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                number_of(connection, athlete_id),
                code,
                until.isoformat(),
                note,
                microseconds(made_at),
            ),
        )


def acknowledgements(
    connection: sqlite3.Connection, athlete_id: str
) -> tuple[Acknowledgement, ...]:
    """Everything an athlete has acknowledged, by code, whether it still holds or not."""
    rows = connection.execute(
        "SELECT code, until, note, made_at FROM acknowledgement WHERE athlete = ? ORDER BY code",
        (number_of(connection, athlete_id),),
    )
    return tuple(
        Acknowledgement(code, date.fromisoformat(until), note, instant(made_at))
        for code, until, note, made_at in rows
    )


def withdraw(connection: Connection, athlete_id: str, code: str) -> int:
    """Take an acknowledgement back; return how many there were."""
    with connection.writing():
        return connection.execute(
            "DELETE FROM acknowledgement WHERE athlete = ? AND code = ?",
            (number_of(connection, athlete_id), code),
        ).rowcount
