"""The cells of one row by what they mean; what cannot be read is refused with its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.rows import Refusal, Row
from tl_strength.dialect import Role
from tl_strength.layout import Layout

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Cells:
    """A row seen through its layout.

    Attributes
    ----------
    layout : Layout
        Where the columns are.
    row : Row
        A row of the width of the header.
    file : str
        Name of the file, for problems.
    """

    layout: Layout
    row: Row
    file: str

    def text(self, role: Role) -> str:
        """Text of a cell as written; empty where the layout has no such column."""
        index = self.layout.alone.get(role)
        if index is not None:
            return self.row.cells[index]
        column = self.layout.column(role, self.row.cells)
        return "" if column is None else self.row.cells[column.index]

    def unit(self, role: Role) -> str:
        """Unit that the header of the column names; empty when it names none."""
        column = self.layout.column(role, self.row.cells)
        return "" if column is None else column.unit

    def number(self, role: Role, most: float) -> float | None:
        """Read a number from zero to `most`; an empty cell is None.

        Raises
        ------
        Refusal
            If the cell holds anything else.
        """
        if not (text := self.text(role)):
            return None
        return self.convert(role, self.bounded(most), text)

    def bounded(self, most: float) -> Callable[[str], float | None]:
        """A reader of numbers from zero to `most`, as `convert` takes one."""

        def reader(text: str) -> float | None:
            value = number(text, comma_is_decimal=self.comma_is_decimal)
            if value is not None and value > most:
                raise Unreadable(f"at most {most:g}")
            return value

        return reader

    def convert(self, role: Role, reader: Callable[[str], _T], text: str | None = None) -> _T:
        """Read a cell with `reader`, or the `text` made of it and its neighbours.

        Raises
        ------
        Refusal
            If the reader finds the cell unreadable.
        """
        try:
            return reader(self.text(role) if text is None else text)
        except Unreadable as error:
            raise self.refusal(role, error.expected, error.hint) from None

    @property
    def comma_is_decimal(self) -> bool:
        """Whether a comma in a number can only be a decimal comma."""
        return self.layout.header.delimiter != "," or self.layout.dialect.decimal_comma

    def refusal(
        self,
        role: Role,
        expected: str,
        hint: str = "Correct the cell and read the file again.",
    ) -> Refusal:
        """Refuse the row for one of its cells."""
        return Refusal(self.remark(role, expected, hint, ProblemKind.REFUSED))

    def remark(
        self, role: Role, expected: str, hint: str, kind: ProblemKind = ProblemKind.NOTE
    ) -> Problem:
        """Say what is amiss with a cell."""
        column = self.layout.column(role, self.row.cells)
        return Problem(
            file=self.file,
            line=self.row.line,
            column=column.name if column else None,
            kind=kind,
            code=f"{role.value.replace('_', '-')}-not-understood",
            found=echo(self.text(role)),
            expected=expected,
            hint=hint,
        )
