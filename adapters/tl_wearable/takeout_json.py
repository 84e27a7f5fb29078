"""The JSON files of a Fitbit takeout: local time without a zone, numbers as strings."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from tl_analyzer.adapter import provenance
from tl_analyzer.log import Clock, DailyTotal, DayMeasure, Entry, Problem, When
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.json_text import BadJson, read_json, scalar_text
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import read_iso
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.timeline import Span
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Seen, Wearer, read_count, read_span
from tl_wearable.takeout_kinds import SET_ASIDE, TakeoutKind

_DATE = re.compile(r"(\d\d)/(\d\d)/(\d\d)(?: \d\d:\d\d:\d\d)?", re.ASCII)
#: Years of two digits from here on are of the last century.
_PIVOT = 70


def read_takeout_json(
    kind: TakeoutKind, wearer: Wearer, ledger: Ledger
) -> Iterator[Entry | Problem]:
    """Yield what a JSON file of the takeout holds."""
    found = read_json(wearer.file)
    if isinstance(found, BadJson):
        yield found.problem(ledger)
    elif isinstance(found, list):
        if kind in SET_ASIDE:
            ledger.set_aside(SET_ASIDE[kind], len(found))
        else:
            yield from _items(kind, found, wearer, ledger)


def _items(
    kind: TakeoutKind, items: list[object], wearer: Wearer, ledger: Ledger
) -> Iterator[Entry | Problem]:
    read = _sedentary if kind is TakeoutKind.SEDENTARY_MINUTES else _sleep
    seen = set[tuple[date, float]]()
    for place, item in enumerate(items, start=1):
        try:
            if not isinstance(item, dict):
                raise Unreadable("an object", "Export the file again.")
            cells = {key: scalar_text(value) for key, value in item.items()}
            entry, key = read(cells, wearer, place)
        except Unreadable as why:
            yield ledger.refuse("item-unreadable", _quoted(item), why.expected, why.hint, place)
            continue
        if key in seen:
            ledger.set_aside("duplicate")
        elif entry is None:
            ledger.set_aside("not worn")
        else:
            ledger.take()
            yield entry
        seen.add(key)


def _sedentary(
    cells: dict[str, str], wearer: Wearer, place: int
) -> tuple[DailyTotal | None, tuple[date, float]]:
    """A day's minutes without movement; None for a day without the device."""
    minutes = read_count(cells.get("value", ""))
    day = _american(cells.get("dateTime", ""))
    limit = evidence().limit
    if minutes == limit.not_worn_min:
        return None, (day, minutes)
    if minutes > limit.not_worn_min:
        raise Unreadable(f"at most {limit.not_worn_min} minutes a day")
    total = DailyTotal(
        start=When.from_date(day, wearer.zone),
        measure=DayMeasure.SEDENTARY,
        value=minutes,
        source=wearer.source,
        provenance=provenance(wearer.adapter, wearer.file, place),
    )
    return total, (day, minutes)


def _sleep(cells: dict[str, str], wearer: Wearer, place: int) -> tuple[Entry, tuple[date, float]]:
    first, last = (_wall(cells.get(key, ""), wearer.zone) for key in ("startTime", "endTime"))
    length = read_span(first.utc, last.utc, evidence().limit.sleep_s)
    night = wearer.interval(Span(first.utc, last.utc, Seen.ASLEEP, place))
    return night.model_copy(update={"start": first}), (first.utc, length.total_seconds())


def _american(text: str) -> date:
    """Read ``03/14/26 00:00:00``, which is a date of the American order."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        raise Unreadable("a date such as 03/14/26 00:00:00")
    month, day, year = (int(part) for part in match.groups())
    try:
        return date(year + (1900 if year >= _PIVOT else 2000), month, day)
    except ValueError:
        raise Unreadable("a date that exists") from None


def _wall(text: str, zone: str) -> When:
    """Read a wall clock of the athlete's zone."""
    found = read_iso(text)
    if not isinstance(found, datetime):
        raise Unreadable("a time such as 2026-03-01T22:41:30.000")
    if found.tzinfo is not None:
        return When(utc=found, zone=zone, clock=Clock.STATED)
    return When.from_local(found, zone)


def _quoted(item: object) -> str:
    if not isinstance(item, dict):
        return echo(item)
    wanted = ("dateTime", "value", "startTime", "endTime")
    return echo(", ".join(f"{key} {scalar_text(item[key])}" for key in wanted if key in item))
