"""What is wrong with a table, in words that name column and row."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from tl_analyzer.remedy import RemediableError

#: Faults that are named; the rest is counted. [1]
_NAMED = 5
#: Longest part of a cell that is shown. [characters]
_LONGEST = 60


class TableError(RemediableError):
    """A table that cannot be read as sets or sittings."""


class Fault(NamedTuple):
    """One cell that cannot be read.

    Attributes
    ----------
    row : hashable
        Label of the row in the table's index.
    column : str
        Its column.
    found : object
        What stands there.
    expected : str
        What should stand there.
    """

    row: Hashable
    column: str
    found: object
    expected: str

    def __str__(self) -> str:
        found = repr(self.found)[:_LONGEST]
        return f"row {self.row!r}, {self.column}: found {found}; expected {self.expected}"


def refused(faults: Sequence[Fault]) -> TableError:
    """The error for some cells that cannot be read."""
    told = [str(fault) for fault in faults[:_NAMED]]
    if len(faults) > _NAMED:
        told.append(f"and {len(faults) - _NAMED} more")
    return TableError("\n".join(told), "Correct or drop these rows.")
