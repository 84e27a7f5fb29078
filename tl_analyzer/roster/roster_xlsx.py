"""The roster as a workbook: the athletes, their flags, and what was logged of pain."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from tl_analyzer.report.layout import Layout
from tl_analyzer.roster.outcome_words import outcome_lines
from tl_analyzer.roster.outcomes import Outcomes
from tl_analyzer.roster.roster import Roster
from tl_analyzer.roster.roster_table import AND, COLUMNS, Cell, row, safe

_FLAG_COLUMNS = (
    ("athlete", 16), ("name", 24), ("groups", 16), ("level", 11), ("code", 8), ("flag", 34),
    ("severity", 9), ("change", 8), ("fact", 60), ("seen_until", 12), ("seen_note", 30),
    ("returned", 30),
)  # fmt: skip

_WEEK_COLUMNS = (
    ("week", 12), ("athletes", 10), ("checked_in", 12), ("with_pain", 12), ("share", 10),
    ("share_low", 10), ("share_high", 10),
)  # fmt: skip

_PLACE_COLUMNS = ("region", "near_junction", "left", "right", "both", "not_said", "episodes")

_HEADING = Font(bold=True)
_WRAPPED = Alignment(vertical="top", wrap_text=True)

#: Columns as wide as this hold sentences: they are wrapped. [characters]
_SENTENCES = 30


def roster_xlsx(found: Roster, layout: Layout) -> bytes:
    """Write a workbook; `layout` does not matter to a table.

    Headings stay in view and can be filtered, texts are texts whatever they begin with.
    """
    book = Workbook()
    athletes = book.active
    athletes.title = "roster"
    _table(athletes, [(c.name, c.width) for c in COLUMNS], (row(line) for line in found.lines))
    _table(book.create_sheet("flags"), _FLAG_COLUMNS, _flag_rows(found))
    if found.outcomes is not None:
        _outcomes(book.create_sheet("outcomes"), found.outcomes)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _flag_rows(found: Roster) -> Iterable[tuple[Cell, ...]]:
    for line in found.lines:
        who = line.athlete.id, line.athlete.name, AND.join(line.groups), line.level
        for flag in line.flags:
            what = flag.code, flag.title, flag.severity.value, flag.change
            seen = flag.seen_until, flag.seen_note, flag.returned
            yield tuple(map(safe, (*who, *what, flag.fact, *seen)))


def _outcomes(sheet: Any, found: Outcomes) -> None:
    weeks = (
        (w.week, w.athletes, w.checked_in, w.with_pain, w.share, w.low, w.high) for w in found.weeks
    )
    _table(sheet, _WEEK_COLUMNS, weeks)
    if found.places:
        _append(sheet, ())
        for cell in _append(sheet, _PLACE_COLUMNS):
            cell.font = _HEADING
    for p in found.places:
        sides = p.left, p.right, p.both, p.not_said
        _append(sheet, (safe(p.region), "yes" if p.junction else "no", *sides, p.episodes))
    _append(sheet, ())
    for said in (*outcome_lines(found), *found.notes):
        _append(sheet, (safe(said),))


def _table(sheet: Any, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Cell]]) -> None:
    for cell in _append(sheet, [name for name, _ in columns]):
        cell.font = _HEADING
    for cells in rows:
        for (_, width), cell in zip(columns, _append(sheet, cells), strict=True):
            if width >= _SENTENCES:
                cell.alignment = _WRAPPED
    for number, (_, width) in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{sheet.max_row}"


def _append(sheet: Any, values: Sequence[Cell]) -> list[SheetCell]:
    cells = [SheetCell(sheet, value=value) for value in values]
    for cell, value in zip(cells, values, strict=True):
        if isinstance(value, str):
            # Or a text that begins like a formula would be one.
            cell.data_type = "s"
    sheet.append(cells)
    return cells
