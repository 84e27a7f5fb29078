"""Files on the disk cut into pieces of work: one file, or some members of an archive."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from tl_analyzer.adapter import Reading
from tl_analyzer.intake.archive import DAMAGE, is_zip
from tl_analyzer.intake.gather import is_configuration
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.read_source import read_source, unopened
from tl_analyzer.intake.walk import Members, opened
from tl_analyzer.log import Problem, SourceReading
from tl_analyzer.plugins import adapters

#: Members of an archive that are one piece; fewer, and opening it again costs more. [1]
_MEMBERS = 64


@dataclass(frozen=True, slots=True)
class Piece:
    """What one worker reads at a time.

    Attributes
    ----------
    path : Path
        A file on the disk.
    size : int
        Its share of the bytes to be read, as they lie on the disk. [bytes]
    members : (int, int) or None
        Of an archive only these members; None for all there is.
    known : mapping of str to str
        Names of files by digest, whose bytes need not be read again.
    """

    path: Path
    size: int
    members: Members | None = None
    known: Mapping[str, str] = field(default_factory=dict)


def read_piece(piece: Piece, reading: Reading) -> Iterator[SourceReading]:
    """Read a piece, file by file, in the order of the walk."""
    installed = adapters()
    for file in opened(piece.path, Limits(), piece.members):
        if isinstance(file, Problem):
            yield unopened(file)
        elif not is_configuration(file):
            yield read_source(file, reading, installed, piece.known)


def cut(piece: Piece) -> tuple[Piece, ...]:
    """Cut an archive of many members; anything else stays one piece."""
    count = _members(piece.path)
    if count <= _MEMBERS:
        return (piece,)
    bounds = [*range(0, count, _MEMBERS), count]
    size = piece.size * _MEMBERS // count
    return tuple(Piece(piece.path, size, between, piece.known) for between in pairwise(bounds))


def _members(path: Path) -> int:
    """Most members an archive can have to be read; 0 for what is none."""
    try:
        with path.open("rb") as stream:
            if not is_zip(path.name, stream.read(4)):
                return 0
        with zipfile.ZipFile(path) as archive:
            return len(archive.infolist())
    except (*DAMAGE, OSError):
        return 0  # whoever reads it says what is wrong
