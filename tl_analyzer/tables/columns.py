"""Tables and their columns, from ``nomenclature.toml`` alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

import tomli

#: One row of a table: plain values, in the order of its stored columns.
Row = tuple[object, ...]
#: One sequence a stored column, in their order.
Columns = Sequence[Sequence[object]]


class ColumnType(StrEnum):
    """What the values of a column are."""

    #: Microseconds since 1970-01-01 UTC.
    INSTANT = "instant"
    INTEGER = "integer"
    REAL = "real"
    TEXT = "text"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes
    ----------
    name : str
        Its name.
    type : ColumnType
        What its values are.
    unit : str
        Unit; empty for words, flags and instants.
    meaning : str
        What it says.
    missing : bool
        Whether a value may be absent.
    derived : bool
        Whether it follows from other columns: frames have it, stored rows do not.
    """

    name: str
    type: ColumnType
    unit: str
    meaning: str
    missing: bool = False
    derived: bool = False

    @property
    def dtype(self) -> str:
        """Type of the column in a pandas frame."""
        match self.type:
            case ColumnType.INSTANT:
                return "datetime64[ns, UTC]"
            case ColumnType.REAL:
                return "float64"
            case ColumnType.INTEGER:
                return "float64" if self.missing else "int64"
            case ColumnType.FLAG:
                return "object" if self.missing else "bool"
            case ColumnType.TEXT:
                return "object"


@cache
def nomenclature() -> dict[str, tuple[Column, ...]]:
    """Columns of every table, in order."""
    text = files("tl_analyzer.tables").joinpath("nomenclature.toml").read_text(encoding="utf-8")
    return {
        table: tuple(_column(name, entry) for name, entry in columns.items())
        for table, columns in tomli.loads(text).items()
    }


@cache
def stored(table: str) -> tuple[Column, ...]:
    """Columns of the rows of a table: all that are not derived, in order."""
    return tuple(column for column in nomenclature()[table] if not column.derived)


def _column(name: str, entry: dict[str, str | bool]) -> Column:
    return Column(
        name=name,
        type=ColumnType(str(entry["type"])),
        unit=str(entry["unit"]),
        meaning=str(entry["meaning"]),
        missing=bool(entry.get("missing")),
        derived=bool(entry.get("derived")),
    )
