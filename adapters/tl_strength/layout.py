"""Which dialect a header speaks, and where its columns are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from tl_analyzer.column_map import column_key
from tl_analyzer.parsing.header import Header, find_header
from tl_strength.dialect import Dialect, Pattern, Role, dialects
from tl_strength.wrapped import unwrap


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

    @cached_property
    def alone(self) -> dict[Role, int]:
        """Positions of the columns that have their role to themselves."""
        return {role: held[0].index for role, held in self.columns.items() if len(held) == 1}

    def column(self, role: Role, cells: list[str]) -> Column | None:
        """Where `role` is filled in a row: the first column that is not empty, or the first.

        Of columns side by side in two units, one that holds a zero is as good as empty.
        """
        found = self.columns.get(role)
        if found is None:
            return None
        if len(found) == 1:
            return found[0]
        blank = " 0.,\u00a0" if found[0].unit != found[1].unit else None
        return next((c for c in found if cells[c.index].strip(blank)), found[0])

    def stamp(self, cells: list[str]) -> str:
        """The date of a row as written, with the time of day that stands beside it."""
        day = cells[self.columns[Role.DATE][0].index]
        if Role.TIME not in self.columns:
            return day
        return f"{day} {cells[self.columns[Role.TIME][0].index]}".strip()


def header_of(lines: Sequence[str]) -> Header | None:
    """Find the header of a file's lines, unwrapped (see `tl_strength.wrapped`)."""
    return find_header(unwrap(lines))


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
    preferred = list(dialect.spellings)
    columns = {
        role: tuple(sorted(held, key=lambda each: preferred.index(column_key(each.name))))
        for role, held in found.items()
    }
    return Layout(dialect=dialect, header=header, columns=columns)
