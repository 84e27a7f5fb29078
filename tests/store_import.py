"""Importing what was read into a store, as the command does it, without reading any file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from tl_analyzer.log import (
    Entry,
    PostureInterval,
    Postures,
    Problem,
    SourceReading,
    SourceSummary,
)
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.files import FileState, unchanged
from tl_analyzer.store.keeping import finish_file, keep
from tl_analyzer.store.runs import begin_run, finish_run
from tl_analyzer.store.tally import Kept

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ADAPTER = "strength-csv"


@dataclass(frozen=True)
class File:
    """A file as it was read; an archive holds several sources."""

    path: str
    readings: tuple[SourceReading, ...]
    settings: str = "as ever"

    @property
    def state(self) -> FileState:
        # A file that says something else was written at another time.
        content = repr([r.summary.digest or r.summary for r in self.readings])
        written = int(sha256(content.encode("utf-8", "replace")).hexdigest()[:10], 16)
        return FileState(self.path, len(content), written, self.settings)

    def read_with(self, settings: str) -> "File":
        return replace(self, settings=settings)


def source(
    name: str,
    entries: Sequence[Entry] = (),
    problems: Iterable[Problem] = (),
    version: str = "",
    adapter: str = ADAPTER,
) -> SourceReading:
    """What came of a file: its digest depends on its content and on `version`."""
    digest = sha256(
        repr((name.rpartition("!/")[2] * 0, entries, version)).encode("utf-8", "replace")
    )
    read: list[Any] = [
        entry.model_copy(
            update={
                "provenance": entry.provenance.model_copy(
                    update={"adapter": adapter, "file": name, "digest": digest.hexdigest()}
                )
            }
        )
        for entry in entries
    ]
    summary = SourceSummary(
        file=name, digest=digest.hexdigest(), adapter=adapter, entries=len(entries)
    )
    return SourceReading(
        summary,
        tuple(e for e in read if not isinstance(e, PostureInterval)),
        Postures(e for e in read if isinstance(e, PostureInterval)),
        tuple(problems),
    )


def file(path: str, *entries: Entry, version: str = "", settings: str = "as ever") -> File:
    """A file of its own, named as its path."""
    return File(path, (source(path, entries, version=version),), settings)


def unreadable(path: str) -> File:
    """A file that no adapter recognises."""
    problem = Problem(file=path, found="nonsense", expected="an export", hint="Export it again.")
    summary = SourceSummary(file=path, reason="nonsense")
    return File(path, (SourceReading(summary, problems=(problem,)),))


def keep_file(connection: Connection, run: Any, each: File) -> Kept:
    """Keep the sources of a file and note that it was read."""
    kept = Kept()
    for reading in each.readings:
        kept += keep(connection, run, reading, each.state)
    names = [reading.summary.file for reading in each.readings]
    return kept + Kept(vanished=finish_file(connection, run, each.state, names, NOW))


def import_files(connection: Connection, *files: File, athlete: str = "anna") -> Kept:
    """One run over some files, which all lie in the folder ``/logs``."""
    run = begin_run(connection, athlete, [Path("/logs")], NOW)
    kept = Kept()
    for each in files:
        if not unchanged(connection, athlete, each.state):
            kept += keep_file(connection, run, each)
    finish_run(connection, run, NOW, [each.path for each in files])
    return kept
