"""Records of a CSV with the lines they stand on, and rows of the width of the header."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tl_analyzer.log import Problem
from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.header import Header


@dataclass(frozen=True, slots=True)
class Row:
    """One record.

    Attributes
    ----------
    line : int
        Line on which it begins, counted from 1.
    cells : list of str
        Its cells.
    """

    line: int
    cells: list[str]


class Refusal(Exception):
    """A row cannot be read; it never leaves an adapter.

    Parameters
    ----------
    problem : Problem
        Why.
    """

    def __init__(self, problem: Problem):
        super().__init__(problem.code)
        self.problem = problem


def records(lines: Sequence[str], header: Header) -> Iterator[Row]:
    """Yield the records below the header; blank lines are none.

    Quoted cells may span lines. A record that a stray quote has run together with its
    neighbours is cut back to its first line, so that it costs one row and not the rest.
    """
    at = header.line
    while at < len(lines):
        cells, used = _record(lines, at, header)
        if cells:
            yield Row(line=at + 1, cells=cells)
        at += used


def _record(lines: Sequence[str], at: int, header: Header) -> tuple[list[str], int]:
    """Read one record; its cells and the lines it takes."""
    window = lines[at : at + bounds().record_lines]
    reader = csv.reader(window, delimiter=header.delimiter, strict=True)
    try:
        cells = next(reader)
        if reader.line_num == 1 or len(cells) >= len(header.cells):
            return cells, reader.line_num
    except csv.Error:
        pass
    try:
        return next(csv.reader(window[:1], delimiter=header.delimiter)), 1
    except csv.Error:
        return [lines[at][: bounds().echo_length]], 1


def fit(row: Row, header: Header, file: str, *, may_trim: bool) -> Row | Problem:
    """Bring a row to the width of the header, or say why it cannot be.

    Parameters
    ----------
    row : Row
        The row as read.
    header : Header
        The header it has to fit.
    file : str
        Name of the file, for the problem.
    may_trim : bool
        Whether empty cells past the last column are no more than a spreadsheet's habit.
    """
    width = len(header.cells)
    few = len(row.cells) < width
    if len(row.cells) == width:
        return row
    if may_trim and not few and not any(cell.strip() for cell in row.cells[width:]):
        return Row(line=row.line, cells=row.cells[:width])
    return Problem(
        file=file,
        line=row.line,
        code="row-cut-short" if few else "row-too-long",
        found=f"{len(row.cells)} cells",
        expected=f"{width} cells, as in the header",
        hint=(
            "The row is cut short or a quote is missing; export the file again."
            if few
            else "A cell holds the delimiter without quotes; put quotes around it."
        ),
    )


def is_blank(row: Row) -> bool:
    """Whether the row has cells but nothing in them."""
    return not any(cell.strip() for cell in row.cells)


def repeats_header(row: Row, header: Header) -> bool:
    """Whether the row is the header again, as in exports put one after the other."""
    return tuple(cell.strip() for cell in row.cells) == header.cells
