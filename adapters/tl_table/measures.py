"""Durations and distances of cells, in whatever unit header or cell names."""

import re

from tl_analyzer.parsing.numbers import Unreadable, number
from tl_table.limits import limits
from tl_table.words import plain, words

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d+)?")
_WITH_UNIT = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?")


def read_seconds(text: str, unit: str, *, comma_is_decimal: bool) -> float:
    """Read a duration: `45` under a unit, `0:45`, `1:05:00`, `45 s` [s].

    Raises
    ------
    Unreadable
        If it is none, or has no unit.
    """
    if match := _CLOCK.fullmatch(text.strip()):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return _bounded(hours * 3600.0 + minutes * 60.0 + seconds, limits().duration_s, "s")
    value = _measured(text, unit, tuple(words().units.duration), comma_is_decimal)
    return _bounded(value, limits().duration_s, "s")


def read_metres(text: str, unit: str, *, comma_is_decimal: bool) -> float:
    """Read a distance: `400` under a unit, `400 m`, `1.5 km` [m].

    Raises
    ------
    Unreadable
        If it is none, or has no unit.
    """
    value = _measured(text, unit, tuple(words().units.distance), comma_is_decimal)
    return _bounded(value, limits().distance_m, "m")


def _measured(text: str, unit: str, known: tuple[str, ...], comma_is_decimal: bool) -> float:
    if match := _WITH_UNIT.fullmatch(text.strip()):
        text, unit = match[1], words().other_units.get(plain(match[2]), "")
    if unit not in known:
        raise Unreadable(
            "a value with its unit",
            f"Name the unit in the header, such as ({known[0]}), or in the cell.",
        )
    return (number(text, comma_is_decimal=comma_is_decimal) or 0.0) * words().sizes[unit]


def _bounded(value: float, most: float, unit: str) -> float:
    if value > most:
        raise Unreadable(f"at most {most:g} {unit}")
    return value
