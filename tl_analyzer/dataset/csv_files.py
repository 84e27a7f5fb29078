r"""Tables as CSV files, without loss.

What is missing is an empty cell. Where a text may be missing, one that is empty or begins with a
backslash gets a backslash in front, so that it can be told. Instants are ISO 8601 in UTC.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO

from tl_analyzer.dataset.any_text import as_it_was, writable
from tl_analyzer.dataset.fault import UnreadableDatasetError
from tl_analyzer.dataset.iso_instant import instant_text, microseconds_of
from tl_analyzer.dataset.table import Cell, Table
from tl_analyzer.tables.columns import Column, ColumnType

EXTENSION = "csv"

_MARK = "\\"
#: Rows read at a time. [1]
_BATCH = 10_000
#: Longest cell: a profile may be long, a runaway quote must not fill the memory. [characters]
_LONGEST_CELL = 50_000_000


class CsvWriter:
    """Writes one file.

    Parameters
    ----------
    stream : binary stream
        The file.
    table : Table
        What it holds.
    """

    def __init__(self, stream: IO[bytes], table: Table) -> None:
        self._text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        self._rows = csv.writer(self._text)
        self._written = [_writing(column) for column in table.columns]
        self._rows.writerow([column.name for column in table.columns])

    def write(self, columns: Sequence[Sequence[Cell]]) -> None:
        """Append a batch of rows, given by column."""
        texts = [
            ["" if cell is None else written(cell) for cell in cells]
            for written, cells in zip(self._written, columns, strict=True)
        ]
        self._rows.writerows(zip(*texts, strict=True))

    def close(self) -> None:
        """Hand everything to the file, which stays open."""
        self._text.flush()
        self._text.detach()


def read_csv(path: Path, table: Table) -> Iterator[list[list[Cell]]]:
    """Yield the rows of a file by column, a batch at a time.

    Raises
    ------
    DatasetError
        If it is no CSV file, or not of this table.
    """
    csv.field_size_limit(_LONGEST_CELL)
    made = [_reading(column) for column in table.columns]
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            if next(rows, None) != [column.name for column in table.columns]:
                raise ValueError("its columns are not those of the table")
            while batch := list(islice(rows, _BATCH)):
                cells = zip(*batch, strict=True)
                yield [list(map(make, texts)) for make, texts in zip(made, cells, strict=True)]
    except (ValueError, KeyError, csv.Error, OSError) as why:
        raise UnreadableDatasetError(
            f"{path} cannot be read: {why}", "Write the dataset anew."
        ) from why


def _writing(column: Column) -> Callable[[Cell], str]:
    if column.type is ColumnType.TEXT and column.missing:
        return _marked
    return _WRITTEN[column.type]


def _reading(column: Column) -> Callable[[str], Cell]:
    make = _READ[column.type]
    if not column.missing:
        return make
    if column.type is ColumnType.TEXT:
        return lambda text: as_it_was(text.removeprefix(_MARK)) if text else None
    return lambda text: make(text) if text else None


def _marked(cell: Cell) -> str:
    text = writable(str(cell))
    return _MARK + text if not text or text.startswith(_MARK) else text


_WRITTEN: dict[ColumnType, Callable[[Cell], str]] = {
    ColumnType.TEXT: lambda text: writable(str(text)),
    ColumnType.INTEGER: str,
    ColumnType.REAL: repr,
    ColumnType.FLAG: lambda truth: "true" if truth else "false",
    ColumnType.INSTANT: instant_text,
}
_READ: dict[ColumnType, Callable[[str], Cell]] = {
    ColumnType.TEXT: as_it_was,
    ColumnType.INTEGER: int,
    ColumnType.REAL: float,
    ColumnType.FLAG: {"true": True, "false": False}.__getitem__,
    ColumnType.INSTANT: microseconds_of,
}
