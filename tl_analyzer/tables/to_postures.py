"""Rows of posture intervals -> packed columns, without an object an interval."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from tl_analyzer.log import (
    Clock,
    Observation,
    Posture,
    PostureColumns,
    Postures,
    Quality,
    SittingStyle,
)
from tl_analyzer.tables.columns import Columns
from tl_analyzer.tables.instants import FIRST, LAST

T = TypeVar("T")


def postures_of(columns: Columns, origins: Mapping[object, tuple[str, str, str]]) -> Postures:
    """Pack the stored columns of the table of postures.

    Parameters
    ----------
    columns : sequence of columns
        All columns of the table; none for no intervals.
    origins : mapping of int to (str, str, str)
        Adapter, file and digest by number.

    Raises
    ------
    ValueError, LookupError, TypeError, OverflowError
        If a value is none of its column.
    """
    if not columns or not columns[0]:
        return Postures()
    given: Sequence[Sequence[Any]] = columns
    starts, ends, zones, clocks, posture, probability, quality, *rest = given
    observation, style, source, origin, row = rest
    for instants in (starts, ends):
        if not FIRST <= min(instants) <= max(instants) <= LAST:
            raise ValueError("an instant beyond the calendar")
    if not all(0.0 <= each <= 1.0 for each in probability):
        raise ValueError("a probability beyond 0 to 1")
    return Postures.of_columns(
        PostureColumns(
            start=starts,
            end=ends,
            row=row,
            probability=probability,
            kind=_each(zip(posture, quality, observation, style, source, strict=True), _kind),
            place=_each(zip(zones, clocks, strict=True), _place),
            origin=[origins[number] for number in origin],
        )
    )


def _each(values: Iterator[Any], read: Callable[[Any], T]) -> list[T]:
    """Read every value; what repeats is read once."""
    met: dict[Any, T] = {}
    found: list[T] = []
    for value in values:
        known = met.get(value)
        if known is None:
            known = met[value] = read(value)
        found.append(known)
    return found


def _kind(
    value: tuple[str, str, str, str | None, str],
) -> tuple[Posture, Quality, Observation, SittingStyle | None, str]:
    posture, quality, observation, style, source = value
    if not isinstance(source, str):
        raise TypeError("a source that is no text")
    return (
        Posture(posture),
        Quality(quality),
        Observation(observation),
        None if style is None else SittingStyle(style),
        source,
    )


def _place(value: tuple[str, str]) -> tuple[str, Clock]:
    zone, clock = value
    if not isinstance(zone, str):
        raise TypeError("a zone that is no text")
    return zone, Clock(clock)
