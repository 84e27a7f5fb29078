"""Paths -> the store: list, skip what is unchanged, read the rest, keep each source."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from tl_analyzer.adapter import Reading
from tl_analyzer.intake.gather import CONFIGURATION
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.parallel import read_pieces
from tl_analyzer.intake.pieces import Piece
from tl_analyzer.intake.read_source import unopened
from tl_analyzer.intake.walk import listed
from tl_analyzer.log import Problem, SourceReading, SourceSummary
from tl_analyzer.plugins import adapters
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.files import FileState, known_digests, settings_digest, unchanged
from tl_analyzer.store.keeping import finish_file, keep
from tl_analyzer.store.runs import Run, begin_run, finish_run
from tl_analyzer.store.tally import Kept

#: Told what is read next, how much of it was read since it was told last, and how much there is.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file, or of one member of an archive.

    Attributes
    ----------
    file : str
        Its name as the user gave it.
    source : SourceSummary or None
        What was read; None where the file is as it was at the last import, and for an archive
        of which only is said which of its members are gone.
    problems : tuple of Problem
        What could not be taken as it was found.
    kept : Kept or None
        What changed in the store; None where the file was not read.
    """

    file: str
    source: SourceSummary | None = None
    problems: tuple[Problem, ...] = ()
    kept: Kept | None = None


def import_files(
    connection: Connection,
    athlete: str,
    paths: Sequence[Path],
    reading: Reading,
    jobs: int,
    progress: Progress,
) -> Iterator[Imported]:
    """Import everything under some paths into one athlete's log.

    Each source is one transaction: whatever ends the run, what was yielded is kept, and the next
    run over the same paths goes on from there.

    Parameters
    ----------
    connection : Connection
        The store.
    athlete : str
        Whose log it is.
    paths : sequence of Path
        Files, folders, archives.
    reading : Reading
        Zone and unit for sources that state none.
    jobs : int
        Processes that may read at the same time. [1]
    progress : callable
        Told how far it is. [bytes]
    """
    settings = settings_digest(reading, adapters())
    run = begin_run(connection, athlete, [Path(_absolute(path)) for path in paths], _now())
    # Grows as files are read, so that the same bytes are read once in this run, too.
    known = known_digests(connection, athlete, settings)
    changed: dict[Path, FileState] = {}
    seen: set[str] = set()
    for found in _once(paths):
        state = _state(found, settings)
        seen.add(state.path)
        if isinstance(found, Problem):
            yield _kept(connection, run, unopened(found), state)
        elif unchanged(connection, athlete, state):
            yield Imported(str(found))
        else:
            changed[found] = state
    pieces = [Piece(path, state.size, known=known) for path, state in changed.items()]
    total = sum(piece.size for piece in pieces)
    for path, read in groupby(read_pieces(pieces, reading, jobs), key=_path_of):
        members = []
        for _, source in read:
            progress(source.summary.file, 0, total)
            yield _kept(connection, run, source, changed[path])
            members.append(source.summary.file)
            if source.summary.digest:
                known.setdefault(source.summary.digest, source.summary.file)
        gone = finish_file(connection, run, changed[path], members, _now())
        if gone:
            yield Imported(str(path), kept=Kept(vanished=gone))
        progress(str(path), changed.pop(path).size, total)
    # Archives without a member that could hold training.
    for state in changed.values():
        finish_file(connection, run, state, (), _now())
    finish_run(connection, run, _now(), seen)


def _once(paths: Sequence[Path]) -> Iterator[Path | Problem]:
    """Files that may hold training, and why others cannot be opened; each named once."""
    met: set[str] = set()
    for path in paths:
        for found in listed(path, Limits()):
            name = _absolute(found)
            if name in met or (isinstance(found, Path) and found.name in CONFIGURATION):
                continue
            met.add(name)
            yield found


def files_on_disk(paths: Sequence[Path]) -> list[str]:
    """Absolute paths of the files that an import of some paths looks at."""
    return [_absolute(found) for found in _once(paths) if isinstance(found, Path)]


def _absolute(found: Path | Problem) -> str:
    # Two spellings of a path are one file; links are left as the user named them.
    return os.path.abspath(found.file if isinstance(found, Problem) else found)  # noqa: PTH100


def _state(found: Path | Problem, settings: str) -> FileState:
    """How a file lies on the disk now; one that cannot be looked at has no size and no time."""
    name = _absolute(found)
    try:
        at = Path(name).stat()
    except OSError:
        return FileState(name, 0, 0, settings)
    return FileState(name, at.st_size, at.st_mtime_ns, settings)


def _kept(connection: Connection, run: Run, source: SourceReading, state: FileState) -> Imported:
    kept = keep(connection, run, source, state)
    return Imported(source.summary.file, source.summary, source.problems, kept)


def _path_of(read: tuple[Piece, SourceReading]) -> Path:
    return read[0].path


def _now() -> datetime:
    return datetime.now(UTC)
