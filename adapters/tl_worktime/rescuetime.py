"""RescueTime: seconds of computer use by five minutes, as CSV of its data API."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Entry, Observation, Posture, Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.grades import Grade
from tl_analyzer.parsing.layout import Heading, Layout
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import when
from tl_analyzer.parsing.numbers import Unreadable, number
from tl_analyzer.parsing.row_stream import StreamedRow, stream_rows
from tl_analyzer.parsing.timeline import Span, merged
from tl_analyzer.parsing.written_dates import DateOrder, read_moment
from tl_worktime.kinds import Kind, intervals
from tl_worktime.sheet import SheetAdapter, whole_rows

_SPENT = "time spent (seconds)"
_LAYOUT = Layout(
    known=("date", _SPENT, "number of people", "activity", "category", "productivity"),
    required=frozenset({"date", _SPENT, "number of people"}),
    typical=frozenset({"activity", "category", "productivity"}),
    at_least=1,
    anchors=("date",),
)


@dataclass
class _Bucket:
    """Seconds of use in one bucket, over all applications, and the row that names it first."""

    row: int
    seconds: float = 0.0


class RescueTimeAdapter(SheetAdapter):
    """Reads how much of each five minutes was spent at the computer; not with what.

    A bucket is a share and no interval: a half-filled one is half as likely spent sitting.
    """

    name: ClassVar[str] = "rescuetime"
    recognised: ClassVar[str] = "RescueTime: CSV of the data API, by five minutes"
    layout = _LAYOUT

    def entries(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[Entry | Problem]:
        """Yield stretches of equally filled buckets."""
        buckets: dict[datetime, _Bucket] = {}
        yield from self._rows(file, heading, ledger, buckets)
        spans = merged(self._spans(buckets, zone))
        yield from intervals(spans, self, file, zone, "computer activity (RescueTime)")

    def _rows(
        self, file: SourceFile, heading: Heading, ledger: Ledger, buckets: dict[datetime, _Bucket]
    ) -> Iterator[Problem]:
        if not self._by_minutes(file, heading):
            yield _too_coarse(ledger)
            for row in whole_rows(file, heading, ledger):
                if isinstance(row, Problem):
                    yield row
                else:
                    ledger.set_aside("bucket too long")
            return
        for row in whole_rows(file, heading, ledger):
            if isinstance(row, Problem):
                yield row
            elif (problem := self._take(row, heading, ledger, buckets)) is not None:
                yield problem

    def _by_minutes(self, file: SourceFile, heading: Heading) -> bool:
        """Whether any bucket begins within an hour: those of hours and days never do."""
        return any(
            isinstance(moment, datetime) and moment.minute
            for row in stream_rows(file, heading)
            for moment in (self._moment(heading.cell(row.cells, "date")),)
        )

    def _moment(self, text: str) -> datetime | None:
        found = read_moment(text, DateOrder.UNDECIDED, self.evidence.limit.years)
        return found if isinstance(found, datetime) else None

    def _take(
        self,
        row: StreamedRow,
        heading: Heading,
        ledger: Ledger,
        buckets: dict[datetime, _Bucket],
    ) -> Problem | None:
        limit = self.evidence.limit
        start = self._moment(heading.cell(row.cells, "date"))
        if start is None or start.tzinfo or _since_midnight(start) % limit.bucket_s:
            return ledger.refuse(
                "date-unreadable",
                echo(heading.cell(row.cells, "date")),
                "the begin of five minutes, such as 2026-03-02T09:05:00",
                "Export it again with resolution_time=minute.",
                row.line,
                "date",
            )
        try:
            comma = heading.comma_is_decimal
            seconds = number(heading.cell(row.cells, _SPENT), comma_is_decimal=comma)
        except Unreadable as why:
            spent = echo(heading.cell(row.cells, _SPENT))
            return ledger.refuse(
                "seconds-unreadable", spent, why.expected, why.hint, row.line, _SPENT
            )
        if not seconds:
            ledger.set_aside("no time")
        elif start not in buckets and len(buckets) >= limit.held:
            ledger.set_aside("more buckets than are read")
        else:
            ledger.take()
            buckets.setdefault(start, _Bucket(row.line)).seconds += seconds
        return None

    def _spans(self, buckets: dict[datetime, _Bucket], zone: str) -> Iterator[Span[Kind]]:
        grade, length = self.evidence.grade.bucket, self.evidence.limit.bucket_s
        for wall, bucket in sorted(buckets.items(), key=lambda pair: pair[0]):
            start = when(wall, zone)
            # Two applications at once, and the hour that a clock shows twice, fill it twice.
            share = min(bucket.seconds / length, 1.0)
            worth = Grade(round(grade.probability * share, 3), grade.quality)
            kind = Kind(Posture.SITTING, Observation.COMPUTER_ACTIVE, worth, start.clock)
            yield Span(start.utc, start.utc + timedelta(seconds=length), kind, bucket.row)


def _since_midnight(moment: datetime) -> int:
    return (moment.hour * 60 + moment.minute) * 60 + moment.second


def _too_coarse(ledger: Ledger) -> Problem:
    return ledger.problem(
        ProblemKind.NOTE,
        "bucket-too-long",
        "buckets of hours or days",
        "buckets of five minutes",
        "They cannot tell a break from work. Export again with perspective=interval and"
        " resolution_time=minute.",
        column="date",
    )
