"""Makes the example athlete: eight ordinary weeks, then one in which everything meets.

    python -m examples.make_example [FOLDER]

Robin works at a desk, rides twice a week and lifts twice a week. In the last week the desk days
are long, the rides start straight from the desk and are ridden on the hoods without a break, and
the heavy pulls come five minutes after the computer and half an hour after the long ride. Nothing
here is anybody's data; the same call writes the same bytes.
"""

import csv
import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from examples.example_folder import write_folder
from examples.fit_writer import FitFile

FOLDER = Path(__file__).parent / "desk_rider_lifter"
ZONE = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 9)
WEEKS = 8

Set = tuple[str, str, float, int]

PROFILE = """\
# The example athlete. `tl profile init` writes a commented profile of your own.
schema = 1

[athlete]
id = "robin"
name = "Robin Example"
timezone = "Europe/Berlin"
body_mass_kg = 78.0
units = "kg"

[strength.one_rep_max_kg]
deadlift = 170
overhead_press = 62.5

[[desk]]
days = ["mon", "tue", "wed", "thu", "fri"]
start = 08:30:00
end = 17:00:00
seated_fraction = 0.8
posture = "slumped"

[bike]
position = "hoods"

[sleep]
rises = 06:30:00

[plan]
minutes_per_day = 15
equipment = ["foam_roller", "band"]
"""

DIARY = """\
date,region,side,score,signs,note
2026-10-28,lumbar,both,1,,fine after the ride
2026-11-04,lumbar,both,1,,
2026-11-10,lumbar,both,2,worse_after_sitting,
2026-11-12,lumbar,both,3,worse_after_sitting,stiff when getting up from the chair
2026-11-15,lumbar,both,4,worse_after_sitting,long ride and pulls yesterday
"""

HEADER = (
    "Workout #", "Date", "Workout Name", "Duration (sec)", "Exercise Name", "Set Order",
    "Weight (kg)", "Reps", "RPE", "Distance (meters)", "Seconds", "Notes", "Workout Notes",
)  # fmt: skip


def workouts() -> Iterator[tuple[datetime, str, list[Set]]]:
    """Strength work, oldest first: local start, title, sets (name, tag, kg, reps)."""
    for week in range(-WEEKS, 0):
        monday = MONDAY + timedelta(weeks=week)
        pull, squat = 120 + 1.25 * (week + WEEKS), 100 + 1.25 * (week + WEEKS)
        support: list[Set] = []
        if week < -2:
            support = [("Dead Bug", "1", 0, 10), ("Bird Dog", "1", 0, 8)]
        yield (
            at(monday, 18, 30),
            "Squat and press",
            [
                ("Squat (Barbell)", "WARM_UP", 60, 5),
                *numbered("Squat (Barbell)", squat, 5, 3),
                *numbered("Overhead Press (Barbell)", 42.5, 5, 3),
                *numbered("Lat Pulldown (Cable)", 60, 10, 3),
                *support,
            ],
        )
        yield (
            at(monday + timedelta(days=3), 18, 30),
            "Pull",
            [
                ("Deadlift (Barbell)", "WARM_UP", 70, 5),
                ("Deadlift (Barbell)", "WARM_UP", 100, 3),
                *numbered("Deadlift (Barbell)", pull, 5, 3),
                *numbered("Bench Press (Barbell)", 75, 5, 3),
                *support,
            ],
        )
    yield (
        at(MONDAY, 18, 30),
        "Squat and press",
        [
            ("Squat (Barbell)", "WARM_UP", 60, 5),
            *numbered("Squat (Barbell)", 110, 5, 3),
            *numbered("Overhead Press (Barbell)", 42.5, 5, 3),
        ],
    )
    yield (
        at(MONDAY + timedelta(days=3), 17, 10),
        "Heavy pull",
        [*numbered("Deadlift (Barbell)", 145, 3, 4), *numbered("Deadlift (Barbell)", 155, 1, 4)],
    )
    yield (
        at(MONDAY + timedelta(days=5), 13, 0),
        "Heavy pull",
        [*numbered("Deadlift (Barbell)", 140, 4, 3), *numbered("Deadlift (Barbell)", 155, 1, 5)],
    )


def rides() -> Iterator[tuple[datetime, int, int | None]]:
    """Rides, oldest first: local start, minutes, minutes between standing breaks (None: never)."""
    for week in range(-WEEKS, 0):
        monday = MONDAY + timedelta(weeks=week)
        yield at(monday + timedelta(days=1), 18, 30), 60, 15
        yield at(monday + timedelta(days=5), 10, 0), 105, 25
    yield at(MONDAY + timedelta(days=1), 17, 25), 90, None
    yield at(MONDAY + timedelta(days=5), 8, 30), 240, None


