"""Makes one day seen by five sources, worked through by hand in ``docs/merged_day.md``.

    python -m examples.make_merged_day [FOLDER]

A calendar, ActivityWatch on two computers, Apple Health, the archive of a platform and that of
the maker of a head unit. Nothing here is anybody's data; the same call writes the same days.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from examples.desk_exports import health_record, health_workout, ics_event
from examples.example_folder import write_folder
from examples.fit_writer import FitFile
from examples.ride_exports import garmin_zip, strava_zip

FOLDER = Path(__file__).parent / "merged_day"
ZONE = ZoneInfo("Europe/Berlin")

PROFILE = """\
# The athlete of the merged day: docs/merged_day.md works through it by hand.
schema = 1

[athlete]
id = "kim"
timezone = "Europe/Berlin"
units = "kg"

[[desk]]
days = ["mon", "tue", "wed", "thu", "fri"]
start = 09:00:00
end = 17:00:00
seated_fraction = 0.78
posture = "slumped"

[bike]
position = "hoods"
"""

#: Input (True) and no input, computer by computer.
DESKTOP = (
    ("09:10", "10:00", True), ("10:00", "11:04", False), ("11:04", "11:40", True),
    ("11:40", "11:44", False), ("11:44", "12:00", True), ("12:00", "13:00", False),
    ("13:00", "14:00", True), ("14:00", "15:40", False), ("15:40", "16:30", True),
)  # fmt: skip
LAPTOP = (
    ("14:00", "14:20", True), ("14:20", "14:32", False), ("14:32", "14:50", True),
    ("14:50", "16:30", False),
)  # fmt: skip
_BIN = timedelta(minutes=5)


def at(clock: str, day: int = 12) -> datetime:
    """An instant of the day from a wall clock."""
    hour, minute = (int(part) for part in clock.split(":"))
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def calendar_ics() -> str:
    """Two meetings, a cancelled one, and lunch."""
    lunch = ics_event("3@example.org", at("12:00"), at("12:45"))
    events = [
        *ics_event("1@example.org", at("10:00"), at("11:00")),
        *ics_event("2@example.org", at("13:00"), at("14:00"), "STATUS:CANCELLED"),
        *[line.replace("Planning", "Lunch with the team") for line in lunch],
        *ics_event("4@example.org", at("15:00"), at("15:30")),
    ]
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", *events, "END:VCALENDAR")
    return "\r\n".join(lines) + "\r\n"


def activitywatch_json() -> str:
    """Two computers in one export."""
    buckets = {
        f"aw-watcher-afk_{host}": _bucket(host, stretches)
        for host, stretches in (("desktop", DESKTOP), ("laptop", LAPTOP))
    }
    return json.dumps({"buckets": buckets}, indent=1) + "\n"


def _bucket(host: str, stretches: Sequence[tuple[str, str, bool]]) -> dict[str, object]:
    return {
        "id": f"aw-watcher-afk_{host}",
        "created": at("08:00").astimezone(UTC).isoformat(),
        "type": "afkstatus",
        "client": "aw-watcher-afk",
        "hostname": host,
        "events": [
            {
                "timestamp": at(start).astimezone(UTC).isoformat(),
                "duration": (at(end) - at(start)).total_seconds(),
                "data": {"status": "not-afk" if active else "afk"},
            }
            for start, end, active in reversed(stretches)
        ],
    }


def apple_xml() -> str:
    """A night, a walk at lunch, an hour without standing up, and a workout at the gym.

    The watch is on the charger for the rest of the working day.
    """
    rows = [*_night(), *_noon(), *_afternoon()]
    rows.append(health_workout("TraditionalStrengthTraining", at("17:32"), at("18:30")))
    body = "\n".join(rows)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<HealthData locale="de_DE">\n <ExportDate value="2026-11-20 12:00:00 +0100"/>\n'
        f"{body}\n</HealthData>\n"
    )


def _night() -> Iterator[str]:
    kind, value = "HKCategoryTypeIdentifierSleepAnalysis", "HKCategoryValueSleepAnalysisAsleepCore"
    yield health_record(kind, at("23:00", day=11), at("06:30"), value)


def _noon() -> Iterator[str]:
    hour = "HKCategoryTypeIdentifierAppleStandHour"
    yield health_record(hour, at("12:00"), at("13:00"), "HKCategoryValueAppleStandHourStood")
    for number in range(4):
        begin = at("12:05") + number * _BIN
        steps = "HKQuantityTypeIdentifierStepCount"
        yield health_record(steps, begin, begin + _BIN, "500", "count")
        stand = "HKQuantityTypeIdentifierAppleStandTime"
        yield health_record(stand, begin, begin + _BIN, "5", "min")


def _afternoon() -> Iterator[str]:
    hour = "HKCategoryTypeIdentifierAppleStandHour"
    yield health_record(hour, at("15:00"), at("16:00"), "HKCategoryValueAppleStandHourIdle")


def ride_fit(start: datetime, *, standing: bool) -> bytes:
    """An hour on the road; `standing` adds what pedals with two sides record."""
    begin = start.astimezone(UTC)
    end = begin + timedelta(hours=1)
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=1, product=3122, time_created=begin)
    fit.add("event", timestamp=begin, event=0, event_type=0)
    if standing:
        for minute, position in ((0, 0), (30, 1), (32, 0)):
            moment = begin + timedelta(minutes=minute)
            fit.add("event", timestamp=moment, event=44, event_type=3, data=position)
    for second in range(0, 3601, 10):
        moment = begin + timedelta(seconds=second)
        fit.add("record", timestamp=moment, distance=second * 7.5, speed=7.5, cadence=85, power=160)
    fit.add("event", timestamp=end, event=0, event_type=4)
    fit.add(
        "session",
        timestamp=end,
        start_time=begin,
        sport=2,
        sub_sport=7,
        total_elapsed_time=3600,
        total_timer_time=3600,
        total_distance=27_000.0,
    )
    fit.add("activity", timestamp=end, num_sessions=1, local_timestamp=end + timedelta(hours=1))
    return fit.to_bytes()


def files() -> Iterator[tuple[str, bytes]]:
    """Names and contents of all files of the folder."""
    start = at("07:20")
    yield "profile.toml", PROFILE.encode()
    yield "calendar.ics", calendar_ics().encode()
    yield "aw-buckets-export.json", activitywatch_json().encode()
    yield "apple_health_export.xml", apple_xml().encode()
    phone = start + timedelta(seconds=40)
    ride = (phone, 60, ride_fit(phone, standing=False))
    yield "export_4711.zip", strava_zip([ride], lifts=[at("17:30")])
    yield "garmin.zip", garmin_zip({"kim_88.fit": ride_fit(start, standing=True)})


def main(folder: Path = FOLDER) -> None:
    """Write the folder."""
    write_folder(folder, files())


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
