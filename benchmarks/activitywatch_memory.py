"""Peak memory and time to read a large ActivityWatch export.

Usage: ``python benchmarks/activitywatch_memory.py [MB]``.

Writes a synthetic export (a bucket of windows of the wanted size and three years of AFK events)
to a temporary file, reads it with the adapter and prints the peak of resident memory above the
idle process.
"""

import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tl_analyzer.adapter import HEAD_BYTES, Reading, SourceFile
from tl_desk import ActivityWatchAdapter

_BEGIN = datetime(2023, 1, 2, 8, tzinfo=UTC)
_AFK_EVENTS = 3 * 365 * 60


def _events(count: int, step: timedelta, data: dict[str, str]) -> Iterator[str]:
    for number in range(count):
        stamp = (_BEGIN + number * step).isoformat()
        yield json.dumps({"id": number, "timestamp": stamp, "duration": 55.5, "data": data})


def _bucket(name: str, kind: str) -> str:
    known = {"id": name, "created": _BEGIN.isoformat(), "type": kind, "client": "aw"}
    return f'"{name}": ' + json.dumps(known)[:-1] + ', "events": ['


def write(path: Path, megabytes: int) -> None:
    """Write an export of about this size [MB]."""
    window = {"app": "editor", "title": "x" * 120}
    length = len(next(_events(1, timedelta(0), window)))
    with path.open("w", encoding="utf-8") as out:
        out.write('{"buckets": {')
        for name, kind, count, data in (
            ("aw-watcher-window_pc", "currentwindow", megabytes * 10**6 // length, window),
            ("aw-watcher-afk_pc", "afkstatus", _AFK_EVENTS, {"status": "not-afk"}),
        ):
            out.write(_bucket(name, kind))
            for number, event in enumerate(_events(count, timedelta(minutes=24), data)):
                out.write(", " * bool(number) + event)
            out.write("]}, " if kind == "currentwindow" else "]}")
        out.write("}}")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(megabytes: int) -> None:
    """Write, read, print."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export.json"
        write(path, megabytes)
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
        file = SourceFile(path.name, head, path.stat().st_size, lambda: path.open("rb"))
        idle, begun = _peak_mb(), time.monotonic()
        entries = sum(1 for _ in ActivityWatchAdapter().read(file, Reading()))
        print(
            f"{file.size / 1e6:.0f} MB, {entries} values: {time.monotonic() - begun:.1f} s,"
            f" {_peak_mb() - idle:.0f} MB above the idle process ({idle:.0f} MB)"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
