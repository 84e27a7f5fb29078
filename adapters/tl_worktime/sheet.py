"""What the tables of this package share: opened within bounds, screened, read in order."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally
from tl_analyzer.parsing.layout import Heading, Layout, find_heading
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.row_stream import StreamedRow, screened, stream_rows
from tl_worktime.evidence import Evidence, shipped_evidence


@dataclass(frozen=True)
class SheetAdapter(ABC):
    """An adapter of one kind of table; each states its name, its layout and what its rows hold.

    Parameters
    ----------
    evidence : Evidence
        The numbers to use; the shipped ones unless a test says otherwise.
    """

    name: ClassVar[str]
    recognised: ClassVar[str]
    contract: ClassVar[int] = 1
    layout: ClassVar[Layout]

    evidence: Evidence = field(default_factory=shipped_evidence)

    def recognises(self, file: SourceFile) -> bool:
        """Whether the header is that of the table, and its first rows are too."""
        heading = self.heading(file)
        if heading is None:
            return False
        head = SourceFile.of_bytes(file.name, file.head)
        return self.begins_so(heading, stream_rows(head, heading))

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield what the rows hold, a problem for each that is not read, and the account."""
        ledger = Ledger(file, self.name, "row")
        heading = self.heading(file)
        most = self.evidence.limit.file_bytes
        if file.size > most:
            yield ledger.too_large(file.size, most)
        elif heading is None:
            yield _no_header(ledger, self.layout)
        else:
            yield from self.entries(file, heading, ledger, reading.zone)
        yield ledger.tally()

    def heading(self, file: SourceFile) -> Heading | None:
        """The header; None where the file is no such table."""
        return find_heading(file, self.layout)

    def begins_so(self, heading: Heading, first: Iterator[StreamedRow]) -> bool:
        """Whether the first rows are those of the table; where the header tells, always."""
        return True

    @abstractmethod
    def entries(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[Entry | Problem]:
        """Yield what the rows hold, and account for each."""


def whole_rows(
    file: SourceFile, heading: Heading, ledger: Ledger
) -> Iterator[StreamedRow | Problem]:
    """Rows that reach to the last column that is read; the others are refused or counted."""
    width = max(place for places in heading.columns.values() for place in places) + 1
    for row in screened(stream_rows(file, heading), heading, ledger):
        if isinstance(row, StreamedRow) and len(row.cells) < width:
            yield ledger.refuse(
                "row-cut-short",
                f"{len(row.cells)} cells",
                f"at least {width} cells",
                "The row is cut short; export the file again.",
                row.line,
            )
        else:
            yield row


def _no_header(ledger: Ledger, layout: Layout) -> Problem:
    wanted = ", ".join(sorted(layout.required))
    return ledger.problem(
        ProblemKind.REFUSED,
        "header-missing",
        "no such header",
        f"a header with {wanted}",
        "Export the file again, and do not edit its first line.",
        1,
    )
