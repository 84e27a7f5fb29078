"""The posture log: a CSV ``start,end,posture`` written by hand or by a small tool."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import (
    Clock,
    Entry,
    Observation,
    Posture,
    PostureInterval,
    Problem,
    ProblemKind,
    SittingStyle,
    Tally,
    When,
)
from tl_analyzer.parsing.layout import Heading, Layout, find_heading
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.row_stream import StreamedRow, screened, stream_rows
from tl_analyzer.parsing.timeline import Span, layered
from tl_analyzer.parsing.written_dates import date_order, stated_order
from tl_desk.evidence import Evidence, shipped_evidence
from tl_desk.posture_row import Refusal, Stretch, read_posture, read_stretch
from tl_desk.screening import no_header, unread_columns

_LAYOUT = Layout(
    known=("start", "end", "posture", "note", "date"),
    required=frozenset({"start", "end", "posture"}),
    typical=frozenset(),
    at_least=0,
    anchors=("date", "start"),
    comment="#",
)
_SOURCE = "posture log"


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a row states about its stretch of time."""

    posture: Posture
    style: SittingStyle | None
    clock: Clock


@dataclass(frozen=True)
class PostureCsvAdapter:
    """Reads a posture log into intervals that do not overlap.

    Where rows overlap, the one that starts later holds, the shorter one where both start together:
    a walk written inside a morning of sitting is a break in it.

    Parameters
    ----------
    evidence : Evidence
        The numbers to use; the shipped ones unless a test says otherwise.
    """

    name: ClassVar[str] = "posture-csv"
    recognised: ClassVar[str] = "posture log: CSV with start,end,posture"
    contract: ClassVar[int] = 1

    evidence: Evidence = field(default_factory=shipped_evidence)

    def recognises(self, file: SourceFile) -> bool:
        """Whether the header names start, end and posture."""
        return find_heading(file, _LAYOUT) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield the problems of the rows, then the intervals in time order."""
        ledger = Ledger(file, self.name, "row")
        limit = self.evidence.limit
        heading = find_heading(file, _LAYOUT)
        if file.size > limit.file_bytes:
            yield ledger.too_large(file.size, limit.file_bytes)
        elif heading is None:
            yield no_header(ledger, _LAYOUT)
        else:
            yield from unread_columns(ledger, heading, _LAYOUT, limit.hint_similarity)
            spans: list[Span[_Stated]] = []
            for found in self._spans(file, heading, ledger, reading.zone):
                if isinstance(found, Problem):
                    yield found
                else:
                    spans.append(found)
            yield from _overlaps(ledger, spans)
            yield from self._intervals(spans, file, reading.zone)
        yield ledger.tally()

    def _spans(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[Span[_Stated] | Problem]:
        limit = self.evidence.limit
        order = stated_order(file.columns) or date_order(
            value[name]
            for row in stream_rows(file, heading)
            for value in (heading.value(row.cells),)
            for name in ("date", "start", "end")
        )
        for row in screened(stream_rows(file, heading), heading, ledger):
            if isinstance(row, Problem):
                yield row
                continue
            value = heading.value(row.cells)
            stretch = read_stretch(value["date"], value["start"], value["end"], order, zone, limit)
            posture = read_posture(value["posture"], limit.hint_similarity)
            if isinstance(stretch, Refusal):
                yield _refused(ledger, row, stretch)
            elif isinstance(posture, Refusal):
                yield _refused(ledger, row, posture)
            else:
                yield from _assumed(ledger, row, stretch)
                ledger.take()
                stated = _Stated(*posture, stretch.start.clock)
                yield Span(stretch.start.utc, stretch.end, stated, row.line)

    def _intervals(
        self, spans: list[Span[_Stated]], file: SourceFile, zone: str
    ) -> Iterator[PostureInterval]:
        grade = self.evidence.grade.posture_log
        for span in layered(spans, _later_then_shorter):
            yield PostureInterval(
                start=When(utc=span.start, zone=zone, clock=span.kind.clock),
                end=span.end,
                posture=span.kind.posture,
                probability=grade.probability,
                quality=grade.quality,
                observation=Observation.POSTURE_LOG,
                style=span.kind.style,
                source=_SOURCE,
                provenance=provenance(self, file, span.row),
            )


def _later_then_shorter(span: Span[_Stated]) -> tuple[float, ...]:
    return -span.start.timestamp(), span.end.timestamp(), span.row


def _refused(ledger: Ledger, row: StreamedRow, why: Refusal) -> Problem:
    return ledger.refuse(why.code, why.found, why.expected, why.hint, row.line, why.column)


def _assumed(ledger: Ledger, row: StreamedRow, stretch: Stretch) -> Iterator[Problem]:
    """What was assumed to read the times of a row."""
    if stretch.next_day:
        yield ledger.problem(
            ProblemKind.REPAIRED,
            "end-on-next-day",
            "an end without a date, earlier than the start",
            "an end after the start",
            "It was taken to lie on the next day. Write its date if that is wrong.",
            row.line,
            "end",
        )
    if stretch.doubtful:
        yield ledger.problem(
            ProblemKind.NOTE,
            "clock-doubtful",
            "a clock that this daylight-saving night shows twice or never",
            "a clock that exists once",
            "The first reading that fits was taken; an offset such as +01:00 settles it.",
            row.line,
        )


def _overlaps(ledger: Ledger, spans: list[Span[_Stated]]) -> Iterator[Problem]:
    """One note for all rows that begin while another row with another posture goes on."""
    inside: list[int] = []
    open_until: dict[tuple[Posture, SittingStyle | None], datetime] = {}
    for span in sorted(spans, key=lambda span: (span.start, span.row)):
        own = (span.kind.posture, span.kind.style)
        if any(end > span.start for key, end in open_until.items() if key != own):
            inside.append(span.row)
        open_until[own] = max(span.end, open_until.get(own, span.end))
    if inside:
        yield ledger.problem(
            ProblemKind.NOTE,
            "rows-overlap",
            f"{len(inside)} rows that begin inside another row",
            "one posture at a time",
            "The row that starts later holds for its time.",
            min(inside),
        )
