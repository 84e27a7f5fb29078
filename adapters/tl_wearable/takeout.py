"""The takeout of Fitbit and Google Health: tables with instants, JSON with wall clocks."""

from collections.abc import Iterator
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.lines import stream_lines
from tl_analyzer.parsing.table import Table
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Wearer
from tl_wearable.takeout_json import read_takeout_json
from tl_wearable.takeout_kinds import SET_ASIDE, TakeoutKind, takeout_kind
from tl_wearable.takeout_tables import TableReading, read_table

_SOURCE = "wearable (Fitbit, Google Health)"
_JSON = frozenset(
    {
        TakeoutKind.SEDENTARY_MINUTES,
        TakeoutKind.SLEEP_LOG,
        TakeoutKind.EXERCISE_LOG,
        TakeoutKind.OTHER_SERIES,
    }
)


class GoogleHealthAdapter:
    """Reads a takeout file by file; what says nothing for the log is counted by name."""

    name: ClassVar[str] = "google-health"
    recognised: ClassVar[str] = "Fitbit and Google Health takeout: activity, steps, sleep, weight"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether columns or first keys are those of a file of this takeout."""
        return takeout_kind(file) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield intervals, sessions, body mass and day totals; and a problem a row not read."""
        ledger = Ledger(file, self.name, "row")
        kind = takeout_kind(file)
        if kind is not None:
            wearer = Wearer(self, file, reading.zone, _SOURCE)
            yield from _content(kind, wearer, ledger)
        yield ledger.tally()


def _content(kind: TakeoutKind, wearer: Wearer, ledger: Ledger) -> Iterator[Entry | Problem]:
    file, limit = wearer.file, evidence().limit
    if kind is TakeoutKind.NO_DATA:
        ledger.set_aside("no data, as the file says")
    elif kind is TakeoutKind.OTHER_TABLE:
        # Some of these tables are very large: their lines are counted, and not held.
        rows = sum(1 for line in stream_lines(file) if line.text.strip())
        ledger.set_aside(SET_ASIDE[kind], max(rows - 1, 0))
    elif kind in _JSON:
        if file.size > limit.json_bytes:
            yield ledger.too_large(file.size, limit.json_bytes)
        else:
            yield from read_takeout_json(kind, wearer, ledger)
    elif file.size > limit.table_bytes:
        yield ledger.too_large(file.size, limit.table_bytes)
    elif (table := Table.of(file)) is not None:
        yield from table.text.problems(file.name)
        yield from read_table(kind, TableReading(table, wearer, ledger))
