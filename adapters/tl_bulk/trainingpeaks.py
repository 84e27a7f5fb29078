"""TrainingPeaks: ``workouts.csv``, planned and completed workouts with a date and no time."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import Entry, PlannedSession, PlannedSport, Problem, Tally, When
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.table import Table, head_of
from tl_bulk.done import Done, entry
from tl_bulk.facts import facts
from tl_bulk.list_remarks import Seen, remarks
from tl_bulk.sports import STRENGTH, sport_named
from tl_bulk.table import NamedRow, named_rows

_DAY, _TYPE, _HOURS, _METRES = "workoutday", "workouttype", "timetotalinhours", "distanceinmeters"
_PLANNED_HOURS = "plannedduration"
_TELLING = frozenset({_DAY, _TYPE, _PLANNED_HOURS})
_FORMS = ("%Y-%m-%d[[T][ ]%H:%M[:%S]]",)
_EITHER = (("%d/%m/%Y[ %H:%M[:%S]]", "%m/%d/%Y[ %H:%M[:%S]]"),)
_HOUR_S = 3600.0


class TrainingPeaksCsvAdapter:
    """Reads the completed and the planned workouts of a TrainingPeaks export.

    The account counts rows. Those without an actual time were planned: with a planned length they
    are planned sessions of their day, without one they are *set aside*. The list has dates and no
    times, so that its rides are kept as activities of the sport ``cycling``: they say that the
    athlete rode on that day, and how long. Titles, descriptions and comments are not read.
    """

    name: ClassVar[str] = "trainingpeaks-csv"
    recognised: ClassVar[str] = "TrainingPeaks export: workouts.csv (dates without times)"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """By the names of the columns."""
        header = head_of(file)
        return header is not None and set(header.keys) >= _TELLING

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield activities, what was wrong with rows, and the account."""
        ledger = Ledger(file, self.name, "row")
        if file.size > facts().csv_bytes:
            yield ledger.too_large(file.size, int(facts().csv_bytes))
        elif (table := Table.of(file)) is not None:
            rows = []
            for row in named_rows(table, ledger):
                if isinstance(row, Problem):
                    yield row
                else:
                    rows.append(row)
            dates = Dates(_FORMS, _EITHER, ("en",), [row.text(_DAY) for row in rows])
            seen = Seen()
            for row in rows:
                done = _done(row, dates, reading.zone, ledger)
                if isinstance(done, Problem):
                    yield done
                elif done is None:
                    yield from self._planned(row, dates, file, reading.zone, ledger)
                else:
                    ledger.take()
                    seen.sport(done.sport, row.text(_TYPE), row.line)
                    seen.unclocked += done.sport.is_ride
                    yield entry(done, provenance(self, file, row.line))
            yield from remarks(seen, ledger)
        yield ledger.tally()

    def _planned(
        self, row: NamedRow, dates: Dates, file: SourceFile, zone: str, ledger: Ledger
    ) -> Iterator[PlannedSession | Problem]:
        hours = row.amount(_PLANNED_HOURS)
        if not hours or hours * _HOUR_S > facts().longest_s:
            ledger.set_aside("planned workout without a length")
            return
        day = _day(row, dates, ledger)
        if isinstance(day, Problem):
            yield day
            return
        start = When.from_date(day, zone)
        ledger.take()
        yield PlannedSession(
            start=start,
            end=start.utc + timedelta(hours=hours),
            sport=_planned_sport(row.text(_TYPE)),
            title=row.text(_TYPE),
            provenance=provenance(self, file, row.line),
        )


def _planned_sport(word: str) -> PlannedSport:
    sport = sport_named(word)
    if sport.is_ride:
        return PlannedSport.RIDE
    return PlannedSport.STRENGTH if sport.name == STRENGTH else PlannedSport.OTHER


def _done(row: NamedRow, dates: Dates, zone: str, ledger: Ledger) -> Done | Problem | None:
    """The workout of a row; None where it was planned."""
    hours = row.amount(_HOURS)
    if not hours and (hours == 0 or not row.text(_HOURS)):
        return None
    if not hours or hours * _HOUR_S > facts().longest_s:
        return ledger.refuse(
            "duration-unreadable",
            echo(row.text(_HOURS)),
            f"a duration of at most {facts().longest_s / _HOUR_S:.0f} h, in hours",
            "The row is left out; the others are read.",
            row.line,
            _HOURS,
        )
    day = _day(row, dates, ledger)
    if isinstance(day, Problem):
        return day
    return Done(
        start=When.from_date(day, zone),
        elapsed_s=hours * _HOUR_S,
        moving_s=None,
        sport=sport_named(row.text(_TYPE)),
        distance_m=row.amount(_METRES),
    )


def _day(row: NamedRow, dates: Dates, ledger: Ledger) -> date | Problem:
    try:
        day: date = dates.read(row.text(_DAY))
    except Unreadable as why:
        return ledger.refuse(
            "date-unreadable", echo(row.text(_DAY)), why.expected, why.hint, row.line, _DAY
        )
    # Some exports write midnight behind the date; it is no time.
    return day.date() if isinstance(day, datetime) else day
