"""activPAL: the list of times in bed that goes with a recording."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Entry, Observation, Posture, Problem
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading, Layout
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import when
from tl_analyzer.parsing.row_stream import StreamedRow, stream_rows
from tl_analyzer.parsing.timeline import Span
from tl_analyzer.parsing.written_dates import (
    DateOrder,
    Unclear,
    date_order,
    read_moment,
    stated_order,
)
from tl_worktime.kinds import Kind, intervals
from tl_worktime.sheet import SheetAdapter, whole_rows

_LAYOUT = Layout(
    known=("start_time", "end_time", "event"),
    required=frozenset({"start_time", "end_time", "event"}),
    anchors=("start_time",),
)
_SLEEP = "sleep"


class ActivpalSleepAdapter(SheetAdapter):
    """Reads the times in bed; other events of the list are counted."""

    name: ClassVar[str] = "activpal-sleep"
    recognised: ClassVar[str] = "activPAL: list of sleep (CSV with start_time,end_time,event)"
    layout = _LAYOUT

    def begins_so(self, heading: Heading, first: Iterator[StreamedRow]) -> bool:
        """Whether the header has nothing else in it, and the first row is a sleep."""
        if len(heading.written) != len(_LAYOUT.known):
            return False
        row = next(first, None)
        return row is not None and heading.cell(row.cells, "event").lower() == _SLEEP

    def entries(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[Entry | Problem]:
        """Yield an interval for each time in bed."""
        order = stated_order(file.columns) or date_order(
            heading.cell(row.cells, name)
            for row in stream_rows(file, heading)
            for name in ("start_time", "end_time")
        )
        for row in whole_rows(file, heading, ledger):
            if isinstance(row, Problem):
                yield row
                continue
            span = self._span(row, heading, ledger, order, zone)
            if isinstance(span, Problem):
                yield span
            elif span is not None:
                yield from intervals([span], self, file, zone, "sleep (activPAL list)")

    def _span(
        self, row: StreamedRow, heading: Heading, ledger: Ledger, order: DateOrder, zone: str
    ) -> Span[Kind] | Problem | None:
        limit = self.evidence.limit
        if heading.cell(row.cells, "event").lower() != _SLEEP:
            ledger.set_aside("other event")
            return None
        moments: list[datetime] = []
        for name in ("start_time", "end_time"):
            text = heading.cell(row.cells, name)
            moment = read_moment(text, order, limit.years)
            if isinstance(moment, Unclear):
                return ledger.refuse(
                    moment.code, echo(text), moment.expected, moment.hint, row.line, name
                )
            if not isinstance(moment, datetime):
                hint = "Write when it was, such as 24/11/2018 21:35."
                return ledger.refuse(
                    "clock-missing", echo(text), "a date with a time", hint, row.line, name
                )
            moments.append(moment)
        start, end = (when(moment, zone) for moment in moments)
        if not timedelta(0) < end.utc - start.utc <= timedelta(seconds=limit.sleep_s):
            return ledger.refuse(
                "interval-implausible",
                f"a sleep of {end.utc - start.utc}",
                f"more than none, at most {limit.sleep_s / 3600:g} h",
                "Check both dates.",
                row.line,
                "end_time",
            )
        ledger.take()
        grade = self.evidence.grade.sleep_diary
        kind = Kind(Posture.LYING, Observation.SLEEP, grade, start.clock)
        return Span(start.utc, end.utc, kind, row.line)
