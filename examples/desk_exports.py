"""Days at a desk as watches, calendars, timers and machines export them; for examples and tests.

A stretch is ``(start, end, is at the desk)``, aware datetimes.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from xml.sax.saxutils import quoteattr

Stretch = tuple[datetime, datetime, bool]

_BIN = timedelta(minutes=5)
#: Hours of the day in which the watch is worn.
_WORN = range(7, 22)
_TOGGL = (
    "User", "Email", "Client", "Project", "Task", "Description", "Billable", "Start date",
    "Start time", "End date", "End time", "Duration", "Tags", "Amount ()",
)  # fmt: skip
_ACTIVPAL = (
    "Time", "DataCount (samples)", "Interval (s)",
    "ActivityCode (0=sedentary, 1= standing, 2=stepping)", "CumulativeStepCount",
    "Activity Score (MET.h)",
)  # fmt: skip
_EXCEL_EPOCH = datetime(1899, 12, 30)
_DAY_S = 86_400


def _seated(stretches: Iterable[Stretch]) -> list[tuple[datetime, datetime]]:
    return sorted((start, end) for start, end, at_desk in stretches if at_desk)


def apple_health(stretches: Sequence[Stretch], more: Sequence[str] = ()) -> str:
    """A watch: worn by day, time on the feet in bins of five minutes wherever nobody sat.

    The offset on every row is that of the day of the export, as the phone writes it.
    """
    seated = _seated(stretches)
    lines = list(_watch_rows(seated))
    body = "\n".join((*lines, *more))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n]>\n"
        '<HealthData locale="de_DE">\n'
        ' <ExportDate value="2026-11-20 12:00:00 +0100"/>\n'
        f"{body}\n</HealthData>\n"
    )


def _watch_rows(seated: list[tuple[datetime, datetime]]) -> Iterator[str]:
    for day in sorted({start.date() for start, _ in seated}):
        zone = next(start.tzinfo for start, _ in seated if start.date() == day)
        for hour in _WORN:
            begin = datetime(day.year, day.month, day.day, hour, tzinfo=zone)
            yield health_record(
                "HKQuantityTypeIdentifierHeartRate", begin, begin, "70", "count/min"
            )
            for number in range(12):
                at = begin + number * _BIN
                if not any(start < at + _BIN and end > at for start, end in seated):
                    kind = "HKQuantityTypeIdentifierAppleStandTime"
                    yield health_record(kind, at, at + _BIN, "5", "min")


def health_record(kind: str, start: datetime, end: datetime, value: str, unit: str = "") -> str:
    """One ``<Record>`` of an Apple Health export."""
    stamps = [
        f"{at.astimezone(UTC) + timedelta(hours=1):%Y-%m-%d %H:%M:%S} +0100" for at in (start, end)
    ]
    measured = f" unit={quoteattr(unit)}" if unit else ""
    return (
        f' <Record type="{kind}" sourceName="Watch"{measured} creationDate="{stamps[1]}"'
        f' startDate="{stamps[0]}" endDate="{stamps[1]}" value={quoteattr(value)}/>'
    )


def health_workout(kind: str, start: datetime, end: datetime) -> str:
    """One ``<Workout>`` of an Apple Health export, such as of ``TraditionalStrengthTraining``."""
    stamps = [
        f"{at.astimezone(UTC) + timedelta(hours=1):%Y-%m-%d %H:%M:%S} +0100" for at in (start, end)
    ]
    minutes = (end - start).total_seconds() / 60
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" duration="{minutes}"'
        f' durationUnit="min" sourceName="Watch" creationDate="{stamps[1]}"'
        f' startDate="{stamps[0]}" endDate="{stamps[1]}"/>'
    )


def _export_stamp(at: datetime) -> str:
    """An instant at the offset of the export's own day, whatever it was when it was lived."""
    return f"{at.astimezone(UTC) + timedelta(hours=1):%Y-%m-%d %H:%M:%S} +0100"


def calendar(stretches: Sequence[Stretch]) -> str:
    """Meetings in UTC, one of them cancelled, and a lunch."""
    events = []
    for number, (start, end) in enumerate(_seated(stretches)):
        events += ics_event(f"{number}@example.org", start, end)
    first = _seated(stretches)[0][0].replace(hour=6, minute=0)
    events += ics_event("gone@example.org", first, first + timedelta(hours=2), "STATUS:CANCELLED")
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", *events, "END:VCALENDAR")
    return "\r\n".join(lines) + "\r\n"


def ics_event(uid: str, start: datetime, end: datetime, *more: str) -> list[str]:
    """Lines of one event."""
    stamps = [f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}" for at in (start, end)]
    return [
        "BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{stamps[0]}", f"DTSTART:{stamps[0]}",
        f"DTEND:{stamps[1]}", "SUMMARY:Planning", *more, "END:VEVENT",
    ]  # fmt: skip


def toggl(stretches: Sequence[Stretch]) -> str:
    """A timer in the zone of the profile, with the mark of a byte order."""
    rows = [
        (
            "A", "a@example.org", "", "Work", "", "", "No", f"{start:%Y-%m-%d}",
            f"{start:%H:%M:%S}", f"{end:%Y-%m-%d}", f"{end:%H:%M:%S}",
            str(end - start).rjust(8, "0"), "", "",
        )
        for start, end in _seated(stretches)
    ]  # fmt: skip
    return "\ufeff" + _table(_TOGGL, rows)


def lock_events(stretches: Sequence[Stretch]) -> str:
    """Unlocked while somebody works, locked in between."""
    rows = [
        row for start, end in _seated(stretches) for row in ((_utc(start), 4801), (_utc(end), 4800))
    ]
    return _table(("TimeCreated", "Id"), rows)


def activpal(stretches: Sequence[Stretch]) -> str:
    """A sensor on the thigh: seated, and on the feet between the first and the last chair."""
    rows: list[Sequence[object]] = []
    seated = _seated(stretches)
    for number, (start, end) in enumerate(seated):
        rows.append(_event(start, end, 0))
        if number + 1 < len(seated) and seated[number + 1][0].date() == start.date():
            rows.append(_event(end, seated[number + 1][0], 1))
    return _table(_ACTIVPAL, rows)


def _event(start: datetime, end: datetime, code: int) -> Sequence[object]:
    serial = (start.replace(tzinfo=None) - _EXCEL_EPOCH).total_seconds() / _DAY_S
    seconds = (end - start).total_seconds()
    return (f"{serial:.9f}", int(seconds * 10), seconds, code, 0, 0.1)


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


#: Writers by name, with the suffix of their files.
WRITERS: dict[str, tuple[Callable[[Sequence[Stretch]], str], str]] = {
    "apple": (apple_health, "xml"),
    "calendar": (calendar, "ics"),
    "toggl": (toggl, "csv"),
    "lock": (lock_events, "csv"),
    "activpal": (activpal, "csv"),
}
