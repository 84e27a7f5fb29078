"""Workbooks for tests, and the one of the goldens: ``python tests/table/workbooks.py FILE``."""

import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

#: A moment in the past: workbooks of the same content should have the same bytes.
MADE = datetime(2026, 11, 20, 12)


def workbook(*sheets: Callable[[Worksheet], None]) -> bytes:
    """A workbook with one sheet for each function that fills one."""
    book = Workbook()
    book.properties.created = book.properties.modified = MADE
    for number, fill in enumerate(sheets, start=1):
        sheet = book.active if number == 1 else book.create_sheet()
        assert isinstance(sheet, Worksheet)
        fill(sheet)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def rows(*lines: tuple[object, ...]) -> Callable[[Worksheet], None]:
    """A function that appends lines to a sheet."""

    def fill(sheet: Worksheet) -> None:
        for line in lines:
            sheet.append(line)

    return fill


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A workbook with one part of its container replaced or added."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return made.getvalue()


def part_of(data: bytes, name: str) -> bytes:
    """One part of a workbook's container."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def _block(sheet: Worksheet) -> None:
    sheet.title = "Block 1"
    sheet.append(["Programme of the autumn"])
    sheet.append([])
    sheet.append(["Date", "Time", "Exercise", "Set 1", None, "Set 2", None, "Set 3", None, "RPE"])
    sheet.append([None, None, None, "Reps", "kg", "Reps", "kg", "Reps", "kg", None])
    sheet.append([date(2026, 11, 9), time(18, 30), "Deadlift", 5, 100, 5, 120.5, 3, 140, 8])
    sheet.append([None, None, "Back Squat", 5, 80, 5, 90, None, None, 7.5])
    sheet.append([None, None, "Pull Up", 8, "BW", 8, "BW+10", 6, "-15 kg", None])
    sheet.append(["11.11.2026", "7:15", "Deadlift", 5, "=C5*2", "8-10", 120, None, None, None])
    sheet.merge_cells("A5:A7")
    sheet.merge_cells("B5:B7")
    for corner in ("D3:E3", "F3:G3", "H3:I3"):
        sheet.merge_cells(corner)


def _second(sheet: Worksheet) -> None:
    sheet.title = "2026-11-13"
    sheet.append(["Date", "Exercise", "Sets", "Reps", "Load", "Unit"])
    sheet.append([datetime(2026, 11, 13), "Front Squat", 3, 5, 155, "lb"])
    sheet.append([datetime(2026, 11, 13), "Row", 3, datetime(2026, 10, 8), 60, "kg"])
    sheet.append([datetime(2026, 11, 13), "Plank", None, None, None, None])


def _notes(sheet: Worksheet) -> None:
    sheet.title = "Nutrition"
    sheet.append(["Day", "Meal", "kcal"])
    sheet.append([1, "Porridge", 400])


def _hidden(sheet: Worksheet) -> None:
    sheet.title = "Old"
    sheet.sheet_state = "hidden"
    sheet.append(["Date", "Exercise", "Reps"])
    sheet.append([date(2020, 1, 1), "Squat", 5])


def golden() -> bytes:
    """The workbook of the goldens."""
    return workbook(_block, _second, _notes, _hidden)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(golden())
