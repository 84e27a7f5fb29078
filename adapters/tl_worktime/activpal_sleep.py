"""activPAL: the list of times in bed that goes with a recording."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Observation, Posture, Problem, Tally
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading, Layout, find_heading
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
from tl_worktime.evidence import Evidence, shipped_evidence
from tl_worktime.kinds import Kind, intervals
from tl_worktime.sheet import unopened, whole_rows

_LAYOUT = Layout(
    known=("start_time", "end_time", "event"),
    required=frozenset({"start_time", "end_time", "event"}),
    anchors=("start_time",),
)
_SLEEP = "sleep"


@dataclass(frozen=True)
class ActivpalSleepAdapter:
    """Reads the times in bed; other events of the list are counted.

    Parameters
    ----------
    evidence : Evidence
        The numbers to use; the shipped ones unless a test says otherwise.
    """

    name: ClassVar[str] = "activpal-sleep"
    recognised: ClassVar[str] = "activPAL: list of sleep (CSV with start_time,end_time,event)"
    contract: ClassVar[int] = 1

    evidence: Evidence = field(default_factory=shipped_evidence)

    def recognises(self, file: SourceFile) -> bool:
        """Whether the header is just that of the list and its first row is a sleep."""
        heading = find_heading(file, _LAYOUT)
        if heading is None or len(heading.written) != len(_LAYOUT.known):
            return False
        head = SourceFile.of_bytes(file.name, file.head)
        first = next(stream_rows(head, heading), None)
        return first is not None and heading.cell(first.cells, "event").lower() == _SLEEP

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield an interval for each time in bed."""
        ledger = Ledger(file, self.name, "row")
        heading = find_heading(file, _LAYOUT)
        if (why := unopened(file, heading, _LAYOUT, ledger, self.evidence.limit)) is not None:
            yield why
        elif heading is not None:
            order = stated_order(file.columns) or date_order(
                heading.cell(row.cells, name)
                for row in stream_rows(file, heading)
                for name in ("start_time", "end_time")
            )
            for row in whole_rows(file, heading, ledger):
                if isinstance(row, Problem):
                    yield row
                    continue
                span = self._span(row, heading, ledger, order, reading.zone)
                if isinstance(span, Problem):
                    yield span
                elif span is not None:
                    source = "sleep (activPAL list)"
                    yield from intervals([span], self, file, reading.zone, source)
        yield ledger.tally()

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
