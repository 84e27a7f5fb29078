"""Paths -> one log: walk, identify, read, merge. The straight line of the intake."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.intake.archive import DAMAGE
from tl_analyzer.intake.identify import claimants, dispute, with_columns
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.merge import merged
from tl_analyzer.intake.refusal import refusal
from tl_analyzer.intake.unrecognised import what_it_is
from tl_analyzer.intake.walk import walk
from tl_analyzer.log import (
    Entry,
    Log,
    PostureInterval,
    PosturePacker,
    Problem,
    ProblemKind,
    SourceSummary,
    Tally,
)
from tl_analyzer.plugins import InstalledAdapter, adapters, parameter_set

#: Files that configure a run and hold no training.
CONFIGURATION = ("profile.toml", "exercises.toml", "roster.toml")


@dataclass
class _Harvest:
    """What has been read so far."""

    entries: list[Entry] = field(default_factory=list)
    postures: PosturePacker = field(default_factory=PosturePacker)
    sources: list[SourceSummary] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    by_digest: dict[str, str] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """Keep an entry; intervals of posture come in such numbers that they are packed."""
        if isinstance(entry, PostureInterval):
            self.postures.add(entry)
        else:
            self.entries.append(entry)

    @property
    def count(self) -> int:
        """Entries so far."""
        return len(self.entries) + len(self.postures)


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
    harvest = _Harvest(problems=[_broken(a) for a in installed if a.error])
    for path in paths:
        for file in walk(path, Limits()):
            if isinstance(file, Problem):
                harvest.problems.append(file)
                harvest.sources.append(SourceSummary(file=file.file, opened=False))
            elif file.base not in CONFIGURATION:
                if progress is not None:
                    progress(file.name)
                _take(file, reading, installed, harvest)
    for file in extra:
        _take(file, reading, installed, harvest)
    return merged(
        harvest.entries,
        tuple(harvest.sources),
        tuple(harvest.problems),
        parameter_set(),
        harvest.postures,
    )


def _take(
    file: SourceFile,
    reading: Reading,
    installed: tuple[InstalledAdapter, ...],
    harvest: _Harvest,
) -> None:
    if file.size == 0:
        harvest.problems.append(_empty(file))
        harvest.sources.append(SourceSummary(file=file.name, reason="an empty file"))
        return
    file = with_columns(file, reading.columns)
    claims, problems = claimants(file, installed)
    harvest.problems.extend(problems)
    if len(claims) != 1:
        if claims:
            harvest.problems.append(dispute(file, claims))
        harvest.sources.append(SourceSummary(file=file.name, reason=what_it_is(file)))
        return
    # A file that cannot be unpacked to its end is found out here, before anything is taken.
    try:
        digest = file.digest
    except (*DAMAGE, OSError) as why:
        harvest.problems.append(_damaged(file, why))
        harvest.sources.append(SourceSummary(file=file.name, opened=False))
        return
    earlier = harvest.by_digest.setdefault(digest, file.name)
    if earlier != file.name:
        harvest.sources.append(SourceSummary(file=file.name, digest=digest, same_as=earlier))
        return
    tally = None
    before = harvest.count
    for value in _read(claims[0], file, reading):
        if isinstance(value, Tally):
            tally = value
        elif isinstance(value, Problem):
            harvest.problems.append(value)
        else:
            harvest.take(value)
    harvest.sources.append(
        SourceSummary(
            file=file.name,
            digest=digest,
            adapter=claims[0].name,
            entries=harvest.count - before,
            tally=tally,
        )
    )


def _read(
    adapter: Adapter, file: SourceFile, reading: Reading
) -> Iterator[Entry | Problem | Tally]:
    # An adapter promises not to raise; one that does costs its file, never the run.
    try:
        yield from adapter.read(file, reading)
    except Exception as why:
        yield Problem(
            file=file.name,
            found=f"{type(why).__name__}: {why}"[:300],
            expected=f"a file that adapter {adapter.name} can read to its end",
            hint="What was read before stays in the log. Please report this file's layout.",
            code="adapter-failed",
        )


def _empty(file: SourceFile) -> Problem:
    return Problem(
        file=file.name,
        found="an empty file",
        expected="an export with data",
        hint="Export it again.",
        code="empty",
    )


def _damaged(file: SourceFile, why: Exception) -> Problem:
    return refusal(file.name, f"damaged: {why}", "a complete file", "Export it again.")


def _broken(entry: InstalledAdapter) -> Problem:
    return Problem(
        file=f"adapter {entry.name}",
        found=entry.error,
        expected=f"an adapter that loads from {entry.distribution} {entry.version}".rstrip(),
        hint="Update or remove that distribution; all others work without it.",
        kind=ProblemKind.NOTE,
        code="adapter-broken",
    )
