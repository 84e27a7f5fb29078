"""The layout into which rows of several sets are expanded: a column for each meaning."""

from tl_analyzer.parsing.header import Header
from tl_analyzer.parsing.rows import Row
from tl_strength.dialect import Dialect, Role
from tl_strength.expansion import SetCells
from tl_strength.layout import Column, Layout

_ROLES: tuple[Role, ...] = (
    Role.DATE,
    Role.WORKOUT,
    Role.END,
    Role.DURATION,
    Role.TITLE,
    Role.EXERCISE,
    Role.TAG,
    Role.WEIGHT,
    Role.WEIGHT_UNIT,
    Role.REPS,
    Role.RPE,
    Role.RIR,
    Role.DISTANCE,
    Role.DISTANCE_UNIT,
    Role.SECONDS,
    Role.NOTE,
)
_UNITS = {Role.DURATION: "s", Role.SECONDS: "s"}


def canonical(dialect: Dialect, delimiter: str) -> Layout:
    """The canonical layout, spoken with the dates, tags and workouts of a dialect.

    Parameters
    ----------
    dialect : Dialect
        The dialect of the source.
    delimiter : str
        What separates its cells, by which commas in numbers are judged.
    """
    names = tuple(role.value for role in _ROLES)
    return Layout(
        dialect=dialect,
        header=Header(cells=names, keys=names, delimiter=delimiter, line=1),
        columns={
            role: (Column(index=index, name=role.value, unit=_UNITS.get(role, "")),)
            for index, role in enumerate(_ROLES)
        },
    )


def canonical_row(line: int, date: str, one: SetCells) -> Row:
    """A set as a row of the canonical layout."""
    return Row(line=line, cells=[date, *(one.cells.get(role, "") for role in _ROLES[1:])])


def source_column(column: str | None, one: SetCells) -> str | None:
    """Name in the source of a canonical column, where the set knows it."""
    return next((name for role, name in one.names.items() if role.value == column), column)
