"""Rows that an unquoted comma in the name of the exercise has made too long."""

from collections.abc import Iterable

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.rows import Row
from tl_strength.dialect import Role
from tl_strength.layout import Layout


class CommaRepair:
    """Joins the name of the exercise again, up to a category that is known.

    Parameters
    ----------
    layout : Layout
        The layout of the file; the category follows the exercise.
    rows : iterable of Row
        All rows. Categories are known from those of the right width.
    """

    def __init__(self, layout: Layout, rows: Iterable[Row]):
        self._width = len(layout.header.cells)
        self._delimiter = layout.header.delimiter
        self._exercise = layout.columns[Role.EXERCISE][0]
        self._category = layout.columns[Role.CATEGORY][0].index
        self._categories = {
            row.cells[self._category].strip() for row in rows if len(row.cells) == self._width
        } - {""}

    def join(self, row: Row) -> Row:
        """Mend a row that is too long; any other, or one past mending, comes back as it was."""
        surplus = len(row.cells) - self._width
        first = self._exercise.index
        adjacent = self._category == first + 1
        if surplus <= 0 or not adjacent:
            return row
        if row.cells[self._category + surplus].strip() not in self._categories:
            return row
        after = first + surplus + 1
        name = self._delimiter.join(row.cells[first:after])
        return Row(line=row.line, cells=[*row.cells[:first], name, *row.cells[after:]])

    def remark(self, row: Row, file: str) -> Problem:
        """Say that a row was mended."""
        return Problem(
            file=file,
            line=row.line,
            column=self._exercise.name,
            kind=ProblemKind.REPAIRED,
            code="unquoted-comma",
            found=f"a name with a comma outside quotes: {echo(row.cells[self._exercise.index])}",
            expected=f"{self._width} cells, as in the header",
            hint="The name was put together again; nothing to do.",
        )
