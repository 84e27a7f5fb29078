"""Dates and times as people write them, without guessing the order of day and month.

For files that write them in one fixed form per dialect see `tl_analyzer.parsing.dates`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from zoneinfo import ZoneInfo

from tl_analyzer.column_map import ColumnMap

_DATE = (
    r"(?:(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<sign>[-/.])(?P<second>\d{1,2})(?P=sign)(?P<last>\d{4}))"
)
_TIME = (
    r"(?P<h>\d{1,2}):(?P<min>\d{2})(?::(?P<s>\d{2})(?:[.,](?P<part>\d+))?)?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?"
)
_OFFSET = r"\s*(?P<zone>z|utc|gmt|[+-]\d{2}(?::?\d{2})?)"
_FLAGS = re.ASCII | re.IGNORECASE
_MOMENT = re.compile(rf"{_DATE}(?:(?:t|,?\s+){_TIME}(?:{_OFFSET})?)?", _FLAGS)
_TIME_OF_DAY = re.compile(_TIME, _FLAGS)


class DateOrder(StrEnum):
    """How a file writes dates such as ``3/4/2026``."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    #: No date of the file tells, or they contradict each other.
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why a date or time was not taken."""

    code: str
    expected: str
    hint: str


_NO_DATE = Unclear(
    "date-unreadable",
    "a date such as 2026-11-10",
    "Write the date as year-month-day; a time may follow: 2026-11-10T07:30.",
)
_NOT_DECIDED = Unclear(
    "date-ambiguous",
    "a date that can be read in one way only",
    "Day and month could be either way round, and no other row tells: write 2026-11-10.",
)


def date_order(texts: Iterable[str]) -> DateOrder:
    """The order of day and month that the dates of a whole file agree on."""
    firsts = seconds = False
    for text in texts:
        match = _MOMENT.fullmatch(text.strip())
        if match and match["first"] and match["sign"] != ".":
            firsts |= int(match["first"]) > 12
            seconds |= int(match["second"]) > 12
    if firsts == seconds:
        return DateOrder.UNDECIDED
    return DateOrder.DAY_FIRST if firsts else DateOrder.MONTH_FIRST


def stated_order(columns: ColumnMap | None) -> DateOrder | None:
    """The order of day and month that the athlete stated for a table, if any."""
    if columns is None or columns.dates is None:
        return None
    return DateOrder.DAY_FIRST if columns.dates == "day-first" else DateOrder.MONTH_FIRST


def read_moment(text: str, order: DateOrder, years: range) -> date | datetime | Unclear:
    """Read a date, or a date with a time (with a zone where one is written).

    Parameters
    ----------
    text : str
        What is written.
    order : DateOrder
        Order of day and month, where the date does not tell.
    years : range
        Years that are believed.
    """
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        return _NO_DATE
    day = _day(match, order)
    if isinstance(day, Unclear):
        return day
    if day.year not in years:
        expected = f"a year from {years[0]} to {years[-1]}"
        return Unclear("date-implausible", expected, "Correct the year.")
    if match["h"] is None:
        return day
    since_midnight = _since_midnight(match)
    if since_midnight is None:
        return _NO_DATE
    wall = datetime.combine(day, time()) + since_midnight
    if not match["zone"]:
        return wall
    offset = _offset(match["zone"])
    return wall.replace(tzinfo=offset) if offset else _NO_DATE


def read_time_of_day(text: str) -> timedelta | None:
    """A time of day alone, as time since midnight; ``24:00`` is the end of the day."""
    match = _TIME_OF_DAY.fullmatch(text.strip())
    return _since_midnight(match) if match else None


def second_reading(wall: datetime, zone: str) -> datetime:
    """The later instant [UTC] of a wall clock that a daylight-saving night shows twice."""
    home = ZoneInfo(zone)
    return max(wall.replace(tzinfo=home, fold=fold).astimezone(UTC) for fold in (0, 1))


def _day(match: re.Match[str], order: DateOrder) -> date | Unclear:
    if match["year"]:
        year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    else:
        first, second, year = int(match["first"]), int(match["second"]), int(match["last"])
        if match["sign"] == "." or order is DateOrder.DAY_FIRST:
            day, month = first, second
        elif order is DateOrder.MONTH_FIRST:
            month, day = first, second
        elif max(first, second) > 12 or first == second:
            month, day = sorted((first, second))
        else:
            return _NOT_DECIDED
    try:
        return date(year, month, day)
    except ValueError:
        return _NO_DATE


def _since_midnight(match: re.Match[str]) -> timedelta | None:
    hour, minute, second = int(match["h"]), int(match["min"]), int(match["s"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    part = timedelta(microseconds=int((match["part"] or "0")[:6].ljust(6, "0")))
    passed = timedelta(hours=hour, minutes=minute, seconds=second) + part
    return passed if minute < 60 and second < 60 and passed <= timedelta(days=1) else None


def _offset(text: str) -> timezone | None:
    if text.lower() in ("z", "utc", "gmt"):
        return UTC
    digits = text[1:].replace(":", "")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    if size >= timedelta(days=1):
        return None
    return timezone(-size if text[0] == "-" else size)
