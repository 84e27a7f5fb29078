"""Damaged files: what is mended before they are walked through, and words for where it ends."""

import struct

#: The size that the header states was mended.
NO_DATA_STATED = "the header states no data, as after a crash of the device"

#: Fields without bytes were left out.
EMPTY_FIELDS = "fields of no size are declared, as some trainer programs do"

#: The walk ended at a bound on what is read.
TOO_MANY = "more messages than any activity holds"

_HEADER_BYTES = 12
_CHECKSUM_BYTES = 2
_SIZE = struct.Struct("<I")
_SIZE_AT = 4


def with_data_stated(data: bytes) -> tuple[bytes, bool]:
    """State the size that a crashed device left at zero in the header.

    Parameters
    ----------
    data : bytes
        The file, from its header on.

    Returns
    -------
    data : bytes
        The file, whose data reach to its end where the header stated none.
    mended : bool
        Whether that was so.
    """
    if len(data) < _HEADER_BYTES:
        return data, False
    (size,) = _SIZE.unpack_from(data, _SIZE_AT)
    body = len(data) - data[0]
    if size or body <= _CHECKSUM_BYTES:
        return data, False
    return data[:_SIZE_AT] + _SIZE.pack(body) + data[_SIZE_AT + _SIZE.size :], True


def said(no_data_stated: bool, empty_fields: bool) -> str:
    """What was mended, in words; empty when nothing was."""
    mended = ((no_data_stated, NO_DATA_STATED), (empty_fields, EMPTY_FIELDS))
    return "; ".join(words for is_so, words in mended if is_so)


def ends_at(byte: int) -> str:
    """Why the walk ended: the file states more data than there are."""
    return f"the bytes end before the file does, at byte {byte}"


def undecodable(byte: int, error: Exception) -> str:
    """Why the walk ended: a message makes no sense."""
    return f"a message before byte {byte} cannot be decoded ({error})"


def no_file_at(byte: int) -> str:
    """Why the walk ended: there is something behind the file that is no file."""
    return f"no FIT file follows at byte {byte}"
