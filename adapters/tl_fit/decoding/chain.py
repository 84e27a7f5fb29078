"""The files in a chain of FIT files: where each begins, where its messages lie, its checksum."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from tl_fit.decoding import mending
from tl_fit.decoding.crc import crc16
from tl_fit.decoding.layout import Unsupported

_HEADER = struct.Struct("<BBHI4s")
_MAGIC = b".FIT"
#: With and without a checksum of the header.
_HEADER_SIZES = (_HEADER.size, _HEADER.size + 2)
_CHECKSUM = struct.Struct("<H")


class Ended(Exception):
    """The bytes end, or are none of a FIT file; says why."""


@dataclass(frozen=True)
class Extent:
    """Where one FIT file lies in the bytes.

    Attributes
    ----------
    begin, start, end : int
        First byte of its header, of its messages, and after these.
    whole : bool
        Whether all of its messages and its checksum are there.
    """

    begin: int
    start: int
    end: int
    whole: bool


def chained(data: bytes) -> Iterator[Extent]:
    """Where the files of a chain lie.

    Parameters
    ----------
    data : bytes
        One or several FIT files.

    Yields
    ------
    Extent
        One file; most often there is no other.

    Raises
    ------
    Ended
        Behind the last file lies something else, or a part of one is missing.
    """
    at = 0
    while at < len(data):
        if at + _HEADER.size > len(data):
            raise Ended(mending.no_file_at(len(data)))
        header, _, _, size, magic = _HEADER.unpack_from(data, at)
        if header < _HEADER.size or magic != _MAGIC:
            raise Ended(mending.no_file_at(at + _HEADER.size))
        if header not in _HEADER_SIZES:
            raise Unsupported(f"a header of {header} bytes")
        start = at + header
        end = start + size
        whole = end + _CHECKSUM.size <= len(data)
        yield Extent(at, start, min(end, len(data)), whole)
        if not whole:
            raise Ended(mending.ends_at(len(data)))
        at = end + _CHECKSUM.size


def checksums_hold(data: bytes) -> bool | None:
    """Whether the complete files of a chain have the checksum they state; None without any."""
    data, _ = mending.with_data_stated(data)
    held: bool | None = None
    try:
        for file in chained(data):
            if file.whole:
                (stated,) = _CHECKSUM.unpack_from(data, file.end)
                here = crc16(memoryview(data)[file.begin : file.end]) == stated
                held = here if held is None else held and here
    except (Ended, Unsupported):
        pass
    return held
