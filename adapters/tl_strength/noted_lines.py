"""One row, one workout, its sets as lines of prose: ``5 Back Squats | 100 kg``."""

import re

from tl_analyzer.log import Problem
from tl_analyzer.parsing.noted_set import NotedSet
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.rows import Row
from tl_analyzer.parsing.set_notation import parse_sets
from tl_strength.dialect import Role
from tl_strength.expander import RowExpander
from tl_strength.expansion import Expansion, SetCells
from tl_strength.limits import limits
from tl_strength.repetitions import noted_cells
from tl_strength.results import result_seconds

#: Line breaks, those written as the two characters ``\n`` included.
_BREAK = re.compile(r"\r\n|[\r\n]|\\n")
_LINE = re.compile(r"(\d{1,4})\s+(.*[^\W\d_].*)")
_PART = "lines"


class NotedLines(RowExpander):
    """Takes such rows apart; a workout without lines of sets is kept by its date alone."""

    def _expansion(self, row: Row) -> Expansion:
        date = self._sheet.text(row, Role.DATE)
        sets: list[SetCells] = []
        problems: list[Problem] = []
        for line in _BREAK.split(self._sheet.part(row, _PART))[: limits().workout.lines]:
            what, bar, load = line.rpartition("|")
            weight = _weight(load) if bar else None
            if weight is None:
                continue
            match = _LINE.fullmatch(what.strip())
            if match is None:
                error = Unreadable("a line such as 5 Back Squats | 100 kg")
                problems.append(self._sheet.problem(row, _PART, line, error))
                continue
            shared = {
                Role.TITLE: self._sheet.text(row, Role.TITLE),
                Role.NOTE: self._sheet.text(row, Role.NOTE),
                Role.EXERCISE: match[2].strip(),
                Role.REPS: match[1],
            }
            sets.append(noted_cells(weight, shared, self._sheet.names(reps=_PART, exercise=_PART)))
        if sets or problems:
            return Expansion(line=row.line, date=date, sets=tuple(sets), problems=tuple(problems))
        sport = self._sheet.layout.dialect.sport
        lasted = result_seconds(self._sheet.part(row, "result"))
        return Expansion(line=row.line, date=date, sport=sport, lasted_s=lasted)


def _weight(text: str) -> NotedSet | None:
    """The load behind the bar; None where something else stands there."""
    try:
        noted = parse_sets(text)
    except Unreadable:
        return None
    one = noted[0]
    lone = len(noted) == 1 and one.reps is None and one.seconds is None
    return one if lone and one.load is not None else None
