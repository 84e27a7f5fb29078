"""Tables as Parquet files, through pyarrow; extra ``[parquet]``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tl_analyzer.dataset.any_text import as_it_was, writable
from tl_analyzer.dataset.fault import DatasetError, UnreadableDatasetError
from tl_analyzer.dataset.table import Cell, Table
from tl_analyzer.tables.columns import ColumnType

if TYPE_CHECKING:
    import pyarrow as pa

EXTENSION = "parquet"

_COMPRESSION = "zstd"
#: Fast, and within a few percent of the size of the next levels.
_COMPRESSION_LEVEL = 1


def parquet() -> Any:
    """Return pyarrow, its Parquet module loaded.

    Raises
    ------
    DatasetError
        If it is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as why:
        raise DatasetError(
            f"Parquet needs pyarrow, which is not installed ({why})",
            "Install it with: pip install 'tl-analyzer[parquet]'.",
        ) from why
    return pyarrow


def schema_of(table: Table) -> pa.Schema:
    """Columns of a table as pyarrow has them."""
    pa = parquet()
    types = {
        ColumnType.TEXT: pa.string(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.REAL: pa.float64(),
        ColumnType.FLAG: pa.bool_(),
        ColumnType.INSTANT: pa.timestamp("us", tz="UTC"),
    }
    return pa.schema([pa.field(column.name, types[column.type]) for column in table.columns])


class ParquetWriter:
    """Writes one file, a row group a batch.

    Parameters
    ----------
    stream : binary stream
        The file.
    table : Table
        What it holds.
    """

    def __init__(self, stream: IO[bytes], table: Table) -> None:
        self._pa = parquet()
        self._schema = schema_of(table)
        self._text = self._pa.string()
        self._writer = self._pa.parquet.ParquetWriter(
            stream,
            self._schema,
            compression=_COMPRESSION,
            compression_level=_COMPRESSION_LEVEL,
            # What Arrow adds to the footer is not needed to read the types back.
            store_schema=False,
        )

    def write(self, columns: Sequence[Sequence[Cell]]) -> None:
        """Append a batch of rows, given by column."""
        arrays = [
            self._pa.array(_writable(cells) if field.type == self._text else cells, type=field.type)
            for cells, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_table(self._pa.Table.from_arrays(arrays, schema=self._schema))

    def close(self) -> None:
        """Write the footer."""
        self._writer.close()


def read_parquet(path: Path, table: Table) -> Iterator[list[list[Cell]]]:
    """Yield the rows of a file by column, a row group at a time.

    Raises
    ------
    DatasetError
        If it is no Parquet file, or not of this table.
    """
    pa = parquet()
    texts = [column.name for column in table.columns if column.type is ColumnType.TEXT]
    try:
        # Text that repeats is made once: a thousand sets of one exercise share its name.
        with pa.parquet.ParquetFile(path, read_dictionary=texts) as file:
            _check(path, file.schema_arrow.names, table)
            for group in range(file.num_row_groups):
                read = file.read_row_group(group)
                yield [
                    _cells(pa, read.column(column.name), column.type) for column in table.columns
                ]
    except (pa.ArrowException, OSError) as why:
        raise UnreadableDatasetError(
            f"{path} cannot be read: {' '.join(str(why).split())}", "Write the dataset anew."
        ) from why


def _writable(cells: Sequence[Any]) -> Sequence[Any]:
    # Most texts repeat, so that this looks at few of them.
    words = {word: writable(word) for word in set(cells) if word is not None}
    escaped = {word: held for word, held in words.items() if held is not word}
    return [escaped.get(cell, cell) for cell in cells] if escaped else cells


def _check(path: Path, names: Sequence[str], table: Table) -> None:
    missing = [column.name for column in table.columns if column.name not in names]
    if missing:
        raise UnreadableDatasetError(
            f"{path} has no column {missing[0]!r}", "It is not a table of this kind of dataset."
        )


def _cells(pa: Any, column: Any, kind: ColumnType) -> list[Cell]:
    if kind is ColumnType.TEXT:
        return [cell for chunk in column.chunks for cell in _texts(pa, chunk)]
    if kind is ColumnType.INSTANT:
        column = column.cast(pa.int64())
    if column.null_count or kind is ColumnType.FLAG:
        cells: list[Cell] = column.to_pylist()
        return cells
    whole: list[Cell] = column.to_numpy().tolist()
    return whole


def _texts(pa: Any, chunk: Any) -> Iterator[Cell]:
    if not pa.types.is_dictionary(chunk.type):
        chunk = chunk.dictionary_encode()
    words: list[Cell] = [as_it_was(word) for word in chunk.dictionary.to_pylist()]
    # The index of a missing text reaches for the last of them.
    words.append(None)
    codes = chunk.indices.fill_null(-1) if chunk.null_count else chunk.indices
    return map(words.__getitem__, codes.to_numpy(zero_copy_only=False).tolist())
