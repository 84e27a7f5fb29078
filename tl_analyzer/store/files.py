"""Files as they were when they were last read: what need not be read again."""

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from tl_analyzer.adapter import Reading
from tl_analyzer.plugins import InstalledAdapter
from tl_analyzer.store.texts import held_text, texts
from tl_analyzer.tables.instants import microseconds

#: A file written so shortly before it was read may change within the same tick of its clock.
_DISTRUSTED = timedelta(seconds=2)
_NS_PER_US = 1000

#: Between an archive and its member, in names of files.
_MEMBER = "!/"


@dataclass(frozen=True, slots=True)
class FileState:
    """A file on the disk, before it is read.

    Attributes
    ----------
    path : str
        Absolute path.
    size : int
        Length. [bytes]
    mtime_ns : int
        When it was last written. [ns since 1970-01-01 UTC]
    settings : str
        Digest of everything else that its reading depends on.
    """

    path: str
    size: int
    mtime_ns: int
    settings: str


def settings_digest(reading: Reading, installed: Sequence[InstalledAdapter]) -> str:
    """Digest of what reading depends on beside the file: the profile, and the adapters."""
    programs = [(a.name, a.distribution, a.version, bool(a.error)) for a in installed]
    return hashlib.sha256(repr((reading, programs)).encode("utf-8", "replace")).hexdigest()


def unchanged(connection: sqlite3.Connection, athlete_id: str, state: FileState) -> bool:
    """Whether a file is as it was when it was last read to its end, with the same settings."""
    found = connection.execute(
        "SELECT size, mtime_ns, settings FROM file"
        " WHERE path = ? AND athlete = (SELECT id FROM athlete WHERE name = ?)",
        (held_text(state.path), athlete_id),
    ).fetchone()
    return bool(found == (state.size, state.mtime_ns, state.settings))


def known_digests(connection: sqlite3.Connection, athlete_id: str, settings: str) -> dict[str, str]:
    """Names of files by the digest of their bytes, of all that was read with these settings."""
    rows = connection.execute(
        "SELECT digest, file FROM source WHERE current AND settings = ?"
        " AND athlete = (SELECT id FROM athlete WHERE name = ?) ORDER BY id DESC",
        (settings, athlete_id),
    ).fetchall()
    words = texts(connection, (number for row in rows for number in row))
    return {words[digest]: words[file] for digest, file in rows if words[digest]}


def member_of(name: str) -> str:
    """Name of a member within its archive; empty for a file of its own."""
    return name.partition(_MEMBER)[2]


def file_number(connection: sqlite3.Connection, athlete: int, path: str) -> int:
    """Number of a file; one that is new counts as not read yet. In a transaction."""
    held = held_text(path)
    found = connection.execute(
        "SELECT id FROM file WHERE athlete = ? AND path = ?", (athlete, held)
    ).fetchone()
    if found is None:
        return (
            connection.execute(
                "INSERT INTO file (athlete, path, settings) VALUES (?, ?, '')", (athlete, held)
            ).lastrowid
            or 0
        )
    return int(found[0])


def record(connection: sqlite3.Connection, file: int, state: FileState, now: datetime) -> None:
    """Note that a file was read to its end. In a transaction."""
    age_us = microseconds(now) - state.mtime_ns // _NS_PER_US
    trusted = age_us > _DISTRUSTED // timedelta(microseconds=1)
    connection.execute(
        "UPDATE file SET size = ?, mtime_ns = ?, settings = ? WHERE id = ?",
        (state.size, state.mtime_ns if trusted else None, state.settings, file),
    )
