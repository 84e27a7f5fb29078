"""Paths -> files: folders are walked, zip and gzip are opened, everything bounded.

Every file met is accounted for: it becomes a `SourceFile`, or a `Problem` that says why not.
"""

import gzip
import hashlib
import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from tl_analyzer.adapter import HEAD_BYTES, SourceFile
from tl_analyzer.intake.limits import Limits
from tl_analyzer.log import Problem

GZIP_MAGIC = b"\x1f\x8b"
ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
CHUNK = 1 << 20

Opener = Callable[[], BinaryIO]


class Refused(Exception):
    """A file that will not be read; carries the problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def walk(path: Path, limits: Limits) -> Iterator[SourceFile | Problem]:
    """Yield every file under a path, in a stable order.

    Parameters
    ----------
    path : Path
        A file, a folder or an archive.
    limits : Limits
        Bounds on sizes and counts.

    Yields
    ------
    SourceFile or Problem
        A file with its bytes at hand, or why one could not be opened.
    """
    if path.is_dir():
        yield from _folder(path, limits)
    elif path.exists() or path.is_symlink():
        yield from _file(path, str(path), limits)
    else:
        yield _refusal(str(path), "no such file or folder", "a path that exists", "Check the path.")


def _folder(path: Path, limits: Limits) -> Iterator[SourceFile | Problem]:
    unreadable: list[OSError] = []
    seen = 0
    for folder, subfolders, names in os.walk(path, onerror=unreadable.append):
        subfolders[:] = sorted(d for d in subfolders if not _hidden(d))
        for name in sorted(n for n in names if not _hidden(n)):
            seen += 1
            if seen > limits.files:
                yield _refusal(
                    str(path), f"more than {limits.files} files", "fewer", "Point at a subfolder."
                )
                return
            yield from _file(Path(folder) / name, str(Path(folder) / name), limits)
    for why in unreadable:
        yield _refusal(
            str(why.filename), why.strerror or "an error", "a readable folder", "Check its rights."
        )


def _hidden(name: str) -> bool:
    return (name.startswith(".") and name not in (".", "..")) or name == "__MACOSX"


def _file(path: Path, name: str, limits: Limits) -> Iterator[SourceFile | Problem]:
    try:
        if not path.is_file():
            yield _refusal(name, "no regular file", "a file", "Links and devices are not followed.")
            return
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
        yield from _unpack(name, head, path.stat().st_size, lambda: path.open("rb"), limits, 0)
    except OSError as why:
        yield _refusal(name, why.strerror or "an error", "a readable file", "Check its rights.")


def _unpack(
    name: str, head: bytes, size: int, opener: Opener, limits: Limits, depth: int
) -> Iterator[SourceFile | Problem]:
    try:
        if head.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)) and not _is_document(name):
            yield from _zip(name, opener, limits, depth)
        elif head.startswith(GZIP_MAGIC):
            data = _inflate(name, opener, limits)
            yield _in_memory(name, data)
        elif size > limits.file_bytes:
            raise Refused(_too_large(name, size, limits))
        else:
            yield SourceFile(name, head, size, _digest(opener), opener)
    except Refused as why:
        yield why.problem
    except (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile) as why:
        yield _refusal(name, f"a damaged archive ({why})", "a complete archive", "Export it again.")


def _is_document(name: str) -> bool:
    """Whether a zip container is itself the document (spreadsheets)."""
    return name.lower().endswith((".xlsx", ".ods", ".docx"))


def _zip(name: str, opener: Opener, limits: Limits, depth: int) -> Iterator[SourceFile | Problem]:
    if depth >= limits.depth:
        raise Refused(
            _refusal(name, "archives nested too deeply", f"at most {limits.depth}", "Unpack it.")
        )
    with opener() as stream, zipfile.ZipFile(stream) as archive:
        members = [m for m in archive.infolist() if not m.is_dir()]
        if len(members) > limits.members:
            raise Refused(
                _refusal(name, f"{len(members)} members", f"at most {limits.members}", "Split it.")
            )
        total = 0
        for member in sorted(members, key=lambda m: m.filename):
            label = f"{name}!/{member.filename}"
            if any(_hidden(part) for part in member.filename.split("/")):
                continue
            try:
                data = _member(archive, member, label, limits)
            except Refused as why:
                yield why.problem
                continue
            except (
                zipfile.BadZipFile,
                RuntimeError,
                NotImplementedError,
                zlib.error,
                EOFError,
            ) as why:
                yield _refusal(label, f"{why}", "a readable member", "Export the archive again.")
                continue
            total += len(data)
            if total > limits.total_bytes:
                raise Refused(
                    _refusal(name, "too much data", f"{limits.total_bytes} bytes", "Split it.")
                )
            yield from _unpack(
                label, data[:HEAD_BYTES], len(data), partial(io.BytesIO, data), limits, depth + 1
            )


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, label: str, limits: Limits) -> bytes:
    if ".." in member.filename.split("/") or member.filename.startswith(("/", "\\")):
        raise Refused(
            _refusal(label, "a name that leaves the archive", "a relative name", "Not opened.")
        )
    if member.file_size > limits.file_bytes:
        raise Refused(_too_large(label, member.file_size, limits))
    packed = max(member.compress_size, 1)
    if member.file_size > limits.ratio_from_bytes and member.file_size / packed > limits.ratio:
        raise Refused(_bomb(label, limits))
    with archive.open(member) as stream:
        data = stream.read(limits.file_bytes + 1)
    if len(data) > limits.file_bytes:
        raise Refused(_too_large(label, len(data), limits))
    return data


def _inflate(name: str, opener: Opener, limits: Limits) -> bytes:
    with opener() as packed, gzip.GzipFile(fileobj=packed) as stream:
        parts: list[bytes] = []
        size = 0
        while part := stream.read(CHUNK):
            size += len(part)
            if size > limits.file_bytes:
                raise Refused(_too_large(name, size, limits))
            parts.append(part)
            # The packed stream is read ahead in small buffers, so this is close enough.
            if size > limits.ratio_from_bytes and size / max(packed.tell(), 1) > limits.ratio:
                raise Refused(_bomb(name, limits))
    return b"".join(parts)


def _in_memory(name: str, data: bytes) -> SourceFile:
    opener = partial(io.BytesIO, data)
    return SourceFile(name, data[:HEAD_BYTES], len(data), hashlib.sha256(data).hexdigest(), opener)


def _digest(opener: Opener) -> str:
    digest = hashlib.sha256()
    with opener() as stream:
        while part := stream.read(CHUNK):
            digest.update(part)
    return digest.hexdigest()


def _too_large(name: str, size: int, limits: Limits) -> Problem:
    return _refusal(
        name,
        f"{size / 1024**2:,.0f} MiB",
        f"at most {limits.file_bytes / 1024**2:,.0f} MiB unpacked",
        "Not opened; split the file.",
    )


def _bomb(name: str, limits: Limits) -> Problem:
    return _refusal(
        name,
        f"data packed more than {limits.ratio:.0f} to 1",
        "an ordinary archive",
        "Not opened; it looks made to exhaust memory.",
    )


def _refusal(name: str, found: str, expected: str, hint: str) -> Problem:
    return Problem(file=name, found=found, expected=expected, hint=hint, code="unopened")
