"""The CSV of HRV4Training: one morning measurement a row."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.table import Table, head_of
from tl_analyzer.parsing.written_dates import Unclear
from tl_wellness.day_values import Day, DayReader, file_notes, is_missing, settled, undated
from tl_wellness.days import Days
from tl_wellness.resources import key_of, limits, source

_LABEL = "HRV4Training"
#: Of a measurement lying and one standing, the lying one is the one of the morning.
_LYING = "lying"
_TYPICAL = frozenset(
    {"timestampmeasurement", "rmssd", "avnn", "pnn50", "hrv4trecoverypoints", "sdnn"}
)
_ENOUGH = 3
_MOMENTS = ("timestampmeasurement", "date")


class Hrv4TrainingAdapter:
    """Reads morning measurements; ratings are on the athlete's own scale, which is not stated."""

    name: ClassVar[str] = "hrv4training"
    recognised: ClassVar[str] = "HRV4Training: CSV with date, HR, AVNN, SDNN, rMSSD, pNN50, ..."
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether a date and at least three measures of this app are among the columns."""
        header = head_of(file)
        if header is None:
            return False
        columns = {_key(cell) for cell in header.cells}
        return not columns.isdisjoint(_MOMENTS) and len(columns & _TYPICAL) >= _ENOUGH

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield the values of each morning, and a problem for each cell or row not read."""
        ledger = Ledger(file, self.name, "row")
        if file.size > limits().file_bytes:
            yield ledger.too_large(file.size, limits().file_bytes)
        elif (table := Table.of(file)) is not None:
            yield from table.text.problems(file.name)
            yield from self._mornings(file, table, reading.zone, ledger)
        yield ledger.tally()

    def _mornings(
        self, file: SourceFile, table: Table, zone: str, ledger: Ledger
    ) -> Iterator[Entry | Problem]:
        known = source("hrv4training")
        columns = [_key(cell) for cell in table.header.cells]
        yield from file_notes(ledger, known, columns, frozenset(), table.header.line)
        reader = DayReader(known, _LABEL, table.comma_is_decimal)
        rows = []
        for row in table.rows(ledger):
            if isinstance(row, Problem):
                yield row
            else:
                cells = {_key(name): cell for name, cell in table.cells(row).items()}
                rows.append((row.line, cells))
        days = Days.of((_moment(cells) for _, cells in rows), zone)
        seen = set[tuple[str, ...]]()
        for line, cells in rows:
            if (content := tuple(cells.values())) in seen:
                ledger.set_aside("duplicate")
                continue
            seen.add(content)
            start = days.read(_moment(cells))
            if isinstance(start, Unclear):
                yield undated(ledger, start, _moment(cells), line, "date")
                continue
            found = reader.read(cells, Day(start, provenance(self, file, line)), ledger)
            yield from settled(found, ledger, line, "day without values")


def _key(column: str) -> str:
    """Key of a column; of two measurements the lying one goes by the plain name."""
    return key_of(column).removesuffix(_LYING)


def _moment(cells: Mapping[str, str]) -> str:
    stated = (cells.get(key, "") for key in _MOMENTS)
    return next((text for text in stated if not is_missing(text)), "")
