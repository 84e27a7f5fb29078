"""One row, one exercise, its sets in one cell: ``5, 5, 3 x 100, 105, 110 pound``."""

import re

from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.rows import Row
from tl_analyzer.parsing.set_notation import parse_sets
from tl_strength.dialect import Role, tag_key
from tl_strength.expander import RowExpander
from tl_strength.expansion import Expansion
from tl_strength.repetitions import EACH_SIDE, noted_cells, shows_work
from tl_strength.results import result_seconds, shared_cells

_DIGIT = re.compile(r"\d")
#: ``12, 12 rep x``: a load that was never asked for.
_NO_LOAD = re.compile(r"\s*x\s*$", re.IGNORECASE)
_PART = "sets"


class NotedSets(RowExpander):
    """Takes such rows apart.

    A notation without any number (``rep x pound``) is a template nobody filled in.
    """

    def _expansion(self, row: Row) -> Expansion:
        sheet = self._sheet
        date = sheet.part(row, "moved-to") or sheet.text(row, Role.DATE)
        text = sheet.part(row, _PART)
        status = tag_key(sheet.text(row, Role.STATUS))
        if not _DIGIT.search(text):
            return Expansion(line=row.line, date=date, aside="not performed")
        if self._dialect.sport and status not in self._dialect.done_words:
            lasted = result_seconds(text)
            sport = self._dialect.sport
            return Expansion(line=row.line, date=date, sport=sport, lasted_s=lasted)
        try:
            noted = parse_sets(_NO_LOAD.sub("", text))
        except Unreadable as error:
            problem = sheet.problem(row, _PART, text, error)
            return Expansion(line=row.line, date=date, problems=(problem,))
        names = sheet.names(reps=_PART, weight=_PART)
        shared = shared_cells(sheet, row)
        done = [one for one in noted if one.reps is None or shows_work(str(one.reps))]
        return Expansion(
            line=row.line,
            date=date,
            sets=tuple(noted_cells(one, shared, names) for one in done),
            undone=len(noted) - len(done),
            assumed=(EACH_SIDE,) if any(one.each_side for one in done) else (),
        )
