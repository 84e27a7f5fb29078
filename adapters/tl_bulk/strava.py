"""Strava: ``activities.csv`` of the bulk export, in any language of the account."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import (
    BodyMass,
    Entry,
    Problem,
    ProblemKind,
    Tally,
    UnitBasis,
    Weight,
    WeightUnit,
    When,
)
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.rows import Row, is_blank, records, repeats_header
from tl_analyzer.parsing.text import decode, decode_head
from tl_bulk.done import Done, entry
from tl_bulk.facts import facts
from tl_bulk.list_remarks import Seen, remarks
from tl_bulk.sports import sport_named
from tl_bulk.strava_dates import StravaDates
from tl_bulk.strava_header import Columns, find_columns


class StravaCsvAdapter:
    """Reads the list of activities in a Strava export.

    The account counts rows. Every row with a start and a duration becomes a ride or another
    activity, also those whose recording lies beside the list: the recording then stands for it.
    The riding of a row comes first and its pauses last, because a list does not say when they
    were. Distance is taken as stored [m]; the one shown first depends on the account. Watts are
    left out: without a power meter Strava estimates them. Names and descriptions are not read.

    The athlete's body mass is taken as of the day, each time that it changes.
    """

    name: ClassVar[str] = "strava-csv"
    recognised: ClassVar[str] = "Strava export: activities.csv, in any language"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """By the names of the columns, else by their order and the first row."""
        return find_columns(decode_head(file.head).lines) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield activities and body masses, what was wrong with rows, and the account."""
        ledger = Ledger(file, self.name, "row")
        if file.size > facts().csv_bytes:
            yield ledger.too_large(file.size, int(facts().csv_bytes))
        else:
            text = decode(file.read())
            yield from text.problems(file.name)
            columns = find_columns(text.lines)
            if columns is not None:
                yield from self._entries(text.lines, columns, file, reading, ledger)
        yield ledger.tally()

    def _entries(
        self,
        lines: list[str],
        columns: Columns,
        file: SourceFile,
        reading: Reading,
        ledger: Ledger,
    ) -> Iterator[Entry | Problem]:
        rows = list(_screened(lines, columns, ledger))
        dates = StravaDates(columns.language, [_cell(row, columns.date) for row in rows])
        seen = Seen()
        masses = _Masses()
        for row in rows:
            done = _done(row, columns, dates, reading.zone, ledger)
            if isinstance(done, Problem):
                yield done
                continue
            ledger.take()
            seen.sport(done.sport, _cell(row, columns.type), row.line)
            yield entry(done, provenance(self, file, row.line))
            masses.add(done.start.utc, _optional(row, columns.mass), row.line)
        for day, kg, line in masses.changes(reading.zone):
            yield BodyMass(
                start=day,
                mass=Weight(value=kg, unit=WeightUnit.KG, basis=UnitBasis.STATED),
                provenance=provenance(self, file, line),
            )
        if not columns.language:
            yield _by_order(ledger, columns)
        yield from remarks(seen, ledger)


@dataclass
class _Masses:
    """Body masses of the list."""

    _found: list[tuple[datetime, float, int]] = field(default_factory=list)

    def add(self, at: datetime, kg: float | None, line: int) -> None:
        """Take the mass of a row, if it is one."""
        if kg is not None and facts().mass_least_kg <= kg <= facts().mass_most_kg:
            self._found.append((at, kg, line))

    def changes(self, zone: str) -> Iterator[tuple[When, float, int]]:
        """Day, mass [kg] and line of each change; of several on a day the last holds."""
        by_day = {}
        for at, kg, line in sorted(self._found):
            day = When(utc=at, zone=zone).day_in(zone)
            by_day[day] = (kg, line)
        last = None
        for day, (kg, line) in by_day.items():
            if kg != last:
                yield When.from_date(day, zone), kg, line
            last = kg


def _done(
    row: Row, columns: Columns, dates: StravaDates, zone: str, ledger: Ledger
) -> Done | Problem:
    """The activity of a row, or why it is none."""
    cell = _cell(row, columns.date)
    try:
        start = dates.read(cell)
    except Unreadable as why:
        return ledger.refuse("date-unreadable", echo(cell), why.expected, why.hint, row.line)
    cell = _cell(row, columns.elapsed)
    elapsed_s = _optional(row, columns.elapsed)
    if not elapsed_s or elapsed_s > facts().longest_s:
        expected = f"a duration of at most {facts().longest_s / 3600:.0f} h, in seconds"
        hint = "An activity without a credible duration holds no time."
        return ledger.refuse("duration-unreadable", echo(cell), expected, hint, row.line)
    return Done(
        start=When(utc=start, zone=zone),
        elapsed_s=elapsed_s,
        moving_s=_optional(row, columns.moving),
        sport=sport_named(_cell(row, columns.type)),
        distance_m=_optional(row, columns.distance),
    )


def _screened(lines: list[str], columns: Columns, ledger: Ledger) -> Iterator[Row]:
    """Rows that may hold an activity; the others are counted by name."""
    met: set[tuple[str, ...]] = set()
    for row in records(lines, columns.header):
        key = tuple(row.cells)
        if is_blank(row):
            ledger.set_aside("empty row")
        elif repeats_header(row, columns.header):
            ledger.set_aside("repeated header")
        elif key in met:
            ledger.set_aside("repeated row")
        else:
            met.add(key)
            yield row


def _cell(row: Row, at: int) -> str:
    return row.cells[at].strip() if at < len(row.cells) else ""


def _optional(row: Row, at: int | None) -> float | None:
    """A number that may be missing; one that cannot be read is."""
    if at is None:
        return None
    try:
        return number(_cell(row, at), comma_is_decimal=True)
    except Unreadable:
        return None


def _by_order(ledger: Ledger, columns: Columns) -> Problem:
    return ledger.problem(
        ProblemKind.NOTE,
        "columns-by-order",
        "a header in a language that is not known",
        "a Strava export in a known language",
        "The columns were found by their order, which is the same in all; check a few activities.",
        columns.header.line,
    )
