"""Cost of ``tl fleet``: processes of this machine beside one after the other and beside Dask.

Run as ``python benchmarks/fleet.py [--athletes N] [--weeks N] [--jobs N]``: writes a dataset of
synthetic athletes, analyses it with as many workers each way, and prints wall and CPU time, the
ratio of Dask to local processes, and whether all wrote the same bytes. What an athlete costs is
then split by stage over one bucket, and what a ride costs to import is measured over folders of FIT
files. Serial means the same task in this process. Dask runs a scheduler and workers of one thread
on this machine; what it takes to start them is printed apart. Defaults are small;
the table in docs/fleet.md is from ``--athletes 100000 --without serial --without import``.
"""

import argparse
import hashlib
import os
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar, cast

from benchmarks.fleet_athletes import AS_OF, WEEK, write_athletes
from benchmarks.synthetic_athletes import Habits, write_athlete
from tl_analyzer.analysis import weekly_report
from tl_analyzer.dataset.bucket import PER_BUCKET
from tl_analyzer.dataset.log_tables import ATHLETES, log_tables
from tl_analyzer.dataset.manifest import Manifest
from tl_analyzer.dataset.reading import AthleteColumns, read_bucket
from tl_analyzer.dataset.writing import AthleteRows, Target, write_bucket
from tl_analyzer.fleet.analysing import Analysing, log_of_athlete
from tl_analyzer.fleet.cluster import cluster
from tl_analyzer.fleet.engine import Care, Workers
from tl_analyzer.fleet.folders import AthleteFolder
from tl_analyzer.fleet.importing import LIMIT_S, rows_of_folder
from tl_analyzer.fleet.processes import processes
from tl_analyzer.fleet.result_columns import RESULT_TABLES
from tl_analyzer.fleet.result_rows import result_rows
from tl_analyzer.fleet.review import Review
from tl_analyzer.fleet.running import analyse
from tl_analyzer.fleet.time_limit import TimeLimit
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile, parse_profile
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.tables.columns import stored
from tl_analyzer.tables.to_log import entries_of

T = TypeVar("T")
R = TypeVar("R")

_REVIEW = Review(WEEK, AS_OF)
#: Times a stage is measured; the least counts. [1]
_STAGE_RUNS = 4
#: Least buckets for each worker, so that none waits long for the last one. [1]
_PER_WORKER = 4
#: What is imported: 42 rides of one hour, or two at the weekend, at 1 Hz.
_RIDDEN = Habits(weeks=14, lifts=0, rides=3, every_s=1, desk=False)


@dataclass(frozen=True)
class Taken:
    """What a run took: wall time and CPU time of all its processes [s], and what it wrote."""

    wall_s: float
    cpu_s: float
    sha256: str


