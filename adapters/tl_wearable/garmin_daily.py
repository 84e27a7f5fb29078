"""The daily summary of Garmin Connect: sums of a day, without any interval."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import DayMeasure, Entry, Problem, Tally
from tl_analyzer.parsing.moments import read_iso
from tl_analyzer.parsing.numbers import Unreadable
from tl_wearable.day_json import Day, day_of, is_summary, read_days, totals
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Wearer

_SOURCE = "watch (Garmin Connect daily summary)"
_DATE = "calendarDate"
_MEMBERS = tuple(
    re.compile(rf'"{name}"\s*:')
    for name in (_DATE, "wellnessStartTimeGmt", "sedentarySeconds", "sleepingSeconds")
)
_TOTALS = {
    "sedentarySeconds": DayMeasure.SEDENTARY,
    "sleepingSeconds": DayMeasure.ASLEEP,
    "totalSteps": DayMeasure.STEPS,
}


class GarminDailyAdapter:
    """Reads day totals: a check on what intervals of other sources add up to."""

    name: ClassVar[str] = "garmin-daily"
    recognised: ClassVar[str] = "Garmin Connect daily summary: JSON with sedentarySeconds"
    contract: ClassVar[int] = 1

    def recognises(self, file: SourceFile) -> bool:
        """Whether the head is JSON with the members of such a summary."""
        return is_summary(file, *_MEMBERS)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield the sums of each whole day, and a problem for each day that is not read."""
        return read_days(Wearer(self, file, reading.zone, _SOURCE), (), _DATE, _day)


def _day(day: Mapping[str, object], wearer: Wearer, place: int) -> Day:
    date = day_of(day, _DATE)
    aside = "" if _is_whole(day) else "day that was not over"
    sums = totals(day, date, _TOTALS, wearer, place)
    return Day((date, *(total.value for total in sums)), sums, aside)


def _is_whole(day: Mapping[str, object]) -> bool:
    """Whether the summary covers its day, by its stamps in GMT."""
    first, last = (_gmt(day.get(name)) for name in ("wellnessStartTimeGmt", "wellnessEndTimeGmt"))
    if first is None or last is None:
        return True
    return last - first >= timedelta(seconds=evidence().limit.whole_day_s)


def _gmt(stamp: object) -> datetime | None:
    """Read a stamp that is GMT without saying so; None where there is none."""
    if stamp is None:
        return None
    found = read_iso(stamp) if isinstance(stamp, str) else None
    if not isinstance(found, datetime):
        raise Unreadable("a time such as 2026-03-01T23:00:00.0", "Export the file again.")
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
