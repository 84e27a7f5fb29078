"""Daily activity of an Oura ring: a class for each five minutes, and the sums of the day."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import DayMeasure, Entry, Problem, Tally
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.json_text import BadJson, read_json
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import read_iso, when
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.timeline import Span
from tl_wearable.day_json import day_of, days_in, totals
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Seen, Wearer

_SOURCE = "ring (Oura; its day begins at 4 a.m.)"
_LISTS = ("data", "daily_activity", "activity")
_CLASSES = re.compile(r'"class_5_min"\s*:\s*"[0-5]*"')
_DAY = re.compile(r'"day"\s*:\s*"\d{4}-\d{2}-\d{2}"')
_STRUCTURE = re.compile(r"\s*[\[{]")
_STEP = timedelta(minutes=5)
#: What a class says; 0 (not worn) says nothing.
_SEEN = {
    "1": Seen.REST,
    "2": Seen.INACTIVE,
    "3": Seen.LIGHT,
    "4": Seen.ACTIVE,
    "5": Seen.ACTIVE,
}
_TOTALS = {"sedentary_time": DayMeasure.SEDENTARY, "steps": DayMeasure.STEPS}


class OuraAdapter:
    """Reads the classes of each day as intervals, and its sums as a check on them."""

    name: ClassVar[str] = "oura"
    recognised: ClassVar[str] = "Oura daily activity: JSON with class_5_min"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether the head is JSON with a string of activity classes and a day."""
        text = file.head.decode("utf-8-sig", "replace")
        return bool(_STRUCTURE.match(text) and _CLASSES.search(text) and _DAY.search(text))

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield what each day holds, and a problem for each day that is not read."""
        ledger = Ledger(file, self.name, "day")
        most = evidence().limit.json_bytes
        if file.size > most:
            yield ledger.too_large(file.size, most)
        else:
            yield from _days(Wearer(self, file, reading.zone, _SOURCE), ledger)
        yield ledger.tally()


def _days(wearer: Wearer, ledger: Ledger) -> Iterator[Entry | Problem]:
    found = read_json(wearer.file)
    if isinstance(found, BadJson):
        yield found.problem(ledger)
        return
    seen = set[tuple[object, object, object]]()
    for place, day in days_in(found, _LISTS):
        try:
            if not isinstance(day, dict):
                raise Unreadable("an object", "Export the file again.")
            entries = _day(day, wearer, place)
        except Unreadable as why:
            stated = day.get("day") if isinstance(day, dict) else day
            yield ledger.refuse("day-unreadable", echo(stated), why.expected, why.hint, place)
            continue
        key = (day["day"], day.get("timestamp"), day.get("class_5_min"))
        if key in seen:
            ledger.set_aside("duplicate")
        elif not entries:
            ledger.set_aside("day without values")
        else:
            ledger.take()
            yield from entries
        seen.add(key)


def _day(day: Mapping[str, object], wearer: Wearer, place: int) -> list[Entry]:
    sums = totals(day, day_of(day, "day"), _TOTALS, wearer, place)
    intervals = wearer.intervals(_spans(day, wearer.zone, place))
    return [*sums, *intervals]


def _spans(day: Mapping[str, object], zone: str, place: int) -> Iterator[Span[Seen]]:
    """The classes as stretches of five minutes each, from the time stamp on."""
    classes = day.get("class_5_min")
    if classes is None:
        return
    if not isinstance(classes, str) or not set(classes) <= {"0", *_SEEN}:
        raise Unreadable("class_5_min of the digits 0 to 5", "Export the file again.")
    if len(classes) > evidence().limit.classes:
        most = evidence().limit.classes
        raise Unreadable(f"at most {most} classes a day", "Export the file again.")
    stamp = day.get("timestamp")
    begun = read_iso(stamp) if isinstance(stamp, str) else None
    if not isinstance(begun, datetime):
        raise Unreadable("a timestamp such as 2026-03-02T04:00:00+01:00")
    start = when(begun, zone).utc
    for number, digit in enumerate(classes):
        if (seen := _SEEN.get(digit)) is not None:
            yield Span(start + number * _STEP, start + (number + 1) * _STEP, seen, place)