def main() -> None:
    """Write the athletes, analyse them each way, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--athletes", type=int, default=2000)
    parser.add_argument("--weeks", type=int, default=6)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--fit", type=Path, help="a folder of your own FIT files to import")
    parser.add_argument("--without", action="append", choices=("serial", "dask", "import"))
    asked = parser.parse_args()
    left_out = set(asked.without or ())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        logs = _write(folder / "logs", asked.athletes, asked.weeks, asked.jobs)
        ways: dict[str, Callable[[Path], Taken]] = {}
        with ExitStack() as opened:
            if "serial" not in left_out:
                ways["serial"] = lambda out: _serial(folder / "logs", logs, out)
            ways["processes"] = lambda out: _local(folder / "logs", logs, out, asked.jobs)
            if "dask" not in left_out:
                address = opened.enter_context(_dask(asked.jobs))
                if address:
                    ways["dask"] = lambda out: _distributed(folder / "logs", logs, out, address)
            _compare(ways, folder, asked.athletes, asked.repeats)
        _stages(folder, logs)
        if "import" not in left_out:
            _import(folder, asked.fit or write_athlete(folder / "rider", "rider", _RIDDEN))


def _write(folder: Path, athletes: int, weeks: int, jobs: int) -> Manifest:
    buckets = max(athletes // PER_BUCKET, _PER_WORKER * jobs)
    began = time.perf_counter()
    logs = write_athletes(folder, athletes, weeks, buckets)
    size = sum(path.stat().st_size for path in folder.rglob("*.parquet"))
    took = time.perf_counter() - began
    print(
        f"{athletes} athletes of {weeks} weeks in {buckets} buckets: {size / 1e6:.1f} MB, ", end=""
    )
    print(f"written in {took:.1f} s")
    return logs


def _compare(
    ways: dict[str, Callable[[Path], Taken]], folder: Path, athletes: int, repeats: int
) -> None:
    taken: dict[str, list[Taken]] = {way: [] for way in ways}
    for repeat in range(repeats):
        for way, run in ways.items():
            taken[way].append(run(folder / f"{way}-{repeat}"))
    best = {way: min(runs, key=lambda each: each.wall_s) for way, runs in taken.items()}
    print(f"\n{'':12}{'wall s':>9}{'CPU s':>9}{'CPU ms/athlete':>16}  sha256 of all reports")
    for way, each in best.items():
        print(f"{way:12}{each.wall_s:9.1f}{each.cpu_s:9.1f}", end="")
        print(f"{each.cpu_s / athletes * 1e3:16.2f}  {each.sha256[:12]}")
    if "dask" in best:
        dask, local = best["dask"], best["processes"]
        print(f"Dask over processes: {dask.wall_s / local.wall_s:.2f} x wall,", end=" ")
        print(f"{dask.cpu_s / local.cpu_s:.2f} x CPU")
    same = len({each.sha256 for runs in taken.values() for each in runs}) == 1
    print("all wrote the same bytes" if same else "THE RESULTS DIFFER")
    if not same:
        raise SystemExit(1)


def _target(out: Path) -> Target:
    return Target(out, "parquet", RESULT_TABLES)


def _analysed(
    source: Path, logs: Manifest, out: Path, workers: AbstractContextManager[Workers]
) -> str:
    made = analyse(source, logs, _target(out), _REVIEW, lambda: workers, lambda part: None)
    return _sha256(part.digest for part in made.manifest.parts)


def _serial(source: Path, logs: Manifest, out: Path) -> Taken:
    task = Analysing(source, replace(logs, parts=()), _target(out), _REVIEW)
    began, used = time.perf_counter(), time.process_time()
    sha256 = _sha256([task(part, Care.USUAL).digest for part in logs.parts])
    return Taken(time.perf_counter() - began, time.process_time() - used, sha256)


def _sha256(digests: Iterable[str]) -> str:
    return hashlib.sha256("".join(digests).encode()).hexdigest()


def _local(source: Path, logs: Manifest, out: Path, jobs: int) -> Taken:
    began, used = time.perf_counter(), _cpu_of_children_s() + time.process_time()
    sha256 = _analysed(source, logs, out, nullcontext(processes(jobs)))
    used = _cpu_of_children_s() + time.process_time() - used
    return Taken(time.perf_counter() - began, used, sha256)


def _cpu_of_children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def _dask(jobs: int) -> Iterator[str]:
    """Start a cluster on this machine; an empty address where Dask is not installed."""
    if find_spec("distributed") is None:
        print("Dask is not installed: not measured")
        yield ""
        return
    from distributed import LocalCluster

    local: Any = LocalCluster
    began = time.perf_counter()
    with local(n_workers=jobs, threads_per_worker=1, dashboard_address=None) as started:
        print(f"Dask: scheduler and {jobs} workers up in {time.perf_counter() - began:.1f} s")
        yield started.scheduler_address


def _distributed(source: Path, logs: Manifest, out: Path, address: str) -> Taken:
    from distributed import Client

    connect: Any = Client
    with connect(address, set_as_default=False) as client:
        # The scheduler runs in this process.
        used = sum(client.run(time.process_time).values()) + time.process_time()
        began = time.perf_counter()
        sha256 = _analysed(source, logs, out, cluster(address, (source,)))
        wall = time.perf_counter() - began
        used = sum(client.run(time.process_time).values()) + time.process_time() - used
        return Taken(wall, used, sha256)


def _stages(folder: Path, logs: Manifest) -> None:
    """Print what each stage costs an athlete, in the order of the task."""
    held = _timed_read(folder, logs)
    recogniser, parameters = Recogniser(), parameter_set()
    costs: dict[str, float] = {}

    def timed(stage: str, work: Callable[[T], R], given: Sequence[T]) -> list[R]:
        costs[stage] = min(_cpu_s(work, given) for _ in range(_STAGE_RUNS))
        return [work(each) for each in given]

    def analysed(given: tuple[Profile, Log]) -> WeeklyReport:
        profile, log = given
        zone = profile.athlete.timezone
        week, moment = _REVIEW.week_in(zone), _REVIEW.moment(zone)
        return weekly_report(log, profile, week, moment, parameters, recogniser)

    texts = [str(each.columns[ATHLETES][0][0]) for each in held]
    profiles = timed("read profile", parse_profile, texts)
    timed("rows to entries", lambda each: entries_of(each.columns), held)
    read = timed("the same, merged", lambda each: log_of_athlete(each.columns), held)
    reports = timed("analysis", analysed, list(zip(profiles, read, strict=True)))
    rows = timed("report to rows", result_rows, reports)
    athletes = [AthleteRows(e.athlete, r) for e, r in zip(held, rows, strict=True)]
    target = _target(folder / "stages")
    timed("write Parquet", lambda all_: write_bucket(target, 0, "key", all_), [athletes])
    costs["merge sessions"] = costs.pop("the same, merged") - costs["rows to entries"]
    print(f"\nCPU ms per athlete, over {len(held)} of them, warm")
    for stage, cpu_s in costs.items():
        print(f"  {stage:18}{cpu_s / len(held) * 1e3:8.3f}")


def _cpu_s(work: Callable[[T], object], given: Sequence[T]) -> float:
    """CPU time of working through all that is given; nothing is kept, as in the task. [s]."""
    began = time.process_time()
    for each in given:
        work(each)
    return time.process_time() - began


def _timed_read(folder: Path, logs: Manifest) -> list[AthleteColumns]:
    for _ in range(2):  # the first one imports pyarrow
        began = time.process_time()
        held = list(read_bucket(folder / "logs", logs, logs.parts[0], log_tables()))
    each = (time.process_time() - began) / len(held)
    print(f"\nread Parquet: {each * 1e3:.3f} CPU ms per athlete, in buckets of {len(held)}")
    return held


def _import(folder: Path, archive: Path) -> None:
    """Print what a ride costs to import, from its FIT file to the rows of its bouts."""
    athlete = AthleteFolder("rider", archive)
    target = Target(folder / "imported", "parquet", log_tables())
    cpu_s = min(_imported(target, athlete) for _ in range(3))
    rides = rows_of_folder(athlete, "UTC", TimeLimit(LIMIT_S))["rides"]
    names = [column.name for column in stored("rides")]
    hours = sum(row[names.index("elapsed_s")] for row in cast("list[Any]", rides)) / 3600
    size = sum(path.stat().st_size for path in archive.rglob("*.[fF][iI][tT]"))
    print(f"\nimport of {len(rides)} rides, {hours:.0f} h, {size / 1e6:.1f} MB:", end=" ")
    each, hourly = cpu_s / len(rides) * 1e3, cpu_s / hours * 1e3
    print(f"{cpu_s:.2f} CPU s, {each:.1f} ms a ride, {hourly:.1f} ms an hour ridden")


def _imported(target: Target, athlete: AthleteFolder) -> float:
    began = time.process_time()
    rows = rows_of_folder(athlete, "UTC", TimeLimit(LIMIT_S))
    write_bucket(target, 0, "key", [AthleteRows(athlete.athlete, rows)])
    return time.process_time() - began


if __name__ == "__main__":
    main()
