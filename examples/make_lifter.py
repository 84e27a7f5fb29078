"""Makes an athlete who lifts in pounds, sits at no desk, and names things as nobody should.

    python -m examples.make_lifter [FOLDER]

Casey lifts three times a week: overhead, heavy pulls, squats. The last weeks are a near-maximal
block; in the very last a few singles more stand in the log than before, and the rest is as usual.
Titles and exercises hold what a program may stumble over: markup, quotes, formulas, text from
right to left, 300 characters, signs made of several code points. Nothing here is anybody's data;
the same call writes the same bytes.
"""

import csv
import io
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from examples.example_folder import write_folder
from examples.make_example import MONDAY

FOLDER = Path(__file__).parent / "pound_lifter"
WEEKS = 9

PROFILE = """\
# A lifter without a desk log: one of the examples that golden reports are made of.
schema = 1

[athlete]
id = "casey"
name = "Casey \\"<b>Lb</b>\\" Example"
timezone = "America/Chicago"
body_mass_kg = 88.0
units = "lb"

[strength.one_rep_max_kg]
deadlift = 227

[screen]
thoracic_extension_deg = 7
pattern = "stiff"

[plan]
minutes_per_day = 20
equipment = ["foam_roller", "band", "dumbbell"]
"""

HEVY = (
    "title", "start_time", "end_time", "description", "exercise_title", "superset_id",
    "exercise_notes", "set_index", "set_type", "weight_lbs", "reps", "distance_miles",
    "duration_seconds", "rpe",
)  # fmt: skip

MARKUP = '<script>alert("pulls")</script> & heavy singles'
EMOJI = (
    "Legs \N{FLEXED BICEPS}\N{EMOJI MODIFIER FITZPATRICK TYPE-5}"
    " \N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET}"
)
#: Arabic for "morning exercise", behind a sign that turns the rest of the line around.
RIGHT_TO_LEFT = (
    "\N{RIGHT-TO-LEFT OVERRIDE}\u062a\u0645\u0631\u064a\u0646 \u0627\u0644\u0635\u0628\u0627\u062d"
)
FORMULA = '=HYPERLINK("http://example.org";"Neck curl")'
ENDLESS = "Very long machine name " * 13 + "and on"


class Set(NamedTuple):
    """One set: exercise, kind, load [lb], repetitions."""

    exercise: str
    kind: str
    pounds: float | None
    reps: int


def workouts() -> Iterator[tuple[datetime, str, list[Set]]]:
    """Strength work, oldest first: local start, title, sets."""
    for week in range(-WEEKS, 1):
        yield at(week, 0), "Overhead", _overhead(week)
        yield at(week, 2), MARKUP if week == 0 else "Heavy singles", _pulls(week)
        yield at(week, 4), f"{EMOJI} {ENDLESS}" if week == 0 else "Legs", _legs(week)


def _overhead(week: int) -> list[Set]:
    press = 135 + 2.5 * (week % 2 == 0)
    return [
        Set("Overhead Press (Barbell)", "warmup", 95, 5),
        *[Set("Overhead Press (Barbell)", "normal", press, 5)] * 5,
        *[Set("Push Press", "normal", 165, 3)] * 3,
        *[Set("Pull Up", "normal", None, 8)] * 3,
        *([Set(RIGHT_TO_LEFT, "normal", 20, 12)] * 2 if week == 0 else []),
    ]


def _pulls(week: int) -> list[Set]:
    singles = 7 if week == 0 else 5 if week >= -4 else 0
    return [
        Set("Deadlift (Barbell)", "warmup", 225, 5),
        Set("Deadlift (Barbell)", "warmup", 315, 3),
        *[Set("Deadlift (Barbell)", "normal", 455, 1)] * singles,
        *[Set("Deadlift (Barbell)", "normal", 385, 3)] * (0 if singles else 4),
        *[Set("Bench Press (Barbell)", "normal", 225, 5)] * 4,
        *([Set(ENDLESS, "normal", 90, 10)] * 2 if week == 0 else []),
    ]


def _legs(week: int) -> list[Set]:
    return [
        Set("Squat (Barbell)", "warmup", 185, 5),
        *[Set("Squat (Barbell)", "normal", 315, 5)] * 4,
        *[Set("Plank", "normal", None, 1)] * 2,
        *([Set(FORMULA, "normal", 25, 15)] if week == 0 else []),
    ]


def at(week: int, weekday: int) -> datetime:
    """Return a local wall clock, `week` weeks from the last; all training is in the morning."""
    day: date = MONDAY + timedelta(weeks=week, days=weekday)
    return datetime.combine(day, time(7, 0))


def hevy_csv() -> str:
    """Write the log as the app does in an account with pounds: newest workout first."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(HEVY)
    for start, title, sets in reversed(list(workouts())):
        end = start + timedelta(minutes=70)
        number: dict[str, int] = {}
        for each in sets:
            index = number[each.exercise] = number.get(each.exercise, -1) + 1
            pounds = "" if each.pounds is None else f"{each.pounds:g}"
            head = (title, _stamp(start), _stamp(end), "", each.exercise, "", "")
            writer.writerow((*head, index, each.kind, pounds, each.reps, "", "", ""))
    return text.getvalue()


def _stamp(wall: datetime) -> str:
    return f"{wall.day} {wall:%b %Y, %H:%M}"


def files() -> Iterator[tuple[str, bytes]]:
    """Every file of the example by its path in the folder."""
    yield "profile.toml", PROFILE.encode()
    yield "inputs/hevy.csv", hevy_csv().encode()


def main(folder: Path = FOLDER) -> None:
    """Write the example into a folder."""
    write_folder(folder, files())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
