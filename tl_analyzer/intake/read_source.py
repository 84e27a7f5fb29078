"""One file -> what came of it: identified, read to its end, every row accounted for."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.intake.archive import DAMAGE
from tl_analyzer.intake.identify import claimants, dispute, with_columns
from tl_analyzer.intake.refusal import refusal
from tl_analyzer.intake.unrecognised import what_it_is
from tl_analyzer.log import (
    Entry,
    PostureInterval,
    PosturePacker,
    Problem,
    SourceReading,
    SourceSummary,
    Tally,
)
from tl_analyzer.plugins import InstalledAdapter

_NONE: Mapping[str, str] = MappingProxyType({})


def read_source(
    file: SourceFile,
    reading: Reading,
    installed: tuple[InstalledAdapter, ...],
    known: Mapping[str, str] = _NONE,
) -> SourceReading:
    """Read one file by the one adapter that recognises it.

    Parameters
    ----------
    file : SourceFile
        The file.
    reading : Reading
        Zone and unit for sources that state none.
    installed : tuple of InstalledAdapter
        The adapters that are asked.
    known : mapping of str to str
        Names of files that were read before by their digest; the same bytes are not read again.

    Returns
    -------
    SourceReading
        Complete whatever the file holds: a fault of it is a problem in there.
    """
    if file.size == 0:
        return SourceReading(
            SourceSummary(file=file.name, reason="an empty file"), problems=(_empty(file),)
        )
    file = with_columns(file, reading.columns)
    claims, problems = claimants(file, installed)
    if len(claims) != 1:
        if claims:
            problems.append(dispute(file, claims, installed))
        summary = SourceSummary(file=file.name, reason=what_it_is(file))
        return SourceReading(summary, problems=tuple(problems))
    # A file that cannot be unpacked to its end is found out here, before anything is taken.
    try:
        digest = file.digest
    except (*DAMAGE, OSError) as why:
        return unopened(_damaged(file, why), *problems)
    if digest in known:
        summary = SourceSummary(file=file.name, digest=digest, same_as=known[digest])
        return SourceReading(summary, problems=tuple(problems))
    return _taken(claims[0], file, reading, problems)


def unopened(why: Problem, *before: Problem) -> SourceReading:
    """A file that could not be opened, and why."""
    return SourceReading(SourceSummary(file=why.file, opened=False), problems=(*before, why))


def _taken(
    adapter: Adapter, file: SourceFile, reading: Reading, problems: list[Problem]
) -> SourceReading:
    entries: list[Entry] = []
    postures = PosturePacker()
    tally = None
    for value in _read(adapter, file, reading):
        if isinstance(value, Tally):
            tally = value
        elif isinstance(value, Problem):
            problems.append(value)
        elif isinstance(value, PostureInterval):
            # These come in such numbers that they are packed as they come.
            postures.add(value)
        else:
            entries.append(value)
    packed = postures.packed()
    summary = SourceSummary(
        file=file.name,
        digest=file.digest,
        adapter=adapter.name,
        entries=len(entries) + len(packed),
        tally=tally,
    )
    return SourceReading(summary, tuple(entries), packed, tuple(problems))


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
