"""A few athletes as a dataset of logs, and what a run over them writes."""

import json
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

from tests.athlete_log import AthleteLog
from tl_analyzer.dataset.bucket import bucket_of
from tl_analyzer.dataset.log_tables import LOGS, log_tables
from tl_analyzer.dataset.manifest import Manifest, Part, read_manifest, write_manifest
from tl_analyzer.dataset.reading import read_bucket
from tl_analyzer.dataset.table import described
from tl_analyzer.dataset.writing import AthleteRows, Target, write_bucket
from tl_analyzer.fleet.engine import Workers
from tl_analyzer.fleet.report_parts import report_parts
from tl_analyzer.fleet.result_columns import REPORTS, RESULT_TABLES
from tl_analyzer.fleet.review import Review
from tl_analyzer.fleet.running import Outcome, analyse, logs_of
from tl_analyzer.log import Entry, Postures, RidePosture
from tl_analyzer.tables.columns import Row
from tl_analyzer.tables.from_log import rows_of

REVIEW = Review("2026-W46", "2026-11-16T08:00:00+01:00")
IDS = ("anna", "ben", "cleo", "dirk", "elif", "finn", "gita", "hugo")
BUCKETS = 4
PROFILE = 'schema = 1\n[athlete]\nid = "{}"\ntimezone = "Europe/Berlin"\n'

_MONDAYS = ("2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")


def rows_of_athlete(athlete: str) -> dict[str, list[Row]]:
    """Six weeks of deadlifts and rides; the athletes differ in load and number of sets."""
    log, kg, sets = AthleteLog(), 80.0 + 10 * len(athlete), 3 + ord(athlete[0]) % 8
    entries: list[Entry] = [
        *(log.lift(f"{day} 18:00", *[("Deadlift", kg, 5)] * sets) for day in _MONDAYS),
        *(log.ride(f"{day} 07:00", (RidePosture.SEATED, 95.0)) for day in _MONDAYS),
        log.lift("2026-11-12 18:00", *[("Deadlift", kg * 1.2, 5)] * 10),
    ]
    return {"athletes": [(PROFILE.format(athlete), None, None)], **rows_of(entries, Postures())}


def write_fleet(folder: Path, form: str = "json", ids: tuple[str, ...] = IDS) -> Path:
    """Write the athletes as a dataset of logs."""
    target = Target(folder, form, log_tables())
    parts: dict[int, Part] = {}
    for bucket in range(BUCKETS):
        held = sorted(name for name in ids if bucket_of(name, BUCKETS) == bucket)
        athletes = (AthleteRows(name, rows_of_athlete(name)) for name in held)
        parts[bucket] = write_bucket(target, bucket, "made", athletes)
    write_manifest(folder, Manifest(LOGS, form, BUCKETS, {}, described(log_tables())), parts)
    return folder


def threads() -> AbstractContextManager[Workers]:
    """Workers in this process: quick to start, and behind the same interface."""

    @contextmanager
    def pool() -> Iterator[Executor]:
        with ThreadPoolExecutor(1) as executor:
            yield executor

    return nullcontext(Workers(pool, 2))


def analysed(
    source: Path,
    out: Path,
    workers: AbstractContextManager[Workers] | None = None,
    review: Review = REVIEW,
    form: str = "json",
) -> Outcome:
    """Run over a dataset of logs."""
    target = Target(out, form, RESULT_TABLES)
    opened = workers or threads()
    return analyse(source, logs_of(source), target, review, lambda: opened, lambda part: None)


def parts_of_reports(folder: Path) -> dict[str, dict[str, Any]]:
    """The four parts of the report of every athlete of a dataset of reports, by athlete."""
    manifest = read_manifest(folder, REPORTS)
    return {
        each.athlete: report_parts(each.columns)
        for part in manifest.parts
        for each in read_bucket(folder, manifest, part, RESULT_TABLES)
    }


def errors_of_reports(folder: Path) -> dict[str, str]:
    """What the table of athletes says where there is no report."""
    manifest = read_manifest(folder, REPORTS)
    found = {}
    for part in manifest.parts:
        for each in read_bucket(folder, manifest, part, RESULT_TABLES):
            (error,) = each.columns["athletes"][-1]
            if error is not None:
                found[each.athlete] = str(error)
    return found


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def canonical(parts: dict[str, Any]) -> str:
    """The four parts of a report as text, keys in their order."""
    return json.dumps({name: parts[name] for name in ("channels", "flags", "plan", "referral")})
