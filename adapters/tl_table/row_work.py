"""The sets of a row, from columns of the row or from columns of each set."""

from dataclasses import dataclass, replace

from tl_analyzer.log import LoadMeaning, WeightUnit
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.set_notation import BarePair, NotedSet
from tl_table.cells import Cells
from tl_table.column import Column
from tl_table.draft import Aside
from tl_table.plan import is_plan
from tl_table.role import NUMBERED, Role
from tl_table.words import plain, words
from tl_table.work import Written, is_blank_cell, read_work

PLANNED = Aside("planned")


@dataclass(frozen=True, slots=True)
class Work:
    """The sets of a row.

    Attributes
    ----------
    sets : list of NotedSet
        What was done; empty where nothing is filled in.
    planned : int
        Further sets that are only a plan.
    """

    sets: list[NotedSet]
    planned: int = 0


def row_work(cells: Cells, *, numbers_sets: bool, comma_is_decimal: bool) -> Work | Aside:
    """Read the sets of a row.

    Raises
    ------
    Refusal
        If a cell cannot be read.
    """
    wide = [number for number in cells.layout.numbers if _filled(cells, number)]
    if wide:
        return _wide(cells, wide, comma_is_decimal)
    load = _load_column(cells)
    reps, notation = cells.text(Role.REPS), cells.text(Role.NOTATION)
    sets = "" if numbers_sets or _no_count(cells.text(Role.SETS)) else cells.text(Role.SETS)
    weight = cells.at(load) if load else ""
    if any(not is_blank_cell(text) and is_plan(text) for text in (sets, reps, weight, notation)):
        return PLANNED
    if plain(cells.text(Role.UNIT)) == "%":
        return PLANNED
    written = Written(sets, reps, weight, notation, comma_is_decimal)
    return Work(_with_units(cells, load, _read(cells, written, _said_most(cells))))


def _wide(cells: Cells, numbers: list[int], comma_is_decimal: bool) -> Work | Aside:
    """Sets in columns of their own; what the row says once holds for each of them."""
    row_load = _load_column(cells)
    cells_are_loads = row_load is None and bool(cells.layout.of(Role.REPS))
    found: list[NotedSet] = []
    planned = 0
    for number in numbers:
        own = cells.layout.of_set(number)
        load = own.get(Role.LOAD, row_load)
        reps, weight, notation = (cells.at(own[role]) if role in own else "" for role in _PARTS)
        if any(not is_blank_cell(text) and is_plan(text) for text in (reps, weight, notation)):
            planned += 1
            continue
        if cells_are_loads and Role.LOAD not in own and "x" not in plain(notation):
            reps, weight, notation = reps or cells.text(Role.REPS), notation, ""
        elif Role.LOAD not in own and row_load is not None:
            weight = cells.at(row_load)
        written = Written("", reps, weight, notation, comma_is_decimal, BarePair.LOAD_BY_REPS)
        where = own.get(Role.NOTATION) or own.get(Role.REPS) or own.get(Role.LOAD)
        found += _with_units(cells, load, _read(cells, written, where))
    return PLANNED if planned and not found else Work(found, planned)


_PARTS = (Role.REPS, Role.LOAD, Role.NOTATION)


def _filled(cells: Cells, number: int) -> bool:
    own = cells.layout.of_set(number)
    return any(not is_blank_cell(cells.at(own[role])) for role in NUMBERED if role in own)


def _load_column(cells: Cells) -> Column | None:
    """The column of loads, or that of loads in each hand where only it is filled."""
    both = cells.column(Role.LOAD), cells.column(Role.LOAD_PER_HAND)
    found = [column for column in both if column is not None]
    filled = (column for column in found if not is_blank_cell(cells.at(column)))
    return next(filled, found[0] if found else None)


def _no_count(text: str) -> bool:
    """Whether the cell of sets holds a kind of set, or nothing."""
    return is_blank_cell(text) or plain(text) in words().set_types


def _said_most(cells: Cells) -> Column | None:
    """The column to name in a problem: the first one that is filled and describes work."""
    columns = [cells.column(role) for role in (Role.NOTATION, Role.REPS, Role.LOAD, Role.SETS)]
    filled = [column for column in columns if column and not is_blank_cell(cells.at(column))]
    return filled[0] if filled else None


def _read(cells: Cells, written: Written, column: Column | None) -> list[NotedSet]:
    try:
        return read_work(written)
    except Unreadable as why:
        texts = (written.notation, written.sets, written.reps, written.load)
        raise cells.refusal(column, " | ".join(text for text in texts if text), why) from None


def _with_units(cells: Cells, load: Column | None, work: list[NotedSet]) -> list[NotedSet]:
    """Give loads the unit of their header or of the row, and say which are of one hand."""
    if not any(one.load for one in work):
        return work
    unit = WeightUnit(load.unit) if load and load.unit else _unit_cell(cells)
    in_hand = load is not None and load.role is Role.LOAD_PER_HAND
    return [_with_unit(one, unit, in_hand=in_hand) for one in work]


def _with_unit(one: NotedSet, unit: WeightUnit | None, *, in_hand: bool) -> NotedSet:
    if not one.load:
        return one
    per_hand = in_hand and one.meaning is LoadMeaning.EXTERNAL
    return replace(
        one,
        unit=one.unit or unit,
        meaning=LoadMeaning.PER_HAND if per_hand else one.meaning,
    )


def _unit_cell(cells: Cells) -> WeightUnit | None:
    text = cells.text(Role.UNIT)
    if is_blank_cell(text) or plain(text) in words().cells.body:
        return None
    unit = words().load_units.get(plain(text))
    if unit is None:
        raise cells.refusal(cells.column(Role.UNIT), text, Unreadable("kg or lb"))
    return unit
