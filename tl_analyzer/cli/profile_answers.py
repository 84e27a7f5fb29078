"""Answers for a profile, read and checked at once against what a profile may hold."""

from collections.abc import Callable
from datetime import time
from typing import TypeVar
from zoneinfo import available_timezones

from pydantic import BaseModel, ValidationError

from tl_analyzer.cli.dialogue import SKIP, MisreadError
from tl_analyzer.log import KG_PER_LB
from tl_analyzer.nearest import nearest
from tl_analyzer.profile import WEEKDAYS

T = TypeVar("T")

_BETWEEN_DAYS = "-"


def allowed(model: type[BaseModel], field: str, value: T, **others: object) -> T:
    """The value, if the table of a profile may hold it.

    Raises
    ------
    MisreadError
        With what the profile would say.
    """
    try:
        model.model_validate({field: value, **others})
    except ValidationError as why:
        said = why.errors()[0]["msg"].removeprefix("Value error, ")
        said = said.replace("Input should be", "it has to be")
        raise MisreadError(f"{said[0].upper()}{said[1:]}.") from why
    return value


def zone(text: str) -> str:
    """An IANA zone, whatever its case."""
    known = available_timezones()
    if text in known:
        return text
    near = nearest(text.replace(" ", "_"), known) or _city(text, known)
    if near and near.casefold() == text.casefold():
        return near
    guess = f"Did you mean {near}? " if near else ""
    raise MisreadError(f"{guess}A time zone is written like Europe/Berlin.")


def _city(text: str, known: set[str]) -> str:
    """A zone by the name of its city alone."""
    cities = {name.rpartition("/")[2]: name for name in sorted(known)}
    return cities.get(nearest(text.replace(" ", "_"), cities), "")


def amount(text: str) -> float:
    """A number, with a point or a comma."""
    try:
        return float(text.replace(",", "."))
    except ValueError as why:
        raise MisreadError(f"Give a number, or {SKIP}.") from why


def kilograms(text: str, unit: str) -> float:
    """A weight in the athlete's unit, as kilograms to a tenth. [kg]"""
    value = amount(text)
    return round(value * KG_PER_LB, 1) if unit == "lb" else value


def clock(text: str) -> time:
    """A time of day: ``6:30``, ``06:30`` or ``6``."""
    hour, _, minute = text.replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError as why:
        raise MisreadError("Give a time of day such as 06:30.") from why


def hours(text: str) -> tuple[time, time]:
    """Two times of one day: ``09:00-17:00``."""
    begin, dash, end = text.replace("\N{EN DASH}", "-").partition("-")
    if not dash:
        raise MisreadError("Give two times such as 09:00-17:00.")
    start, stop = clock(begin.strip()), clock(end.strip())
    if stop <= start:
        raise MisreadError("The end has to come after the start on the same day.")
    return start, stop


def days(text: str) -> list[str]:
    """Days of the week: ``mon-fri``, or ``mon, wed, thu``."""
    begin, dash, end = text.partition(_BETWEEN_DAYS)
    if dash:
        first, last = WEEKDAYS.index(_day(begin)), WEEKDAYS.index(_day(end))
        return list(WEEKDAYS[first : last + 1] or (*WEEKDAYS[first:], *WEEKDAYS[: last + 1]))
    return list(dict.fromkeys(_day(word) for word in text.replace(",", " ").split()))


def _day(word: str) -> str:
    short = word.strip().casefold()[:3]
    if short not in WEEKDAYS:
        raise MisreadError(f"Days are {', '.join(WEEKDAYS)}, or a span such as mon-fri.")
    return short


def listed(text: str, known: Callable[[str], str], words: list[str]) -> list[str]:
    """Words of a list, separated by commas, in the spelling of the list."""
    found = []
    for word in filter(None, (part.strip() for part in text.split(","))):
        if (spelled := known(word)) not in words:
            near = nearest(word.replace(" ", "_"), words)
            guess = f"Did you mean {near!r}? " if near else ""
            raise MisreadError(f"{guess}One or more of: {', '.join(words)}.")
        found.append(spelled)
    return list(dict.fromkeys(found))
