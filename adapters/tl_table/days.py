"""Days and times of one file: the order of day and month is decided over all of its dates."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cache

from babel.dates import get_day_names

from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.dates import read_form
from tl_analyzer.parsing.months import fold
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.written_dates import (
    DateOrder,
    Unclear,
    date_order,
    read_moment,
    read_time_of_day,
)
from tl_table.layout import Order

#: Languages whose months and days of the week are known.
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_NAMED = (
    "%d[.] %B[,] %Y", "%d[.]-%B-%Y", "%d. de %B de %Y", "%d de %B de %Y", "%d de %B %Y",
    "%B %d[,] %Y", "%dst %B %Y", "%dnd %B %Y", "%drd %B %Y", "%dth %B %Y",
    "%B %dst[,] %Y", "%B %dnd[,] %Y", "%B %drd[,] %Y", "%B %dth[,] %Y", "%Y %B %d",
)  # fmt: skip
_CENTURY = 2000
_SHORT_YEAR = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{2})(?!\d)")
_SHORT_YEAR_NAMED = re.compile(r"(\d{1,2}[.-]?\s?[^\W\d_]{3,}\.?[\s-])(\d{2})(?!\d)")
_COMPACT = re.compile(r"(20\d{2})([01]\d)([0-3]\d)")
_YEARLESS = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]?|\d{1,2}\.?\s+[^\W\d_]+\.?|[^\W\d_]+\.?\s+\d{1,2}"
)
_WEEKDAY = re.compile(r"(?P<name>[^\W\d_]+(?:-feira)?)\.?,?\s+(?=\S*\d)")
_ORDERS: dict[Order, DateOrder] = {
    "day-first": DateOrder.DAY_FIRST,
    "month-first": DateOrder.MONTH_FIRST,
}
_HINT = (
    'Nothing in the file says which comes first: set dates = "day-first" or "month-first" in its'
    " [[columns]], or write dates as 2026-11-09."
)


class Days:
    """Reads the dates of one file.

    Parameters
    ----------
    samples : iterable of str
        All that may be dates, for the order of day and month.
    stated : {"day-first", "month-first", None}
        That order, where map or header says it.
    """

    def __init__(self, samples: Iterable[str], stated: Order | None):
        self._order = (
            _ORDERS[stated] if stated else date_order(_spelled(text) for text in set(samples))
        )
        self._years = range(bounds().year_least, bounds().year_most + 1)
        self._known: dict[str, date | Unreadable] = {}

    def read(self, text: str) -> date:
        """Read a date: a `datetime` if it states a time, aware if it states an offset.

        Raises
        ------
        Unreadable
            If it is none, or one that could be two.
        """
        if text not in self._known:
            self._known[text] = self._read(_spelled(text))
        found = self._known[text]
        if isinstance(found, Unreadable):
            raise Unreadable(found.expected, found.hint)
        return found

    def find(self, text: str) -> date | None:
        """Read a date where there may be none, as in a title."""
        try:
            return self.read(text)
        except Unreadable:
            return None

    def _read(self, text: str) -> date | Unreadable:
        found = read_moment(text, self._order, self._years)
        if not isinstance(found, Unclear):
            return found
        for form in _NAMED:
            if (named := read_form(text, form, _LANGUAGES)) is not None:
                return named
        if found.code == "date-ambiguous":
            return Unreadable(found.expected, _HINT)
        if _YEARLESS.fullmatch(text):
            return Unreadable("a date with its year", "Write dates as 2026-11-09.")
        return Unreadable(found.expected, found.hint)


def read_clock(text: str) -> time:
    """Read a time of day.

    Raises
    ------
    Unreadable
        If it is none.
    """
    passed = read_time_of_day(re.sub(r"(?<=\d)\s*(?:h|Uhr)$", ":00", text.strip()))
    if passed is None or passed >= timedelta(days=1):
        raise Unreadable("a time of day such as 18:30")
    return (datetime.min + passed).time()


def _spelled(text: str) -> str:
    """A date with four digits of its year and without its day of the week."""
    plain = " ".join(text.split())
    weekday = _WEEKDAY.match(plain)
    if weekday and fold(weekday["name"].removesuffix("-feira")) in _weekdays():
        plain = plain[weekday.end() :]
    if compact := _COMPACT.fullmatch(plain):
        return "-".join(compact.groups())
    short = _SHORT_YEAR.match(plain)
    if short:
        year = f"{_CENTURY + int(short[4])}"
        plain = f"{short[1]}{short[2]}{short[3]}{short[2]}{year}{plain[short.end() :]}"
    if named := _SHORT_YEAR_NAMED.fullmatch(plain):
        plain = f"{named[1]}{_CENTURY + int(named[2])}"
    return plain


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(
        fold(name).removesuffix("feira")
        for language in _LANGUAGES
        for width in ("wide", "abbreviated", "short")
        for name in get_day_names(width, "format", locale=language).values()
    )
