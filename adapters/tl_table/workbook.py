"""A workbook to sheets of text rows: cached values, real dates as ISO text, hidden sheets left."""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from importlib import import_module
from io import BytesIO
from typing import Any

from tl_analyzer.parsing.rows import Row, is_blank
from tl_table.container import Unsafe
from tl_table.limits import limits
from tl_table.sheet import Finder, Sheet, find_heading

#: Digits of a number that a spreadsheet shows and means; beyond lies float dust. [1]
_DIGITS = 12
#: The last row that the format knows. [1]
_LAST_ROW = 1_048_576


class NoReader(Exception):
    """The package that reads workbooks is not installed."""


@dataclass
class Workbook:
    """What was found in a workbook.

    Attributes
    ----------
    sheets : list of Sheet
        Visible sheets that are not empty, with or without a header.
    hidden : list of str
        Names of hidden sheets: not read.
    """

    sheets: list[Sheet] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


def read_workbook(data: bytes, find: Finder) -> Workbook:
    """Read all visible sheets of a workbook whose container was found safe.

    Raises
    ------
    NoReader
        If openpyxl is not installed.
    Unsafe
        If it cannot be read, or has more sheets, rows or columns than are read.
    """
    try:
        openpyxl: Any = import_module("openpyxl")
    except ImportError as why:
        raise NoReader from why
    found = Workbook()
    with warnings.catch_warnings():
        # It warns of styles and extensions that hold no data.
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(
                BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            if len(book.worksheets) > limits().sheets:
                raise _too_much(f"{len(book.worksheets)} sheets", f"at most {limits().sheets}")
            room = limits().rows
            for sheet in book.worksheets:
                if sheet.sheet_state != "visible":
                    found.hidden.append(sheet.title)
                    continue
                rows = list(_rows(sheet, room))
                room -= len(rows)
                if rows:
                    heading = find_heading(rows[: limits().header_rows], find)
                    found.sheets.append(Sheet(sheet.title, rows, heading))
        except Unsafe:
            raise
        except Exception as why:
            # Damaged XML shows as ParseError, KeyError, ValueError, TypeError and others.
            raise Unsafe(
                f"a workbook that cannot be read ({type(why).__name__})",
                "a complete XLSX file",
                "Open it in a spreadsheet program and save it again.",
            ) from why
    return found


def _rows(sheet: Any, room: int) -> Iterator[Row]:
    """Rows that are not blank, with their numbers; a sheet may claim any size it likes."""
    sheet.reset_dimensions()
    most = limits().columns
    held = seen = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
        seen += len(values)
        if number > _LAST_ROW or seen > limits().cells:
            raise _too_much("rows or cells without end", f"at most {limits().cells} cells")
        cells = _texts(values)
        if len(cells) > most:
            raise _too_much(f"a row of {len(cells)} columns", f"at most {most}")
        row = Row(number, cells)
        if is_blank(row):
            continue
        held += 1
        if held > room:
            raise _too_much(f"more than {limits().rows} rows", f"at most {limits().rows}")
        yield row


def _texts(values: Iterable[object]) -> list[str]:
    cells = [_text(value) for value in values]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(value: object) -> str:
    """Text of a cell, as a person who writes plainly would write it."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case float():
            return f"{value:.{_DIGITS}g}"
        case datetime():
            whole = value.time() == time()
            return value.date().isoformat() if whole else value.isoformat(" ", "seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("seconds")
        case timedelta():
            seconds = round(value.total_seconds())
            return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        case _:
            return " ".join(str(value).split()) if "\n" not in str(value) else str(value).strip()


def _too_much(found: str, expected: str) -> Unsafe:
    return Unsafe(
        found, expected, "Save the sheets with the training into a workbook of their own."
    )
