"""Daily activity of an Oura ring: a class for each five minutes, and the sums of the day."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import DayMeasure, Entry, Problem, Tally
from tl_analyzer.parsing.json_text import scalar_text
from tl_analyzer.parsing.moments import read_iso, when
from tl_analyzer.parsing.numbers import Unreadable
from tl_analyzer.parsing.timeline import Span
from tl_wearable.day_json import Day, day_of, is_summary, read_days, totals
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Seen, Wearer

_SOURCE = "ring (Oura; its day begins at 4 a.m.)"
_DATE = "day"
_LISTS = ("data", "daily_activity", "activity")
_CLASSES = re.compile(r'"class_5_min"\s*:\s*"[0-5]*"')
_DAY = re.compile(r'"day"\s*:\s*"\d{4}-\d{2}-\d{2}"')
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
        return is_summary(file, _CLASSES, _DAY)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield what each day holds, and a problem for each day that is not read."""
        return read_days(Wearer(self, file, reading.zone, _SOURCE), _LISTS, _DATE, _day)


def _day(day: Mapping[str, object], wearer: Wearer, place: int) -> Day:
    sums = totals(day, day_of(day, _DATE), _TOTALS, wearer, place)
    intervals = wearer.intervals(_spans(day, wearer.zone, place))
    key = (day[_DATE], scalar_text(day.get("timestamp")), day.get("class_5_min"))
    return Day(key, [*sums, *intervals])


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
