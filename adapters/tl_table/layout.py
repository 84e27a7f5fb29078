"""Which columns a table has: by the athlete's own map, or by a strict guess from its header."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tl_analyzer.column_map import ColumnMap, column_key
from tl_analyzer.log import WeightUnit
from tl_table.column import DAY, Column, Meaning, meaning, unit_of
from tl_table.limits import limits
from tl_table.role import NUMBERED, WORK, Role
from tl_table.words import plain, words

Order = Literal["day-first", "month-first"]

#: Letters of day, month and year in `Date (dd/mm/yyyy)`, `Datum (TT.MM.JJJJ)`.
_PATTERN = re.compile(r"[(\[\s]([dtjg]{1,2}|m{1,2})[./-]([dtjg]{1,2}|m{1,2})[./-]")
_MAPPED = re.compile(r"(?P<role>set|reps|load)_(?P<number>[1-9]\d?)")
#: Columns of which a table may have several: they add to each other.
_MANY = frozenset({Role.NOTE})


@dataclass(frozen=True, slots=True)
class Layout:
    """A header that was understood.

    Attributes
    ----------
    header : tuple of str
        Its cells as written.
    columns : tuple of Column
        The columns that are read.
    order : {"day-first", "month-first", None}
        Order of day and month where map or header says it.
    unit : WeightUnit or None
        Unit of the map for loads without one.
    guessed : bool
        Whether no map told what the columns mean.
    """

    header: tuple[str, ...]
    columns: tuple[Column, ...]
    order: Order | None = None
    unit: WeightUnit | None = None
    guessed: bool = False

    def of(self, role: Role) -> tuple[Column, ...]:
        """Columns of a role that belong to the row as a whole."""
        return tuple(c for c in self.columns if c.role is role and not c.number)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of the sets that have columns of their own."""
        return tuple(sorted({c.number for c in self.columns if c.number}))

    def of_set(self, number: int) -> dict[Role, Column]:
        """Columns of one set."""
        return {c.role: c for c in self.columns if c.number == number}

    @property
    def unread(self) -> tuple[str, ...]:
        """Headers of columns that are not read."""
        taken = {column.index for column in self.columns}
        return tuple(n for i, n in enumerate(self.header) if n.strip() and i not in taken)


def guess_layout(header: Sequence[str]) -> Layout | None:
    """Understand a header that nobody explained; None unless it can be meant in one way."""
    keys = {plain(cell) for cell in header if len(cell) <= limits().header_length}
    if any(foreign <= keys for foreign in words().foreign.columns):
        return None
    found = [(index, said) for index, cell in enumerate(header) if (said := meaning(cell))]
    columns = _without_twins(_with_day(_actual(found)), header)
    if columns is None:
        return None
    roles = {column.role for column in columns}
    if not {Role.DATE, Role.EXERCISE} <= roles or not roles & set(WORK):
        return None
    return Layout(tuple(header), columns, _order(columns), guessed=True)


def mapped_layout(header: Sequence[str], columns: ColumnMap) -> Layout | None:
    """Read a header by the athlete's map; None if a column of the map is missing."""
    if not columns.fits(header):
        return None
    at = {column_key(cell): index for index, cell in reversed(list(enumerate(header)))}
    found: list[Column] = []
    for word, name in columns.means.items():
        if (said := mapped_role(word)) is not None:
            index = at[column_key(name)]
            unit = str(unit_of(name) or words().load_units.get(plain(name), ""))
            found.append(Column(index, header[index], said[0], unit, said[1]))
    found += _more_sets(header, found)
    order = columns.dates or _order(found)
    return Layout(tuple(header), tuple(found), order, columns.unit)


def mapped_role(word: str) -> tuple[Role, int] | None:
    """Role and set number of a key of a map: ``reps``, ``set_1``; None if there is none such."""
    if match := _MAPPED.fullmatch(word):
        role = Role.NOTATION if match["role"] == "set" else Role(match["role"])
        return role, int(match["number"])
    return (Role(word), 0) if word in set(Role) else None


def map_key(column: Column) -> str:
    """Key of a map that stands for a column."""
    if not column.number:
        return column.role.value
    word = "set" if column.role is Role.NOTATION else column.role.value
    return f"{word}_{column.number}"


def _more_sets(header: Sequence[str], found: Sequence[Column]) -> list[Column]:
    """What a map need not repeat: `Set 6` beside `Set 1`, `Weight (lb)` beside `Weight (kg)`."""
    taken = {column.index for column in found}
    held = {(column.role, column.number) for column in found}
    wide = any(column.number for column in found)
    units = {column.unit for column in found if column.role is Role.LOAD}
    more = []
    for index, cell in enumerate(header):
        said = meaning(cell)
        if index in taken or said is None:
            continue
        next_set = wide and said.number and (said.role, said.number) not in held
        other_unit = said.role == Role.LOAD and not said.number and said.unit and units
        if next_set or (other_unit and said.unit not in units and "" not in units):
            held.add((Role(said.role), said.number))
            units.add(said.unit)
            more.append(Column(index, cell, Role(said.role), said.unit, said.number))
    return more


def _actual(found: list[tuple[int, Meaning]]) -> list[tuple[int, Meaning]]:
    """Of `Reps` and `Actual reps` only the second says what was done."""
    done = {(said.role, said.number) for _, said in found if said.actual}
    return [
        (index, said)
        for index, said in found
        if said.actual or (said.role, said.number) not in done
    ]


def _with_day(found: list[tuple[int, Meaning]]) -> list[tuple[int, Meaning]]:
    """A day is the date where nothing else is, and nothing otherwise."""
    dated = any(said.role == Role.DATE for _, said in found)
    return [
        (index, Meaning(Role.DATE) if said.role == DAY else said)
        for index, said in found
        if said.role != DAY or not dated
    ]


def _without_twins(
    found: list[tuple[int, Meaning]], header: Sequence[str]
) -> tuple[Column, ...] | None:
    """Columns, unless two of them claim to be the same; loads may stand in two units."""
    columns = [Column(i, header[i], Role(s.role), s.unit, s.number) for i, s in found]
    times = Counter(
        (c.role, c.number, c.unit if c.role in (Role.LOAD, Role.LOAD_PER_HAND) else "")
        for c in columns
        if c.role not in _MANY
    )
    if any(count > 1 for count in times.values()):
        return None
    if any(c.number and c.role not in NUMBERED for c in columns):
        return None
    return tuple(columns)


def _order(columns: Sequence[Column]) -> Order | None:
    """Order of day and month that a header such as `Date (dd/mm/yyyy)` spells out."""
    for column in columns:
        match = _PATTERN.search(plain(column.name)) if column.role is Role.DATE else None
        if match and ("m" in match[1]) != ("m" in match[2]):
            return "month-first" if "m" in match[1] else "day-first"
    return None
