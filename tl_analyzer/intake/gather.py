"""Paths -> one log: walk, read, merge. The straight line of the intake."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.intake.adapter_remarks import broken_adapters
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.merge import merged
from tl_analyzer.intake.read_source import read_source, unopened
from tl_analyzer.intake.walk import walk
from tl_analyzer.log import (
    Entry,
    Log,
    PosturePacker,
    Problem,
    SourceReading,
    SourceSummary,
)
from tl_analyzer.plugins import adapters, parameter_set

#: Files that configure a run and hold no training.
CONFIGURATION = ("profile.toml", "exercises.toml", "roster.toml", "acknowledged.toml")


@dataclass
class _Harvest:
    """What has been read so far."""

    entries: list[Entry] = field(default_factory=list)
    postures: PosturePacker = field(default_factory=PosturePacker)
    sources: list[SourceSummary] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def take(self, source: SourceReading) -> None:
        """Keep what came of one file."""
        self.sources.append(source.summary)
        self.problems.extend(source.problems)
        self.entries.extend(source.entries)
        self.postures.add_packed(source.postures)
        if source.summary.digest:
            self.names.setdefault(source.summary.digest, source.summary.file)


def gather(
    paths: Sequence[Path],
    reading: Reading,
    progress: Callable[[str], None] | None = None,
    extra: Sequence[SourceFile] = (),
) -> Log:
    """Read everything under some paths into one log.

    Parameters
    ----------
    paths : sequence of Path
        Files, folders, archives.
    reading : Reading
        Zone and unit for sources that state none.
    progress : callable, optional
        Told the name of each file before it is read.
    extra : sequence of SourceFile
        Further files that lie under no path.

    Returns
    -------
    Log
        Entries in time order, each session once; one `SourceSummary` a file; every problem.
    """
    installed = adapters()
    harvest = _Harvest(problems=broken_adapters(installed))
    for file in files_under(paths):
        if isinstance(file, Problem):
            harvest.take(unopened(file))
            continue
        if progress is not None:
            progress(file.name)
        harvest.take(read_source(file, reading, installed, harvest.names))
    for file in extra:
        harvest.take(read_source(file, reading, installed, harvest.names))
    return merged(
        harvest.entries,
        tuple(harvest.sources),
        tuple(harvest.problems),
        parameter_set(),
        harvest.postures,
    )


def files_under(paths: Sequence[Path]) -> Iterator[SourceFile | Problem]:
    """Yield every file under some paths that may hold training, or why it cannot be opened."""
    for path in paths:
        for file in walk(path, Limits()):
            if isinstance(file, Problem) or not is_configuration(file):
                yield file


def is_configuration(file: SourceFile) -> bool:
    """Whether a file configures a run and holds no training."""
    return file.base in CONFIGURATION
