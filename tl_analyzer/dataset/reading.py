"""Reading a dataset, one bucket and in it one athlete at a time."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from tl_analyzer.dataset.fault import UnreadableDatasetError
from tl_analyzer.dataset.formats import FORMATS
from tl_analyzer.dataset.manifest import Manifest, Part
from tl_analyzer.dataset.table import Cell, Table
from tl_analyzer.tables.columns import Columns


@dataclass(frozen=True, slots=True)
class AthleteColumns:
    """What a dataset holds of one athlete.

    Attributes
    ----------
    athlete : str
        Id of the athlete.
    columns : dict of str to columns
        By table, without the column of the athlete; tables without rows are left out.
    """

    athlete: str
    columns: dict[str, Columns]


def read_bucket(
    folder: Path, manifest: Manifest, part: Part, tables: Sequence[Table]
) -> Iterator[AthleteColumns]:
    """Yield the athletes of a bucket in ascending order of their ids.

    Parameters
    ----------
    folder : Path
        Folder of the dataset.
    manifest : Manifest
        What it says of itself.
    part : Part
        The bucket.
    tables : sequence of Table
        Tables to read; the first has a row for every athlete.

    Raises
    ------
    DatasetError
        If a file is missing, is not what the manifest says, or is not in order.
    """
    cursors = [
        _Cursor(_checked(manifest.file(folder, table.name, part.bucket), part, table, manifest))
        for table in tables
    ]
    while (athlete := cursors[0].athlete) is not None:
        taken = (
            (table, cursor.take(athlete)) for table, cursor in zip(tables, cursors, strict=True)
        )
        yield AthleteColumns(athlete, {table.name: columns for table, columns in taken if columns})
    for table, cursor in zip(tables, cursors, strict=True):
        if cursor.athlete is not None:
            path = manifest.file(folder, table.name, part.bucket)
            raise UnreadableDatasetError(
                f"{path} has rows of {cursor.athlete!r} out of order, or of nobody",
                "Write the dataset anew.",
            )


def _checked(
    path: Path, part: Part, table: Table, manifest: Manifest
) -> Iterator[list[list[Cell]]]:
    """Yield the rows of a file that is what the manifest says."""
    said = part.tables.get(table.name)
    if said is None:
        return
    try:
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as why:
        raise UnreadableDatasetError(
            f"{path} cannot be read: {why.strerror or why}", "Write the dataset anew."
        ) from why
    if found != said.sha256:
        raise UnreadableDatasetError(
            f"{path} is not the file that the manifest speaks of", "Write the dataset anew."
        )
    yield from FORMATS[manifest.format].read(path, table)


class _Cursor:
    """Goes through the rows of one file, athlete by athlete; holds one batch of them."""

    def __init__(self, batches: Iterator[list[list[Cell]]]) -> None:
        self._batches = batches
        self._columns: list[list[Cell]] = [[]]
        self._at = 0
        self._advance()

    @property
    def athlete(self) -> str | None:
        """Whose rows come next; None at the end."""
        return str(self._columns[0][self._at]) if self._columns[0] else None

    def take(self, athlete: str) -> list[list[Cell]]:
        """Columns of an athlete's rows; none if the rows that come next are another's."""
        taken: list[list[Cell]] = []
        while self.athlete == athlete:
            athletes = cast("list[str]", self._columns[0])
            end = bisect_right(athletes, athlete, lo=self._at)
            found = [column[self._at : end] for column in self._columns[1:]]
            taken = [a + b for a, b in zip(taken, found, strict=True)] if taken else found
            self._at = end
            self._advance()
        return taken

    def _advance(self) -> None:
        while self._at >= len(self._columns[0]):
            self._columns = next(self._batches, [[]])
            self._at = 0
            if not self._columns[0]:
                return
