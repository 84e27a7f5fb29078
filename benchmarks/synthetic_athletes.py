"""Synthetic athletes as files: a profile, a strength log, rides, desk time and a diary.

All is written by the project's own writers in `examples`; the same call writes the same bytes.
Nothing here is anybody's data.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from examples.desk_exports import Stretch, lock_events
from examples.make_example import ride_fit
from examples.strength_exports import Workout, fitbod

ZONE = "Europe/Berlin"
#: The Monday of the last week that is written.
MONDAY = date(2026, 11, 9)

#: Between two stands out of the saddle. [min]
_STANDS_EVERY_MIN = 20
#: A report over that week, repeatable.
REVIEWED = ("--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00")

_DAYS_OF_LIFTING = (0, 2, 4, 5)
_DAYS_OF_RIDING = (1, 5, 3, 6)
_LIFTS = (
    ("Deadlift", 120.0, 5),
    ("Back Squat", 105.0, 5),
    ("Overhead Press", 45.0, 6),
    ("Romanian Deadlift", 85.0, 8),
    ("Kettlebell Swing", 24.0, 15),
)


@dataclass(frozen=True, slots=True)
class Habits:
    """What an athlete does and keeps a log of.

    Attributes
    ----------
    weeks : int
        Weeks up to the last one. [weeks]
    lifts, rides : int
        Workouts of 15 working sets, and rides, a week. [1/week]
    minutes : int
        Length of a ride; the one at the weekend is twice as long. [min]
    every_s : int
        Time between two records of a ride. [s]
    desk : bool
        Whether a computer keeps the times of its use.
    """

    weeks: int
    lifts: int = 3
    rides: int = 2
    minutes: int = 60
    every_s: int = 10
    desk: bool = True


#: Ten years of it, with rides in few records: what is looked at is what lies in the log.
TEN_YEARS = Habits(weeks=522)
#: 150 rides at 1 Hz and 600 workouts, as of a hard year.
SEASON = Habits(weeks=50, lifts=12, rides=3, every_s=1)
#: What a coach looks at: 16 weeks, and a few before.
ROSTER = Habits(weeks=20, rides=1)


def write_athlete(folder: Path, name: str, habits: Habits) -> Path:
    """Write one athlete into a folder, which is made."""
    for file, data in files(name, habits):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def files(name: str, habits: Habits) -> Iterator[tuple[str, bytes]]:
    """Every file of an athlete by its path in the folder."""
    chance = Random(name)
    strength = chance.uniform(0.8, 1.2)
    yield "profile.toml", profile(name, 170 * strength).encode()
    yield "strength.csv", fitbod(list(_workouts(habits, strength, chance))).encode()
    yield "diary.csv", _diary(habits).encode()
    if habits.desk:
        yield "computer.csv", lock_events(list(_computer(habits, chance))).encode()
    for start, minutes in _rides(habits):
        yield f"rides/{start:%Y-%m-%d-%H%M}.fit", ride(start, minutes, habits.every_s)


def profile(name: str, deadlift_kg: float) -> str:
    """A profile with what reports ask for."""
    return (
        f'schema = 1\n[athlete]\nid = "{name}"\ntimezone = "{ZONE}"\nbody_mass_kg = 75.0\n'
        f'units = "kg"\n[strength.one_rep_max_kg]\ndeadlift = {deadlift_kg:.1f}\n'
        '[[desk]]\ndays = ["mon", "tue", "wed", "thu", "fri"]\nstart = 08:30:00\n'
        'end = 17:00:00\nseated_fraction = 0.8\nposture = "slumped"\n[bike]\nposition = "hoods"\n'
    )


def ride(start: datetime, minutes: int, every_s: int) -> bytes:
    """One ride, somebody out of the saddle every twenty minutes."""
    return ride_fit(start, minutes, _STANDS_EVERY_MIN, every_s)


def _mondays(habits: Habits) -> Iterator[date]:
    return (MONDAY - timedelta(weeks=back) for back in reversed(range(habits.weeks)))


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=ZoneInfo(ZONE))


def _workouts(habits: Habits, strength: float, chance: Random) -> Iterator[Workout]:
    for monday in _mondays(habits):
        effort = strength * chance.uniform(0.9, 1.05)
        for number in range(habits.lifts):
            day = monday + timedelta(days=_DAYS_OF_LIFTING[number % len(_DAYS_OF_LIFTING)])
            hour = 18 - 3 * (number // len(_DAYS_OF_LIFTING))
            sets = [
                (name, round(kg * effort / 2.5) * 2.5, reps, 0, False)
                for name, kg, reps in _LIFTS
                for _ in range(3)
            ]
            yield _at(day, hour, 30), sets


def _rides(habits: Habits) -> Iterator[tuple[datetime, int]]:
    for monday in _mondays(habits):
        for number in range(habits.rides):
            day = monday + timedelta(days=_DAYS_OF_RIDING[number % len(_DAYS_OF_RIDING)])
            weekend = day.weekday() > 4
            yield _at(day, 9 if weekend else 17, 20), habits.minutes * (2 if weekend else 1)


def _computer(habits: Habits, chance: Random) -> Iterator[Stretch]:
    for monday in _mondays(habits):
        for weekday in range(5):
            now, end = _at(monday + timedelta(days=weekday), 8, 30), None
            while end is None or now.hour < 17:
                end = now + timedelta(minutes=chance.randint(35, 70))
                yield now, end, True
                now = end + timedelta(minutes=chance.randint(5, 15))


def _diary(habits: Habits) -> str:
    rows = ["date,region,side,score,signs,note"]
    for number, monday in enumerate(_mondays(habits)):
        rows.append(f"{monday + timedelta(days=6)},lumbar,both,{number % 3},,")
    return "\n".join(rows) + "\n"