def numbered(name: str, kg: float, reps: int, sets: int) -> list[Set]:
    """Working sets as the app numbers them."""
    return [(name, str(n), kg, reps) for n in range(1, sets + 1)]


def at(day: date, hour: int, minute: int) -> datetime:
    """Return a local wall clock."""
    return datetime.combine(day, time(hour, minute), tzinfo=ZONE)


def strong_csv() -> str:
    """Write the strength log in the layout with stated kilograms and semicolons."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(HEADER)
    for number, (start, title, sets) in enumerate(workouts(), 1):
        for name, order, kg, reps in sets:
            stamp = f"{start:%Y-%m-%d %H:%M:%S}"
            writer.writerow(
                (number, stamp, title, 3600, name, order, f"{kg:g}", reps, "", "", "0.0", "", "")
            )
    return text.getvalue()


def ride_fit(
    start: datetime,
    minutes: int,
    breaks: int | None,
    every_s: int = 10,
    sub_sport: int = 7,
    positions: bool = True,
) -> bytes:
    """Write one ride, a record every few seconds, with the position changes of the head unit.

    A trainer (`sub_sport` 58) knows no `positions`.
    """
    begin, end = start.astimezone(UTC), (start + timedelta(minutes=minutes)).astimezone(UTC)
    chance = Random(f"{begin:%Y%m%d%H%M}")
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=1, product=3122, time_created=begin)
    fit.add("event", timestamp=begin, event=0, event_type=0)
    if positions:
        fit.add("event", timestamp=begin, event=44, event_type=3, data=0)
    for standing in range(breaks or minutes, minutes, breaks or minutes):
        up = begin + timedelta(minutes=standing)
        fit.add("event", timestamp=up, event=44, event_type=3, data=1)
        fit.add("event", timestamp=up + timedelta(seconds=80), event=44, event_type=3, data=0)
    metres = 0.0
    for second in range(0, minutes * 60 + 1, every_s):
        speed = 7.5 + chance.uniform(-1.0, 1.0)
        metres += speed * every_s
        fit.add(
            "record",
            timestamp=begin + timedelta(seconds=second),
            distance=metres,
            speed=speed,
            cadence=chance.randint(80, 92),
            power=chance.randint(140, 200),
        )
    fit.add("event", timestamp=end, event=0, event_type=4)
    fit.add(
        "session",
        timestamp=end,
        start_time=begin,
        sport=2,
        sub_sport=sub_sport,
        total_elapsed_time=minutes * 60,
        total_timer_time=minutes * 60,
        total_distance=metres,
    )
    offset = start.utcoffset() or timedelta(0)
    fit.add("activity", timestamp=end, num_sessions=1, local_timestamp=end + offset)
    return fit.to_bytes()


def computer_days() -> Iterator[tuple[datetime, datetime, str]]:
    """Stretches at the computer and away from it, oldest first."""
    chance = Random(MONDAY.isoformat())
    for day in range(-7 * WEEKS, 5):
        today = MONDAY + timedelta(days=day)
        if today.weekday() > 4:
            continue
        last = day >= 0
        now, end = at(today, 8, 30), at(today, 17, 5 if last else 0)
        while now < end:
            until = min(
                now + timedelta(minutes=chance.randint(*((80, 130) if last else (35, 55)))), end
            )
            yield now, until, "not-afk"
            lunch = until.hour == 12
            pause = chance.randint(25, 35) if lunch else chance.randint(16, 22)
            now = until + timedelta(minutes=pause)
            if until < end:
                yield until, min(now, end), "afk"


def activitywatch_json() -> str:
    """Write the computer days as ActivityWatch exports them: newest event first."""
    events = [
        {
            "timestamp": start.astimezone(UTC).isoformat(),
            "duration": (end - start).total_seconds(),
            "data": {"status": status},
        }
        for start, end, status in computer_days()
    ]
    bucket = {
        "id": "aw-watcher-afk_desk",
        "created": events[0]["timestamp"],
        "type": "afkstatus",
        "client": "aw-watcher-afk",
        "hostname": "desk",
        "events": events[::-1],
    }
    return json.dumps({"buckets": {"aw-watcher-afk_desk": bucket}}, indent=1) + "\n"


def files() -> Iterator[tuple[str, bytes]]:
    """Every file of the example by its path in the folder."""
    yield "profile.toml", PROFILE.encode()
    yield "inputs/pain_diary.csv", DIARY.encode()
    yield "inputs/strong.csv", strong_csv().encode()
    yield "inputs/activitywatch.json", activitywatch_json().encode()
    for start, minutes, breaks in rides():
        yield f"inputs/ride_{start:%Y-%m-%d}.fit", ride_fit(start, minutes, breaks)


def main(folder: Path = FOLDER) -> None:
    """Write the example into a folder."""
    write_folder(folder, files())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
