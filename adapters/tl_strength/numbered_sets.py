"""One row, one exercise: ``Set 1 (Reps)``, ``Set 1 (KG)``, ``Set 2 (Reps)``, ... in columns."""

import re
from dataclasses import dataclass

from tl_analyzer.log import WeightUnit
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.rows import Row
from tl_strength.dialect import Role
from tl_strength.expander import RowExpander
from tl_strength.expansion import BodyCell, Expansion, SetCells
from tl_strength.layout import Column
from tl_strength.repetitions import shows_work
from tl_strength.sheet import Sheet
from tl_strength.units import counts_repetitions, weight_unit

_SET = re.compile(r"set (\d{1,3}) \((.+)\)")
_SKIPPED = "skipped"
_HOUR_S = 3600.0


@dataclass(slots=True)
class _Pair:
    """The columns of one set."""

    reps: Column | None = None
    weight: Column | None = None


class NumberedSets(RowExpander):
    """Takes such rows apart.

    Zero repetitions with the weight kept are a set that failed or was never tried; neither is
    work, so it is left out and counted.
    """

    def __init__(self, sheet: Sheet):
        super().__init__(sheet)
        self._pairs = _pairs(sheet)

    def _expansion(self, row: Row) -> Expansion:
        sheet = self._sheet
        date = " ".join((sheet.text(row, Role.DATE), sheet.part(row, "start"))).strip()
        told = sheet.part(row, "sets-by-reps")
        if told.casefold() == _SKIPPED:
            return Expansion(line=row.line, date=date, aside=_SKIPPED)
        sets = [cells for pair in self._pairs if (cells := self._set(row, pair)) is not None]
        done = tuple(one for one in sets if shows_work(one.cells[Role.REPS]))
        if not sets and (timed := sheet.part(row, "sets-by-time")):
            error = Unreadable(
                "sets by repetitions", "Sets by time are not read from this export; tell us of it."
            )
            problem = sheet.problem(row, "sets-by-time", timed, error)
            return Expansion(line=row.line, date=date, problems=(problem,))
        return Expansion(
            line=row.line,
            date=date,
            sets=done,
            undone=len(sets) - len(done),
            body=self._body(row),
        )

    def _set(self, row: Row, pair: _Pair) -> SetCells | None:
        reps = row.cells[pair.reps.index].strip() if pair.reps else ""
        if pair.reps is None or not reps:
            return None
        cells = {
            **self._shared(row),
            Role.REPS: reps,
        }
        names = {Role.REPS: pair.reps.name}
        if pair.weight is not None:
            cells[Role.WEIGHT] = row.cells[pair.weight.index].strip()
            cells[Role.WEIGHT_UNIT] = pair.weight.unit
            names[Role.WEIGHT] = pair.weight.name
        return SetCells(cells, {**self._names(), **names})

    def _shared(self, row: Row) -> dict[Role, str]:
        text = self._sheet.text
        return {
            Role.WORKOUT: text(row, Role.WORKOUT),
            Role.TITLE: text(row, Role.TITLE),
            Role.EXERCISE: text(row, Role.EXERCISE),
            Role.NOTE: text(row, Role.NOTE),
            Role.DURATION: _seconds(self._sheet.part(row, "hours")),
        }

    def _names(self) -> dict[Role, str]:
        held = self._sheet.layout.columns
        return {role: columns[0].name for role, columns in held.items() if role is not Role.KIND}

    def _body(self, row: Row) -> BodyCell | None:
        for unit in WeightUnit:
            if text := self._sheet.part(row, f"body-{unit.value}"):
                return BodyCell(text, unit, self._sheet.name(f"body-{unit.value}"))
        return None


def _pairs(sheet: Sheet) -> list[_Pair]:
    """Columns of the sets, in the order of their numbers."""
    found: dict[int, _Pair] = {}
    header = sheet.layout.header
    for index, key in enumerate(header.keys):
        match = _SET.fullmatch(key)
        if match is None:
            continue
        pair = found.setdefault(int(match[1]), _Pair())
        unit = weight_unit(match[2])
        if counts_repetitions(match[2]):
            pair.reps = Column(index=index, name=header.cells[index], unit="")
        elif unit is not None:
            pair.weight = Column(index=index, name=header.cells[index], unit=unit.value)
    return [found[number] for number in sorted(found)]


def _seconds(hours: str) -> str:
    try:
        value = number(hours, comma_is_decimal=False)
    except Unreadable:
        # The engine says what is wrong with it.
        return hours
    return "" if value is None else f"{value * _HOUR_S:.0f}"
