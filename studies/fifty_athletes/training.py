"""What an athlete lifts, rides and sits through, week by week."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from examples.desk_exports import Stretch
from examples.strength_exports import Set, Workout
from studies.fifty_athletes.cast import Athlete

#: Monday of the last week.
MONDAY = date(2026, 11, 9)

#: A ride: local start, minutes, minutes between two stands out of the saddle (None: never).
Ride = tuple[datetime, int, int | None]

#: The best deadlift of somebody of strength 1. [kg]
DEADLIFT_KG = 170.0


def mondays(athlete: Athlete) -> Iterator[tuple[date, tuple[str, ...]]]:
    """The weeks of the log, oldest first, and what happens in each."""
    kind = athlete.kind
    for back in reversed(range(kind.silent, kind.silent + kind.weeks)):
        yield MONDAY - timedelta(weeks=back), kind.happens(back)


def workouts(athlete: Athlete) -> Iterator[Workout]:
    """Two workouts a week, and a third where much is pulled."""
    chance = athlete.chance("workouts")
    for monday, happens in mondays(athlete):
        effort = athlete.strength * chance.uniform(0.97, 1.03)
        support = [] if "no_support" in happens else [*_sets("Dead Bug", 0, 10, 2)]
        press = 8 if "presses" in happens else 3
        turns = [*_sets("Russian Twist", 10, 25, 5 if "twists" in happens else 1)]
        swings = [*_sets("Kettlebell Swing", 24, 25, 8 if "swings" in happens else 2)]
        yield (
            _at(athlete, monday, 18, 30),
            [
                ("Back Squat", 60.0, 5, 0, True),
                *_sets("Back Squat", 110 * effort, 5, 3),
                *_sets("Overhead Press", 45 * effort, 5, press),
                *turns,
                *support,
            ],
        )
        thursday = monday + timedelta(days=3)
        if "desk_to_bar" in happens:
            yield _at(athlete, thursday, 17, 10), [*_sets("Deadlift", 132 * effort, 4, 3)]
        else:
            yield (
                _at(athlete, thursday, 18, 30),
                [
                    ("Deadlift", 70.0, 5, 0, True),
                    ("Deadlift", 100.0, 3, 0, True),
                    *_pulls(happens, effort),
                    *_sets("Bench Press", 75 * effort, 5, 3),
                    *swings,
                    *support,
                ],
            )
        if "many_heavy_pulls" in happens:
            yield (
                _at(athlete, monday + timedelta(days=5), 13, 0),
                [*_sets("Deadlift", 140 * effort, 4, 3), *_sets("Deadlift", 157 * effort, 1, 5)],
            )


def _pulls(happens: tuple[str, ...], effort: float) -> list[Set]:
    if "many_heavy_pulls" in happens:
        return [*_sets("Deadlift", 145 * effort, 3, 4), *_sets("Deadlift", 157 * effort, 1, 4)]
    if "heavy_pulls" in happens:
        return [*_sets("Deadlift", 140 * effort, 4, 5)]
    return [*_sets("Deadlift", 125 * effort, 5, 3)]


def _sets(name: str, kg: float, reps: int, sets: int) -> Iterator[Set]:
    for _ in range(sets):
        yield name, round(kg / 2.5) * 2.5, reps, 0, False


def rides(athlete: Athlete) -> Iterator[Ride]:
    """Two rides a week, the longer one at the weekend."""
    for monday, happens in mondays(athlete):
        straight = "desk_to_ride" in happens
        tuesday = monday + timedelta(days=1)
        yield _at(athlete, tuesday, 17 if straight else 18, 20), 90 if straight else 55, 15
        saturday = _at(athlete, monday + timedelta(days=5), 8, 30)
        if "very_long_ride" in happens:
            yield saturday, 240, None
        elif "long_ride" in happens:
            yield saturday, 130, None
        else:
            yield saturday, 100, 20


def desk_days(athlete: Athlete) -> Iterator[Stretch]:
    """Stretches at the desk from half past eight to five, with breaks."""
    chance = athlete.chance("desk")
    for monday, happens in mondays(athlete):
        for weekday in range(5):
            pauses = (2, 3) if "desk_to_bar" in happens else (6, 14)
            today = monday + timedelta(days=weekday)
            now, close = _at(athlete, today, 8, 30), _at(athlete, today, 17, 0)
            while now < close:
                until = min(now + timedelta(minutes=chance.randint(40, 65)), close)
                yield now, until, True
                now = until + timedelta(minutes=30 if until.hour == 12 else chance.randint(*pauses))


def _at(athlete: Athlete, day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=ZoneInfo(athlete.zone))
