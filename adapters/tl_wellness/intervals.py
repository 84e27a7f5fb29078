"""The wellness record of intervals.icu: a day a row, as CSV or as JSON."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.json_text import BadJson, read_json, scalar_text
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.table import Table, head_of
from tl_analyzer.parsing.text import decode_head
from tl_analyzer.parsing.written_dates import Unclear
from tl_wellness.day_values import Day, DayReader, file_notes, off_scale, settled, undated
from tl_wellness.days import Days
from tl_wellness.resources import key_of, limits, source

_LABEL = "intervals.icu"
_DAYS = ("date", "id")
#: Columns that no other diary combines.
_TYPICAL = frozenset(
    {
        "restinghr", "sleepsecs", "sleepscore", "sleepquality", "hrvsdnn", "avgsleepinghr",
        "kcalconsumed", "ctlload", "atlload", "ramprate", "sportinfo", "menstrualphase",
        "hydrationvolume", "baevskysi",
    }
)  # fmt: skip
_ENOUGH = 3
_JSON = re.compile(r'\s*(?:\[\s*)?\{\s*"')
_JSON_DAY = re.compile(r'"(?:id|date)"\s*:\s*"\d{4}-\d{2}-\d{2}"')
_JSON_KEY = re.compile(r'"(\w{1,40})"\s*:')


@dataclass(frozen=True)
class _Record:
    """One day as exported: its line (CSV) or its place (JSON), and cells by key."""

    line: int
    cells: Mapping[str, str]

    @property
    def day(self) -> str:
        return next((self.cells[key] for key in _DAYS if self.cells.get(key)), "")


class IntervalsWellnessAdapter:
    """Reads wellness records; ratings keep the scale 1 (best) to 4."""

    name: ClassVar[str] = "intervals-wellness"
    recognised: ClassVar[str] = "intervals.icu wellness: CSV or JSON with restingHR, sleepSecs, ..."
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether the columns are a date and at least three that are typical."""
        text = "".join(decode_head(file.head).lines)
        if _JSON.match(text):
            if not _JSON_DAY.search(text):
                return False
            keys = {key_of(key) for key in set(_JSON_KEY.findall(text))}
            return len(keys & _TYPICAL) >= _ENOUGH
        header = head_of(file)
        if header is None:
            return False
        columns = {key_of(cell) for cell in header.cells}
        return not columns.isdisjoint(_DAYS) and len(columns & _TYPICAL) >= _ENOUGH

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield the values of each day, and a problem for each cell or day that is not read."""
        ledger = Ledger(file, self.name, "row")
        if file.size > limits().file_bytes:
            yield ledger.too_large(file.size, limits().file_bytes)
        elif _JSON.match("".join(decode_head(file.head).lines)):
            yield from self._json(file, reading, ledger)
        else:
            yield from self._csv(file, reading, ledger)
        yield ledger.tally()

    def _csv(self, file: SourceFile, reading: Reading, ledger: Ledger) -> Iterator[Entry | Problem]:
        table = Table.of(file)
        if table is None:
            return
        yield from table.text.problems(file.name)
        records = []
        for row in table.rows(ledger):
            if isinstance(row, Problem):
                yield row
            else:
                cells = {key_of(name): cell for name, cell in table.cells(row).items()}
                records.append(_Record(row.line, cells))
        columns = [key_of(cell) for cell in table.header.cells]
        yield from self._records(
            file, reading, ledger, records, columns, comma_is_decimal=table.comma_is_decimal
        )

    def _json(
        self, file: SourceFile, reading: Reading, ledger: Ledger
    ) -> Iterator[Entry | Problem]:
        found = read_json(file)
        if isinstance(found, BadJson):
            yield found.problem(ledger)
            return
        records = []
        for place, value in enumerate(found if isinstance(found, list) else [found], start=1):
            if isinstance(value, dict):
                cells = {key_of(key): scalar_text(cell) for key, cell in value.items()}
                records.append(_Record(place, cells))
            else:
                wanted, hint = "an object for each day", "Export the file again."
                yield ledger.refuse("record-unreadable", echo(value), wanted, hint, place)
        columns = dict.fromkeys(key for record in records for key in record.cells)
        yield from self._records(
            file, reading, ledger, records, list(columns), comma_is_decimal=False
        )

    def _records(
        self,
        file: SourceFile,
        reading: Reading,
        ledger: Ledger,
        records: Sequence[_Record],
        columns: Sequence[str],
        *,
        comma_is_decimal: bool,
    ) -> Iterator[Entry | Problem]:
        known = source("intervals")
        rated = (record.cells for record in records)
        strays = off_scale(known, rated, comma_is_decimal=comma_is_decimal)
        yield from file_notes(ledger, known, columns, strays, None)
        reader = DayReader(known, _LABEL, comma_is_decimal, strays)
        days = Days.of((record.day for record in records), reading.zone)
        seen = set[tuple[tuple[str, str], ...]]()
        for record in records:
            content = tuple(sorted(record.cells.items()))
            if content in seen:
                ledger.set_aside("duplicate")
                continue
            seen.add(content)
            start = days.read(record.day)
            if isinstance(start, Unclear):
                yield undated(ledger, start, record.day, record.line, "date")
                continue
            day = Day(start, provenance(self, file, record.line))
            found = reader.read(record.cells, day, ledger)
            yield from settled(found, ledger, record.line, "day without values")
