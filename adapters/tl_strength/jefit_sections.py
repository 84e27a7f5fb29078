"""The sections of a JEFIT backup: a line ``### NAME ####``, a header, rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tl_analyzer.column_map import column_key
from tl_analyzer.parsing.header import Header, find_header
from tl_analyzer.parsing.rows import Row, is_blank, records

_OPENS = re.compile(r"###\s+([A-Z][A-Z ]*[A-Z])\s*#*\s*")
_RULE = re.compile(r"\s*#{10,}\s*")

#: Sections of the backup; two of them make a file one.
SECTIONS = frozenset(
    {
        "SETTING",
        "ROUTINES",
        "WORKOUT SESSIONS",
        "EXERCISE LOGS",
        "EXERCISE RECORDS",
        "CUSTOM EXERCISES",
        "NOTES",
        "CARDIO LOGS",
        "EXERCISE SET LOGS",
    }
)


@dataclass(frozen=True)
class Section:
    """One section.

    Attributes
    ----------
    name : str
        Its name in capitals.
    header : Header
        Its columns.
    rows : tuple of Row
        Its rows with their lines in the file.
    """

    name: str
    header: Header
    rows: tuple[Row, ...]

    def cell(self, row: Row, column: str) -> str:
        """Text of a cell without blanks around it; empty where there is no such column."""
        key = column_key(column)
        if key not in self.header.keys:
            return ""
        place = self.header.keys.index(key)
        return row.cells[place].strip() if place < len(row.cells) else ""


def names_in(lines: Sequence[str]) -> set[str]:
    """Names of the known sections that open in these lines."""
    found = (_OPENS.fullmatch(line) for line in lines)
    return {match[1] for match in found if match} & SECTIONS


def sections(lines: Sequence[str]) -> Iterator[Section]:
    """Take a backup apart; sections without a header hold nothing."""
    opens = [(at, match[1]) for at, line in enumerate(lines) if (match := _OPENS.fullmatch(line))]
    ends = [at for at, _ in opens[1:]] + [len(lines)]
    for (at, name), end in zip(opens, ends, strict=True):
        held = [at + 1 + place for place, line in enumerate(lines[at + 1 : end]) if line.strip()]
        first = next((place for place in held if not _RULE.fullmatch(lines[place])), None)
        header = None if first is None else find_header([lines[first]])
        if first is None or header is None:
            continue
        placed = Header(header.cells, header.keys, header.delimiter, line=first + 1)
        # Rules between sections are no rows.
        rows = (row for row in records(lines[:end], placed) if not _is_rule(row))
        yield Section(name, placed, tuple(row for row in rows if not is_blank(row)))


def _is_rule(row: Row) -> bool:
    return len(row.cells) == 1 and _RULE.fullmatch(row.cells[0]) is not None
