"""The tables of a Fitbit or Google Health takeout; their instants are UTC."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from tl_analyzer.log import Entry, Problem, When
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.table import Table
from tl_analyzer.parsing.timeline import Span
from tl_wearable.evidence import evidence
from tl_wearable.sports import session, sport_named
from tl_wearable.stretches import (
    Seen,
    Wearer,
    read_count,
    read_instant,
    read_span,
    walked_minutes,
)
from tl_wearable.takeout_kinds import TakeoutKind, stretch_columns

_ROUND_TRIP = "health connect"
_LEVELS = {
    "SEDENTARY": Seen.STILL,
    "LIGHTLY_ACTIVE": Seen.LIGHT,
    "MODERATELY_ACTIVE": Seen.ACTIVE,
    "FAIRLY_ACTIVE": Seen.ACTIVE,
    "VERY_ACTIVE": Seen.ACTIVE,
}


@dataclass(frozen=True)
class TableReading:
    """One table being read: its content, who wears the device, and the account."""

    table: Table
    wearer: Wearer
    ledger: Ledger

    def rows(self) -> Iterator[tuple[int, Mapping[str, str]] | Problem]:
        """Rows that count, each with its line.

        What came back from Health Connect was written there by another app, so it is in the log
        already or was never measured by this device.
        """
        seen = set[tuple[str, ...]]()
        for row in self.table.rows(self.ledger):
            if isinstance(row, Problem):
                yield row
                continue
            cells = self.table.cells(row)
            source = cells.get("data source", "")
            if source.casefold().endswith(_ROUND_TRIP):
                self.ledger.set_aside("round trip through Health Connect")
            elif (content := tuple(row.cells)) in seen:
                self.ledger.set_aside("duplicate")
            else:
                seen.add(content)
                yield row.line, cells

    def refuse(
        self, why: Unreadable, cells: Mapping[str, str], columns: Iterable[str], line: int
    ) -> Problem:
        """Refuse a row; of its cells only those that were read are quoted, never a device."""
        found = echo(", ".join(cells[column] for column in columns))
        return self.ledger.refuse("row-unreadable", found, why.expected, why.hint, line)


def read_table(kind: TakeoutKind, reading: TableReading) -> Iterator[Entry | Problem]:
    """Yield what a table holds."""
    return _READERS[kind](reading)


def _each_once(
    reading: TableReading,
    columns: Iterable[str],
    read: Callable[[Mapping[str, str], int], tuple[Hashable, Entry]],
) -> Iterator[Entry | Problem]:
    """Read row by row; `read` gives an entry and what makes it the same as another."""
    seen = set[Hashable]()
    for row in reading.rows():
        if isinstance(row, Problem):
            yield row
            continue
        line, cells = row
        try:
            key, entry = read(cells, line)
        except Unreadable as why:
            yield reading.refuse(why, cells, columns, line)
            continue
        if key in seen:
            reading.ledger.set_aside("duplicate")
            continue
        seen.add(key)
        reading.ledger.take()
        yield entry


def _sedentary_periods(reading: TableReading) -> Iterator[Entry | Problem]:
    columns = stretch_columns(reading.table.header.keys)
    if columns is None:
        return iter(())

    def read(cells: Mapping[str, str], line: int) -> tuple[Hashable, Entry]:
        first, last = (read_instant(cells[column]) for column in columns)
        read_span(first, last, evidence().limit.still_s)
        return line, reading.wearer.interval(Span(first, last, Seen.STILL, line))

    return _each_once(reading, columns, read)


def _activity_levels(reading: TableReading) -> Iterator[Entry | Problem]:
    """Each level holds until the next one of the same device."""
    stated: dict[str, list[tuple[datetime, int, str]]] = defaultdict(list)
    for row in reading.rows():
        if isinstance(row, Problem):
            yield row
            continue
        line, cells = row
        try:
            start = read_instant(cells["timestamp"])
        except Unreadable as why:
            yield reading.refuse(why, cells, ("timestamp", "level"), line)
            continue
        stated[cells.get("data source", "")].append((start, line, cells["level"].upper()))
    longest = timedelta(seconds=evidence().limit.level_s)
    spans = []
    for levels in stated.values():
        levels.sort()
        ends = [start for start, _, _ in levels[1:]]
        for (start, line, level), end in zip(levels, [*ends, None], strict=True):
            if (seen := _LEVELS.get(level)) is None:
                reading.ledger.set_aside("other level")
            elif end is None or end - start > longest:
                reading.ledger.set_aside("level without a known end")
            elif end == start:
                reading.ledger.set_aside("no length")
            else:
                reading.ledger.take()
                spans.append(Span(start, end, seen, line))
    yield from reading.wearer.intervals(spans)


def _steps(reading: TableReading) -> Iterator[Entry | Problem]:
    """Minutes with steps at a walking rate; of two devices the one with more of them counts."""
    rows: list[tuple[str, datetime, int]] = []
    steps = Counter[tuple[str, datetime]]()
    limit = evidence().limit
    for row in reading.rows():
        if isinstance(row, Problem):
            yield row
            continue
        line, cells = row
        try:
            minute = read_instant(cells["timestamp"]).replace(second=0, microsecond=0)
            count = read_count(cells["steps"])
            if count > limit.steps_most:
                raise Unreadable(f"at most {limit.steps_most} steps")
        except Unreadable as why:
            yield reading.refuse(why, cells, ("timestamp", "steps"), line)
            continue
        device = cells.get("data source", "")
        rows.append((device, minute, line))
        steps[device, minute] += round(count)
    walked: dict[datetime, int] = {}
    for device, minute, line in rows:
        if steps[device, minute] >= limit.walk_steps_per_min:
            reading.ledger.take()
            walked[minute] = min(line, walked.get(minute, line))
        else:
            reading.ledger.set_aside("below a walking rate")
    yield from reading.wearer.intervals(walked_minutes(sorted(walked.items())))


def _weights(reading: TableReading) -> Iterator[Entry | Problem]:
    def read(cells: Mapping[str, str], line: int) -> tuple[Hashable, Entry]:
        moment, grams = read_instant(cells["timestamp"]), read_count(cells["weight grams"])
        start = When(utc=moment, zone=reading.wearer.zone)
        return (moment, grams), reading.wearer.mass(start, grams, line)

    return _each_once(reading, ("timestamp", "weight grams"), read)


def _sleeps(reading: TableReading) -> Iterator[Entry | Problem]:
    def read(cells: Mapping[str, str], line: int) -> tuple[Hashable, Entry]:
        first, last = read_instant(cells["sleep start"]), read_instant(cells["sleep end"])
        read_span(first, last, evidence().limit.sleep_s)
        return (first, last), reading.wearer.interval(Span(first, last, Seen.ASLEEP, line))

    return _each_once(reading, ("sleep start", "sleep end"), read)


def _exercises(reading: TableReading) -> Iterator[Entry | Problem]:
    def read(cells: Mapping[str, str], line: int) -> tuple[Hashable, Entry]:
        first, last = read_instant(cells["exercise start"]), read_instant(cells["exercise end"])
        read_span(first, last, evidence().limit.session_s)
        sport = sport_named(cells["activity name"])
        return (first, last, sport), session(Span(first, last, sport, line), reading.wearer)

    return _each_once(reading, ("exercise start", "exercise end"), read)


_READERS: dict[TakeoutKind, Callable[[TableReading], Iterator[Entry | Problem]]] = {
    TakeoutKind.SEDENTARY_PERIOD: _sedentary_periods,
    TakeoutKind.ACTIVITY_LEVEL: _activity_levels,
    TakeoutKind.STEPS: _steps,
    TakeoutKind.WEIGHT: _weights,
    TakeoutKind.SLEEPS: _sleeps,
    TakeoutKind.EXERCISES: _exercises,
}
