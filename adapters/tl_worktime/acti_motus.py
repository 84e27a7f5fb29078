"""acti-motus: postures of a thigh accelerometer by the second, as CSV."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import ClassVar

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Clock, Entry, Observation, Posture, Problem
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading, Layout
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.row_stream import StreamedRow
from tl_analyzer.parsing.timeline import Span
from tl_analyzer.parsing.written_dates import DateOrder, read_moment
from tl_worktime.kinds import Kind, intervals
from tl_worktime.recorder import Joined, RecorderClock, ran_on
from tl_worktime.sheet import SheetAdapter, whole_rows
from tl_worktime.vocabulary import vocabulary

_LAYOUT = Layout(
    known=("datetime", "activity", "steps"),
    required=frozenset({"datetime", "activity", "steps"}),
    anchors=("datetime",),
)
_SOURCE = "thigh accelerometer (acti-motus)"
#: Of the first rows as many must name a posture for the file to be one of these.
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class _Second:
    """A row as read: its instant and what it says the athlete did."""

    start: datetime
    activity: str
    row: int
    stated: bool


class ActiMotusAdapter(SheetAdapter):
    """Reads postures; a row lasts to the next one, and gaps between rows stay gaps."""

    name: ClassVar[str] = "acti-motus"
    recognised: ClassVar[str] = "acti-motus: CSV with datetime,activity,steps"
    layout = _LAYOUT

    def begins_so(self, heading: Heading, first: Iterator[StreamedRow]) -> bool:
        """Whether the first rows name postures."""
        words = (heading.cell(row.cells, "activity").lower() for row in islice(first, _LOOKED_AT))
        known = {*vocabulary().acti_motus.posture, *vocabulary().acti_motus.not_worn}
        return any(word in known for word in words)

    def entries(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[Entry | Problem]:
        """Yield stretches of one posture in time order."""
        limit = self.evidence.limit
        clock = RecorderClock(zone)
        joined = Joined(timedelta(0))
        length = timedelta(seconds=limit.seam_s)
        held: _Second | None = None
        for row in whole_rows(file, heading, ledger):
            second = row if isinstance(row, Problem) else self._second(row, heading, ledger, clock)
            if isinstance(second, Problem):
                yield second
                continue
            if held is not None:
                if second.start <= held.start:
                    yield _out_of_order(ledger, second)
                    continue
                if second.start - held.start <= timedelta(seconds=limit.table_gap_s):
                    length = second.start - held.start
                span = self._span(held, length, ledger)
                yield from intervals(joined.add(span) if span else (), self, file, zone, _SOURCE)
            held = second
        if held is not None and (span := self._span(held, length, ledger)) is not None:
            yield from intervals(joined.add(span), self, file, zone, _SOURCE)
        yield from intervals(joined.rest(), self, file, zone, _SOURCE)
        if clock.ran_on:
            yield ran_on(ledger)

    def _second(
        self, row: StreamedRow, heading: Heading, ledger: Ledger, clock: RecorderClock
    ) -> _Second | Problem:
        stamp = heading.cell(row.cells, "datetime")
        moment = read_moment(stamp, DateOrder.UNDECIDED, self.evidence.limit.years)
        if not isinstance(moment, datetime):
            return ledger.refuse(
                "date-unreadable",
                echo(stamp),
                "a time such as 2026-03-02 08:00:01",
                "The row was left out.",
                row.line,
                "datetime",
            )
        stated = moment.tzinfo is not None
        start = moment.astimezone(UTC) if stated else clock.instant(moment)
        return _Second(start, heading.cell(row.cells, "activity").lower(), row.line, stated)

    def _span(self, second: _Second, length: timedelta, ledger: Ledger) -> Span[Kind] | None:
        """The span of a row; None where it names no posture."""
        words = vocabulary().acti_motus
        posture = words.posture.get(second.activity)
        if posture is None or posture is Posture.UNKNOWN:
            worn = second.activity not in words.not_worn
            ledger.set_aside("other activity" if worn else "not worn")
            return None
        ledger.take()
        clock = Clock.STATED if second.stated else Clock.LOCAL
        kind = Kind(posture, Observation.POSTURE_SENSOR, self.evidence.grade.sensor, clock)
        return Span(second.start, second.start + length, kind, second.row)


def _out_of_order(ledger: Ledger, second: _Second) -> Problem:
    return ledger.refuse(
        "row-out-of-order",
        "a row that is not later than the one above it",
        "rows one after the other",
        "The row was left out.",
        second.row,
        "datetime",
    )
