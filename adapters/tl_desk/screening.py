"""What is said about the header of a table that is kept by hand."""

from collections.abc import Iterator

from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading, Layout
from tl_analyzer.parsing.ledger import Ledger
from tl_desk.words import nearest, plain


def unread_columns(
    ledger: Ledger, heading: Heading, layout: Layout, similarity: float
) -> Iterator[Problem]:
    """One note that names all columns that are not read."""
    unread = heading.unread
    if not unread:
        return
    missing = [name for name in layout.known if name not in heading.columns]
    guesses = [(name, nearest(plain(name), missing, similarity)) for name in unread]
    meant = "".join(f" Did you mean {near} by {echo(name)}?" for name, near in guesses if near)
    yield ledger.problem(
        ProblemKind.NOTE,
        "columns-ignored",
        f"further columns {', '.join(map(echo, unread))}",
        ", ".join(layout.known),
        f"They are not read.{meant}",
        heading.line,
    )


def no_header(ledger: Ledger, layout: Layout) -> Problem:
    """Say that the file has no header of this layout."""
    wanted = ",".join(layout.known)
    hint = f"Begin the file with the line {wanted}"
    return ledger.problem(
        ProblemKind.REFUSED, "header-missing", "no such header", f"a header {wanted}", hint, 1
    )
