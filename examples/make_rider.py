"""Makes an athlete who rides and does not lift: a trainer block, meetings, pain on one side.

    python -m examples.make_rider [FOLDER]

Noor rides five times a week, on the road in the drops and indoors on a time-trial bike. Two months
stand in the list of a platform, the last fortnight in recordings. At work only the calendar knows
when Noor sits. In the last week the trainer rides grow long and start straight from a meeting, and
the diary tells of pain on the left crest. The calendar also holds the week to come. Nothing here
is anybody's data; the same call writes the same bytes.
"""

import csv
import io
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from examples.example_folder import write_folder
from examples.make_example import MONDAY, ride_fit

FOLDER = Path(__file__).parent / "trainer_block_rider"
ZONE_NAME = "Europe/Amsterdam"
ZONE = ZoneInfo(ZONE_NAME)

#: Weeks before the last; recordings are kept of it and of the one before.
WEEKS, RECORDED_FROM = 10, -1

#: A trainer ride, as FIT files name it.
VIRTUAL = 58

PROFILE = f"""\
# A rider without a gym: one of the examples that golden reports are made of.
schema = 1

[athlete]
id = "noor"
name = "Noor Example"
timezone = "{ZONE_NAME}"
body_mass_kg = 64.0

[[desk]]
days = ["mon", "tue", "wed", "thu", "fri"]
start = 09:00:00
end = 17:00:00
seated_fraction = 0.75
posture = "upright"

[bike]
position = "drops"

[[bike.rule]]
indoor = true
position = "aero"

[plan]
minutes_per_day = 10
equipment = ["foam_roller"]
"""

DIARY = """\
date,region,side,score,signs,note
2026-10-21,iliac_crest,left,1,,after the long ride
2026-10-29,iliac_crest,left,2,,
2026-11-05,iliac_crest,left,2,worse_after_sitting,
2026-11-09,iliac_crest,left,3,worse_after_sitting,
2026-11-11,iliac_crest,left,4,worse_after_sitting;worse_standing_up,getting off the bike is worst
2026-11-13,iliac_crest,left,4,tender_crest_point,one sore spot a hand's width beside the spine
2026-11-15,iliac_crest,left,5,worse_after_sitting,
"""

LIST = (
    "Activity ID", "Activity Date", "Activity Name", "Activity Type", "Activity Description",
    "Elapsed Time", "Distance", "Max Heart Rate", "Relative Effort", "Commute",
    "Activity Private Note", "Activity Gear", "Filename", "Athlete Weight", "Bike Weight",
    "Elapsed Time", "Moving Time", "Distance",
)  # fmt: skip


class Ride(NamedTuple):
    """One ride: local start, length [min], whether indoors, minutes between standing breaks."""

    start: datetime
    minutes: int
    indoor: bool
    breaks: int | None = None


def rides() -> Iterator[Ride]:
    """Every ride, oldest first."""
    for week in range(-WEEKS, 0):
        yield Ride(at(week, 1, 18, 30), 50, indoor=True)
        yield Ride(at(week, 3, 18, 30), 50, indoor=True)
        yield Ride(at(week, 5, 9, 30), 135 + 5 * (week % 3), indoor=False, breaks=20)
        yield Ride(at(week, 6, 10, 0), 90, indoor=False, breaks=20)
    yield Ride(at(0, 0, 17, 15), 75, indoor=True)
    yield Ride(at(0, 1, 17, 15), 95, indoor=True)
    yield Ride(at(0, 3, 17, 15), 95, indoor=True)
    yield Ride(at(0, 5, 9, 0), 215, indoor=False, breaks=110)
    yield Ride(at(0, 6, 10, 0), 120, indoor=False, breaks=25)


def at(week: int, weekday: int, hour: int, minute: int) -> datetime:
    """Return a local wall clock, `week` weeks from the last."""
    day: date = MONDAY + timedelta(weeks=week, days=weekday)
    return datetime.combine(day, time(hour, minute), tzinfo=ZONE)


def activities_csv() -> str:
    """Write the list of the platform: every ride, in UTC."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(LIST)
    for number, ride in enumerate(rides(), 7001):
        begin, seconds = ride.start.astimezone(UTC), ride.minutes * 60
        stamp = f"{begin:%b} {begin.day}, {begin.year}, {begin.hour % 12 or 12}:{begin:%M:%S %p}"
        metres = seconds * (9.0 if ride.indoor else 7.5)
        kind = "Virtual Ride" if ride.indoor else "Ride"
        writer.writerow(
            (
                number, stamp, "Ride", kind, "", seconds, f"{metres / 1000:.2f}", "", "", "false",
                "", "", "", "64.0", "", float(seconds), float(seconds), metres,
            )
        )  # fmt: skip
    return text.getvalue()


def calendar_ics() -> str:
    """Write the calendar: weekly meetings, a day away, and what is planned to be ridden."""
    begin = at(-WEEKS, 0, 0, 0)
    events = [
        *_event("standup", begin + timedelta(hours=9, minutes=15), 30, "Team sync", "MO,TU,WE,TH"),
        *_event("review", begin + timedelta(hours=11), 90, "Review", "MO,TH"),
        *_event("plan", begin + timedelta(days=1, hours=13), 120, "Planning", "TU"),
        *_event("late", begin + timedelta(hours=15, minutes=30), 90, "Customer call", "MO,TU,TH"),
        *_event("away", at(0, 4, 8, 0), 600, "Out of office"),
        *_event("ride-1", at(1, 1, 17, 30), 90, "Trainer ride: intervals"),
        *_event("ride-2", at(1, 5, 9, 0), 240, "Long ride"),
    ]
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", *events, "END:VCALENDAR")
    return "\r\n".join(lines) + "\r\n"


def _event(name: str, start: datetime, minutes: int, title: str, weekly: str = "") -> list[str]:
    end = start + timedelta(minutes=minutes)
    last = at(1, 6, 0, 0)
    return [
        "BEGIN:VEVENT",
        f"UID:{name}@example.org",
        f"DTSTAMP:{at(-WEEKS, 0, 8, 0).astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;TZID={ZONE_NAME}:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID={ZONE_NAME}:{end:%Y%m%dT%H%M%S}",
        f"SUMMARY:{title}",
        *([f"RRULE:FREQ=WEEKLY;BYDAY={weekly};UNTIL={last:%Y%m%dT%H%M%SZ}"] if weekly else []),
        "END:VEVENT",
    ]


def files() -> Iterator[tuple[str, bytes]]:
    """Every file of the example by its path in the folder."""
    yield "profile.toml", PROFILE.encode()
    yield "inputs/pain_diary.csv", DIARY.encode()
    yield "inputs/calendar.ics", calendar_ics().encode()
    yield "inputs/activities.csv", activities_csv().encode()
    for ride in rides():
        if ride.start < at(RECORDED_FROM, 0, 0, 0):
            continue
        fit = ride_fit(
            ride.start,
            ride.minutes,
            ride.breaks,
            every_s=15,
            sub_sport=VIRTUAL if ride.indoor else 7,
            positions=not ride.indoor,
        )
        yield f"inputs/ride_{ride.start:%Y-%m-%d}.fit", fit


def main(folder: Path = FOLDER) -> None:
    """Write the example into a folder."""
    write_folder(folder, files())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
