"""Text to a sheet: which delimiter, where the header stands, and all rows with their lines."""

import csv
from collections.abc import Sequence

from tl_analyzer.column_map import column_key
from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.header import Header
from tl_analyzer.parsing.no_header import begins_document
from tl_analyzer.parsing.rows import Row, is_blank, records
from tl_table.limits import limits
from tl_table.sheet import Finder, Sheet, find_heading

#: What may stand between cells.
DELIMITERS = (",", ";", "\t", "|")


def read_text(lines: Sequence[str], find: Finder) -> Sheet | None:
    """Find the header in the lines of a text and read all rows; None without a header."""
    if begins_document(next((line for line in lines if line.strip()), "")):
        return None
    found = {
        delimiter: hit
        for delimiter in DELIMITERS
        if (hit := find_heading(first_rows(lines, delimiter, limits().header_rows), find))
        is not None
    }
    if not found:
        return None
    delimiter = max(found, key=lambda each: len(found[each].layout.columns))
    cells = found[delimiter].layout.header
    header = Header(cells, tuple(column_key(cell) for cell in cells), delimiter, line=0)
    rows = [row for row in records(lines, header) if not is_blank(row) and not _says_sep(row)]
    heading = find_heading(rows[: limits().header_rows], find)
    return Sheet("", rows, heading, comma_is_decimal=delimiter == ";")


def first_rows(lines: Sequence[str], delimiter: str, most: int) -> list[Row]:
    """At most so many rows that are not blank; a quoted cell may span lines."""
    rows: list[Row] = []
    at = 0
    while at < len(lines) and len(rows) < most:
        if not lines[at].strip():
            at += 1
            continue
        window = lines[at : at + bounds().record_lines]
        reader = csv.reader(window, delimiter=delimiter)
        try:
            cells = next(reader, [])
        except csv.Error:
            cells = []
        row = Row(at + 1, cells)
        if not is_blank(row) and not _says_sep(row):
            rows.append(row)
        at += max(reader.line_num, 1)
    return rows


def _says_sep(row: Row) -> bool:
    """Whether a row is the ``sep=;`` of a spreadsheet."""
    return row.cells[0].strip().lower().startswith("sep=")
