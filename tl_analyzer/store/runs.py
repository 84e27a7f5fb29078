"""Runs of the import: what one run read holds together, even where it was cut off."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tl_analyzer.store.athletes import number_of, remember
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.texts import given_text
from tl_analyzer.tables.instants import microseconds


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the import.

    Attributes
    ----------
    id : int
        Its number; later runs have greater ones.
    athlete : int
        Number of the athlete in the store.
    roots : tuple of str
        Absolute paths that it reads.
    resumed : bool
        Whether an earlier process began it and did not end it.
    """

    id: int
    athlete: int
    roots: tuple[str, ...]
    resumed: bool


def begin_run(
    connection: Connection, athlete_id: str, paths: Sequence[Path], started: datetime
) -> Run:
    """Begin to read some paths, or go on with a run over the same paths that never ended."""
    remember(connection, athlete_id)
    roots = tuple(sorted({str(path.absolute()) for path in paths}))
    named = json.dumps(roots)
    with connection.writing():
        athlete = number_of(connection, athlete_id)
        found = connection.execute(
            "SELECT max(id) FROM import_run WHERE athlete = ? AND roots = ? AND finished IS NULL",
            (athlete, named),
        ).fetchone()[0]
        if found is not None:
            return Run(found, athlete, roots, resumed=True)
        number = connection.execute(
            "INSERT INTO import_run (athlete, roots, started) VALUES (?, ?, ?)",
            (athlete, named, microseconds(started)),
        ).lastrowid
        return Run(number or 0, athlete, roots, resumed=False)


def finish_run(connection: Connection, run: Run, finished: datetime, seen: Collection[str]) -> None:
    """End a run: what could not be read and is gone from its paths is no concern any more.

    Parameters
    ----------
    connection : Connection
        For writing.
    run : Run
        The run.
    finished : datetime
        When.
    seen : collection of str
        Absolute paths of all files that were met, those that did not change with them.
    """
    met = frozenset(seen)
    with connection.writing():
        held = connection.execute(
            "SELECT id, path FROM file WHERE athlete = ?", (run.athlete,)
        ).fetchall()
        for number, path in held:
            name = given_text(path)
            if name not in met and any(_under(name, root) for root in run.roots):
                _let_go(connection, number)
        connection.execute(
            "UPDATE import_run SET finished = ? WHERE id = ?", (microseconds(finished), run.id)
        )


def _under(path: str, root: str) -> bool:
    return path == root or Path(root) in Path(path).parents


def _let_go(connection: Connection, file: int) -> None:
    """Drop the sources of a file of which nothing entered the log."""
    empty = "source.file_id = ? AND source.id NOT IN (SELECT source FROM origin)"
    connection.execute(
        f"DELETE FROM problem WHERE source IN (SELECT id FROM source WHERE {empty})", (file,)
    )
    connection.execute(f"DELETE FROM source WHERE {empty}", (file,))
    connection.execute(
        "DELETE FROM file WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM source WHERE file_id = ?1)",
        (file,),
    )
