"""Units as words, and durations as text (``data/units.toml``)."""

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from tl_analyzer.log import WeightUnit
from tl_analyzer.parsing.numbers import Unreadable
from tl_strength.limits import limits
from tl_strength.resources import table


class _Length(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    metres: float
    words: tuple[str, ...]


class _Span(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    seconds: float
    words: tuple[str, ...]


class _Units(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    weight: dict[WeightUnit, tuple[str, ...]]
    distance: tuple[_Length, ...]
    duration: tuple[_Span, ...]
    repetitions: tuple[str, ...]
    yes: tuple[str, ...]


_PART = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)(?:[.,]\d+)?")
_MINUTES = re.compile(r"(\d{1,3}):([0-5]\d)(?:[.,]\d+)?")
_PLAIN = re.compile(r"\d{1,9}(?:[.,]\d+)?")


@cache
def _units() -> _Units:
    return _Units.model_validate(table("data", "units.toml"))


@cache
def _weights() -> dict[str, WeightUnit]:
    return {word: unit for unit, words in _units().weight.items() for word in words}


@cache
def _lengths() -> dict[str, float]:
    return {word: item.metres for item in _units().distance for word in item.words}


@cache
def _spans() -> dict[str, float]:
    return {word: item.seconds for item in _units().duration for word in item.words}


@cache
def _repetitions() -> frozenset[str]:
    return frozenset(_units().repetitions)


def _word(text: str) -> str:
    return text.strip(" .\t\u00a0").casefold()


def weight_unit(text: str) -> WeightUnit | None:
    """Find the unit of weight that a word names."""
    return _weights().get(_word(text))


def metres_in(text: str) -> float | None:
    """Length of the unit that a word names [m]."""
    return _lengths().get(_word(text))


def seconds_in(text: str) -> float | None:
    """Length of the unit of time that a word names [s]."""
    return _spans().get(_word(text))


def counts_repetitions(text: str) -> bool:
    """Whether a word stands for repetitions."""
    return _word(text) in _repetitions()


def says_yes(text: str) -> bool:
    """Whether a word or number says yes."""
    return _word(text) in _units().yes


def read_span(text: str) -> float:
    """Read a duration with units, such as ``1h 7m`` or ``2h 23min`` [s].

    Raises
    ------
    Unreadable
        If it is anything else.
    """
    plain = text.strip()
    short = len(plain) <= limits().file.label_length
    parts = _PART.findall(plain) if short else []
    known = all(word.casefold() in _spans() for _, word in parts)
    if not parts or not known or _PART.sub("", plain).strip():
        raise Unreadable("a duration such as 1h 7m")
    return sum(float(size.replace(",", ".")) * _spans()[word.casefold()] for size, word in parts)


def read_clock(text: str) -> float:
    """Read a duration as ``h:mm:ss`` [s].

    Raises
    ------
    Unreadable
        If it is anything else.
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise Unreadable("a duration as h:mm:ss")
    hours, minutes, seconds = (int(part) for part in match.groups())
    return hours * 3600.0 + minutes * 60.0 + seconds


def read_length(text: str) -> float:
    """Read a duration as ``h:mm:ss``, ``mm:ss``, with units, or as a number of seconds [s].

    Raises
    ------
    Unreadable
        If it is anything else.
    """
    plain = text.strip()
    if ":" not in plain:
        return float(plain.replace(",", ".")) if _PLAIN.fullmatch(plain) else read_span(plain)
    match = _MINUTES.fullmatch(plain)
    return read_clock(plain) if match is None else int(match[1]) * 60.0 + int(match[2])
