"""Writing one bucket of a dataset."""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tl_analyzer.dataset.bucket import bucket_name
from tl_analyzer.dataset.formats import FORMATS, TableWriter
from tl_analyzer.dataset.manifest import Part, PartTable, write_record
from tl_analyzer.dataset.private_file import private_file
from tl_analyzer.dataset.table import Cell, Table
from tl_analyzer.tables.columns import ColumnType, Row

#: Rows of a table that are held before they are written. [1]
HELD = 50_000

#: Errors that the record of a bucket repeats. [1]
_EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class AthleteRows:
    """What is written of one athlete.

    Attributes
    ----------
    athlete : str
        Id of the athlete.
    rows : mapping of str to iterable of Row
        Rows of some or all tables, without the column of the athlete.
    error : str
        Why nothing else is known of the athlete; empty where it is.
    """

    athlete: str
    rows: Mapping[str, Iterable[Row]]
    error: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a dataset is written.

    Attributes
    ----------
    folder : Path
        Its folder.
    format : str
        Name of the format of its files.
    tables : tuple of Table
        Its tables.
    """

    folder: Path
    format: str
    tables: tuple[Table, ...]

    def file(self, table: str, bucket: int) -> Path:
        """Where the rows of a table and a bucket go."""
        return self.folder / table / f"{bucket_name(bucket)}.{FORMATS[self.format].extension}"

    def has(self, part: Part, key: str) -> bool:
        """Whether a bucket is there, made from `key`."""
        return part.key == key and all(self.file(t, part.bucket).is_file() for t in part.tables)


def write_bucket(target: Target, bucket: int, key: str, athletes: Iterable[AthleteRows]) -> Part:
    """Write the files of a bucket, whole or not at all, and then its record.

    Parameters
    ----------
    target : Target
        Where.
    bucket : int
        Number of the bucket.
    key : str
        What it is made from.
    athletes : iterable of AthleteRows
        The athletes in ascending order of their ids.

    Raises
    ------
    ValueError
        If an athlete comes twice or out of order.
    """
    count = 0
    errors: list[str] = []
    last = ""
    with ExitStack() as unnamed:
        files = {table.name: _File(target, table, bucket, unnamed) for table in target.tables}
        for each in athletes:
            if each.athlete <= last:
                raise ValueError(f"athlete {each.athlete!r} comes after {last!r}")
            last = each.athlete
            count += 1
            if each.error:
                errors.append(f"{each.athlete}: {each.error}")
            for name, rows in each.rows.items():
                files[name].add(each.athlete, rows)
        for file in files.values():
            file.flush()
    tables = {name: file.written() for name, file in files.items() if file.rows}
    for name in files.keys() - tables.keys():
        target.file(name, bucket).unlink(missing_ok=True)
    part = Part(bucket, key, count, len(errors), tuple(errors[:_EXAMPLES]), tables)
    write_record(target.folder, part)
    return part


class _File:
    """One table of a bucket; the file is made when its first rows come."""

    def __init__(self, target: Target, table: Table, bucket: int, unnamed: ExitStack) -> None:
        self.rows = 0
        self._path = target.file(table.name, bucket)
        self._format = FORMATS[target.format]
        self._table = table
        self._unnamed = unnamed
        self._held: list[Row] = []
        self._writer: TableWriter | None = None

    def add(self, athlete: str, rows: Iterable[Row]) -> None:
        self._held += [(athlete, *row) for row in rows]
        if len(self._held) >= HELD:
            self.flush()

    def flush(self) -> None:
        if not self._held:
            return
        if self._writer is None:
            stream = self._unnamed.enter_context(private_file(self._path))
            self._writer = self._format.writer(stream, self._table)
            # Closed before its stream, whether all goes well or not.
            self._unnamed.callback(self._writer.close)
        cells = zip(*self._held, strict=True)
        described = zip(self._table.columns, cells, strict=True)
        self._writer.write([_truths(c) if d.type is ColumnType.FLAG else c for d, c in described])
        self.rows += len(self._held)
        self._held = []

    def written(self) -> PartTable:
        with self._path.open("rb") as stream:
            return PartTable(self.rows, hashlib.file_digest(stream, "sha256").hexdigest())


def _truths(cells: Iterable[Cell]) -> list[Cell]:
    """Flags as such: databases have 0 and 1."""
    return [None if cell is None else bool(cell) for cell in cells]
