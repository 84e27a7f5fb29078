"""intervals.icu: the list of activities, as its API gives it in CSV or JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.column_map import column_key
from tl_analyzer.log import Entry, Problem, Tally, When
from tl_analyzer.parsing.dates import read_form
from tl_analyzer.parsing.json_text import BadJson, read_json, scalar_text
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.table import Table, head_of
from tl_bulk.done import Done, entry
from tl_bulk.facts import facts
from tl_bulk.json_items import starts_a_list
from tl_bulk.list_remarks import Seen, remarks
from tl_bulk.sports import sport_named
from tl_bulk.table import NamedRow, named_rows

_LOCAL, _UTC, _TYPE, _MOVING, _ELAPSED = (
    "start date local",
    "start date",
    "type",
    "moving time",
    "elapsed time",
)
_TELLING = frozenset({_LOCAL, _TYPE, _MOVING})
_OWN = "icu"
_FORM = "%Y-%m-%d[T][ ]%H:%M[:%S][ ][%z]"
_TRUE = frozenset({"true", "1"})


class IntervalsActivitiesAdapter:
    """Reads the list of activities of intervals.icu.

    The account counts activities. The riding of a row comes first and its pauses last, because a
    list does not say when they were. Names and descriptions are not read.
    """

    name: ClassVar[str] = "intervals-activities"
    recognised: ClassVar[str] = "intervals.icu: list of activities, CSV or JSON"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """By the names of the columns or members."""
        if starts_a_list(file.head):
            names = (b'"start_date_local"', b'"moving_time"', b'"type"', b'"icu_')
            return all(name in file.head for name in names)
        header = head_of(file)
        if header is None:
            return False
        return set(header.keys) >= _TELLING and any(
            key.partition(" ")[0] == _OWN for key in header.keys
        )

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield activities, what was wrong with them, and the account."""
        ledger = Ledger(file, self.name, "row")
        listed = starts_a_list(file.head)
        most = facts().json_bytes if listed else facts().csv_bytes
        if file.size > most:
            yield ledger.too_large(file.size, int(most))
        else:
            seen = Seen()
            for row in _from_json(file, ledger) if listed else _from_csv(file, ledger):
                if isinstance(row, Problem):
                    yield row
                    continue
                done = _done(row, reading.zone)
                if done is None:
                    yield _refused(ledger, row)
                    continue
                ledger.take()
                seen.sport(done.sport, row.text(_TYPE), row.line)
                yield entry(done, provenance(self, file, row.line))
            yield from remarks(seen, ledger)
        yield ledger.tally()


def _from_csv(file: SourceFile, ledger: Ledger) -> Iterator[NamedRow | Problem]:
    if (table := Table.of(file)) is not None:
        yield from named_rows(table, ledger)


def _from_json(file: SourceFile, ledger: Ledger) -> Iterator[NamedRow | Problem]:
    """Items as rows: the two exports have the same names."""
    found = read_json(file)
    if isinstance(found, BadJson):
        yield found.problem(ledger)
    items = found if isinstance(found, list) else []
    for number, item in enumerate(items, start=1):
        members = item if isinstance(item, dict) else {}
        cells = {column_key(name): scalar_text(value) for name, value in members.items()}
        yield NamedRow(number, cells)


@dataclass(frozen=True, slots=True)
class _Lasting:
    """Durations of a row [s]."""

    elapsed_s: float
    moving_s: float | None


def _done(row: NamedRow, zone: str) -> Done | None:
    """The activity of a row; None where it has no start or no duration."""
    start, lasting = _start(row, zone), _lasting(row)
    if start is None or lasting is None:
        return None
    measured = row.text("device watts").lower() in _TRUE
    return Done(
        start=start,
        elapsed_s=lasting.elapsed_s,
        moving_s=lasting.moving_s,
        sport=sport_named(row.text(_TYPE)),
        distance_m=row.amount("distance"),
        power_w=row.amount("icu average watts") if measured else None,
        indoor=True if row.text("trainer").lower() in _TRUE else None,
    )


def _start(row: NamedRow, zone: str) -> When | None:
    """The instant, where the list has it, else the wall clock in the zone of the log."""
    stated = read_form(row.text(_UTC), _FORM, ())
    if isinstance(stated, datetime) and stated.tzinfo is not None:
        return When(utc=stated, zone=zone)
    local = read_form(row.text(_LOCAL), _FORM, ())
    if not isinstance(local, datetime):
        return None
    return When.from_local(local.replace(tzinfo=None), zone)


def _lasting(row: NamedRow) -> _Lasting | None:
    moving_s = row.amount(_MOVING)
    elapsed_s = max(row.amount(_ELAPSED) or 0, moving_s or 0)
    return _Lasting(elapsed_s, moving_s) if 0 < elapsed_s <= facts().longest_s else None


def _refused(ledger: Ledger, row: NamedRow) -> Problem:
    return ledger.refuse(
        "activity-unreadable",
        "an activity without a start or a credible duration",
        "start_date_local, and moving_time in seconds",
        "It is left out; the others are read.",
        row.line,
    )
