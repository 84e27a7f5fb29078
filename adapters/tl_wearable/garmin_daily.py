"""The daily summary of Garmin Connect: sums of a day, without any interval."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import DayMeasure, Entry, Problem, Tally
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.json_text import BadJson, read_json
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import read_iso
from tl_analyzer.parsing.numbers import Unreadable
from tl_wearable.day_json import day_of, days_in, totals
from tl_wearable.evidence import evidence
from tl_wearable.stretches import Wearer

_SOURCE = "watch (Garmin Connect daily summary)"
_STRUCTURE = re.compile(r"\s*[\[{]")
_MEMBERS = tuple(
    re.compile(rf'"{name}"\s*:')
    for name in ("calendarDate", "wellnessStartTimeGmt", "sedentarySeconds", "sleepingSeconds")
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
        text = file.head.decode("utf-8-sig", "replace")
        return bool(_STRUCTURE.match(text)) and all(member.search(text) for member in _MEMBERS)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield the sums of each whole day, and a problem for each day that is not read."""
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
    seen = set[tuple[object, ...]]()
    for place, day in days_in(found, ()):
        try:
            if not isinstance(day, dict):
                raise Unreadable("an object", "Export the file again.")
            date = day_of(day, "calendarDate")
            whole = _is_whole(day)
            sums = totals(day, date, _TOTALS, wearer, place)
        except Unreadable as why:
            stated = day.get("calendarDate") if isinstance(day, dict) else day
            yield ledger.refuse("day-unreadable", echo(stated), why.expected, why.hint, place)
            continue
        key = (date, *(total.value for total in sums))
        if key in seen:
            ledger.set_aside("duplicate")
        elif not whole:
            ledger.set_aside("day that was not over")
        elif not sums:
            ledger.set_aside("day without values")
        else:
            ledger.take()
            yield from sums
        seen.add(key)


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
