"""Whose logs the store holds."""

import sqlite3
from dataclasses import dataclass

from tl_analyzer.store.connection import Connection
from tl_analyzer.store.failure import StoreError
from tl_analyzer.store.texts import given_text, held_text

_COLUMNS = "SELECT name, profile, profile_path, mapping FROM athlete"


@dataclass(frozen=True, slots=True)
class StoredAthlete:
    """An athlete of the store.

    Attributes
    ----------
    id : str
        As the profile names the athlete.
    profile : str
        Text of the profile (TOML); empty where none was given.
    profile_path : str
        The file it was read from.
    mapping : str
        Text of the athlete's own exercise names (TOML).
    """

    id: str
    profile: str = ""
    profile_path: str = ""
    mapping: str = ""


def remember(
    connection: Connection,
    athlete_id: str,
    profile: str = "",
    profile_path: str = "",
    mapping: str = "",
) -> None:
    """Keep an athlete; what is given replaces what was known, what is empty does not."""
    with connection.writing():
        connection.execute(
            "INSERT INTO athlete (name, profile, profile_path, mapping) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (name) DO UPDATE SET"
            " profile = iif(excluded.profile = '', profile, excluded.profile),"
            " profile_path = iif(excluded.profile = '', profile_path, excluded.profile_path),"
            " mapping = iif(excluded.mapping = '', mapping, excluded.mapping)",
            (athlete_id, profile, held_text(profile_path), mapping),
        )


def athletes(connection: sqlite3.Connection) -> tuple[StoredAthlete, ...]:
    """Every athlete, by id."""
    return tuple(map(_athlete, connection.execute(f"{_COLUMNS} ORDER BY name")))


def profile_of(connection: sqlite3.Connection, athlete_id: str) -> StoredAthlete | None:
    """An athlete; None for one the store does not know."""
    found = connection.execute(f"{_COLUMNS} WHERE name = ?", (athlete_id,)).fetchone()
    return _athlete(found) if found else None


def number_of(connection: sqlite3.Connection, athlete_id: str) -> int:
    """Number of an athlete in the store.

    Raises
    ------
    StoreError
        If the store does not know the athlete.
    """
    found = connection.execute("SELECT id FROM athlete WHERE name = ?", (athlete_id,)).fetchone()
    if found is None:
        known = ", ".join(athlete.id for athlete in athletes(connection)) or "nobody"
        raise StoreError(
            f"the log store holds nothing of {athlete_id!r}, only of {known}",
            "Name an athlete of the store with --athlete ID, or import first.",
        )
    return int(found[0])


def _athlete(row: tuple[str, str, str | bytes, str]) -> StoredAthlete:
    name, profile, path, mapping = row
    return StoredAthlete(name, profile, given_text(path), mapping)
