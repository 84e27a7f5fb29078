"""A folder of logs as an athlete has them, and the same folder some weeks later."""

import json
import os
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

_PROFILE = """\
schema = 1
[athlete]
id = "anna"
timezone = "Europe/Berlin"
units = "kg"
"""
_HEADER = (
    "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
    "Distance (meters);Seconds;Notes;Workout Notes"
)
_FIRST = date(2024, 1, 1)
_WORKOUTS, _SETS = 6, 8
_EXERCISES = ("Deadlift (Barbell)", "Squat (Barbell)", "Bench Press (Barbell)")

#: When all files were written: long ago, so that nothing depends on the day of the test. [s]
_WRITTEN_S = 1_750_000_000


def write_folder(folder: Path, files: int) -> None:
    """Write a folder: exports, an archive, desk time, a copy, and what nobody can read.

    Parameters
    ----------
    folder : Path
        A folder that is not there yet.
    files : int
        Exports of the strength app. [1]
    """
    folder.mkdir(parents=True)
    _write(folder / "profile.toml", _PROFILE)
    for number in range(files):
        _write(folder / f"strong-{number:02}.csv", _strong(number, 100))
    _write(folder / "zz-copy.csv", _strong(0, 100))
    _write(folder / "aw.json", _computer(days=120))
    _write(folder / "broken.csv", "this is\nno export\n")
    _archive(folder / "older.zip", range(files, files + files // 2))


def write_later(folder: Path, files: int) -> None:
    """Change the folder: weights corrected, workouts gone, desk time grown, a member gone."""
    for number in range(0, files, 2):
        _write(folder / f"strong-{number:02}.csv", _strong(number, 105, skip=number % 3))
    _write(folder / "aw.json", _computer(days=150))
    _write(folder / "broken.csv", _strong(3 * files, 90))
    _archive(folder / "older.zip", range(files + 1, files + files // 2))


def _strong(number: int, kg: int, skip: int = 0) -> str:
    lines = [_HEADER]
    for workout in range(skip, _WORKOUTS):
        day = _FIRST + timedelta(days=7 * number + workout)
        lines += [
            f"{workout};{day} 18:00:00;Day {workout};3600;{_EXERCISES[n % 3]};{n + 1};"
            f"{kg + n};5;;;0.0;;"
            for n in range(_SETS)
        ]
    return "\n".join(lines) + "\n"


def _computer(days: int) -> str:
    """An export of ActivityWatch: two stretches of work a day, and a pause between them."""
    first = datetime.combine(_FIRST, datetime.min.time(), tzinfo=UTC)
    events = [
        {
            "timestamp": (first + timedelta(days=day, hours=hour)).isoformat(),
            "duration": hours * 3600.0,
            "data": {"status": status},
        }
        for day in range(days)
        for hour, hours, status in ((8, 4, "not-afk"), (12, 1, "afk"), (13, 4, "not-afk"))
    ]
    name = "aw-watcher-afk_desk"
    bucket = {
        "id": name,
        "created": first.isoformat(),
        "type": "afkstatus",
        "client": "aw-watcher-afk",
        "hostname": "desk",
        "events": events,
    }
    return json.dumps({"buckets": {name: bucket}})


def _archive(path: Path, numbers: range) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in numbers:
            archive.writestr(f"strong-{number:02}.csv", _strong(number, 80))
    _long_ago(path)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    _long_ago(path)


def _long_ago(path: Path) -> None:
    # Another length in seconds is another moment: a changed file has another time too.
    written = _WRITTEN_S + path.stat().st_size
    os.utime(path, (written, written))
