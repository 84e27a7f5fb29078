"""The pain diary: a CSV ``date,region,side,score,signs,note``."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import CheckIn, Entry, Problem, ProblemKind, Provenance, Tally, When
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading, Layout, find_heading
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import when
from tl_analyzer.parsing.row_stream import StreamedRow, screened, stream_rows
from tl_analyzer.parsing.written_dates import Unclear, date_order, read_moment, stated_order
from tl_desk.evidence import Evidence, shipped_evidence
from tl_desk.pain_cells import (
    read_region,
    read_score,
    read_side,
    read_signs,
    realigned,
    stray_signs,
    warning_of_loss,
)
from tl_desk.screening import no_header, unread_columns

_LAYOUT = Layout(
    known=("date", "region", "side", "score", "signs", "note"),
    required=frozenset({"date"}),
    typical=frozenset({"region", "score", "signs"}),
    at_least=2,
    anchors=("date",),
    comment="#",
)


@dataclass(frozen=True)
class CheckInAdapter:
    """Reads the pain diary; a row is kept with all that is understood of it.

    Parameters
    ----------
    evidence : Evidence
        The numbers to use; the shipped ones unless a test says otherwise.
    """

    name: ClassVar[str] = "check-ins"
    recognised: ClassVar[str] = "pain diary: CSV with date,region,side,score,signs,note"
    contract: ClassVar[int] = 1

    evidence: Evidence = field(default_factory=shipped_evidence)

    def recognises(self, file: SourceFile) -> bool:
        """Whether the header names a date and at least two of region, score and signs."""
        return find_heading(file, _LAYOUT) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield a check-in for each row with a date, and a problem for each doubtful cell."""
        ledger = Ledger(file, self.name, "row")
        limit = self.evidence.limit
        heading = find_heading(file, _LAYOUT)
        if file.size > limit.file_bytes:
            yield ledger.too_large(file.size, limit.file_bytes)
        elif heading is None:
            yield no_header(ledger, _LAYOUT)
        else:
            yield from unread_columns(ledger, heading, _LAYOUT, limit.hint_similarity)
            yield from self._rows(file, heading, ledger, reading.zone)
        yield ledger.tally()

    def _rows(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[CheckIn | Problem]:
        limit = self.evidence.limit
        order = stated_order(file.columns) or date_order(
            heading.value(row.cells)["date"] for row in stream_rows(file, heading)
        )
        for row in screened(stream_rows(file, heading), heading, ledger):
            if isinstance(row, Problem):
                yield row
                continue
            value = heading.value(realigned(row.cells, heading))
            moment = read_moment(value["date"], order, limit.years)
            if isinstance(moment, Unclear):
                found, hint = echo(value["date"]), moment.hint + warning_of_loss(value, limit)
                yield ledger.refuse(moment.code, found, moment.expected, hint, row.line, "date")
            elif not any(text for name, text in value.items() if name != "date"):
                ledger.set_aside("date without anything else")
            else:
                yield from _wide_row(ledger, row, heading)
                ledger.take()
                yield from self._check_in(
                    value, when(moment, zone), ledger, provenance(self, file, row.line)
                )

    def _check_in(
        self, value: Mapping[str, str], start: When, ledger: Ledger, origin: Provenance
    ) -> Iterator[CheckIn | Problem]:
        limit = self.evidence.limit
        value, stray, stray_doubts = stray_signs(value)
        region, region_doubts = read_region(value["region"], limit)
        side, side_doubts = read_side(value["side"])
        score, score_doubts = read_score(value["score"])
        signs, sign_doubts = read_signs(value["signs"], limit)
        for doubt in stray_doubts + region_doubts + side_doubts + score_doubts + sign_doubts:
            yield ledger.problem(
                doubt.kind,
                doubt.code,
                doubt.found,
                doubt.expected,
                doubt.hint,
                origin.row,
                doubt.column,
            )
        yield CheckIn(
            start=start,
            region=region,
            side=side,
            score=score,
            signs=tuple(dict.fromkeys(signs + stray)),
            note=value["note"],
            provenance=origin,
        )


def _wide_row(ledger: Ledger, row: StreamedRow, heading: Heading) -> Iterator[Problem]:
    """Say that a row has more cells than the header."""
    if any(cell.strip() for cell in row.cells[len(heading.written) :]):
        yield ledger.problem(
            ProblemKind.REPAIRED,
            "row-too-wide",
            f"{len(row.cells)} cells",
            f"{len(heading.written)} cells",
            "The cells were put where they fit. Put text with a delimiter in it into quotes.",
            row.line,
        )
