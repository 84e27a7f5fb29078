"""Files as training apps, head units and computers write them, from plain values."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from examples.fit_writer import FitFile

#: A set: exercise, load [kg] (None: none written), repetitions, duration [s], a warm-up set.
Set = tuple[str, float | None, int, int, bool]
#: A workout: local start and its sets.
Workout = tuple[datetime, Sequence[Set]]

KG_IN_LB = 0.45359237
RECORD_S = 10
TIMER, RIDER_POSITION = 0, 44

STRONG_C13 = (
    "Workout #", "Date", "Workout Name", "Duration (sec)", "Exercise Name", "Set Order",
    "Weight (kg)", "Reps", "RPE", "Distance (meters)", "Seconds", "Notes", "Workout Notes",
)  # fmt: skip
STRONG_A12 = (
    "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps",
    "Distance", "Seconds", "Notes", "Workout Notes", "RPE",
)  # fmt: skip
STRONG_B14 = (
    "Date", "Workout Name", "Exercise Name", "Set Order", "Weight", "Weight Unit", "Reps", "RPE",
    "Distance", "Distance Unit", "Seconds", "Notes", "Workout Notes", "Workout Duration",
)  # fmt: skip
HEVY = (
    "title", "start_time", "end_time", "description", "exercise_title", "superset_id",
    "exercise_notes", "set_index", "set_type", "weight_kg", "reps", "distance_km",
    "duration_seconds", "rpe",
)  # fmt: skip
FITNOTES_NEW = (
    "Date", "Exercise", "Category", "Weight", "Weight Unit", "Reps", "Distance", "Distance Unit",
    "Time", "Comment",
)  # fmt: skip
FITNOTES_OLD = (
    "Date", "Exercise", "Category", "Weight (lbs)", "Reps", "Distance", "Distance Unit", "Time",
)  # fmt: skip

#: How Hevy writes a start in the language of the app, and its short names of the months.
HEVY_DATES = {
    "en": ("{day} {month} {year}, {clock}", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "es": ("{day} {month} {year}, {clock}", "ene feb mar abr may jun jul ago sept oct nov dic"),
    "fr": (
        "{day} {month} {year}, {clock}",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    ),
    "pt": (
        "{day} de {month} de {year}, {clock}",
        "jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.",
    ),
    "de": ("{day:02d}.{month}.{year}, {clock}", "01 02 03 04 05 06 07 08 09 10 11 12"),
}


def _length(sets: Sequence[Set]) -> timedelta:
    """How long a workout takes: its timed sets, and three minutes for each other set."""
    return timedelta(seconds=sum(seconds or 180 for _, _, _, seconds, _ in sets))


def _pounds(kg: float | None) -> str:
    return "" if kg is None else f"{kg / KG_IN_LB:.2f}"


def _kilograms(kg: float | None) -> str:
    return "" if kg is None else f"{kg:g}"


def _table(header: Sequence[str], rows: list[Sequence[object]], delimiter: str = ",") -> str:
    text = io.StringIO()
    dialect = csv.unix_dialect if delimiter == ";" else csv.excel
    writer = csv.writer(text, dialect, delimiter=delimiter, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def _strong_c13(workouts: Sequence[Workout], _: str) -> str:
    rows: list[Sequence[object]] = [
        (
            number, f"{start:%Y-%m-%d %H:%M:%S}", "Training",
            int(_length(sets).total_seconds()), name,
            "WARM_UP" if warmup else order, _kilograms(kg), reps or "", "", "", seconds or "", "",
            "",
        )
        for number, (start, sets) in enumerate(workouts, 1)
        for order, (name, kg, reps, seconds, warmup) in enumerate(sets, 1)
    ]  # fmt: skip
    return _table(STRONG_C13, rows, ";")


def _strong_a12(workouts: Sequence[Workout], unit: str) -> str:
    written = _pounds if unit == "lb" else _kilograms
    rows: list[Sequence[object]] = []
    for start, sets in workouts:
        minutes = _length(sets) // timedelta(minutes=1)
        head = (f"{start:%Y-%m-%d %H:%M:%S}", "Training", f"{minutes}m")
        for order, (name, kg, reps, seconds, warmup) in enumerate(sets, 1):
            tag = "W" if warmup else order
            rows.append((*head, name, tag, written(kg) or 0, float(reps), 0, seconds, "", "", ""))
            rows.append((*head, name, "Rest Timer", 0, 0.0, 0, 120.0, "", "", ""))
    return _table(STRONG_A12, rows)


def _strong_b14(workouts: Sequence[Workout], unit: str) -> str:
    written = _pounds if unit == "lb" else _kilograms
    label = {"lb": "lbs", "kg": "kg"}[unit]
    rows: list[Sequence[object]] = [
        (
            f"{start:%Y-%m-%d %H:%M:%S}", "Training", name, "W" if warmup else order, written(kg),
            label if kg is not None else "", reps or "", "", "", "", seconds, "", "",
            f"{_length(sets) // timedelta(minutes=1)}m",
        )
        for start, sets in workouts
        for order, (name, kg, reps, seconds, warmup) in enumerate(sets, 1)
    ]  # fmt: skip
    return _table(STRONG_B14, rows, ";")


def _hevy(workouts: Sequence[Workout], style: str) -> str:
    language, _, unit = style.partition("-")
    pattern, months = HEVY_DATES[language]

    def stamp(at: datetime) -> str:
        month = months.split()[at.month - 1]
        return pattern.format(day=at.day, month=month, year=at.year, clock=f"{at:%H:%M}")

    header = [f"weight_{unit}s" if c == "weight_kg" and unit == "lb" else c for c in HEVY]
    written = _pounds if unit == "lb" else _kilograms
    rows: list[Sequence[object]] = []
    for start, sets in sorted(workouts, key=lambda workout: workout[0], reverse=True):
        times = (stamp(start), stamp(start + _length(sets)))
        count: dict[str, int] = {}
        for name, kg, reps, seconds, warmup in sets:
            index = count[name] = count.get(name, -1) + 1
            kind = "warmup" if warmup else "normal"
            row = (name, "", "", index, kind, written(kg), reps or "", "", seconds or "", "")
            rows.append(("Training", *times, "", *row))
    return _table(header, rows)


def _fitnotes(workouts: Sequence[Workout], layout: str) -> str:
    rows: list[Sequence[object]] = []
    for start, sets in workouts:
        for name, kg, reps, seconds, _ in sets:
            clock = f"0:{seconds // 60:02d}:{seconds % 60:02d}" if seconds else ""
            head = (f"{start:%Y-%m-%d}", name, "Back")
            if layout == "old":
                rows.append((*head, _pounds(kg), reps or "", "", "", clock))
            else:
                unit = "kgs" if kg is not None else ""
                rows.append((*head, _kilograms(kg), unit, reps or "", "", "", clock, ""))
    return _table(FITNOTES_OLD if layout == "old" else FITNOTES_NEW, rows)


_APPS: dict[str, Callable[[Sequence[Workout], str], str]] = {
    "strong-c13": _strong_c13,
    "strong-a12": _strong_a12,
    "strong-b14": _strong_b14,
    "hevy": _hevy,
    "fitnotes": _fitnotes,
}


@pytest.fixture(scope="session")
def strength_csv() -> Callable[[str, Sequence[Workout]], str]:
    """A strength log in the layout of an app, such as ``hevy es-kg`` or ``strong-a12 lb``."""

    def write(app: str, workouts: Sequence[Workout]) -> str:
        name, _, style = app.partition(" ")
        return _APPS[name](workouts, style)

    return write


def _stretches(wish: str | None) -> list[tuple[int, int]]:
    """Seconds from, to of ``30+90,60+90``: at minute 30 for 90 s, and so on."""
    pairs = (part.split("+") for part in wish.split(",")) if wish else ()
    return [(int(minute) * 60, int(minute) * 60 + int(length)) for minute, length in pairs]


def _within(second: int, stretches: list[tuple[int, int]]) -> bool:
    return any(start <= second < end for start, end in stretches)


@pytest.fixture(scope="session")
def ride_fit() -> Callable[[datetime, int, dict[str, str]], bytes]:
    """A ride from its start and minutes.

    Wishes: ``up`` (minutes between stands of 80 s, recorded by the pedals; ``20+40`` for 40 s;
    ``never``), ``stood`` (seconds out of the saddle, as a sum only), ``coast``, ``halt``, ``hole``
    and ``stop`` (rolling, standing still, standing still without a record, and the timer stopped:
    ``30+90,60+90``), ``km``, ``indoor``, ``walk`` (on foot).
    """

    def write(start: datetime, minutes: int, wish: dict[str, str]) -> bytes:
        begin, length = start.astimezone(UTC), minutes * 60
        stops, halts = _stretches(wish.get("stop")), _stretches(wish.get("halt"))
        rolling, holes = _stretches(wish.get("coast")), _stretches(wish.get("hole"))
        events = [(0, TIMER, 0, 0), (length, TIMER, 4, 0)]
        for stop_s, go_s in stops:
            events += [(stop_s, TIMER, 4, 0), (go_s, TIMER, 0, 0)]
        if "up" in wish:
            every, _, stands_s = wish["up"].partition("+")
            step = length if every == "never" else int(every) * 60
            events.append((0, RIDER_POSITION, 3, 0))
            for up_s in range(step, length, step):
                down_s = up_s + int(stands_s or 80)
                events += [(up_s, RIDER_POSITION, 3, 1), (down_s, RIDER_POSITION, 3, 0)]
        still = sum(to - since for since, to in (*stops, *halts, *holes))
        paused = sum(to - since for since, to in stops)
        total_m = float(wish.get("km", minutes * 0.45)) * 1000
        fit = FitFile()
        fit.add("file_id", type=4, manufacturer=1, product=3122, time_created=begin)
        for at_s, event, kind, data in sorted(events):
            at = begin + timedelta(seconds=at_s)
            fit.add("event", timestamp=at, event=event, event_type=kind, data=data)
        metres, speed = 0.0, total_m / (length - still)
        for second in range(0, length + 1, RECORD_S):
            if _within(second, [*stops, *holes]):
                continue
            moving, pedalling = not _within(second, halts), not _within(second, rolling)
            fit.add(
                "record",
                timestamp=begin + timedelta(seconds=second),
                distance=metres,
                speed=speed if moving else 0.0,
                cadence=88 if moving and pedalling else 0,
                power=170 if moving and pedalling else 0,
            )
            metres += speed * RECORD_S if moving else 0.0
        end = begin + timedelta(seconds=length)
        fit.add(
            "session",
            timestamp=end,
            start_time=begin,
            sport=11 if "walk" in wish else 2,
            sub_sport=0 if "walk" in wish else 6 if "indoor" in wish else 7,
            total_elapsed_time=length,
            total_timer_time=length - paused,
            total_distance=total_m,
            **({"time_standing": int(wish["stood"])} if "stood" in wish else {}),
        )
        local = end + (start.utcoffset() or timedelta(0))
        fit.add("activity", timestamp=end, num_sessions=1, local_timestamp=local)
        return fit.to_bytes()

    return write


@pytest.fixture(scope="session")
def activitywatch_json() -> Callable[[Sequence[tuple[datetime, datetime, bool]]], str]:
    """Stretches at a computer (active) and away from it, as ActivityWatch exports them."""

    def write(stretches: Sequence[tuple[datetime, datetime, bool]]) -> str:
        events = [
            {
                "timestamp": start.astimezone(UTC).isoformat(),
                "duration": (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds(),
                "data": {"status": "not-afk" if active else "afk"},
            }
            for start, end, active in sorted(stretches, reverse=True)
        ]
        bucket = {
            "id": "aw-watcher-afk_desk",
            "created": events[-1]["timestamp"],
            "type": "afkstatus",
            "client": "aw-watcher-afk",
            "hostname": "desk",
            "events": events,
        }
        return json.dumps({"buckets": {"aw-watcher-afk_desk": bucket}})

    return write
