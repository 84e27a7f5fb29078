"""Rows by the names of their columns, as CSV and JSON lists of activities both give them."""

from collections.abc import Iterator
from dataclasses import dataclass

from tl_analyzer.log import Problem
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.rows import Row
from tl_analyzer.parsing.table import Table


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row.

    Attributes
    ----------
    line : int
        Line on which it begins, or its number in the list, counted from 1.
    cells : dict
        Its cells by column, as columns are compared; of two with one name, the first.
    """

    line: int
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """A cell; empty where there is no such column."""
        return self.cells.get(column, "").strip()

    def amount(self, column: str) -> float | None:
        """A number of zero or more; None where there is none."""
        try:
            return number(self.text(column), comma_is_decimal=True)
        except Unreadable:
            return None


def named_rows(table: Table, ledger: Ledger) -> Iterator[NamedRow | Problem]:
    """Rows that may hold an activity; others are counted by name or refused."""
    yield from table.text.problems(table.file)
    for row in table.rows(ledger):
        if isinstance(row, Row):
            cells = zip(reversed(table.header.keys), reversed(row.cells), strict=True)
            yield NamedRow(row.line, dict(cells))
        else:
            yield row
