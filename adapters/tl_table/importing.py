"""One reading of one file: the straight line from sheets to workouts and the account of rows."""

from collections.abc import Iterator, Sequence

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Entry, Problem, ProblemKind, Provenance
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.rows import Row
from tl_table import remarks
from tl_table.cells import Cells
from tl_table.days import Days
from tl_table.draft import Aside, Draft
from tl_table.layout import Layout
from tl_table.limits import limits
from tl_table.reader import RowReader
from tl_table.role import Role
from tl_table.sessions import sessions
from tl_table.sheet import Finder, Sheet
from tl_table.tables import Table, athletes, cut, habits, shaped
from tl_table.weights import units_of


class Import:
    """Reads the sheets of a file and keeps the account of their rows.

    Parameters
    ----------
    source : Provenance
        Where the values come from.
    ledger : Ledger
        The account, which the caller closes.
    reading : Reading
        What is known about the athlete.
    find : callable
        How a header is recognised.
    """

    def __init__(self, source: Provenance, ledger: Ledger, reading: Reading, find: Finder) -> None:
        self._source, self._ledger = source, ledger
        self._reading, self._find = reading, find
        self._drafts: list[Draft] = []
        self._planned: list[int] = []
        self._filled: list[int] = []
        self._strange: dict[str, int] = {}

    def run(self, sheets: Sequence[Sheet]) -> Iterator[Entry | Problem]:
        """Yield all that the sheets hold, workouts in the order of time."""
        parts = [(sheet, *cut(sheet, self._find)) for sheet in sheets]
        tables = [table for _, _, held in parts for table in held]
        layouts = list(dict.fromkeys(table.layout for table in tables))
        if (crowd := athletes(tables)) > 1:
            self._ledger.set_aside("of several athletes", sum(len(s.rows) for s in sheets))
            yield self._several(crowd)
            return
        order = next((layout.order for layout in layouts if layout.order), None)
        days = Days(_samples(parts), order)
        for place, (sheet, above, held) in enumerate(parts, start=1):
            named = f"sheet {place}" if len(parts) > 1 else ""
            if held:
                yield from self._sheet(sheet, above, held, days, named)
            else:
                self._ledger.set_aside("sheet without a table", len(above))
                yield remarks.sheet_without_table(self._source.file, sheet.name)
        yield from self._said_once(layouts)
        mapped = next((layout.unit for layout in layouts if layout.unit), None)
        units = units_of(self._drafts, mapped, self._reading, self._source.file)
        if units.note is not None:
            yield units.note
        yield from sessions(self._drafts, units, self._reading.zone, self._source)

    def _sheet(
        self, sheet: Sheet, above: Sequence[Row], held: Sequence[Table], days: Days, place: str
    ) -> Iterator[Problem]:
        file = self._source.file
        reader = RowReader(days, file, place, days.find(sheet.name))
        for row in above:
            reader.above(row)
            self._ledger.set_aside("title")
        kept = habits(held, comma_is_decimal=sheet.comma_is_decimal)
        for table in held:
            self._ledger.set_aside("header", table.headers)
            for row in table.rows:
                whole = shaped(row, table.layout, file)
                if isinstance(whole, Row):
                    outcome = reader.read(whole, table.layout, kept[table.layout])
                    yield from self._count(outcome, row.line)
                else:
                    yield from self._count(whole, row.line)
        self._filled += reader.filled
        self._planned += reader.planned
        self._strange = {**reader.strange, **self._strange}

    def _count(self, outcome: Draft | Aside | Problem, line: int) -> Iterator[Problem]:
        if isinstance(outcome, Problem):
            yield self._ledger.refuse(
                outcome.code, outcome.found, outcome.expected, outcome.hint, line, outcome.column
            )
        elif isinstance(outcome, Aside):
            self._ledger.set_aside(outcome.label)
            if outcome.label == "planned":
                self._planned.append(line)
        else:
            self._ledger.take()
            self._drafts.append(outcome)
            yield from outcome.remarks

    def _said_once(self, layouts: Sequence[Layout]) -> Iterator[Problem]:
        """Say what concerns many rows."""
        file = self._source.file
        if guesses := [layout for layout in layouts if layout.guessed]:
            yield remarks.guessed(file, self._source.adapter, guesses)
        if self._filled:
            yield remarks.filled_down(file, self._filled)
        if self._planned:
            yield remarks.planned(file, sorted(self._planned))
        if self._strange:
            yield remarks.strange_types(file, self._strange)

    def _several(self, crowd: int) -> Problem:
        return self._ledger.problem(
            ProblemKind.REFUSED,
            "several-athletes",
            f"rows of {crowd} athletes",
            "the table of one athlete",
            "Save the rows of each athlete to a file in a folder of their own.",
        )


def _samples(parts: Sequence[tuple[Sheet, list[Row], list[Table]]]) -> Iterator[str]:
    """Everything in a file that may be a date."""
    for sheet, above, held in parts:
        yield sheet.name
        for row in above:
            yield from (cell for cell in row.cells if len(cell) < limits().name_length)
        for table in held:
            for row in table.rows:
                filled = [cell for cell in row.cells if cell.strip()]
                yield (
                    filled[0] if len(filled) == 1 else Cells(table.layout, row, "").text(Role.DATE)
                )
