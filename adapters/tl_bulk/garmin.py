"""Garmin's export of all data: the JSON files that say when something was done or slept."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import (
    DailyTotal,
    DayMeasure,
    Entry,
    Observation,
    Posture,
    PostureInterval,
    Problem,
    Provenance,
    Quality,
    Tally,
    When,
)
from tl_analyzer.parsing.json_text import BadJson, read_json
from tl_analyzer.parsing.ledger import Ledger
from tl_bulk.done import entry
from tl_bulk.facts import facts
from tl_bulk.garmin_activity import GarminActivity, read_activity
from tl_bulk.json_items import amount, instant, starts_a_list
from tl_bulk.list_remarks import Seen, remarks

_ACTIVITIES = "summarizedActivitiesExport"
_SLEEP = ("sleepStartTimestampGMT", "sleepEndTimestampGMT")
_DAY = ("calendarDate", "wellnessStartTimeGmt")
#: The daily summary of Garmin Connect has these two as well; it is another adapter's.
_CONNECT_DAY = ("sedentarySeconds", "sleepingSeconds")
_WINDOW = ("wellnessStartTimeGmt", "wellnessEndTimeGmt")
_TOTALS = {
    "totalSteps": (DayMeasure.STEPS, 1.0),
    "sedentarySeconds": (DayMeasure.SEDENTARY, 60.0),
    "sleepingSeconds": (DayMeasure.ASLEEP, 60.0),
}
_SOURCE = "watch (Garmin)"

Item = dict[str, object]
#: Reads one item by its number; what it gives, and whether it was a problem, is counted there.
_Reader = Callable[[int, Item, Ledger, Provenance, Reading, Seen], Iterator[Entry | Problem]]


class GarminTakeoutAdapter:
    """Reads summarised activities, sleep and daily totals of a Garmin export.

    The account counts items of the list: activities, nights or days. The bracket around the parts
    of a multisport activity and transitions between them are *set aside*, as are nights and
    days without a value. The other JSON files of an export are not recognised. Names are not read.
    """

    name: ClassVar[str] = "garmin-takeout"
    recognised: ClassVar[str] = "Garmin export: JSON of activities, sleep and daily totals"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """By the names of the members of its first items."""
        return _reader(file) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield what the list holds, what was wrong with items, and the account."""
        ledger = Ledger(file, self.name, "item")
        read = _reader(file)
        if file.size > facts().json_bytes:
            yield ledger.too_large(file.size, int(facts().json_bytes))
        elif read is not None:
            found = read_json(file)
            if isinstance(found, BadJson):
                yield found.problem(ledger)
            seen = Seen()
            for number, item in enumerate(_items(found), start=1):
                source = provenance(self, file, number)
                if isinstance(item, dict):
                    yield from read(number, item, ledger, source, reading, seen)
                else:
                    yield ledger.refuse(
                        "item-unreadable",
                        "something else than an object",
                        "an object",
                        "Export again.",
                        number,
                    )
            yield from remarks(seen, ledger)
        yield ledger.tally()


def _reader(file: SourceFile) -> _Reader | None:
    """How the items of a file are read; None where it is none of the three."""
    if not starts_a_list(file.head):
        return None
    if _has(file, _ACTIVITIES):
        return _activity
    if _has(file, *_SLEEP):
        return _night
    return _day if _has(file, *_DAY) and not _has(file, *_CONNECT_DAY) else None


def _has(file: SourceFile, *names: str) -> bool:
    return all(f'"{name}"'.encode() in file.head for name in names)


def _items(found: object) -> Iterator[object]:
    """Items of the list; of activities, those of the lists in it."""
    for item in found if isinstance(found, list) else ():
        inner = item.get(_ACTIVITIES) if isinstance(item, dict) else None
        if isinstance(inner, list):
            yield from inner
        else:
            yield item


def _activity(
    number: int, item: Item, ledger: Ledger, source: Provenance, reading: Reading, seen: Seen
) -> Iterator[Entry | Problem]:
    activity = read_activity(item, reading.zone)
    if isinstance(activity, str):
        ledger.set_aside(activity)
    elif isinstance(activity, GarminActivity):
        ledger.take()
        seen.sport(activity.done.sport, activity.word, number)
        seen.abroad += activity.abroad
        yield entry(activity.done, source)
    else:
        yield ledger.refuse(
            "activity-unreadable",
            "an activity without start or duration",
            "startTimeGmt and duration, in milliseconds",
            "The item is left out; the others are read.",
            number,
        )


def _night(
    number: int, item: Item, ledger: Ledger, source: Provenance, reading: Reading, seen: Seen
) -> Iterator[Entry | Problem]:
    start, end = (instant(item.get(name)) for name in _SLEEP)
    if all(item.get(name) is None for name in _SLEEP):
        ledger.set_aside("night without sleep")
    elif start and end and 0 < (end - start).total_seconds() <= facts().sleep_longest_s:
        ledger.take()
        yield PostureInterval(
            start=When(utc=start, zone=reading.zone),
            end=end,
            posture=Posture.LYING,
            probability=facts().sleep_probability,
            quality=Quality.B,
            observation=Observation.SLEEP,
            source=_SOURCE,
            provenance=source,
        )
    else:
        yield ledger.refuse(
            "night-unreadable",
            "a night whose times make no interval",
            "a start and a later end within a day",
            "The item is left out; the others are read.",
            number,
        )


def _day(
    number: int, item: Item, ledger: Ledger, source: Provenance, reading: Reading, seen: Seen
) -> Iterator[Entry | Problem]:
    totals = [
        (measure, value / scale)
        for name, (measure, scale) in _TOTALS.items()
        if (value := amount(item.get(name))) is not None
    ]
    day = _date(item.get("calendarDate"))
    if not totals:
        ledger.set_aside("day without totals")
    elif not _is_whole(item):
        ledger.set_aside("day that was not over")
    elif day is None:
        yield ledger.refuse(
            "day-unreadable",
            "a day without a date",
            "calendarDate, such as 2026-11-09",
            "The item is left out; the others are read.",
            number,
        )
    else:
        ledger.take()
        for measure, value in totals:
            yield DailyTotal(
                start=When.from_date(day, reading.zone),
                measure=measure,
                value=value,
                source=_SOURCE,
                provenance=source,
            )


def _is_whole(item: Item) -> bool:
    """Whether the totals cover the day; on the day of the export they do not."""
    first, last = (instant(item.get(name)) for name in _WINDOW)
    if first is None or last is None:
        return True
    return (last - first).total_seconds() >= facts().whole_day_s


def _date(value: object) -> date | None:
    at = instant(value) if isinstance(value, str) else None
    return at.date() if at else None
