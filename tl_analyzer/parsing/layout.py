"""Tables by the names of their columns: which header is whose, and where its columns stand."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Self

from tl_analyzer.adapter import SourceFile
from tl_analyzer.column_map import ColumnMap, column_key
from tl_analyzer.parsing.no_header import begins_document, may_be_header
from tl_analyzer.parsing.text import decode_head

_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile(r'\s*"?sep=.?"?\s*', re.IGNORECASE)
#: Marks around a name that make no difference.
_EDGES = " .!?:'\"()[]\u200b"
#: At the end of a name: whatever follows.
_ANYTHING = "*"


@dataclass(frozen=True)
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
    at_least : int
        See `typical`.
    anchors : tuple of str
        Columns of which the first that is there holds a date in every row.
    also : mapping of str to str
        Further names of known columns; ``interval*`` stands for all that begin so.
    comment : str
        What begins a line that is no row; empty where there are no such lines.
    """

    known: tuple[str, ...]
    required: frozenset[str]
    typical: frozenset[str] = frozenset()
    at_least: int = 0
    anchors: tuple[str, ...] = ()
    also: Mapping[str, str] = field(default_factory=dict)
    comment: str = ""

    def fits(self, names: frozenset[str]) -> bool:
        """Whether a header with these columns is ours."""
        return self.required <= names and len(self.typical & names) >= self.at_least

    def explained(self, columns: ColumnMap | None) -> Self:
        """The layout with the names that the athlete gave to its columns."""
        if columns is None:
            return self
        named = {key(header): key(meaning) for meaning, header in columns.means.items()}
        return replace(self, also={**self.also, **named})

    def column(self, written: str) -> str | None:
        """The known column that a header cell names; a plural s makes no difference."""
        name = key(written)
        if not name:
            return self.also.get(name)
        if (known := self._by_name.get(name.removesuffix("s"))) is not None:
            return known
        for other, beginning, known in self._others:
            if name == other or (beginning and name.startswith(beginning)):
                return known
        return None

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        """Known columns by their names as compared; of two with one name the first holds."""
        return {key(known).removesuffix("s"): known for known in reversed(self.known)}

    @cached_property
    def _others(self) -> tuple[tuple[str, str, str], ...]:
        """Further names as compared, what all that begin so share, and the column they mean."""
        return tuple(
            (key(other), other.removesuffix(_ANYTHING) if other.endswith(_ANYTHING) else "", known)
            for other, known in self.also.items()
        )


@dataclass(frozen=True, slots=True)
class Heading:
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
    anchor : int or None
        Place of the column that holds a date in every row.
    comment : str
        What begins a line that is no row; empty where there are no such lines.
    """

    line: int
    delimiter: str
    written: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    known: tuple[str, ...]
    anchor: int | None
    comment: str = ""

    @property
    def comma_is_decimal(self) -> bool:
        """Whether a comma within a cell can only be a decimal comma."""
        return self.delimiter != ","

    def place(self, name: str) -> int | None:
        """First place of a column, None where there is none."""
        places = self.columns.get(name)
        return places[0] if places else None

    def cell(self, cells: Sequence[str], name: str) -> str:
        """What a row has in the first column of a name; empty where it has no such cell."""
        place = self.place(name)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    def value(self, cells: Sequence[str]) -> dict[str, str]:
        """What a row has in each column of the layout; columns of one name are joined by ``;``."""
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


def find_heading(file: SourceFile, layout: Layout) -> Heading | None:
    """The header of a file of this layout, from its head alone; None when it is not one."""
    layout = layout.explained(file.columns)
    for first in _first_rows(file.head, layout.comment):
        columns = _columns(first.cells, layout)
        if layout.fits(frozenset(columns)):
            anchor = next((columns[name][0] for name in layout.anchors if name in columns), None)
            return Heading(
                first.line,
                first.delimiter,
                first.cells,
                columns,
                layout.known,
                anchor,
                layout.comment,
            )
    return None


@dataclass(frozen=True, slots=True)
class _FirstRow:
    """The first line that says something, taken apart at one delimiter."""

    line: int
    delimiter: str
    cells: tuple[str, ...]


@lru_cache(maxsize=8)
def _first_rows(head: bytes, comment: str) -> tuple[_FirstRow, ...]:
    """What the first row may be, once for all layouts that are tried on a head."""
    for number, ended in enumerate(decode_head(head).lines, start=1):
        line = ended.rstrip("\r\n")
        if says_nothing(line, comment) or _SEPARATOR_LINE.fullmatch(line):
            continue
        if begins_document(line):
            return ()
        rows = (_FirstRow(number, each, cells_of(line, each)) for each in _DELIMITERS)
        return tuple(row for row in rows if may_be_header(row.cells))
    return ()


def key(name: str) -> str:
    """Bring a column name to the form in which those of a layout are compared."""
    return column_key(name).strip(_EDGES)


def says_nothing(line: str, comment: str) -> bool:
    """Whether a line is blank or a comment."""
    bare = line.strip().lstrip("\ufeff")
    return not bare or (bool(comment) and bare.startswith(comment))


def cells_of(text: str, delimiter: str) -> tuple[str, ...]:
    """Cells of one line."""
    try:
        return tuple(next(csv.reader([text], delimiter=delimiter, skipinitialspace=True), ()))
    except csv.Error:
        return tuple(text.split(delimiter))


def _columns(written: tuple[str, ...], layout: Layout) -> dict[str, tuple[int, ...]]:
    """Places of each known column."""
    columns: dict[str, tuple[int, ...]] = {}
    for place, cell in enumerate(written):
        if (name := layout.column(cell)) is not None:
            columns[name] = (*columns.get(name, ()), place)
    return columns
