"""Time of ``tl report``: from a store of ten years, and over the files of a season.

Run as ``python benchmarks/report.py [--repeats N] [--full]``. A synthetic athlete with ten years of
training is imported into a store, and one with the last of these years into another; reports from
both are timed as commands, from start to end, beside two peers that bound them: ``python -c pass``,
which no command in Python can beat, and ``import pandas``, which a tool that answers from data
frames pays before it begins. The season is read from its files, without a store: 150 rides (at 1 Hz
with ``--full``, else a record every 10 s) and 600 workouts.
"""

import argparse
import sys
import tempfile
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from benchmarks.command_cost import TL, Cost, best_of, cost_of
from benchmarks.synthetic_athletes import REVIEWED, SEASON, TEN_YEARS, write_athlete

#: Wall time a report is to take. [s]
_WARM_S, _COLD_S = 0.5, 3.0


def main() -> None:
    """Write the athletes, import them, and time the reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=7)
    parser.add_argument("--full", action="store_true", help="the season at 1 Hz")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = _row("python -c pass", best_of(asked.repeats, (sys.executable, "-c", "pass")))
        if find_spec("pandas"):
            _row("import pandas", best_of(asked.repeats, (sys.executable, "-c", "import pandas")))
        else:
            print("import pandas: absent, not measured")
        years = {years: _store(folder, f"{years} years", years, asked.repeats) for years in (1, 10)}
        habits = SEASON if asked.full else replace(SEASON, every_s=10)
        season = write_athlete(folder / "season", "season", habits)
        cold = _row("a season from its files", best_of(3, (TL, "report", season, *REVIEWED)))
    warm = years[10].wall_s
    print(f"ten years over one year: {years[10].cpu_s / years[1].cpu_s:.2f} x CPU")
    print(f"ten years over bare python: {warm / bare.wall_s:.1f} x")
    print(f"ten years: {warm:.2f} s of {_WARM_S} s; season: {cold.wall_s:.2f} s of {_COLD_S} s")


def _store(folder: Path, name: str, years: int, repeats: int) -> Cost:
    weeks = TEN_YEARS.weeks * years // 10
    athlete = write_athlete(folder / name, name, replace(TEN_YEARS, weeks=weeks))
    store = folder / f"{years}.sqlite"
    cost_of((TL, "import", athlete, "--store", store))
    return _row(
        f"a store of {years} years, {store.stat().st_size / 1e6:.0f} MB",
        best_of(repeats, (TL, "report", "--store", store, *REVIEWED)),
    )


def _row(what: str, cost: Cost) -> Cost:
    print(
        f"{what:40s} {cost.wall_s:6.3f} s wall {cost.cpu_s:6.3f} s CPU"
        f" {cost.peak_bytes / 1e6:5.0f} MB"
    )
    return cost


if __name__ == "__main__":
    main()
