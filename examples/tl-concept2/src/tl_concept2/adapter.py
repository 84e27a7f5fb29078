"""The adapter: which files are the logbook's, and what they hold."""

from collections.abc import Iterator
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.sports import UNKNOWN
from tl_analyzer.parsing.table import Table, head_of

from tl_concept2.cells import CellError, Cells
from tl_concept2.dialect import dialect
from tl_concept2.workout import workout


class Concept2Adapter:
    """Reads the workouts of a season; the account counts rows.

    A workout that stands in the file twice, by its number, is set aside. Names, comments, age and
    weight are not read.
    """

    name: ClassVar[str] = "concept2"
    recognised: ClassVar[str] = "Concept2 logbook: season as CSV (RowErg, SkiErg, BikeErg)"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """By the names of its columns, which the first bytes hold."""
        header = head_of(file)
        return header is not None and dialect().fits(header.keys)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield the workouts, what was wrong with rows, and the account."""
        ledger = Ledger(file, self.name, "row")
        if file.size > dialect().most_bytes:
            yield ledger.too_large(file.size, dialect().most_bytes)
        elif (table := Table.of(file)) is not None:
            yield from table.text.problems(file.name)
            yield from self._rows(file, table, reading.zone, ledger)
        yield ledger.tally()

    def _rows(
        self, file: SourceFile, table: Table, zone: str, ledger: Ledger
    ) -> Iterator[Entry | Problem]:
        dates, known, unknown = dialect().dates(), set[str](), set[str]()
        for each in table.rows(ledger):
            if isinstance(each, Problem):
                yield each
                continue
            row = Cells(table.cells(each), dialect(), table.comma_is_decimal)
            if (log_id := row.text("log_id")) and log_id in known:
                ledger.set_aside("the same workout again")
                continue
            try:
                entry = workout(row, dates, zone, provenance(self, file, each.line))
            except CellError as why:
                yield ledger.refuse(
                    "cell-unreadable", why.found, why.expected, why.hint, each.line, why.column
                )
                continue
            known.add(log_id)
            ledger.take()
            yield entry
            machine = row.text("machine")
            if row.sport.name == UNKNOWN and machine not in unknown:
                unknown.add(machine)
                yield ledger.problem(
                    ProblemKind.NOTE,
                    "sport-unknown",
                    echo(machine) if machine else "nothing",
                    "a machine, such as RowErg",
                    "It is kept as an activity of an unknown sport.",
                    each.line,
                    "type",
                )
