"""Day summaries in JSON: a list of days, alone or under a name, or a single day."""

import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from tl_analyzer.adapter import provenance
from tl_analyzer.log import DailyTotal, DayMeasure, When
from tl_analyzer.parsing.moments import read_iso
from tl_analyzer.parsing.numbers import Unreadable
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Wearer

_SECONDS_PER_MIN = 60.0


def days_in(found: object, lists: tuple[str, ...]) -> Iterator[tuple[int, object]]:
    """The days of a document with their places, counted from 1.

    Parameters
    ----------
    found : object
        The document.
    lists : tuple of str
        Names under which a list of days may stand.
    """
    inside = found
    if isinstance(found, dict):
        inside = next((found[name] for name in lists if isinstance(found.get(name), list)), [found])
    yield from enumerate(inside if isinstance(inside, list) else [inside], start=1)


def day_of(day: Mapping[str, object], name: str) -> date:
    """The calendar day of a summary.

    Raises
    ------
    Unreadable
        If there is none.
    """
    stated = day.get(name)
    found = read_iso(stated) if isinstance(stated, str) else None
    if found is None or isinstance(found, datetime):
        raise Unreadable(f"a date such as 2026-03-02 under {name}", "Export the file again.")
    return found


def totals(
    day: Mapping[str, object],
    start: date,
    names: Mapping[str, DayMeasure],
    wearer: Wearer,
    place: int,
) -> list[DailyTotal]:
    """The sums of a day by the names under which they stand; steps as counted, times in seconds.

    Raises
    ------
    Unreadable
        If one is no number, negative, or more than a day holds.
    """
    found = []
    for name, measure in names.items():
        value = day.get(name)
        if value is None:
            continue
        found.append(
            DailyTotal(
                start=When.from_date(start, wearer.zone),
                measure=measure,
                value=_sum(name, value, measure),
                source=wearer.source,
                provenance=provenance(wearer.adapter, wearer.file, place),
            )
        )
    return found


def _sum(name: str, value: object, measure: DayMeasure) -> float:
    limit = evidence().limit
    counted = measure is DayMeasure.STEPS
    most = limit.steps_most if counted else limit.day_min * _SECONDS_PER_MIN
    number = not isinstance(value, bool) and isinstance(value, int | float)
    if not number or not isinstance(value, int | float) or not 0 <= value <= most:
        raise Unreadable(f"{name} as a number from 0 to {most:g}", "Export the file again.")
    if not math.isfinite(value):
        raise Unreadable(f"{name} as a number")
    return float(value) if counted else value / _SECONDS_PER_MIN
