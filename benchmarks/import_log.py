"""Time and memory of ``tl import``, beside fitdecode alone over the same rides.

Run as ``python benchmarks/import_log.py [--weeks N] [--full]``. A synthetic athlete is imported
into an empty store with one process and with two, again without a change, and with one ride more;
then a tenth of the weeks, whose peak of memory shows whether files make a process grow. The peer
reads the same FIT files with fitdecode, every message to its end, and keeps nothing. ``--full`` is
ten years, one record a second.
"""

import argparse
import sys
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.command_cost import TL, Cost, cost_of
from benchmarks.synthetic_athletes import MONDAY, TEN_YEARS, ZONE, ride, write_athlete

_PEER = """
import sys
from pathlib import Path
import fitdecode
for path in sorted(Path(sys.argv[1]).rglob("*.fit")):
    with fitdecode.FitReader(path) as reader:
        for frame in reader:
            pass
"""


def main() -> None:
    """Write the athlete, import it in every way, and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--full", action="store_true", help="ten years at 1 Hz")
    asked = parser.parse_args()
    habits = TEN_YEARS if asked.full else replace(TEN_YEARS, weeks=asked.weeks)
    habits = replace(habits, every_s=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        athlete = write_athlete(folder / "athlete", "athlete", habits)
        few = write_athlete(
            folder / "few", "few", replace(habits, weeks=max(habits.weeks // 10, 1))
        )
        rides = len(list(athlete.rglob("*.fit")))
        print(
            f"{habits.weeks} weeks: {rides} rides at 1 Hz, {habits.weeks * habits.lifts} workouts"
        )
        peer = _row("fitdecode over the rides", cost_of((sys.executable, "-c", _PEER, athlete)))
        first = {
            jobs: _row(f"first import, {jobs} process(es)", _import(folder, athlete, jobs))
            for jobs in (1, 2)
        }
        again = _row("again, nothing changed", _import(folder, athlete, 1))
        start = datetime.combine(MONDAY + timedelta(days=6), datetime.min.time(), ZoneInfo(ZONE))
        (athlete / "rides" / "one-more.fit").write_bytes(ride(start, 60, 1))
        more = _row("again, one ride more", _import(folder, athlete, 1))
        short = _row(
            f"first import, {len(list(few.rglob('*.fit')))} rides", _import(folder, few, 1)
        )
    print(f"first import over fitdecode: {first[1].cpu_s / peer.cpu_s:.2f} x CPU, all included")
    print(f"two processes over one: {first[2].wall_s / first[1].wall_s:.2f} x wall")
    print(f"unchanged over first: {again.cpu_s / first[1].cpu_s:.3f} x CPU")
    print(f"one ride more over first: {more.cpu_s / first[1].cpu_s:.3f} x CPU")
    grown = first[1].peak_bytes - short.peak_bytes
    print(f"peak of memory, ten times the files: {grown / 1e6:+.1f} MB")


def _import(folder: Path, athlete: Path, jobs: int) -> Cost:
    store = folder / f"{athlete.name}-{jobs}.sqlite"
    return cost_of((TL, "import", athlete, "--store", store, "--jobs", str(jobs)))


def _row(what: str, cost: Cost) -> Cost:
    print(
        f"{what:32s} {cost.wall_s:7.2f} s wall {cost.cpu_s:7.2f} s CPU"
        f" {cost.peak_bytes / 1e6:5.0f} MB peak"
    )
    return cost


if __name__ == "__main__":
    main()
