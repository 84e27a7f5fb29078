"""Clockify: the detailed report as CSV, in any language and currency of a workspace."""

import re
from typing import ClassVar

from tl_analyzer.adapter import SourceFile
from tl_analyzer.parsing.layout import Heading, Layout
from tl_analyzer.parsing.rows import Row, records
from tl_analyzer.parsing.table import head_of
from tl_analyzer.parsing.text import decode_head
from tl_worktime.timers import TimerAdapter

_TIMES = ("start date", "start time", "end date", "end time", "duration")
_LAYOUT = Layout(
    known=(*_TIMES, "duration (decimal)"),
    required=frozenset({*_TIMES, "duration (decimal)"}),
    anchors=("start date",),
    also={"duration (h)": "duration"},
)

_DATE = re.compile(r"\d{1,4}([-/.])\d{1,2}\1\d{1,4}", re.ASCII)
_TIME = re.compile(r"\d{1,2}:\d{2}(:\d{2})?\s*([ap]\.?m\.?)?", re.ASCII | re.IGNORECASE)
_LENGTH = re.compile(r"\d{1,4}:\d{2}:\d{2}", re.ASCII)
_HOURS = re.compile(r"\d{1,4}[.,]\d{1,4}", re.ASCII)
#: What stands side by side in every row, whatever the language of the header.
_SHAPE = (_DATE, _TIME, _DATE, _TIME, _LENGTH, _HOURS)


class ClockifyAdapter(TimerAdapter):
    """Reads the detailed report of Clockify."""

    name: ClassVar[str] = "clockify"
    recognised: ClassVar[str] = "Clockify: detailed report as CSV"
    layout = _LAYOUT
    source = "time tracker (Clockify)"

    def heading(self, file: SourceFile) -> Heading | None:
        """The header as Clockify writes it, or one above a row that has the shape of its rows."""
        return super().heading(file) or _by_shape(file)


def _by_shape(file: SourceFile) -> Heading | None:
    """The header in a language we do not know, by the first row below it."""
    lines = decode_head(file.head).lines
    header = head_of(file)
    first = next(records(lines, header), None) if header else None
    if header is None or first is None or len(first.cells) != len(header.cells):
        return None
    place = _shaped(first)
    if place is None:
        return None
    columns = {name: (place + offset,) for offset, name in enumerate(_LAYOUT.known)}
    return Heading(header.line, header.delimiter, header.cells, columns, _LAYOUT.known, place)


def _shaped(row: Row) -> int | None:
    """Where the times of an entry begin, behind an e-mail address; else None."""
    cells = [cell.strip() for cell in row.cells]
    for place in range(len(cells) - len(_SHAPE) + 1):
        shaped = all(
            form.fullmatch(cell) for form, cell in zip(_SHAPE, cells[place:], strict=False)
        )
        if shaped and any("@" in cell for cell in cells[:place]):
            return place
    return None
