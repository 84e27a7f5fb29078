"""The list of activities that Garmin Connect exports: when and what, never which sets."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import (
    ActivitySession,
    Entry,
    PostureBout,
    Problem,
    RidePosture,
    RideSession,
    Tally,
    When,
)
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.header import Header
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.rows import Row, fit, is_blank, records, repeats_header
from tl_analyzer.parsing.table import head_of
from tl_analyzer.parsing.text import decode
from tl_strength.clocks import place
from tl_strength.garmin_list import Field, garmin_table, list_columns
from tl_strength.limits import limits
from tl_strength.units import read_length

_HINT = "The activity was left out; export the list again, or correct the cell."


class GarminActivitiesAdapter:
    """Lists of activities of Garmin Connect.

    They hold no sets: strength work becomes an activity that is known by its time alone, and a
    ride one bout of which the posture is not known.
    """

    name: ClassVar[str] = "garmin-activities-csv"
    recognised: ClassVar[str] = (
        "the list of activities of Garmin Connect (Activities.csv): sport and time, no sets"
    )
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether the header has the columns of every such list."""
        header = head_of(file)
        return header is not None and list_columns(header) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield activities and rides in the order of the list, problems, and the account."""
        ledger = Ledger(file, self.name, "row")
        header = head_of(file)
        columns = list_columns(header) if header else None
        if file.size > limits().file.bytes:
            yield ledger.too_large(file.size, limits().file.bytes)
        elif header is None or columns is None:
            yield Problem(
                file=file.name,
                line=header.line if header else 1,
                code="header-unknown",
                found="a header without the columns of a list of activities",
                expected="the header of Activities.csv from Garmin Connect",
                hint="Export the list again and leave its header line as it is.",
            )
        else:
            yield from _List(file, self, header, columns, reading, ledger).entries()
        yield ledger.tally()


class _List:
    """One list while it is read."""

    def __init__(
        self,
        file: SourceFile,
        adapter: GarminActivitiesAdapter,
        header: Header,
        columns: dict[Field, int],
        reading: Reading,
        ledger: Ledger,
    ):
        self._file = file
        self._source = provenance(adapter, file)
        self._header = header
        self._columns = columns
        self._zone = reading.zone
        self._ledger = ledger

    def entries(self) -> Iterator[Entry | Problem]:
        """Yield an entry or a problem for each row that holds anything."""
        text = decode(self._file.read())
        yield from text.problems(self._file.name)
        rows: list[Row] = []
        full = False
        for row in records(text.lines, self._header):
            if len(rows) == garmin_table().rows_most:
                beyond = self._beyond(row)
                if not full:
                    yield beyond
                full = True
            elif is_blank(row):
                self._ledger.set_aside("blank")
            elif repeats_header(row, self._header):
                self._ledger.set_aside("header")
            elif isinstance(shaped := fit(row, self._header, self._file.name, may_trim=True), Row):
                rows.append(shaped)
            else:
                self._ledger.refuse("", "", "", "", row.line)
                yield shaped
        known = garmin_table()
        dates = Dates(
            known.dates, known.dates_either, (), (self._text(row, Field.DATE) for row in rows)
        )
        for row in rows:
            yield self._entry(row, dates)

    def _entry(self, row: Row, dates: Dates) -> Entry | Problem:
        field = Field.DATE
        times: dict[Field, float] = {}
        try:
            start = place(_timed(dates.read(self._text(row, field))), self._zone)
            for field in (Field.ELAPSED, Field.MOVING, Field.TIME):
                times[field] = self._seconds(row, field)
            lasted = max(times.values())
            most = garmin_table().duration_most_s
            if not 0.0 < lasted <= most:
                raise Unreadable(f"a time of up to {most / 3600.0:g} hours")
        except Unreadable as error:
            code = f"{field.value}-not-understood"
            found, column = self._text(row, field), self._header.cells[self._columns[field]]
            return self._ledger.refuse(code, echo(found), error.expected, _HINT, row.line, column)
        self._ledger.take()
        return self._session(row, start, lasted, times[Field.MOVING] or times[Field.TIME] or None)

    def _session(self, row: Row, start: When, lasted: float, moving: float | None) -> Entry:
        kind = self._text(row, Field.TYPE)
        end = start.utc + timedelta(seconds=lasted)
        source = self._source.model_copy(update={"row": row.line})
        ride = garmin_table().ride_of(kind)
        if ride is None:
            return ActivitySession(
                start=start,
                end=end,
                sport=garmin_table().sport_of(kind),
                moving_s=moving,
                provenance=source,
            )
        return RideSession(
            recorded=False,
            start=start,
            end=end,
            elapsed_s=lasted,
            moving_s=lasted if moving is None else moving,
            sub_sport=ride.sub_sport,
            indoor=ride.indoor,
            bouts=(PostureBout(start=start.utc, end=end, posture=RidePosture.UNKNOWN),),
            provenance=source,
        )

    def _seconds(self, row: Row, field: Field) -> float:
        """A time of the row [s]; zero where it states none."""
        text = self._text(row, field)
        return 0.0 if text in garmin_table().nothing else read_length(text)

    def _text(self, row: Row, field: Field) -> str:
        index = self._columns.get(field)
        return "" if index is None else row.cells[index].strip()

    def _beyond(self, row: Row) -> Problem:
        expected = f"at most {garmin_table().rows_most} rows"
        hint = "The rows from this one on were not read."
        return self._ledger.refuse("too-many-rows", "more rows", expected, hint, row.line)


def _timed(stamp: date) -> date:
    """Refuse a date without a time of day: an activity of a list has one."""
    if type(stamp) is date:
        raise Unreadable("a date with a time of day")
    return stamp
