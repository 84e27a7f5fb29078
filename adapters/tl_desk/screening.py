"""What becomes of the text of a delimited file before any value of it is read."""

from collections.abc import Iterable, Iterator

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_desk.delimited import Fault, Header, Layout, Row
from tl_desk.evidence import Limits
from tl_desk.words import nearest, plain


def screened(
    found: Iterable[Row], header: Header, ledger: Ledger, limit: Limits
) -> Iterator[Row | Problem]:
    """Rows that may hold values; the others are counted by name or refused."""
    for row in found:
        if row.fault is Fault.TOO_LONG:
            yield ledger.refuse(
                "line-too-long",
                "a longer line",
                f"at most {limit.line_bytes} bytes",
                "Check whether this is a text file with line ends.",
                row.line,
            )
        elif not any(cell.strip() for cell in row.cells):
            ledger.set_aside("empty row")
        elif row.cells == header.written:
            ledger.set_aside("repeated header")
        else:
            if row.fault is Fault.OPEN_QUOTE:
                yield _stray_quote(ledger, row)
            yield row


def unread_columns(
    ledger: Ledger, header: Header, layout: Layout, similarity: float
) -> Iterator[Problem]:
    """One note that names all columns that are not read."""
    unread = header.unread
    if not unread:
        return
    missing = [name for name in layout.known if name not in header.columns]
    guesses = [(name, nearest(plain(name), missing, similarity)) for name in unread]
    meant = "".join(f" Did you mean {near} by {echo(name)}?" for name, near in guesses if near)
    yield ledger.problem(
        ProblemKind.NOTE,
        "columns-ignored",
        f"further columns {', '.join(map(echo, unread))}",
        ", ".join(layout.known),
        f"They are not read.{meant}",
        header.line,
    )


def no_header(ledger: Ledger, layout: Layout) -> Problem:
    """Say that the file has no header of this layout."""
    wanted = ",".join(layout.known)
    hint = f"Begin the file with the line {wanted}"
    return ledger.problem(
        ProblemKind.REFUSED, "header-missing", "no such header", f"a header {wanted}", hint, 1
    )


def _stray_quote(ledger: Ledger, row: Row) -> Problem:
    return ledger.problem(
        ProblemKind.REPAIRED,
        "quote-open",
        "a quote that is opened and not closed",
        "quotes in pairs",
        "It was taken for a stray mark, so that no row after it is lost. Close or remove it.",
        row.line,
    )
