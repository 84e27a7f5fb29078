"""One row, one workout: a block of columns for each exercise, beyond the header if need be."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from tl_analyzer.log import WeightUnit
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.rows import Row
from tl_analyzer.parsing.set_notation import parse_sets
from tl_strength.dialect import Role
from tl_strength.expander import RowExpander
from tl_strength.expansion import BodyCell, Expansion, SetCells
from tl_strength.repetitions import shows_work
from tl_strength.sheet import Sheet
from tl_strength.units import weight_unit

_FIRST, _SECOND = "exercise 1", "exercise 2"
_WEIGHT = re.compile(r"weight(?: \((.+)\))?")
_SET = re.compile(r"set \d+")
_NAMED_UNIT = re.compile(r"[\d.,]+\s*[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Block:
    """Where a block begins and what stands at each place in it."""

    first: int
    width: int
    weights: tuple[tuple[int, str], ...]
    sets: tuple[int, ...]


class WorkoutBlocks(RowExpander):
    """Takes such rows apart, by position."""

    ragged: ClassVar[bool] = True

    def __init__(self, sheet: Sheet):
        super().__init__(sheet)
        self._block = _block(sheet.layout.header.keys)

    def _expansion(self, row: Row) -> Expansion:
        block = self._block
        sets: list[SetCells] = []
        undone = 0
        problems = []
        for at in range(block.first, len(row.cells), block.width):
            cells = [cell.strip() for cell in row.cells[at : at + block.width]]
            cells += [""] * (block.width - len(cells))
            if not cells[0]:
                if any(cells):
                    error = Unreadable("the name of an exercise before its sets")
                    text = " ".join(filter(None, cells))
                    problems.append(self._sheet.problem(row, "first-exercise", text, error))
                continue
            reps = [cells[place] for place in block.sets if cells[place]]
            done = [each for each in reps if shows_work(each)]
            undone += len(reps) - len(done)
            sets += [self._set(row, cells, each) for each in done]
        return Expansion(
            line=row.line,
            date=self._sheet.text(row, Role.DATE),
            sets=tuple(sets),
            problems=tuple(problems),
            undone=undone,
            body=self._body(row),
        )

    def _set(self, row: Row, cells: list[str], reps: str) -> SetCells:
        weight, unit = self._weight(cells)
        return SetCells(
            {
                # Two workouts may share a date and have no title.
                Role.WORKOUT: str(row.line),
                Role.TITLE: self._sheet.text(row, Role.TITLE),
                Role.NOTE: self._sheet.text(row, Role.NOTE),
                Role.EXERCISE: cells[0],
                Role.WEIGHT: weight,
                Role.WEIGHT_UNIT: unit,
                Role.REPS: reps,
            },
            {Role.DATE: self._sheet.name(Role.DATE)},
        )

    def _weight(self, cells: list[str]) -> tuple[str, str]:
        """The weight that is filled in, and its unit."""
        for place, unit in self._block.weights:
            if cells[place]:
                named = _with_unit(cells[place])
                return named or (cells[place], unit)
        return "", ""

    def _body(self, row: Row) -> BodyCell | None:
        sheet = self._sheet
        for unit in WeightUnit:
            if text := sheet.part(row, f"body-{unit.value}"):
                return BodyCell(text, unit, sheet.name(f"body-{unit.value}"))
        named = _with_unit(sheet.part(row, "body"))
        return BodyCell(named[0], WeightUnit(named[1]), sheet.name("body")) if named else None


def _with_unit(text: str) -> tuple[str, str] | None:
    """Number and unit of a cell such as ``84KG``; None where it names no unit."""
    if not _NAMED_UNIT.fullmatch(text):
        return None
    try:
        noted = parse_sets(text)
    except Unreadable:
        return None
    one = noted[0]
    return (f"{one.load:g}", one.unit.value) if one.load is not None and one.unit else None


def _block(keys: Sequence[str]) -> _Block:
    first = keys.index(_FIRST)
    width = (keys.index(_SECOND) if _SECOND in keys else len(keys)) - first
    names = keys[first : first + width]
    weights = tuple(
        (place, unit.value if (unit := weight_unit(match[1] or "")) else "")
        for place, name in enumerate(names)
        if (match := _WEIGHT.fullmatch(name))
    )
    sets = tuple(place for place, name in enumerate(names) if _SET.fullmatch(name))
    return _Block(first, width, weights, sets)
