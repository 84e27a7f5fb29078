"""Dates of diaries and forms: day and month in the order that the whole file shows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import When
from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.moments import when
from tl_analyzer.parsing.written_dates import (
    DateOrder,
    Unclear,
    date_order,
    read_moment,
    stated_order,
)

_GMT = re.compile(
    r"\s*\b(?:GMT|UTC)\s*(?:(?P<sign>[+\-\u2212])(?P<h>\d{1,2})(?::?(?P<min>[0-5]\d))?)?\s*$"
)
_ABBREVIATION = re.compile(r"(?<=[\dMm.])\s+([A-Z]{2,5})\s*$")
_HALF = re.compile(r"\b([ap])\.?\s?m\.?(?=\s|$)", re.IGNORECASE)
_HALVES = ("AM", "PM")


@dataclass(frozen=True)
class Days:
    """Reads the dates of one file.

    Attributes
    ----------
    order : DateOrder
        Whether day or month comes first where a date does not tell.
    zone : str
        Zone of clocks that state none.
    """

    order: DateOrder
    zone: str

    @classmethod
    def of(cls, samples: Iterable[str], zone: str, columns: ColumnMap | None = None) -> Self:
        """Learn the order from all dates of a file, unless the athlete stated it."""
        stated = stated_order(columns)
        return cls(stated or date_order(plain_date(text) for text in samples), zone)

    def read(self, text: str) -> When | Unclear:
        """Read a date, with its time where one is written; or why it was not taken."""
        known = bounds()
        years = range(known.year_least, known.year_most + 1)
        found = read_moment(plain_date(text), self.order, years)
        return found if isinstance(found, Unclear) else when(found, self.zone)


def plain_date(text: str) -> str:
    """A date in plain blanks, with its offset as ``+01:00``, and without the name of a zone.

    ``GMT+1`` states an offset. A name such as ``CET`` is many zones at once and states none:
    the clock is then read in the athlete's own zone.
    """
    text = _HALF.sub(r"\1m", " ".join(text.split()))
    if match := _GMT.search(text):
        if match["h"] is None:
            return f"{text[: match.start()]} Z"
        sign = "+" if match["sign"] == "+" else "-"
        return f"{text[: match.start()]} {sign}{int(match['h']):02d}:{match['min'] or '00'}"
    named = _ABBREVIATION.search(text)
    if named and named[1] not in _HALVES:
        return text[: named.start()]
    return text
