"""Dates of Strava's list: UTC without saying so, in the form of the account's language."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from tl_analyzer.parsing.dates import Dates
from tl_analyzer.parsing.numbers import Unreadable

#: What may join a date and a time: ``2023, 12:40``, ``2025 à 15:24``, ``2025 a las 15:24``.
_JOINT = re.compile(r"(?<=\d{4})[\s,]+(?:[^\W\d_]+\s+){0,2}(?=\d{1,2}:\d{2})")
_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_CLOCK = "%H:%M[:%S][ ][%z]"
_HALF_DAYS = "%H:%M[:%S][ ][%p]"
_PLAIN = (
    f"%Y-%m-%d[T][ ]{_CLOCK}",
    f"%Y/%m/%d {_CLOCK}",
    f"%Y年%m月%d日[ ]{_CLOCK}",
    f"%B %d[,] %Y {_HALF_DAYS}",
    f"%d[.] [de ]%B [de ]%Y {_HALF_DAYS}",
    f"%d.%m.%Y {_CLOCK}",
    f"%d-%m-%Y {_CLOCK}",
)
_DAY_FIRST = f"%d/%m/%Y {_HALF_DAYS}"
_MONTH_FIRST = f"%m/%d/%Y {_HALF_DAYS}"


class StravaDates:
    """Reads the dates of one list.

    Parameters
    ----------
    language : str
        Language of the header; empty where it is not known. English accounts write dates with
        slashes in two orders, and so may languages that are not known: there all dates of the
        list decide together.
    samples : iterable of str
        The dates of the list.
    """

    def __init__(self, language: str, samples: Iterable[str]) -> None:
        known = language not in ("", "en")
        self._dates = Dates(
            forms=(*_PLAIN, _DAY_FIRST) if known else _PLAIN,
            either=() if known else ((_DAY_FIRST, _MONTH_FIRST),),
            languages=tuple(dict.fromkeys((language, *_LANGUAGES))) if known else _LANGUAGES,
            samples=[_joined(text) for text in samples],
        )

    def read(self, text: str) -> datetime:
        """Read a date.

        Raises
        ------
        Unreadable
            If it is none, or states no time.
        """
        found = self._dates.read(_joined(text))
        if not isinstance(found, datetime):
            raise Unreadable("a date with a time, such as 2026-11-09 18:30:00")
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _joined(text: str) -> str:
    return _JOINT.sub(" ", text.strip())
