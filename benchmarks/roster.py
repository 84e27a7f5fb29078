"""Time of ``tl roster`` over many athletes in a store.

Run as ``python benchmarks/roster.py [--athletes N]``: writes synthetic athletes of 20 weeks each,
imports them into one store, and times the roster of the last week with one process and with two,
and its pages with the report of each athlete.
The peer is ``tl report`` for one athlete, as often as there are athletes: what a shell loop over
the same store would take.
"""

import argparse
import io
import shutil
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

from benchmarks.command_cost import TL, Cost, best_of, cost_of
from benchmarks.synthetic_athletes import REVIEWED, ROSTER, write_athlete
from tl_analyzer.cli.start import run

#: Wall time a roster of 200 athletes is to take. [s]
_GOAL_S, _GOAL_ATHLETES = 20.0, 200


def main() -> None:
    """Write and import the athletes, and time the roster."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--athletes", type=int, default=40)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = folder / "log.sqlite"
        for number in range(asked.athletes):
            _keep(folder / "athlete", f"athlete-{number:03d}", store)
        roster = (TL, "roster", "--store", store, *REVIEWED)
        costs = {
            jobs: _row(f"roster, {jobs} process(es)", cost_of((*roster, "--jobs", str(jobs))))
            for jobs in (1, 2)
        }
        pages = ("--format", "html", "--out", str(folder / "pages"))
        paged = _row("pages, 2 process(es)", cost_of((*roster, "--jobs", "2", *pages)))
        one = (TL, "report", "--store", store, "--athlete", "athlete-000", *REVIEWED)
        peer = _row("report of one athlete", best_of(5, one))
    each = costs[1].cpu_s / asked.athletes
    print(f"an athlete on the roster: {each * 1e3:.0f} ms CPU")
    print(f"of CPU for each of two cores: {costs[2].cpu_s / 2:.1f} s, all athletes")
    more = (paged.cpu_s - costs[2].cpu_s) / asked.athletes
    print(f"a page of an athlete beside the line: {more * 1e3:.0f} ms CPU")
    print(f"two processes over one: {costs[2].wall_s / costs[1].wall_s:.2f} x wall")
    print(f"over a loop of reports: {costs[2].wall_s / (asked.athletes * peer.wall_s):.3f} x wall")
    expected = costs[2].wall_s * _GOAL_ATHLETES / asked.athletes
    print(f"{_GOAL_ATHLETES} athletes at this rate: {expected:.1f} s of {_GOAL_S} s")


def _keep(folder: Path, athlete: str, store: Path) -> None:
    """Write an athlete and import it in this process, which saves starting one for each."""
    write_athlete(folder, athlete, ROSTER)
    with redirect_stdout(io.StringIO()) as said:
        code = run(["import", str(folder), "--store", str(store)])
    if code:
        raise SystemExit(said.getvalue())
    shutil.rmtree(folder)


def _row(what: str, cost: Cost) -> Cost:
    print(f"{what:24s} {cost.wall_s:7.2f} s wall {cost.cpu_s:7.2f} s CPU")
    return cost


if __name__ == "__main__":
    main()
