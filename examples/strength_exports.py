"""Strength logs as apps write them, made from plain workouts; for examples and tests.

A set is ``(exercise, load [kg] or None, repetitions, duration [s], is a warm-up)``.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

Set = tuple[str, float | None, int, int, bool]
Workout = tuple[datetime, Sequence[Set]]

_SET_S = 180
_TIMES = "\N{MULTIPLICATION SIGN}"
_GYMBOOK = (
    "Data", "Programma", "Orario", "Esercizio", "Zona", "Gruppi muscolari (Primari)",
    "Gruppi muscolari (Secondari)", "Set / Set di riscaldamento / Set di defaticamento",
    "Ripetizioni / Tempo", "Peso / Distanza", "Appunti", "Saltato",
)  # fmt: skip
_LIFTOSAUR = (
    "Workout DateTime", "Program", "Day Name", "Exercise", "Is Warmup Set?", "Required Reps",
    "Completed Reps", "Is AMRAP?", "Required RPE", "Completed RPE", "Log RPE?",
    "Required Weight Value", "Required Weight Unit", "Completed Weight Value",
    "Completed Weight Unit", "Ask Weight?", "Completed Reps Time", "Target Muscles",
    "Synergist Muscles", "Notes",
)  # fmt: skip
_REALM = (
    "Name", "StartTime", "EndTime", "BodyWeight", "Exercise", "Equipment", "Reps", "Weight",
    "Time", "Distance", "Status", "IsWarmup", "RPE", "RIR", "Categories", "Note",
)  # fmt: skip
_FITBOD = (
    "Date", "Exercise", "Reps", "Weight(kg)", "Duration(s)", "Distance(m)", "Incline",
    "Resistance", "isWarmup", "Note", "multiplier",
)  # fmt: skip


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def fitbod(workouts: Sequence[Workout]) -> str:
    """Kilograms, UTC, one stamp a workout, blanks before numbers."""
    rows = [
        (
            f"{start.astimezone(UTC):%Y-%m-%d %H:%M:%S +0000}", name, f" {reps}",
            f" {kg or 0.0}", f" {float(seconds)}", " 0.0", " 0.0", " 0.0",
            str(warmup).lower(), "", 1.0 if reps else 0.0,
        )
        for start, sets in reversed(workouts)
        for name, kg, reps, seconds, warmup in sets
    ]  # fmt: skip
    return _table(_FITBOD, rows)


def gymbook(workouts: Sequence[Workout]) -> str:
    """Italian, a clock for each set, units inside the cells, skipped sets kept."""
    rows: list[Sequence[object]] = []
    for start, sets in workouts:
        for number, (name, kg, reps, seconds, warmup) in enumerate(sets):
            at = start + timedelta(seconds=_SET_S * number)
            done = f"{reps} ripetizioni" if reps else f"{seconds} secondi"
            kind = "Set di riscaldamento" if warmup else "Set"
            load = f"{kg or 0:.2f} kg".replace(".", ",")
            head = (f"{at:%d/%m/%y}", "Allenamento", f"{at:%H:%M}", name, "", "", "", kind)
            rows.append((*head, done, load, "", "No"))
        rows.append((*head, "20 ripetizioni", "500,00 kg", "", "Si"))
    return _table(_GYMBOOK, rows)


def liftosaur(workouts: Sequence[Workout]) -> str:
    """ISO stamps in UTC, pounds in a cell of their own, a time for each set."""
    rows: list[Sequence[object]] = []
    for start, sets in workouts:
        stamp = start.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        for number, (name, kg, reps, _, warmup) in enumerate(sets):
            if not reps:
                continue
            done = start.astimezone(UTC) + timedelta(seconds=_SET_S * number)
            pounds = "" if kg is None else f"{kg / 0.45359237:.4f}"
            rows.append(
                (
                    stamp, "Program", "Day", name, int(warmup), reps, reps, 0, "", "", 0, pounds,
                    "lb", pounds, "lb", 0, f"{done:%Y-%m-%dT%H:%M:%S.000Z}", "", "", "",
                )
            )  # fmt: skip
    return _table(_LIFTOSAUR, rows)


def realm(workouts: Sequence[Workout]) -> str:
    """Fit Notes for iOS: UTC, decimal commas in quotes, planned sets kept as not started."""
    rows: list[Sequence[object]] = []
    for start, sets in workouts:
        begin = start.astimezone(UTC)
        end = begin + timedelta(seconds=_SET_S * len(sets))
        head = ("Training", f"{begin:%Y-%m-%dT%H:%M:%SZ}", f"{end:%Y-%m-%dT%H:%M:%SZ}", "75,0")
        for name, kg, reps, seconds, warmup in sets:
            load = "" if kg is None else f"{kg:.1f}".replace(".", ",")
            clock = f"00:{seconds // 60:02d}:{seconds % 60:02d}" if seconds else ""
            cells = (name, "Barbell", reps or "", load, clock, "")
            rows.append((*head, *cells, "Done", str(warmup).lower(), "", "", "", ""))
        rows.append((*head, name, "Barbell", 20, "500,0", "", "", "NotStarted", "false", *[""] * 4))
    return _table(_REALM, rows)


def stronglifts(workouts: Sequence[Workout]) -> str:
    """One row an exercise, sets in columns, a clock of twelve hours."""
    most = max(len(sets) for _, sets in workouts)
    pairs = [cell for n in range(1, most + 1) for cell in (f"Set {n} (Reps)", f"Set {n} (KG)")]
    header = (
        "Date (yyyy/mm/dd)", "Workout", "Workout Name", "Program Name", "Body Weight (KG)",
        "Exercise", f"Sets{_TIMES}Reps", f"Sets{_TIMES}Time", f"Top Set (Reps{_TIMES}KG)",
        "e1RM (KG)", "Reps", "Volume (KG)", "Workout Volume (KG)", "Duration (hours)",
        "Start Time (h:mm)",
        "End Time (h:mm)", "Notes", *pairs,
    )  # fmt: skip
    rows: list[Sequence[object]] = []
    for number, (start, sets) in enumerate(workouts, 1):
        end = start + timedelta(seconds=_SET_S * len(sets))
        for name in dict.fromkeys(s[0] for s in sets):
            mine = [s for s in sets if s[0] == name and s[2]]
            if not mine:
                continue
            cells = [cell for _, kg, reps, _, _ in mine for cell in (reps, f"{kg or 0:g}")]
            cells += [""] * (2 * most - len(cells))
            rows.append(
                (
                    f"{start:%Y/%m/%d}", number, "A", "Program", 75, name, "", "", "", "", "", "",
                    "", "1.0", f"{start:%I:%M %p}", f"{end:%I:%M %p}", "", *cells,
                )
            )  # fmt: skip
    return "\ufeff" + _table(header, rows)


def hevy_json(workouts: Sequence[Workout]) -> str:
    """Workouts as the API of Hevy gives them."""
    pages = []
    for number, (start, sets) in enumerate(workouts):
        end = start + timedelta(seconds=_SET_S * len(sets))
        exercises = []
        for index, name in enumerate(dict.fromkeys(s[0] for s in sets)):
            mine = [s for s in sets if s[0] == name]
            exercises.append(
                {
                    "index": index,
                    "title": name,
                    "notes": "",
                    "exercise_template_id": "",
                    "superset_id": None,
                    "sets": [
                        {
                            "index": n,
                            "type": "warmup" if warmup else "normal",
                            "weight_kg": kg,
                            "reps": reps or None,
                            "distance_meters": None,
                            "duration_seconds": seconds or None,
                            "rpe": None,
                        }
                        for n, (_, kg, reps, seconds, warmup) in enumerate(mine)
                    ],
                }
            )
        pages.append(
            {
                "id": f"00000000-0000-0000-0000-{number:012d}",
                "title": "Training",
                "description": "",
                "start_time": start.astimezone(UTC).isoformat(),
                "end_time": end.astimezone(UTC).isoformat(),
                "updated_at": end.astimezone(UTC).isoformat(),
                "created_at": end.astimezone(UTC).isoformat(),
                "exercises": exercises,
            }
        )
    return json.dumps({"page": 1, "page_count": 1, "workouts": pages}, indent=1)


def coach_table(workouts: Sequence[Workout]) -> str:
    """A coach's table: one row an exercise and load, sets and repetitions in columns."""
    rows: list[Sequence[object]] = []
    for start, sets in workouts:
        for name, kg, reps, _, warmup in sets:
            if reps:
                kind = "warm-up" if warmup else "working"
                rows.append(
                    (f"{start:%Y-%m-%d}", f"{start:%H:%M}", name, kind, 1, reps, f"{kg or 0:g}")
                )
    return _table(("Date", "Time", "Exercise", "Type", "Sets", "Reps", "Load (kg)"), rows)


#: Writers by name.
WRITERS: dict[str, Callable[[Sequence[Workout]], str]] = {
    "fitbod": fitbod,
    "gymbook": gymbook,
    "liftosaur": liftosaur,
    "realm": realm,
    "stronglifts": stronglifts,
    "hevy-json": hevy_json,
    "coach-table": coach_table,
}
