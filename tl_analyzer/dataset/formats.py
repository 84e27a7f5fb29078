"""The formats a dataset may be written in."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from tl_analyzer.dataset import csv_files, json_lines, parquet_files
from tl_analyzer.dataset.table import Cell, Table


class TableWriter(Protocol):
    """Writes one file of one table."""

    def write(self, columns: Sequence[Sequence[Cell]]) -> None:
        """Append a batch of rows, given by column."""
        ...

    def close(self) -> None:
        """Complete the file; the stream stays open."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """How the files of a dataset are written and read.

    Attributes
    ----------
    extension : str
        Ending of a file, without the dot.
    writer : callable
        Opens a `TableWriter` on a binary stream.
    read : callable
        Yields the rows of a file by column, in batches.
    require : callable
        Raises `DatasetError` where what the format needs is not installed.
    """

    extension: str
    writer: Callable[[IO[bytes], Table], TableWriter]
    read: Callable[[Path, Table], Iterator[list[list[Cell]]]]
    require: Callable[[], object]


def _nothing() -> None:
    """The standard library will do."""


FORMATS: dict[str, Format] = {
    "parquet": Format(
        parquet_files.EXTENSION,
        parquet_files.ParquetWriter,
        parquet_files.read_parquet,
        parquet_files.parquet,
    ),
    "csv": Format(csv_files.EXTENSION, csv_files.CsvWriter, csv_files.read_csv, _nothing),
    "json": Format(
        json_lines.EXTENSION, json_lines.JsonLinesWriter, json_lines.read_json_lines, _nothing
    ),
}
