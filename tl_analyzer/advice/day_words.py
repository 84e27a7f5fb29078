"""Days and times as a plan says them: ``Thu 12 Nov``, ``Mon, Wed and Fri``, ``Mon to Fri``."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby

from tl_analyzer.day_names import SHORT_WEEKDAYS, WEEKDAYS, day_and_month

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?")

#: From so many days in a row on, a row is written by its ends. [days]
_ROW = 3


@lru_cache
def moment_words(when: str) -> str:
    """Write a day or an instant of evidence, ``Thu 12 Nov 17:45``; an ISO week stays as it is."""
    if not _MOMENT.match(when):
        return when
    moment = datetime.fromisoformat(when)
    clock = f" {moment:%H:%M}" if "T" in when else ""
    return f"{day_and_month(moment.date())}{clock}"


def weekday(day: date) -> str:
    """Write the name of a weekday in full."""
    return WEEKDAYS[day.weekday()]


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: ``a, b and c``."""
    all_words = list(words)
    if len(all_words) < 2:
        return "".join(all_words)
    return f"{', '.join(all_words[:-1])} and {all_words[-1]}"


def weekdays_listed(days: Iterable[int]) -> str:
    """Write the weekdays of some days [ordinal], rows by their ends: ``Mon to Wed and Sat``."""
    numbers = sorted({date.fromordinal(day).weekday() for day in days})
    rows = [
        [number for _, number in row]
        for _, row in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ]
    words: list[str] = []
    for row in rows:
        names = [SHORT_WEEKDAYS[number] for number in row]
        words += [f"{names[0]} to {names[-1]}"] if len(row) >= _ROW else names
    return listed(words)
