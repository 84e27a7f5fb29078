"""Instants of an export.

The offset printed on every row is that of the phone on the day of the export: the instant is
right, the wall clock is not. So only the instant is taken.
"""

import re
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from zoneinfo import available_timezones

from tl_apple.evidence import Limits

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"\d{2}:\d{2}:\d{2}", re.ASCII)
_OFFSET = re.compile(r" ?([+-])(\d{2}):?(\d{2})", re.ASCII)
_EPOCH = date(1970, 1, 1)
_DAY_S = 86_400
_LARGEST_OFFSET_S = 14 * 3600
#: Length of ``2025-07-14 16:39:21``.
_WALL = 19


class BadTime(ValueError):
    """A text that is no instant of an export."""


def instant(text: str, limit: Limits) -> int:
    """Seconds from 1970 to an instant such as ``2025-07-14 16:39:21 +0100``.

    Raises
    ------
    BadTime
        If the text is anything else, or of a year that is not believed.
    """
    day, wall, offset = text[:10], text[11:_WALL], text[_WALL:]
    if text[10:11] != " " or not _TIME.fullmatch(wall):
        raise BadTime(text)
    hour, minute, second = int(wall[:2]), int(wall[3:5]), int(wall[6:])
    if hour > 23 or minute > 59 or second > 59:
        raise BadTime(text)
    midnight = _midnight(day, limit.first_year, limit.last_year)
    return midnight + hour * 3600 + minute * 60 + second - _offset(offset)


def day_of(text: str, limit: Limits) -> date:
    """A day such as ``2025-07-14``.

    Raises
    ------
    BadTime
        If the text is anything else.
    """
    _midnight(text, limit.first_year, limit.last_year)
    return date.fromisoformat(text)


def utc(seconds: float) -> datetime:
    """The instant some seconds after 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def known_zone(name: str) -> bool:
    """Whether a name is that of a time zone."""
    return name in _zones()


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


# Rows come by the million and on few days: a day and an offset are worked out once.
@lru_cache(maxsize=4096)
def _midnight(day: str, first_year: int, last_year: int) -> int:
    try:
        if not _DATE.fullmatch(day) or not first_year <= int(day[:4]) <= last_year:
            raise BadTime(day)
        return (date.fromisoformat(day) - _EPOCH).days * _DAY_S
    except ValueError:
        raise BadTime(day) from None


@lru_cache(maxsize=256)
def _offset(text: str) -> int:
    match = _OFFSET.fullmatch(text)
    if not match:
        raise BadTime(text)
    size = int(match[2]) * 3600 + int(match[3]) * 60
    if size > _LARGEST_OFFSET_S:
        raise BadTime(text)
    return -size if match[1] == "-" else size
