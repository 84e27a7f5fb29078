"""Tables as JSON lines: one object a row; what is missing is ``null``. Instants are ISO 8601."""

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import IO

from tl_analyzer.dataset.fault import UnreadableDatasetError
from tl_analyzer.dataset.iso_instant import instant_text, microseconds_of
from tl_analyzer.dataset.table import Cell, Table
from tl_analyzer.tables.columns import ColumnType

EXTENSION = "jsonl"

#: Rows read at a time. [1]
_BATCH = 10_000


class JsonLinesWriter:
    """Writes one file.

    Parameters
    ----------
    stream : binary stream
        The file.
    table : Table
        What it holds.
    """

    def __init__(self, stream: IO[bytes], table: Table) -> None:
        self._stream = stream
        self._table = table

    def write(self, columns: Sequence[Sequence[Cell]]) -> None:
        """Append a batch of rows, given by column."""
        described = self._table.columns
        names = [column.name for column in described]
        told = [
            [None if cell is None else instant_text(cell) for cell in cells]
            if column.type is ColumnType.INSTANT
            else cells
            for column, cells in zip(described, columns, strict=True)
        ]
        for row in zip(*told, strict=True):
            self._stream.write(_line(dict(zip(names, row, strict=True))))

    def close(self) -> None:
        """Nothing is left to write."""


def read_json_lines(path: Path, table: Table) -> Iterator[list[list[Cell]]]:
    """Yield the rows of a file by column, a batch at a time.

    Raises
    ------
    DatasetError
        If it is no such file, or not of this table.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as stream:
            while lines := list(islice(stream, _BATCH)):
                rows = [json.loads(line) for line in lines]
                yield [
                    [_cell(row[column.name], column.type) for row in rows]
                    for column in table.columns
                ]
    except (ValueError, KeyError, TypeError, OSError) as why:
        raise UnreadableDatasetError(
            f"{path} cannot be read: {type(why).__name__}: {why}", "Write the dataset anew."
        ) from why


def _line(row: dict[str, Cell]) -> bytes:
    try:
        return json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:  # a file name of another encoding: JSON can escape what UTF-8 cannot
        return json.dumps(row).encode("ascii") + b"\n"


def _cell(value: Cell, kind: ColumnType) -> Cell:
    if value is None:
        return None
    return microseconds_of(str(value)) if kind is ColumnType.INSTANT else value
