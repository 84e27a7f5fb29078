"""What the tables of this package share: opened within bounds, screened, read in order."""

from collections.abc import Iterator

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.layout import Heading, Layout
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.row_stream import StreamedRow, screened, stream_rows
from tl_worktime.evidence import Limits


def unopened(
    file: SourceFile, heading: Heading | None, layout: Layout, ledger: Ledger, limit: Limits
) -> Problem | None:
    """Say why a file cannot be read as this table; None when it can."""
    if file.size > limit.file_bytes:
        return ledger.too_large(file.size, limit.file_bytes)
    if heading is None:
        wanted = ", ".join(sorted(layout.required))
        return ledger.problem(
            ProblemKind.REFUSED,
            "header-missing",
            "no such header",
            f"a header with {wanted}",
            "Export the file again, and do not edit its first line.",
            1,
        )
    return None


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
