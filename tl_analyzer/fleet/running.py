"""A run over a fleet: what there is to do, workers that do it, a manifest at the end."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from tl_analyzer import __version__
from tl_analyzer.dataset.bucket import bucket_of, buckets_to_import
from tl_analyzer.dataset.fault import UnreadableDatasetError
from tl_analyzer.dataset.formats import FORMATS
from tl_analyzer.dataset.log_tables import LOGS, log_tables
from tl_analyzer.dataset.manifest import (
    Manifest,
    Part,
    begin,
    check_target,
    read_manifest,
    write_manifest,
    written_parts,
)
from tl_analyzer.dataset.table import described
from tl_analyzer.dataset.writing import Target
from tl_analyzer.fleet.analysing import Analysing, model_digest
from tl_analyzer.fleet.engine import Task, Workers, run
from tl_analyzer.fleet.folders import AthleteFolder
from tl_analyzer.fleet.importing import FolderBucket, Importing
from tl_analyzer.fleet.result_columns import REPORTS, RESULT_TABLES
from tl_analyzer.fleet.review import Review

#: Opens the workers of a run, and closes them.
Open = Callable[[], AbstractContextManager[Workers]]
#: Told every bucket when it is there.
Told = Callable[[Part], None]

Item = TypeVar("Item")


@dataclass(frozen=True)
class Outcome:
    """A run that came to its end.

    Attributes
    ----------
    manifest : Manifest
        Of the dataset that was written.
    skipped : int
        Buckets that were there already. [1]
    """

    manifest: Manifest
    skipped: int

    @property
    def athletes(self) -> int:
        """Athletes in the dataset. [1]"""
        return sum(part.athletes for part in self.manifest.parts)

    @property
    def errors(self) -> tuple[str, ...]:
        """What the rows of some of them say."""
        return tuple(error for part in self.manifest.parts for error in part.errors)

    @property
    def failed(self) -> int:
        """Of them, those whose row says why nothing came of them. [1]"""
        return sum(part.failed for part in self.manifest.parts)


def analyse(
    source: Path, logs: Manifest, target: Target, review: Review, workers: Open, told: Told
) -> Outcome:
    """Analyse every athlete of a dataset of logs.

    Parameters
    ----------
    source : Path
        Folder of the dataset of logs.
    logs : Manifest
        What it says of itself.
    target : Target
        Where reports go.
    review : Review
        Which week, as of when.
    workers, told : callable
        What opens the workers, and what is told every bucket when it is there.

    Raises
    ------
    DatasetError
        If the logs cannot be read, or reports not be written there.
    IncompleteError
        If workers kept dying.
    """
    FORMATS[logs.format].require()
    FORMATS[target.format].require()
    check_target(target.folder, REPORTS)
    task = Analysing(source, replace(logs, parts=()), target, review)
    earlier = written_parts(target.folder)
    items = {part.bucket: part for part in logs.parts}
    done = {
        bucket: earlier[bucket]
        for bucket, part in items.items()
        if bucket in earlier and target.has(earlier[bucket], task.key(part))
    }
    made_from = {
        "tl-analyzer": __version__,
        "parameters": model_digest(),
        "week": review.week,
        "as_of": review.as_of,
    }
    manifest = Manifest(REPORTS, target.format, logs.buckets, made_from, described(RESULT_TABLES))
    return _made(manifest, target, items, done, task, workers, told)


def import_folders(
    folders: Sequence[AthleteFolder], target: Target, zone: str, workers: Open, told: Told
) -> Outcome:
    """Read every athlete's folder into a dataset of logs.

    Parameters
    ----------
    folders : sequence of AthleteFolder
        One folder an athlete.
    target : Target
        Where logs go.
    zone : str
        IANA zone of athletes without a profile.
    workers, told : callable
        What opens the workers, and what is told every bucket when it is there.

    Raises
    ------
    DatasetError
        If a dataset cannot be written there.
    IncompleteError
        If workers kept dying.
    """
    FORMATS[target.format].require()
    check_target(target.folder, LOGS)
    buckets = buckets_to_import(len(folders))
    earlier = written_parts(target.folder)
    shared: dict[int, list[AthleteFolder]] = {bucket: [] for bucket in range(buckets)}
    for each in folders:
        shared[bucket_of(each.athlete, buckets)].append(each)
    items = {
        bucket: FolderBucket(bucket, tuple(held), earlier.get(bucket))
        for bucket, held in shared.items()
    }
    manifest = Manifest(
        LOGS, target.format, buckets, {"tl-analyzer": __version__}, described(target.tables)
    )
    outcome = _made(manifest, target, items, {}, Importing(target, zone), workers, told)
    as_before = sum(earlier.get(part.bucket) == part for part in outcome.manifest.parts)
    return replace(outcome, skipped=as_before)


def logs_of(source: Path) -> Manifest:
    """Read the manifest of a dataset of logs that this version can read.

    Raises
    ------
    DatasetError
        If there is none.
    """
    logs = read_manifest(source, LOGS)
    if logs.tables != described(log_tables()):
        raise UnreadableDatasetError(
            f"{source} has other columns than this version reads", "Write the dataset anew."
        )
    return logs


def _made(
    manifest: Manifest,
    target: Target,
    items: Mapping[int, Item],
    done: Mapping[int, Part],
    task: Task[Item, Part],
    workers: Open,
    told: Told,
) -> Outcome:
    begin(target.folder, manifest)
    for part in done.values():
        told(part)
    todo = {bucket: item for bucket, item in items.items() if bucket not in done}
    made: dict[int, Part] = {}
    if todo:
        with workers() as opened:
            made = run(opened, todo, task, told)
    return Outcome(write_manifest(target.folder, manifest, {**done, **made}), len(done))
