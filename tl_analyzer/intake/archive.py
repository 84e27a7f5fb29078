"""Archives opened in place: members of zip and gzip files are streams with bounds."""

import gzip
import io
import re
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import IO, BinaryIO, cast

from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.refusal import Refused, a_link, bomb, refusal, too_large
from tl_analyzer.log import Problem

GZIP_MAGIC = b"\x1f\x8b"
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
#: Zip containers that are themselves the document.
_DOCUMENTS = (".xlsx", ".xlsm", ".ods", ".docx")
_CHUNK = 1 << 20
#: Archives of some makers carry the owner's address in the names of their members.
_EMAIL = re.compile(
    r"[\w.+-]+@[A-Za-z0-9-]+(?:\.(?!(?:csv|fit|gpx|gz|json|tcx|txt|xml|zip)\b)[A-Za-z0-9-]+)+"
)

#: What a damaged archive raises while it is read.
DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile, RuntimeError, ValueError)

Opener = Callable[[], BinaryIO]


@dataclass(frozen=True)
class Member:
    """A file inside an archive.

    Attributes
    ----------
    name : str
        ``archive.zip!/folder/member``.
    size : int
        Unpacked size. [bytes]
    opener : callable
        Opens it from the start, unpacking as it is read.
    """

    name: str
    size: int
    opener: Opener


def is_zip(name: str, head: bytes) -> bool:
    """Whether a file is a zip archive, and not a document in a zip container."""
    return head.startswith(ZIP_MAGICS) and not name.lower().endswith(_DOCUMENTS)


def is_gzip(head: bytes) -> bool:
    """Whether a file is compressed with gzip."""
    return head.startswith(GZIP_MAGIC)


def zip_members(name: str, size: int, opener: Opener, limits: Limits) -> Iterator[Member | Problem]:
    """Members of a zip archive by name, each openable as long as the archive exists.

    Raises
    ------
    Refused
        If the archive as a whole is not believed.
    """
    with opener() as stream, _seekable(stream, limits) as file, zipfile.ZipFile(file) as archive:
        members = [m for m in archive.infolist() if not m.is_dir() and not _is_system(m)]
        labels = {m: f"{name}!/{_EMAIL.sub('(e-mail)', m.filename)}" for m in members}
        doubts = {m: doubt for m in members if (doubt := _doubt(labels[m], m, limits))}
        _believe(name, size, [m for m in members if m not in doubts], limits)
        for member in sorted(members, key=lambda m: m.filename):
            opened = partial(_open_member, archive, member, opener, limits)
            yield doubts.get(member) or Member(labels[member], member.file_size, opened)


def is_hidden(name: str) -> bool:
    """Whether a file is the system's own: dot files, and what macOS adds to archives."""
    return (name.startswith(".") and name not in (".", "..")) or name == "__MACOSX"


def _is_system(member: zipfile.ZipInfo) -> bool:
    return any(is_hidden(part) for part in member.filename.split("/"))


def gzip_content(name: str, opener: Opener, limits: Limits) -> Member:
    """The content of a gzip file: held where it is small, else unpacked again as it is read.

    Raises
    ------
    Refused
        If it unpacks to more than is believed.
    """
    size = 0
    held = bytearray()
    with opener() as packed, gzip.GzipFile(fileobj=packed) as stream:
        while part := stream.read(_CHUNK):
            size += len(part)
            if size > limits.file_bytes:
                raise Refused(too_large(name, size, limits))
            # The packed stream is read ahead in small buffers, so this is close enough.
            if size > limits.ratio_from_bytes and size / max(packed.tell(), 1) > limits.ratio:
                raise Refused(bomb(name, limits))
            if size <= limits.held_bytes:
                held += part
    if size <= limits.held_bytes:
        return Member(name, size, partial(io.BytesIO, bytes(held)))
    return Member(name, size, partial(_open_gzip, opener))


def _open_gzip(opener: Opener) -> BinaryIO:
    # BufferedReader closes the gzip stream, and that the file beneath it.
    return cast(BinaryIO, io.BufferedReader(_GzipOverFile(opener())))


class _GzipOverFile(gzip.GzipFile):
    """A gzip stream that closes the file it reads."""

    def __init__(self, packed: BinaryIO) -> None:
        super().__init__(fileobj=packed)
        self._packed = packed

    def close(self) -> None:
        super().close()
        self._packed.close()


def _believe(name: str, size: int, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        found = f"{len(members)} members"
        raise Refused(refusal(name, found, f"at most {limits.members}", "Split it."))
    total = sum(member.file_size for member in members)
    if total > limits.total_bytes:
        most = f"at most {limits.total_bytes / 1024**2:,.0f} MiB"
        raise Refused(refusal(name, f"{total / 1024**2:,.0f} MiB in all", most, "Split it."))
    # Members may share their packed bytes, so that each alone looks ordinary.
    if total > limits.ratio_from_bytes and total / max(size, 1) > limits.ratio:
        raise Refused(bomb(name, limits))


def _doubt(label: str, member: zipfile.ZipInfo, limits: Limits) -> Problem | None:
    name = member.filename.replace("\\", "/")
    if ".." in name.split("/") or name.startswith("/"):
        return refusal(label, "a name that leaves the archive", "a relative name", "Not opened.")
    if stat.S_ISLNK(member.external_attr >> 16):
        return a_link(label)
    if member.file_size > limits.file_bytes:
        return too_large(label, member.file_size, limits)
    packed = max(member.compress_size, 1)
    if member.file_size > limits.ratio_from_bytes and member.file_size / packed > limits.ratio:
        return bomb(label, limits)
    if member.flag_bits & 1:
        return refusal(label, "a member with a password", "a readable member", "Unpack it first.")
    return None


def _open_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, opener: Opener, limits: Limits
) -> BinaryIO:
    if archive.fp is not None:
        return cast(BinaryIO, archive.open(member))
    # The walk has gone on and closed the archive: the member is opened from its file again.
    with opener() as stream, _seekable(stream, limits) as file, zipfile.ZipFile(file) as again:
        spool = _spool(again.open(member), limits)
    return spool


@contextmanager
def _seekable(stream: BinaryIO, limits: Limits) -> Iterator[IO[bytes]]:
    """The stream itself where it can be read in any order cheaply, else a private copy of it."""
    if not isinstance(stream, zipfile.ZipExtFile | io.BufferedReader) or _is_file(stream):
        yield stream
        return
    with _spool(stream, limits) as copy:
        yield copy


def _is_file(stream: BinaryIO) -> bool:
    return isinstance(stream, io.BufferedReader) and isinstance(stream.raw, io.FileIO)


def _spool(stream: IO[bytes], limits: Limits) -> BinaryIO:
    # Whoever reads the copy closes it, and with that it is gone.
    copy = tempfile.SpooledTemporaryFile(max_size=limits.held_bytes)  # noqa: SIM115
    while part := stream.read(_CHUNK):
        copy.write(part)
    copy.seek(0)
    return cast(BinaryIO, copy)
