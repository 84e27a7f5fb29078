"""Sources of the store: what was read of a file or a member of an archive, version by version."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from tl_analyzer.log import SourceReading
from tl_analyzer.store.kinds import PROBLEMS, SOURCES
from tl_analyzer.store.texts import Numbers
from tl_analyzer.tables.rows import problem_row, source_row

_COLUMNS = "SELECT id, since, current, settings, digest, file, entries, same_as FROM source"


@dataclass(frozen=True, slots=True)
class Held:
    """A source as held; `digest`, `file` and `same_as` are numbers of texts."""

    id: int
    since: int
    current: bool
    settings: str
    digest: int
    file: int
    entries: int
    same_as: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a source belongs, by numbers of the store, and as of which run it holds."""

    athlete: int
    file: int
    member: int
    run: int
    since: int
    settings: str


def versions(connection: sqlite3.Connection, file: int, member: int) -> list[Held]:
    """All versions of a file or member, oldest first."""
    rows = connection.execute(
        f"{_COLUMNS} WHERE file_id = ? AND member = ? ORDER BY id", (file, member)
    )
    return [Held(*row) for row in rows]


def of_digest(connection: sqlite3.Connection, athlete: int, digest: int) -> list[Held]:
    """All sources of an athlete with the same bytes, oldest first."""
    rows = connection.execute(
        f"{_COLUMNS} WHERE athlete = ? AND digest = ? ORDER BY id", (athlete, digest)
    )
    return [Held(*row) for row in rows]


def add(
    connection: sqlite3.Connection, place: Place, reading: SourceReading, numbers: Numbers
) -> int:
    """Add a source with its problems; return its number. In a transaction."""
    (row,) = numbers.rows(SOURCES, [source_row(reading.summary)])
    lead = (place.athlete, place.file, place.member, place.run, place.since, 1, place.settings)
    source = connection.execute(SOURCES.insertion, (*lead, *row)).lastrowid or 0
    problems = numbers.rows(PROBLEMS, [problem_row(problem) for problem in reading.problems])
    connection.executemany(
        PROBLEMS.insertion, ((source, number, *row) for number, row in enumerate(problems))
    )
    return source


def retire(connection: sqlite3.Connection, sources: Iterable[Held]) -> None:
    """Let versions be what a file said once: their problems are no concern any more."""
    past = [(source.id,) for source in sources if source.current]
    connection.executemany("DELETE FROM problem WHERE source = ?", past)
    connection.executemany("UPDATE source SET current = 0 WHERE id = ?", past)
    # Of what was never read there is nothing to remember.
    connection.executemany(
        "DELETE FROM source WHERE id = ? AND digest = (SELECT id FROM text WHERE value = '')", past
    )


def origins_of(connection: sqlite3.Connection, sources: Iterable[int]) -> set[int]:
    """Numbers of the origins of sources."""
    return {
        number
        for source in sources
        for (number,) in connection.execute("SELECT origin FROM origin WHERE source = ?", (source,))
    }
