"""One bucket of athletes' folders -> one bucket of logs, by the same reading as ``tl report``."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tl_analyzer import __version__
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.dataset.log_tables import ATHLETES
from tl_analyzer.dataset.manifest import Part, written_part
from tl_analyzer.dataset.writing import AthleteRows, Target, write_bucket
from tl_analyzer.fleet.engine import Care
from tl_analyzer.fleet.folders import (
    AthleteFolder,
    mapping_text,
    parsed,
    profile_text,
)
from tl_analyzer.fleet.suspects import Suspects, suspects_of
from tl_analyzer.fleet.time_limit import TimeLimit, TimeLimitError
from tl_analyzer.fleet.version import check_version
from tl_analyzer.intake.adapter_remarks import broken_adapters
from tl_analyzer.intake.gather import files_under
from tl_analyzer.intake.read_source import read_source, unopened
from tl_analyzer.intake.reading_of import reading_of
from tl_analyzer.log import Entry, PosturePacker, Problem, SourceReading, SourceSummary
from tl_analyzer.plugins import adapters
from tl_analyzer.tables.columns import Row
from tl_analyzer.tables.from_log import rows_of
from tl_analyzer.tables.rows import problem_row, source_row

#: Time one file may take: a ten-year export of a watch takes a minute. [s]
LIMIT_S = 900.0

_LONGEST_ERROR = 500


@dataclass(frozen=True, slots=True)
class FolderBucket:
    """What there is to do for a bucket.

    Attributes
    ----------
    bucket : int
        Its number.
    folders : tuple of AthleteFolder
        Its athletes in ascending order of their ids.
    earlier : Part or None
        The bucket as it was written before, if it was.
    """

    bucket: int
    folders: tuple[AthleteFolder, ...]
    earlier: Part | None


@dataclass(frozen=True)
class Importing:
    """The task of one bucket.

    Attributes
    ----------
    target : Target
        Where logs go.
    zone : str
        IANA zone of athletes without a profile.
    limit_s : float
        Time one file may take. [s]
    version : str
        Version that made this task.
    """

    target: Target
    zone: str
    limit_s: float = LIMIT_S
    version: str = __version__

    def __call__(self, item: FolderBucket, care: Care) -> Part:
        """Write the logs of a bucket, unless they are written and no file has changed since."""
        check_version(self.version)
        key = self.key(item)
        for written in (written_part(self.target.folder, item.bucket), item.earlier):
            if written is not None and self.target.has(written, key):
                return written
        suspects = suspects_of(self.target.folder, item.bucket, care)
        with TimeLimit(self.limit_s) as limit:
            athletes = self._athletes(item, suspects, limit)
            return write_bucket(self.target, item.bucket, key, athletes)

    def key(self, item: FolderBucket) -> str:
        """What the logs of a bucket depend on: its files, and the adapters that read them."""
        said = hashlib.sha256()
        readers = [(a.name, a.distribution, a.version, bool(a.error)) for a in adapters()]
        said.update(repr((__version__, self.zone, self.target.format, readers)).encode())
        for each in item.folders:
            for path, size, changed in _states(each.folder):
                said.update(repr((each.athlete, path, size, changed)).encode())
        return said.hexdigest()

    def _athletes(
        self, item: FolderBucket, suspects: Suspects, limit: TimeLimit
    ) -> Iterator[AthleteRows]:
        for each in item.folders:
            if suspects.lost(each.athlete):
                yield _failed(each, "workers ended without a word over this athlete")
                continue
            suspects.begin(each.athlete)
            # One athlete's fault must not be the end of all others, whatever it is.
            try:
                rows = rows_of_folder(each, self.zone, limit)
            except Exception as why:
                yield _failed(each, f"{type(why).__name__}: {why}")
            else:
                yield AthleteRows(each.athlete, rows)


def rows_of_folder(each: AthleteFolder, zone: str, limit: TimeLimit) -> dict[str, list[Row]]:
    """Read everything of one athlete.

    Raises
    ------
    ValueError, OSError
        If the profile or the mapping cannot be used; a file that cannot is a problem in there.
    """
    text = profile_text(each, zone)
    profile = parsed(each, text)
    mapping = mapping_text(each, profile)
    installed = adapters()
    reading = reading_of(profile)
    entries: list[Entry] = []
    postures = PosturePacker()
    sources: list[SourceSummary] = []
    problems = list(broken_adapters(installed))
    names: dict[str, str] = {}
    for file in files_under([each.folder]):
        read = _read(file, reading, names, limit)
        entries += read.entries
        postures.add_packed(read.postures)
        sources.append(read.summary)
        problems += read.problems
        if read.summary.digest:
            names.setdefault(read.summary.digest, read.summary.file)
    return {
        ATHLETES: [(text, mapping, None)],
        **rows_of(entries, postures.packed()),
        "sources": [source_row(source) for source in sources],
        "problems": [problem_row(problem) for problem in problems],
    }


def _read(
    file: SourceFile | Problem, reading: Reading, names: dict[str, str], limit: TimeLimit
) -> SourceReading:
    if isinstance(file, Problem):
        return unopened(file)
    try:
        with limit.each():
            return read_source(file, reading, adapters(), names)
    except TimeLimitError:
        return unopened(
            Problem(
                file=file.name,
                found="a file that takes too long to read",
                expected=f"one that is read within {limit.limit_s:g} s",
                hint="Split it, or leave it out.",
                code="time-limit",
            )
        )


def _states(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Path, size [bytes] and time of change [ns] of every file, in a stable order."""
    for parent, subfolders, names in os.walk(folder):
        subfolders.sort()
        for name in sorted(names):
            path = Path(parent) / name
            try:
                state = path.lstat()
            except OSError:
                continue  # gone or closed to us: reading it says so
            yield str(path), state.st_size, state.st_mtime_ns


def _failed(each: AthleteFolder, why: str) -> AthleteRows:
    error = why[:_LONGEST_ERROR]
    return AthleteRows(each.athlete, {ATHLETES: [("", None, error)]}, error)
