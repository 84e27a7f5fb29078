"""The cells of one row by what they mean; what cannot be read is refused with its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.rows import Refusal, Row
from tl_table.column import Column
from tl_table.layout import Layout
from tl_table.role import Role
from tl_table.work import is_blank_cell

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Cells:
    """A row seen through its layout.

    Attributes
    ----------
    layout : Layout
        What the columns mean.
    row : Row
        The row.
    file, place : str
        Name of the file, and what leads to the row in it (``sheet 2``), for problems.
    """

    layout: Layout
    row: Row
    file: str
    place: str = ""

    def at(self, column: Column) -> str:
        """Text of a cell; empty where the row ends before it."""
        cells = self.row.cells
        return cells[column.index].strip() if column.index < len(cells) else ""

    def column(self, role: Role) -> Column | None:
        """The first column of a role that is filled, or the first one."""
        found = self.layout.of(role)
        filled = (column for column in found if not is_blank_cell(self.at(column)))
        return next(filled, found[0] if found else None)

    def text(self, role: Role) -> str:
        """Text of a cell as written; empty where there is no such column."""
        column = self.column(role)
        return self.at(column) if column else ""

    def convert(self, role: Role, reader: Callable[[str], _T]) -> _T:
        """Read a cell with `reader`.

        Raises
        ------
        Refusal
            If the reader finds the cell unreadable.
        """
        try:
            return reader(self.text(role))
        except Unreadable as why:
            raise self.refusal(self.column(role), self.text(role), why) from None

    def refusal(self, column: Column | None, found: str, why: Unreadable) -> Refusal:
        """Refuse the row for what stands in it."""
        role = column.role.value.replace("_", "-") if column else "row"
        return Refusal(
            self.problem(
                column, found, why.expected, why.hint, ProblemKind.REFUSED, f"{role}-not-understood"
            )
        )

    def problem(
        self,
        column: Column | None,
        found: str,
        expected: str,
        hint: str,
        kind: ProblemKind,
        code: str,
    ) -> Problem:
        """Say what is amiss with a cell."""
        named = [part for part in (self.place, column.name.strip() if column else "") if part]
        return Problem(
            file=self.file,
            line=self.row.line,
            column=": ".join(named) or None,
            kind=kind,
            code=code,
            found=echo(found),
            expected=expected,
            hint=hint,
        )
