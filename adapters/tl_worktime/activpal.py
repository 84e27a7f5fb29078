"""activPAL: the events of a recording at the thigh, in the dialects of its software."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Clock, Entry, Observation, Posture, Problem, ProblemKind, Tally
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading, Layout
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.lines import stream_lines
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.row_stream import StreamedRow, stream_rows
from tl_analyzer.parsing.timeline import Span
from tl_analyzer.parsing.written_dates import DateOrder, date_order, stated_order
from tl_worktime.kinds import Kind, intervals
from tl_worktime.recorder import Joined, RecorderClock, ran_on, read_recorder_time
from tl_worktime.sheet import SheetAdapter, whole_rows
from tl_worktime.vocabulary import vocabulary

_CODE, _LENGTH, _COUNT = "activitycode", "interval (s)", "datacount (samples)"
_LAYOUT = Layout(
    known=("time", _CODE, _LENGTH, _COUNT),
    required=frozenset({"time", _CODE, _LENGTH, _COUNT}),
    also={
        "activitycode*": _CODE,
        "event type": _CODE,
        "duration (s)": _LENGTH,
        "data count": _COUNT,
    },
)
#: First line of the file that describes a recording.
_DEFINITION = re.compile(rb'(\xef\xbb\xbf)?"?DataFileName"?\s*,')
_SOURCE = "thigh sensor (activPAL)"
_LEFT_OUT = "The row was left out."


@dataclass(frozen=True, slots=True)
class _Event:
    """A row as read: its wall clock, length, code and line."""

    wall: datetime
    length: timedelta
    code: str
    row: int


class ActivpalAdapter(SheetAdapter):
    """Reads postures as the sensor classified them; neighbours of one posture become one."""

    name: ClassVar[str] = "activpal"
    recognised: ClassVar[str] = "activPAL: events of a thigh sensor as CSV"
    layout = _LAYOUT

    def recognises(self, file: SourceFile) -> bool:
        """Whether the header is that of an events file, or the file describes a recording."""
        return super().recognises(file) or _describes(file)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield what an events file holds; of a description, only the account."""
        if _describes(file) and self.heading(file) is None:
            yield from _description(file, Ledger(file, self.name, "row"))
        else:
            yield from super().read(file, reading)

    def entries(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[Entry | Problem]:
        """Yield stretches of one posture in time order."""
        order = stated_order(file.columns) or date_order(
            heading.cell(row.cells, "time").strip("#") for row in stream_rows(file, heading)
        )
        clock = RecorderClock(zone)
        joined = Joined(timedelta(seconds=self.evidence.limit.seam_s))
        tells_lying = _tells_lying(file, heading)
        judged = iter if tells_lying else self._doubted
        for row in whole_rows(file, heading, ledger):
            event = row if isinstance(row, Problem) else self._event(row, heading, ledger, order)
            if isinstance(event, Problem):
                yield event
                continue
            span = self._span(event, clock)
            if span is None:
                ledger.set_aside("not worn")
            elif not joined.goes_on(span):
                yield _out_of_order(ledger, span.row)
            else:
                ledger.take()
                yield from intervals(judged(joined.add(span)), self, file, zone, _SOURCE)
        yield from intervals(judged(joined.rest()), self, file, zone, _SOURCE)
        if clock.ran_on:
            yield ran_on(ledger)
        if not tells_lying:
            yield _lying_unknown(ledger)

    def _doubted(self, spans: Iterable[Span[Kind]]) -> Iterator[Span[Kind]]:
        """Doubt hours of sitting that may have been spent in bed."""
        longest = timedelta(seconds=self.evidence.limit.sensor_long_s)
        for span in spans:
            if span.kind.posture is Posture.SITTING and span.length > longest:
                doubted = replace(span.kind, grade=self.evidence.grade.sensor_long)
                yield replace(span, kind=doubted)
            else:
                yield span

    def _event(
        self, row: StreamedRow, heading: Heading, ledger: Ledger, order: DateOrder
    ) -> _Event | Problem:
        stamp, length, code = (heading.cell(row.cells, name) for name in ("time", _LENGTH, _CODE))
        wall = read_recorder_time(stamp, order, self.evidence.limit.years)
        if wall is None:
            expected = "a spreadsheet's day number or a local time"
            return ledger.refuse(
                "date-unreadable", echo(stamp), expected, _LEFT_OUT, row.line, "Time"
            )
        try:
            seconds = number(length, comma_is_decimal=heading.comma_is_decimal)
        except Unreadable as why:
            return ledger.refuse(
                "length-unreadable", echo(length), why.expected, why.hint, row.line, _LENGTH
            )
        if seconds is None or seconds > self.evidence.limit.event_s:
            expected = f"seconds, at most {self.evidence.limit.event_s}"
            return ledger.refuse(
                "length-unreadable", echo(length), expected, _LEFT_OUT, row.line, _LENGTH
            )
        known = vocabulary().activpal
        if _meaning(code) is None and code.partition(".")[0] not in known.not_worn:
            expected = f"one of {', '.join([*known.posture, *sorted(known.not_worn)])}"
            return ledger.refuse("code-unknown", echo(code), expected, _LEFT_OUT, row.line, _CODE)
        return _Event(wall, timedelta(seconds=seconds), code, row.line)

    def _span(self, event: _Event, clock: RecorderClock) -> Span[Kind] | None:
        """The span of an event; None while the sensor is not worn."""
        start = clock.instant(event.wall)
        posture = _meaning(event.code)
        if posture is None:
            return None
        kind = Kind(posture, Observation.POSTURE_SENSOR, self.evidence.grade.sensor, Clock.LOCAL)
        return Span(start, start + event.length, kind, event.row)


def _meaning(code: str) -> Posture | None:
    """The posture of a code; ``2.1`` means what ``2`` means unless the table says otherwise."""
    postures = vocabulary().activpal.posture
    return postures.get(code) or postures.get(code.partition(".")[0])


def _tells_lying(file: SourceFile, heading: Heading) -> bool:
    """Whether the software has a code for lying: its header lists it, or a row has it."""
    place = heading.place(_CODE)
    if place is not None and "lying" in heading.written[place].lower():
        return True
    codes = (heading.cell(row.cells, _CODE) for row in stream_rows(file, heading))
    return any(_meaning(code) is Posture.LYING for code in codes)


def _out_of_order(ledger: Ledger, row: int) -> Problem:
    return ledger.refuse(
        "row-out-of-order",
        "a row that begins before the one above it ends",
        "rows one after the other",
        _LEFT_OUT,
        row,
        "Time",
    )


def _lying_unknown(ledger: Ledger) -> Problem:
    return ledger.problem(
        ProblemKind.NOTE,
        "lying-counted-as-sitting",
        "no code for lying",
        "codes that tell lying from sitting",
        "This version of the software counts nights and naps as sitting; hours without a change"
        " are doubted. Newer versions of it tell the two apart: export the recording again.",
    )


def _describes(file: SourceFile) -> bool:
    return _DEFINITION.match(file.head) is not None


def _description(file: SourceFile, ledger: Ledger) -> Iterator[Problem | Tally]:
    lines = sum(1 for line in stream_lines(file) if line.text.strip())
    ledger.set_aside("setting of the recording", lines)
    yield ledger.problem(
        ProblemKind.NOTE,
        "no-events",
        "the settings of an activPAL recording",
        "its events",
        "Nothing to read here: give the Events.csv of the same recording.",
    )
    yield ledger.tally()
