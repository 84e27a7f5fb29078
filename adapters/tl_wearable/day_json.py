"""Day summaries in JSON: a list of days, alone or under a name, or a single day."""

import math
import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from tl_analyzer.adapter import SourceFile, provenance
from tl_analyzer.log import DailyTotal, DayMeasure, Entry, Problem, Tally, When
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.json_text import BadJson, read_json
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import read_iso
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.text import decode_head
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Wearer

_SECONDS_PER_MIN = 60.0
_STRUCTURE = re.compile(r"\s*[\[{]")


@dataclass(frozen=True, slots=True)
class Day:
    """What a summary says of one day.

    Attributes
    ----------
    key : hashable
        What makes it the same as another.
    entries : sequence of Entry
        What it holds for the log.
    aside : str
        Why nothing of it counts; empty where it does.
    """

    key: Hashable
    entries: Sequence[Entry]
    aside: str = ""


def is_summary(file: SourceFile, *members: re.Pattern[str]) -> bool:
    """Whether the head is JSON in which all of these are found."""
    text = "".join(decode_head(file.head).lines)
    return bool(_STRUCTURE.match(text)) and all(member.search(text) for member in members)


def read_days(
    wearer: Wearer,
    lists: tuple[str, ...],
    date_name: str,
    read: Callable[[Mapping[str, object], Wearer, int], Day],
) -> Iterator[Entry | Problem | Tally]:
    """Yield what each day holds, a problem for each day that is not read, and the account.

    Parameters
    ----------
    wearer : Wearer
        Who saw it, and the file.
    lists : tuple of str
        Names under which a list of days may stand.
    date_name : str
        Name of the member with the date.
    read : callable
        Reads one day by its place, counted from 1; raises `Unreadable`.
    """
    ledger = Ledger(wearer.file, wearer.adapter.name, "day")
    most = evidence().limit.json_bytes
    if wearer.file.size > most:
        yield ledger.too_large(wearer.file.size, most)
    elif isinstance(found := read_json(wearer.file), BadJson):
        yield found.problem(ledger)
    else:
        seen = set[Hashable]()
        for place, stated in _days_in(found, lists):
            try:
                if not isinstance(stated, dict):
                    raise Unreadable("an object", "Export the file again.")
                day = read(stated, wearer, place)
            except Unreadable as why:
                told = echo(stated.get(date_name) if isinstance(stated, dict) else stated)
                yield ledger.refuse("day-unreadable", told, why.expected, why.hint, place)
                continue
            if day.key in seen:
                ledger.set_aside("duplicate")
            elif day.aside or not day.entries:
                ledger.set_aside(day.aside or "day without values")
            else:
                ledger.take()
                yield from day.entries
            seen.add(day.key)
    yield ledger.tally()


def _days_in(found: object, lists: tuple[str, ...]) -> Iterator[tuple[int, object]]:
    """The days of a document with their places, counted from 1."""
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
