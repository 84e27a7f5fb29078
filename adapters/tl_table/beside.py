"""What a row says beside its sets: duration, distance, effort, a note."""

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.numbers import Unreadable
from tl_table.cells import Cells
from tl_table.limits import limits
from tl_table.measures import read_metres, read_seconds
from tl_table.role import Role
from tl_table.work import is_blank_cell, read_number


def measured(cells: Cells, role: Role, comma: bool, remarks: list[Problem]) -> float | None:
    """Read a duration [s] or a distance [m]; a bad one does not cost the set."""
    column = cells.column(role)
    text = cells.text(role)
    if column is None or is_blank_cell(text):
        return None
    read = read_seconds if role is Role.DURATION else read_metres
    try:
        return read(text, column.unit, comma_is_decimal=comma) or None
    except Unreadable as why:
        remarks.append(remark(cells, role, why, f"{why.hint} The set was read without it."))
        return None


def rating(
    cells: Cells, role: Role, least: float, most: float, comma: bool, remarks: list[Problem]
) -> float | None:
    """Read effort; a zero RPE stands for none, and a bad one does not cost the set."""
    try:
        value = read_number(cells.text(role), most, comma_is_decimal=comma)
        if value is None or least <= value:
            return value
        if value == 0:
            return None
        raise Unreadable(f"a number from {least:g} to {most:g}")
    except Unreadable as why:
        remarks.append(remark(cells, role, why, "The set was read without it."))
        return None


def remark(cells: Cells, role: Role, why: Unreadable, hint: str) -> Problem:
    """Say that a cell was left out of its set."""
    code = f"{role.value}-not-understood"
    found = cells.text(role)
    return cells.problem(cells.column(role), found, why.expected, hint, ProblemKind.NOTE, code)


def note(cells: Cells) -> str:
    """Notes of a row, as written."""
    parts = (cells.at(column) for column in cells.layout.of(Role.NOTE))
    return "; ".join(part for part in parts if part)[: limits().text_length]
