"""Rows of a delimited file of any size, with true line numbers, whatever became of its quotes."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.layout import Heading, cells_of, says_nothing
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.lines import Line, stream_lines

_DATE_FIRST = re.compile(r'\s*(?:"\s*)?\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b')


class Fault(StrEnum):
    """What is wrong with a row as text."""

    NONE = "none"
    #: A quote is opened and never closed; the row is read as if it were no quote.
    OPEN_QUOTE = "open quote"
    #: The line is longer than is read.
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class StreamedRow:
    """One row: its first line (counted from 1) and its cells, as many as are written."""

    line: int
    cells: tuple[str, ...]
    fault: Fault = Fault.NONE


def stream_rows(file: SourceFile, heading: Heading) -> Iterator[StreamedRow]:
    """Yield the rows below the header; blank lines and comments are no rows."""
    coming = _Coming(stream_lines(file))
    while line := coming.peek(0):
        coming.drop(1)
        if line.number <= heading.line or says_nothing(line.text, heading.comment):
            continue
        if line.cut:
            yield StreamedRow(line.number, (line.text,), Fault.TOO_LONG)
        elif _leaves_open(line.text, heading.delimiter):
            yield _quoted_row(line, heading, coming, bounds().record_lines)
        else:
            yield StreamedRow(line.number, cells_of(line.text, heading.delimiter))


def screened(
    found: Iterable[StreamedRow], heading: Heading, ledger: Ledger
) -> Iterator[StreamedRow | Problem]:
    """Rows that may hold values; the others are counted by name or refused."""
    for row in found:
        if row.fault is Fault.TOO_LONG:
            yield ledger.refuse(
                "line-too-long",
                "a longer line",
                f"at most {bounds().line_bytes} bytes",
                "Check whether this is a text file with line ends.",
                row.line,
            )
        elif not any(cell.strip() for cell in row.cells):
            ledger.set_aside("empty row")
        elif row.cells == heading.written:
            ledger.set_aside("repeated header")
        else:
            if row.fault is Fault.OPEN_QUOTE:
                yield _stray_quote(ledger, row)
            yield row


class _Coming:
    """The lines still to be read, with a look ahead."""

    def __init__(self, source: Iterator[Line]) -> None:
        self._source = source
        self._ahead: deque[Line] = deque()

    def peek(self, place: int) -> Line | None:
        """The line `place` lines ahead; None behind the end of the file."""
        while len(self._ahead) <= place:
            following = next(self._source, None)
            if following is None:
                return None
            self._ahead.append(following)
        return self._ahead[place]

    def drop(self, count: int) -> None:
        """Go on by `count` lines that were looked at."""
        for _ in range(count):
            self._ahead.popleft()


def _quoted_row(line: Line, heading: Heading, coming: _Coming, most_lines: int) -> StreamedRow:
    """The row that begins with `line`, whose last cell goes on in the next lines.

    When the quote is never closed, or would swallow a line that is itself a row, it is taken for
    a stray mark, and the next lines are left to be read as rows.
    """
    record, still_open = line.text, True
    for place in range(most_lines - 1):
        following = coming.peek(place)
        if following is None or following.cut or _is_row(following.text, heading):
            break
        record += "\n" + following.text
        still_open = _stays_open(following.text, heading.delimiter)
        if not still_open:
            coming.drop(place + 1)
            return StreamedRow(line.number, cells_of(record, heading.delimiter))
    cells = tuple(cell.strip().removeprefix('"') for cell in line.text.split(heading.delimiter))
    return StreamedRow(line.number, cells, Fault.OPEN_QUOTE)


def _is_row(text: str, heading: Heading) -> bool:
    if heading.anchor is None:
        return False
    cells = text.split(heading.delimiter)
    whole = len(cells) >= len(heading.written) - 1 and heading.anchor < len(cells)
    return whole and bool(_DATE_FIRST.match(cells[heading.anchor]))


def _leaves_open(text: str, delimiter: str) -> bool:
    """Whether a quoted cell is still open at the end of a line that begins a row."""
    return '"' in text and _open_after(text, delimiter, inside=False)


def _stays_open(text: str, delimiter: str) -> bool:
    """Whether a quoted cell is still open at the end of a line that goes on in it."""
    return '"' not in text or _open_after(text, delimiter, inside=True)


def _open_after(text: str, delimiter: str, *, inside: bool) -> bool:
    at_start, last = not inside, ""
    for char in text:
        if char == '"':
            # A quote opens at the start of a cell; a doubled one re-opens what it just closed.
            if inside:
                inside = False
            elif at_start or last == '"':
                inside = True
            at_start = False
        elif not inside:
            at_start = char == delimiter or (at_start and char.isspace())
        last = char
    return inside


def _stray_quote(ledger: Ledger, row: StreamedRow) -> Problem:
    return ledger.problem(
        ProblemKind.REPAIRED,
        "quote-open",
        "a quote that is opened and not closed",
        "quotes in pairs",
        "It was taken for a stray mark, so that no row after it is lost. Close or remove it.",
        row.line,
    )
