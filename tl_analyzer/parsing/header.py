"""The header line: which delimiter, which columns."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from tl_analyzer.column_map import column_key
from tl_analyzer.parsing.no_header import begins_document, may_be_header

#: Lines that may stand before the header: blank ones and a spreadsheet's ``sep=;``.
_LINES_BEFORE = 5
_DELIMITERS = ",;\t"
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True)
class Header:
    """A header line taken apart.

    Attributes
    ----------
    cells, keys : tuple of str
        Names of the columns as written, and as they are compared.
    delimiter : str
        What separates the cells.
    line : int
        Where the header stands, counted from 1.
    """

    cells: tuple[str, ...]
    keys: tuple[str, ...]
    delimiter: str
    line: int


def find_header(lines: Sequence[str]) -> Header | None:
    """Take the first line that is neither blank nor ``sep=`` for the header.

    None where a document begins there, or a line of more cells than a header has.
    """
    for number, line in enumerate(islice(lines, _LINES_BEFORE), start=1):
        text = line.strip().lstrip("\ufeff")
        if text and not text.lower().startswith("sep="):
            return None if begins_document(text) else _header(text, number)
    return None


def _header(text: str, number: int) -> Header | None:
    bare = _QUOTED.sub("", text)
    delimiter = max(_DELIMITERS, key=bare.count)
    if delimiter not in bare:
        return None
    try:
        cells = tuple(next(csv.reader([text], delimiter=delimiter)))
    except csv.Error:
        return None
    if not may_be_header(cells):
        return None
    return Header(
        cells=tuple(cell.strip() for cell in cells),
        keys=tuple(column_key(cell) for cell in cells),
        delimiter=delimiter,
        line=number,
    )
