"""Dates in the forms a dialect names, months in any language of the app.

A form is written with the directives of `time.strftime` (``%Y %y %m %d %H %M %S %p %z``, and
``%B`` for a month name, long or short; ``%y`` is a year of this century). Brackets enclose what
may be missing; blanks stand for any white space.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from tl_analyzer.parsing.bounds import bounds
from tl_analyzer.parsing.months import month_number
from tl_analyzer.parsing.numbers import Unreadable

_DIRECTIVES = {
    "%Y": r"(?P<year>\d{4})",
    "%y": r"(?P<short>\d{2})",
    "%m": r"(?P<month>\d{1,2})",
    "%d": r"(?P<day>\d{1,2})",
    "%B": r"(?P<name>[^\W\d_]+\.?)",
    "%H": r"(?P<hour>\d{1,2})",
    "%M": r"(?P<minute>\d{2})",
    "%S": r"(?P<second>\d{2})(?:\.\d+)?",
    "%p": r"(?P<half>[ap])\.?\s?m\.?",
    "%z": r"(?P<zone>Z|[+-]\d{2}:?\d{2})",
}
_TOKEN = re.compile(r"%[YymdBHMSpz]|\s+|.", re.DOTALL)
_NOON = 12
#: The form that is shown where a dialect has none that surely holds.
_FORM = "%Y-%m-%d %H:%M:%S"
_ASIDE = re.compile(r"\[[^%\[\]]*\]|\[ ?%[pz]\]")
_SHOWN = datetime(2026, 11, 9, 18, 30, tzinfo=UTC)
_CENTURY = 2000


class Dates:
    """Reads the dates of one file.

    Parameters
    ----------
    forms : sequence of str
        Forms tried in order.
    either : sequence of sequence of str
        Groups of forms of which at most one holds: the one in which every date of that shape
        exists. Where several do, such dates stay unreadable.
    languages : tuple of str
        Locales for names of months.
    samples : iterable of str
        The dates of the file, for the groups to decide by.
    """

    def __init__(
        self,
        forms: Sequence[str],
        either: Sequence[Sequence[str]],
        languages: tuple[str, ...],
        samples: Iterable[str],
    ):
        self._languages = languages
        self._known: dict[str, date | Unreadable] = {}
        self._forms = list(forms)
        self._undecided: list[str] = []
        distinct = set(samples) if either else set()
        for group in either:
            holding = [form for form in group if self._holds(form, distinct)]
            if len(holding) == 1:
                self._forms += holding
            else:
                self._undecided += group
        #: The form that held last: what a date should look like in this file.
        self._held = next(iter(self._forms), _FORM)

    def read(self, text: str) -> date:
        """Read a date: a `datetime` if it states a time, aware if it states an offset.

        Raises
        ------
        Unreadable
            If the text is no date, or one that could be two.
        """
        if text not in self._known:
            self._known[text] = self._read(text)
        found = self._known[text]
        if isinstance(found, Unreadable):
            raise Unreadable(found.expected, found.hint)
        return found

    def _read(self, text: str) -> date | Unreadable:
        for form in self._forms:
            if (found := read_form(text, form, self._languages)) is not None:
                self._held = form
                return found
        if any(_pattern(form).fullmatch(_plain(text)) for form in self._undecided):
            return Unreadable(
                "a date whose day and month can be told apart",
                "Nothing in the file says which comes first: write dates as 2026-11-09.",
            )
        return Unreadable(f"a date such as {_example(self._held)}")

    def _holds(self, form: str, samples: set[str]) -> bool:
        shaped = [text for text in samples if _pattern(form).fullmatch(_plain(text))]
        return bool(shaped) and all(read_form(text, form, self._languages) for text in shaped)


def _example(form: str) -> str:
    """A date as a form writes it: with its clock, and without words, halves of days and zones."""
    whole = _ASIDE.sub("", form.replace("[T][ ]", " ")).replace("[", "").replace("]", "")
    return _SHOWN.strftime(whole.replace("%H", "%I") if "%p" in whole else whole)


def read_form(text: str, form: str, languages: tuple[str, ...]) -> date | None:
    """Read a date in one form; None if it has another or does not exist."""
    match = _pattern(form).fullmatch(_plain(text))
    if match is None:
        return None
    held = match.groupdict()
    month = month_number(held["name"], languages) if held.get("name") else int(held["month"])
    short = held.get("short")
    year = int(held["year"]) if short is None else _CENTURY + int(short)
    known = bounds()
    if month is None or not known.year_least <= year <= known.year_most:
        return None
    try:
        day = date(year, month, int(held["day"]))
        if held.get("hour") is None:
            return day
        return _at(day, held)
    except ValueError:
        return None


def _at(day: date, held: dict[str, str | None]) -> datetime:
    """Add the time of day; a time that no clock shows raises `ValueError`."""
    hour = int(held["hour"] or 0)
    if half := held.get("half"):
        if not 1 <= hour <= _NOON:
            raise ValueError(f"hour {hour} of a half day")
        hour = hour % _NOON + (_NOON if half in "pP" else 0)
    minute, second = int(held["minute"] or 0), int(held.get("second") or 0)
    return datetime(
        day.year, day.month, day.day, hour, minute, second, tzinfo=_offset(held.get("zone"))
    )


def _offset(text: str | None) -> timezone | None:
    if text is None:
        return None
    if text in "Zz":
        return UTC
    digits = text[1:].replace(":", "")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-size if text[0] == "-" else size)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


@cache
def _pattern(form: str) -> re.Pattern[str]:
    parts = []
    for token in _TOKEN.findall(form):
        if token in _DIRECTIVES:
            parts.append(_DIRECTIVES[token])
        elif token.isspace():
            parts.append(r"\s+")
        else:
            parts.append({"[": "(?:", "]": ")?"}.get(token) or re.escape(token))
    return re.compile("".join(parts), re.IGNORECASE)
