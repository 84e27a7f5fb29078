"""Daily activity metrics of a Google Fit takeout: a file a day, a row a quarter of an hour."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import DailyTotal, DayMeasure, Entry, Problem, Tally, When
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import read_iso, when
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.table import Table, head_of
from tl_analyzer.parsing.timeline import Span
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Seen, Wearer, read_count, read_span

_SOURCE = "phone or watch (Google Fit)"
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[^\d]*$")
_MEASURES = frozenset({"step count", "move minutes count"})
_OTHERS = frozenset({"calories (kcal)", "distance (m)", "heart points", "heart minutes"})
_ON_FOOT_MS = ("walking duration (ms)", "running duration (ms)")
_MS_PER_MIN = 60_000


class GoogleFitAdapter:
    """Reads quarters of an hour with movement, and the steps of whole days."""

    name: ClassVar[str] = "google-fit"
    recognised: ClassVar[str] = "Google Fit takeout: Daily activity metrics, a CSV a day"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether the columns are those of daily activity metrics."""
        header = head_of(file)
        if header is None:
            return False
        keys = set(header.keys)
        timed = {"start time", "end time"} <= keys or header.keys[0] == "date"
        return timed and not keys.isdisjoint(_MEASURES) and not keys.isdisjoint(_OTHERS)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield walking and movement (or day totals), and a problem for each row not read."""
        ledger = Ledger(file, self.name, "row")
        most = evidence().limit.table_bytes
        if file.size > most:
            yield ledger.too_large(file.size, most)
        elif (table := Table.of(file)) is not None:
            wearer = Wearer(self, file, reading.zone, _SOURCE)
            yield from table.text.problems(file.name)
            yield from _rows(table, wearer, ledger)
        yield ledger.tally()


def _rows(table: Table, wearer: Wearer, ledger: Ledger) -> Iterator[Entry | Problem]:
    of_days = table.header.keys[0] == "date"
    named = _DAY.search(wearer.file.base.rpartition(".")[0])
    spans = []
    seen = set[tuple[str, ...]]()
    for row in table.rows(ledger):
        if isinstance(row, Problem):
            yield row
            continue
        cells = table.cells(row)
        if (content := tuple(row.cells)) in seen:
            ledger.set_aside("duplicate")
            continue
        seen.add(content)
        try:
            if of_days:
                total = _day_total(cells, wearer, row.line)
                ledger.set_aside("day without steps") if total is None else ledger.take()
                if total is not None:
                    yield total
                continue
            span = _movement(cells, _named_day(named), wearer.zone, row.line)
        except Unreadable as why:
            found = echo(", ".join(row.cells[:2]))
            yield ledger.refuse("row-unreadable", found, why.expected, why.hint, row.line)
            continue
        if span is None:
            ledger.set_aside("below a walking rate")
        else:
            ledger.take()
            spans.append(span)
    yield from wearer.intervals(spans)


def _named_day(named: re.Match[str] | None) -> date:
    """The date, which stands in the name of the file alone."""
    found = read_iso(named[1]) if named else None
    if found is None:
        hint = "Keep the name under which the takeout has the file, such as 2026-03-02.csv."
        raise Unreadable("a date in the name of the file", hint)
    return found


def _movement(cells: Mapping[str, str], day: date, zone: str, line: int) -> Span[Seen] | None:
    """Movement in one row: all of it at a walking rate, else its minutes in the middle of it."""
    first, last = (_clock(cells.get(name, ""), day, zone) for name in ("start time", "end time"))
    if last <= first:
        last += timedelta(days=1)
    length = read_span(first, last, evidence().limit.bin_s)
    minutes = length / timedelta(minutes=1)
    steps = _optional(cells, "step count")
    if steps >= evidence().limit.walk_steps_per_min * minutes:
        return Span(first, last, Seen.WALKING, line)
    on_foot = sum(_optional(cells, name) for name in _ON_FOOT_MS) / _MS_PER_MIN
    moved = min(max(_optional(cells, "move minutes count"), on_foot), minutes)
    if moved <= 0:
        return None
    middle, half = first + length / 2, timedelta(minutes=moved) / 2
    return Span(middle - half, middle + half, Seen.MOVE_MINUTES, line)


def _day_total(cells: Mapping[str, str], wearer: Wearer, line: int) -> DailyTotal | None:
    day = read_iso(cells.get("date", ""))
    if day is None or isinstance(day, datetime):
        raise Unreadable("a date such as 2026-03-02")
    if not cells.get("step count"):
        return None
    return DailyTotal(
        start=When.from_date(day, wearer.zone),
        measure=DayMeasure.STEPS,
        value=read_count(cells["step count"]),
        source=wearer.source,
        provenance=provenance(wearer.adapter, wearer.file, line),
    )


def _clock(cell: str, day: date, zone: str) -> datetime:
    found = read_iso(f"{day.isoformat()}T{cell}")
    if not isinstance(found, datetime):
        raise Unreadable("a time of day such as 09:00:00.000+01:00", "Export the file again.")
    return when(found, zone).utc


def _optional(cells: Mapping[str, str], name: str) -> float:
    cell = cells.get(name, "")
    return read_count(cell) if cell else 0.0
