"""Which dialect a header speaks, and where its columns are."""

from collections.abc import Iterable
from dataclasses import dataclass

from tl_analyzer.parsing.header import Header
from tl_strength.dialect import Dialect, Pattern, Role, dialects


@dataclass(frozen=True)
class Column:
    """A column that was found.

    Attributes
    ----------
    index : int
        Position in the row, from 0.
    name : str
        Header as written.
    unit : str
        Unit that the header names; empty when it names none.
    """

    index: int
    name: str
    unit: str


@dataclass(frozen=True)
class Layout:
    """A header read in a dialect."""

    dialect: Dialect
    header: Header
    columns: dict[Role, tuple[Column, ...]]

    def column(self, role: Role, cells: list[str]) -> Column | None:
        """Where `role` is filled in a row: the first column that is not empty, or the first."""
        found = self.columns.get(role, ())
        return next((c for c in found if cells[c.index].strip()), found[0] if found else None)


def claimants(header: Header, known: Iterable[Dialect] | None = None) -> list[Layout]:
    """All layouts whose signature fits the header."""
    offered = dialects() if known is None else known
    return [layout for dialect in offered if (layout := _match(dialect, header)) is not None]


def _match(dialect: Dialect, header: Header) -> Layout | None:
    found: dict[Role, list[Column]] = {}
    patterns: list[Pattern] = []
    for index, name in enumerate(header.keys):
        pattern = dialect.spellings.get(name)
        if pattern is not None:
            patterns.append(pattern)
            column = Column(index=index, name=header.cells[index], unit=pattern.unit)
            found.setdefault(pattern.role, []).append(column)
    if not all(any(need.matches(p) for p in patterns) for need in dialect.needs):
        return None
    if any(lack.matches(p) for lack in dialect.lacks for p in patterns):
        return None
    columns = {role: tuple(held) for role, held in found.items()}
    return Layout(dialect=dialect, header=header, columns=columns)
