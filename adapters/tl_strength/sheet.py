"""The rows of a CSV, seen by what their columns mean."""

from dataclasses import dataclass
from functools import cached_property

from tl_analyzer.log import Problem
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.rows import Row
from tl_strength.dialect import Role
from tl_strength.layout import Column, Layout


@dataclass(frozen=True)
class Sheet:
    """A layout whose rows are to be expanded.

    Columns that only one dialect has are written ``"kind:name"`` in its table and found by
    that name.

    Attributes
    ----------
    layout : Layout
        Where the columns are.
    file : str
        Name of the file, for problems.
    """

    layout: Layout
    file: str

    @cached_property
    def _parts(self) -> dict[str, Column]:
        return {column.unit: column for column in self.layout.columns.get(Role.KIND, ())}

    def text(self, row: Row, role: Role) -> str:
        """Text of a cell by what it means, without blanks around it."""
        column = self.layout.column(role, row.cells) if role in self.layout.columns else None
        return "" if column is None else row.cells[column.index].strip()

    def unit(self, row: Row, role: Role) -> str:
        """Unit that the header of the column names."""
        column = self.layout.column(role, row.cells) if role in self.layout.columns else None
        return "" if column is None else column.unit

    def part(self, row: Row, name: str) -> str:
        """Text of a cell by the name the dialect gives it, without blanks around it."""
        column = self._parts.get(name)
        return "" if column is None else row.cells[column.index].strip()

    def name(self, place: Role | str) -> str:
        """Header of a column, as written."""
        if isinstance(place, Role):
            held = self.layout.columns.get(place)
            return held[0].name if held else place.value
        return self._parts[place].name if place in self._parts else place

    def names(self, **parts: str) -> dict[Role, str]:
        """Headers by what the cells of a set mean: ``names(reps="sets")``."""
        held = {role: self.name(role) for role in (Role.DATE, Role.EXERCISE, Role.WEIGHT)}
        return held | {Role(role): self.name(part) for role, part in parts.items()}

    def problem(self, row: Row, place: Role | str, text: str, error: Unreadable) -> Problem:
        """Say that a set of a row cannot be read."""
        return Problem(
            file=self.file,
            line=row.line,
            column=self.name(place),
            code="set-not-understood",
            found=echo(text),
            expected=error.expected,
            hint=error.hint,
        )
