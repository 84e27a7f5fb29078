"""A line for the pain diary: printed, or put at the end of the diary's own file."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tl_analyzer.cli.delivery import write_private
from tl_analyzer.cli.failure import UsageFailure

COLUMNS = ("date", "region", "side", "score", "signs", "note")
_BETWEEN_SIGNS = "; "
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class CheckInLine:
    """What was noticed on a day.

    Attributes
    ----------
    day : date
        Local day.
    signs : tuple of str
        Signs of the vocabulary.
    region, side, note : str
        Where, and what else; may be empty.
    """

    day: date
    signs: tuple[str, ...]
    region: str = ""
    side: str = ""
    note: str = ""

    @property
    def cells(self) -> dict[str, str]:
        """The cells of the line by column."""
        return {
            "date": self.day.isoformat(),
            "region": self.region,
            "side": self.side,
            "signs": _BETWEEN_SIGNS.join(self.signs),
            "note": self.note,
        }


def header() -> str:
    """The first line of a diary."""
    return ",".join(COLUMNS)


def written(line: CheckInLine) -> str:
    """The line as it stands in a diary of the usual columns."""
    return _row([line.cells.get(column, "") for column in COLUMNS], ",", "")


def append(line: CheckInLine, diary: Path) -> None:
    """Put a line at the end of a diary, which is made where there is none.

    Raises
    ------
    UsageFailure
        If the file is no diary of date and signs, or cannot be written.
    """
    text = _text(diary)
    if not text.strip():
        write_private(diary, f"{header()}\n{written(line)}\n")
        return
    first = text.removeprefix(_MARK).splitlines()[0]
    delimiter = max(",;\t", key=first.count)
    columns = [cell.strip().lower() for cell in next(csv.reader([first], delimiter=delimiter))]
    if not {"date", "signs"} <= set(columns):
        raise UsageFailure(
            f"{diary} is no diary with the columns {header()}",
            f"Its first line is {first[:80]!r}. Name another file; this one was left as it was.",
        )
    end = "\r\n" if "\r\n" in text else "\n"
    before = text if text.endswith("\n") else text + end
    row = _row([line.cells.get(column, "") for column in columns], delimiter, end)
    write_private(diary, before + row)


def _text(diary: Path) -> str:
    try:
        return diary.read_bytes().decode("utf-8") if diary.exists() else ""
    except (OSError, UnicodeDecodeError) as why:
        raise UsageFailure(
            f"cannot read the diary {diary}: {why.__class__.__name__}",
            "Name a CSV file in UTF-8; this one was left as it was.",
        ) from why


def _row(cells: list[str], delimiter: str, end: str) -> str:
    row = io.StringIO()
    csv.writer(row, delimiter=delimiter, lineterminator=end).writerow(cells)
    return row.getvalue()
