"""Whether a store is whole, and what it holds in all."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tl_analyzer.store.connection import open_for_reading
from tl_analyzer.store.failure import DamagedStoreError
from tl_analyzer.store.kinds import SESSIONS
from tl_analyzer.tables.instants import instant

_SOUND = "ok"


@dataclass(frozen=True, slots=True)
class StoreSummary:
    """What a store holds in all.

    Attributes
    ----------
    athletes, sources, sessions, sets : int
        How many. [1]
    first, last : datetime or None
        Begin of its first and its last session [UTC].
    """

    athletes: int
    sources: int
    sessions: int
    sets: int
    first: datetime | None
    last: datetime | None


def quick_check(path: Path) -> tuple[str, ...]:
    """What is wrong with the file of a store; nothing where it is whole.

    Raises
    ------
    StoreError
        If there is no store, or it cannot be opened.
    """
    try:
        with open_for_reading(path) as connection:
            said = [line for (line,) in connection.execute("PRAGMA quick_check")]
            said += [
                f"{table}, row {row}: names a row of {parent} that is not there"
                for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
            ]
    except DamagedStoreError as why:
        return (why.message,)
    return tuple(line for line in said if line != _SOUND)


def summary(connection: sqlite3.Connection) -> StoreSummary:
    """Count what a store holds."""

    def number(statement: str) -> int:
        return int(connection.execute(statement).fetchone()[0])

    spans = [
        connection.execute(f"SELECT min(start), max(start) FROM {kind.sql}").fetchone()
        for kind in SESSIONS
    ]
    starts = [start for span in spans for start in span if start is not None]
    return StoreSummary(
        athletes=number("SELECT count(*) FROM athlete"),
        sources=number("SELECT count(*) FROM source WHERE current"),
        sessions=sum(number(f"SELECT count(*) FROM {kind.sql}") for kind in SESSIONS),
        sets=number("SELECT count(*) FROM strength_set"),
        first=instant(min(starts)) if starts else None,
        last=instant(max(starts)) if starts else None,
    )
