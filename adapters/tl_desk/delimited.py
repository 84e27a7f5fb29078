"""Delimited text as people and spreadsheets write it: header, rows, true line numbers."""

import csv
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tl_analyzer.adapter import SourceFile
from tl_desk.evidence import Limits
from tl_desk.text import decode, lines
from tl_desk.words import plain

_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r'\s*"?sep=.?"?\s*', re.IGNORECASE)
_DATE_FIRST = re.compile(r'\s*"?\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b')


class Fault(StrEnum):
    """What is wrong with a row as text."""

    NONE = "none"
    #: A quote is opened and never closed; the row is read as if it were no quote.
    OPEN_QUOTE = "open quote"
    #: The line is longer than is read.
    TOO_LONG = "too long"


@dataclass(frozen=True, slots=True)
class Layout:
    """Which header makes a file ours.

    Attributes
    ----------
    known : tuple of str
        Columns that are understood.
    required : frozenset of str
        Columns that must be there.
    typical : frozenset of str
        Columns of which at least `at_least` must be there.
    anchors : tuple of str
        Columns of which the first that is there holds a date in every row.
    """

    known: tuple[str, ...]
    required: frozenset[str]
    typical: frozenset[str]
    at_least: int
    anchors: tuple[str, ...]

    def fits(self, names: frozenset[str]) -> bool:
        """Whether a header with these names is ours."""
        return self.required <= names and len(self.typical & names) >= self.at_least


@dataclass(frozen=True, slots=True)
class Header:
    """The first row.

    Attributes
    ----------
    line : int
        Its line, counted from 1.
    delimiter : str
        What stands between cells.
    written : tuple of str
        The cells as written.
    columns : mapping of str to tuple of int
        Places of each known column; more than one where its name stands twice.
    known : tuple of str
        All columns of the layout.
    anchor : int
        Place of the column that holds a date in every row.
    """

    line: int
    delimiter: str
    written: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    known: tuple[str, ...]
    anchor: int

    def place(self, name: str) -> int | None:
        """First place of a column, None where there is none."""
        places = self.columns.get(name)
        return places[0] if places else None

    def value(self, cells: Sequence[str]) -> dict[str, str]:
        """What a row has in each column of the layout; empty where it has no such cell."""
        found = dict.fromkeys(self.known, "")
        for name, places in self.columns.items():
            stated = (cells[place].strip() for place in places if place < len(cells))
            found[name] = ";".join(filter(None, stated))
        return found

    @property
    def unread(self) -> tuple[str, ...]:
        """Columns that are not read, as written."""
        used = {place for places in self.columns.values() for place in places}
        return tuple(
            name.strip() for i, name in enumerate(self.written) if name.strip() and i not in used
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its first line (counted from 1) and its cells."""

    line: int
    cells: tuple[str, ...]
    fault: Fault = Fault.NONE


def find_header(file: SourceFile, layout: Layout) -> Header | None:
    """The header of a file of this layout, from its head alone; None when it is not one."""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", decode(file.head, cut=True)), start=1):
        if _says_nothing(line) or _SEPARATOR_LINE.fullmatch(line):
            continue
        for delimiter in _DELIMITERS:
            written = _cells(line, delimiter)
            columns = _columns(written, layout)
            if layout.fits(frozenset(columns)):
                anchor = next(columns[name][0] for name in layout.anchors if name in columns)
                return Header(number, delimiter, written, columns, layout.known, anchor)
        return None
    return None


def rows(file: SourceFile, header: Header, limit: Limits) -> Iterator[Row]:
    """The rows below the header; blank lines and ``#`` comments are no rows."""
    with file.open() as stream:
        coming = _Coming(lines(stream, file.head, limit.line_bytes))
        while line := coming.peek(0):
            coming.drop(1)
            if line.number <= header.line or _says_nothing(line.text):
                continue
            if line.cut:
                yield Row(line.number, (line.text,), Fault.TOO_LONG)
            elif _leaves_open(line.text, header.delimiter):
                yield _quoted_row(line, header, coming, limit.record_lines)
            else:
                yield Row(line.number, _cells(line.text, header.delimiter))


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    cut: bool


class _Coming:
    """The lines still to be read, with a look ahead."""

    def __init__(self, source: Iterator[tuple[str, bool]]) -> None:
        self._source = enumerate(source, start=1)
        self._ahead: deque[_Line] = deque()

    def peek(self, place: int) -> _Line | None:
        """The line `place` lines ahead; None behind the end of the file."""
        while len(self._ahead) <= place:
            following = next(self._source, None)
            if following is None:
                return None
            number, (text, cut) = following
            self._ahead.append(_Line(number, text, cut))
        return self._ahead[place]

    def drop(self, count: int) -> None:
        """Go on by `count` lines that were looked at."""
        for _ in range(count):
            self._ahead.popleft()


def _quoted_row(line: _Line, header: Header, coming: _Coming, most_lines: int) -> Row:
    """The row that begins with `line`, whose last cell goes on in the next lines.

    When the quote is never closed, or would swallow a line that is itself a row, it is taken for
    a stray mark, and the next lines are left to be read as rows.
    """
    record = line.text
    for place in range(most_lines - 1):
        following = coming.peek(place)
        if following is None or following.cut or _is_row(following.text, header):
            break
        record += "\n" + following.text
        if not _leaves_open(record, header.delimiter):
            coming.drop(place + 1)
            return Row(line.number, _cells(record, header.delimiter))
    cells = tuple(cell.strip().removeprefix('"') for cell in line.text.split(header.delimiter))
    return Row(line.number, cells, Fault.OPEN_QUOTE)


def _is_row(text: str, header: Header) -> bool:
    cells = text.split(header.delimiter)
    whole = len(cells) >= len(header.written) - 1 and header.anchor < len(cells)
    return whole and bool(_DATE_FIRST.match(cells[header.anchor]))


def _says_nothing(line: str) -> bool:
    bare = line.strip().lstrip("\ufeff")
    return not bare or bare.startswith("#")


def _columns(written: tuple[str, ...], layout: Layout) -> dict[str, tuple[int, ...]]:
    """Places of each known column."""
    columns: dict[str, tuple[int, ...]] = {}
    for place, cell in enumerate(written):
        name = plain(cell)
        name = name if name in layout.known else _other_number(name, layout)
        if name in layout.known:
            columns[name] = (*columns.get(name, ()), place)
    return columns


def _other_number(name: str, layout: Layout) -> str:
    """The known column that differs by a plural s only."""
    return next(
        (known for known in layout.known if known.removesuffix("s") == name.removesuffix("s")), name
    )


def _leaves_open(text: str, delimiter: str) -> bool:
    """Whether a quoted cell is still open at the end of `text`."""
    if '"' not in text:
        return False
    inside, at_start, last = False, True, ""
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


def _cells(text: str, delimiter: str) -> tuple[str, ...]:
    try:
        return tuple(next(csv.reader([text], delimiter=delimiter, skipinitialspace=True), ()))
    except csv.Error:
        return tuple(text.split(delimiter))
