"""A sheet cut at its headers: coaches repeat them for each week, and change them in between."""

from collections.abc import Sequence
from dataclasses import dataclass

from tl_analyzer.log import Problem
from tl_analyzer.parsing.header import Header
from tl_analyzer.parsing.rows import Row, fit
from tl_table.cells import Cells
from tl_table.column import meaning
from tl_table.grouping import groups_thousands
from tl_table.layout import Layout
from tl_table.reader import Habits
from tl_table.role import Role
from tl_table.set_column import numbers_the_sets
from tl_table.sheet import Finder, Sheet, find_heading
from tl_table.words import plain, words


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one header.

    Attributes
    ----------
    layout : Layout
        What the header says.
    headers : int
        Rows it takes.
    rows : list of Row
        The rows below it, up to the next header.
    """

    layout: Layout
    headers: int
    rows: list[Row]


def cut(sheet: Sheet, find: Finder) -> tuple[list[Row], list[Table]]:
    """The rows above the first header, and a table for each header."""
    if sheet.heading is None:
        return sheet.rows, []
    first = sheet.heading
    found = [Table(first.layout, first.height, [])]
    at = first.at + first.height
    while at < len(sheet.rows):
        row = sheet.rows[at]
        again = (
            find_heading(sheet.rows[at : at + 2], find) if _may_be_header(row, found[-1]) else None
        )
        if again is not None and again.at == 0:
            found.append(Table(again.layout, again.height, []))
            at += again.height
        else:
            found[-1].rows.append(row)
            at += 1
    return sheet.rows[: first.at], found


def habits(tables: Sequence[Table], *, comma_is_decimal: bool) -> dict[Layout, Habits]:
    """How the tables of a sheet are kept, by layout."""
    found = {}
    for layout in dict.fromkeys(table.layout for table in tables):
        plain_rows = [row for table in tables if table.layout == layout for row in table.rows]
        rows = [Cells(layout, row, "") for row in plain_rows]
        marks = any(plain(row.text(Role.DONE)) in words().cells.yes for row in rows)
        found[layout] = Habits(
            numbers_sets=numbers_the_sets(_set_cells(rows)),
            marks_done=marks,
            comma_is_decimal=comma_is_decimal,
            points_group=comma_is_decimal and groups_thousands(plain_rows, layout),
        )
    return found


def athletes(tables: Sequence[Table]) -> int:
    """How many athletes the rows name."""
    named = {
        plain(Cells(table.layout, row, "").text(Role.ATHLETE))
        for table in tables
        if table.layout.of(Role.ATHLETE)
        for row in table.rows
    }
    return len(named - {""})


def shaped(row: Row, layout: Layout, file: str) -> Row | Problem:
    """Bring a row to the width of its header; a spreadsheet leaves empty cells out at the end."""
    width = len(layout.header)
    if len(row.cells) <= width:
        return row
    header = Header(layout.header, layout.header, ",", 0)
    return fit(row, header, file, may_trim=True)


def _may_be_header(row: Row, table: Table) -> bool:
    """Whether a cell is the header of a column of exercises: a cheap test before the real one."""
    names = {plain(column.name) for column in table.layout.of(Role.EXERCISE)}
    return any(
        plain(cell) in names or ((said := meaning(cell)) and said.role == Role.EXERCISE)
        for cell in row.cells
        if cell and not cell[0].isdigit()
    )


def _set_cells(rows: Sequence[Cells]) -> list[tuple[str, str, str]]:
    """Day, exercise and cell of sets, both of the first filled down."""
    found, day, exercise = [], "", ""
    for row in rows:
        day, exercise = row.text(Role.DATE) or day, row.text(Role.EXERCISE) or exercise
        found.append((day, exercise, row.text(Role.SETS)))
    return found
