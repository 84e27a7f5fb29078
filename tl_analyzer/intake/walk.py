"""Paths -> files: folders are walked, zip and gzip are opened in place, everything bounded.

Every file met is accounted for: it becomes a `SourceFile`, or a `Problem` that says why not.
"""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from tl_analyzer.adapter import HEAD_BYTES, SourceFile
from tl_analyzer.intake.archive import (
    DAMAGE,
    Opener,
    gzip_content,
    is_gzip,
    is_hidden,
    is_zip,
    zip_members,
)
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.refusal import Refused, a_link, refusal, too_large
from tl_analyzer.log import Problem

#: Some members of an archive, by number: the first, and the one after the last.
Members = tuple[int, int]


def walk(path: Path, limits: Limits) -> Iterator[SourceFile | Problem]:
    """Yield every file under a path, in a stable order.

    Parameters
    ----------
    path : Path
        A file, a folder or an archive. It may be a link; links below it are not followed.
    limits : Limits
        Bounds on sizes and counts.

    Yields
    ------
    SourceFile or Problem
        A file with its bytes at hand, or why one could not be opened.
    """
    for found in listed(path, limits):
        if isinstance(found, Problem):
            yield found
        else:
            yield from opened(found, limits)


def listed(path: Path, limits: Limits) -> Iterator[Path | Problem]:
    """Yield the files under a path as they lie on the disk, none of them opened."""
    if path.is_dir():
        yield from _folder(path, limits)
    elif path.exists() or path.is_symlink():
        yield path
    else:
        yield refusal(str(path), "no such file or folder", "a path that exists", "Check the path.")


def opened(
    path: Path, limits: Limits, members: Members | None = None
) -> Iterator[SourceFile | Problem]:
    """Yield a file on the disk, or the files in it.

    Parameters
    ----------
    path : Path
        The file.
    limits : Limits
        Bounds on sizes and counts.
    members : (int, int), optional
        Of an archive only these members, counted from 0, the second not included. What is said of
        the archive as a whole is said with the first.
    """
    name = str(path)
    for found in _file(path, name, limits, members):
        again = members is not None and members[0] > 0
        if not (again and isinstance(found, Problem) and found.file == name):
            yield found


def _folder(path: Path, limits: Limits) -> Iterator[Path | Problem]:
    unreadable: list[OSError] = []
    seen = 0
    for folder, subfolders, names in os.walk(path, onerror=unreadable.append):
        shown = sorted(d for d in subfolders if not is_hidden(d))
        links = [d for d in shown if (Path(folder) / d).is_symlink()]
        yield from (a_link(str(Path(folder) / d)) for d in links)
        subfolders[:] = [d for d in shown if d not in links]
        for name in sorted(n for n in names if not is_hidden(n)):
            seen += 1
            if seen > limits.files:
                found = f"more than {limits.files} files"
                yield refusal(str(path), found, "fewer", "Point at a subfolder.")
                return
            file = Path(folder) / name
            yield a_link(str(file)) if file.is_symlink() else file
    for why in unreadable:
        found = why.strerror or "an error"
        yield refusal(str(why.filename), found, "a readable folder", "Check its rights.")


def _file(
    path: Path, name: str, limits: Limits, members: Members | None
) -> Iterator[SourceFile | Problem]:
    try:
        if not path.is_file():
            yield refusal(name, "no regular file", "a file", "Devices and pipes are not read.")
            return
        size = path.stat().st_size
        yield from _unpack(name, size, lambda: path.open("rb"), limits, 0, members)
    except OSError as why:
        yield refusal(name, why.strerror or "an error", "a readable file", "Check its rights.")


def _unpack(
    name: str,
    size: int,
    opener: Opener,
    limits: Limits,
    depth: int,
    members: Members | None = None,
) -> Iterator[SourceFile | Problem]:
    """Yield a file, or the files in it."""
    try:
        if size > limits.file_bytes and depth:
            raise Refused(too_large(name, size, limits))
        with opener() as stream:
            head = stream.read(HEAD_BYTES)
        if is_zip(name, head):
            yield from _members(name, size, opener, limits, depth, members)
        elif is_gzip(head):
            yield from _content(name, opener, limits, depth)
        elif size > limits.file_bytes:
            raise Refused(too_large(name, size, limits))
        else:
            yield SourceFile(name, head, size, opener)
    except Refused as why:
        yield why.problem
    except DAMAGE as why:
        yield refusal(name, f"damaged: {why}", "a complete archive", "Export it again.")


def _members(
    name: str,
    size: int,
    opener: Opener,
    limits: Limits,
    depth: int,
    members: Members | None,
) -> Iterator[SourceFile | Problem]:
    if depth >= limits.depth:
        found, most = "archives nested too deeply", f"at most {limits.depth}"
        raise Refused(refusal(name, found, most, "Unpack it."))
    for member in islice(zip_members(name, size, opener, limits), *(members or (None,))):
        if isinstance(member, Problem):
            yield member
        else:
            yield from _unpack(member.name, member.size, member.opener, limits, depth + 1)


def _content(
    name: str, opener: Opener, limits: Limits, depth: int
) -> Iterator[SourceFile | Problem]:
    content = gzip_content(name, opener, limits)
    with content.opener() as stream:
        again = is_gzip(stream.read(HEAD_BYTES))
    if again:
        raise Refused(refusal(name, "gzip within gzip", "a file packed once", "Unpack it."))
    yield from _unpack(name, content.size, content.opener, limits, depth)
