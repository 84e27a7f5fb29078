"""Header and ending of FIT files, sound and not."""

import struct
from collections.abc import Callable
from random import Random

from examples.fit_writer import crc

_MAGIC = b".FIT"


def _header(size: int, length: int = 14) -> bytes:
    head = struct.pack("<BBHI4s", length, 0x20, 2171, size, _MAGIC)
    if length == 14:
        return head + struct.pack("<H", crc(head))
    return head + b"\0" * (length - len(head))


def _ended(whole: bytes) -> bytes:
    return whole + struct.pack("<H", crc(whole))


def _sound(body: bytes, dice: Random) -> bytes:
    return _ended(_header(len(body)) + body)


def _short_header(body: bytes, dice: Random) -> bytes:
    return _ended(_header(len(body), 12) + body)


def _long_header(body: bytes, dice: Random) -> bytes:
    return _ended(_header(len(body), 16) + body)


def _wrong_checksum(body: bytes, dice: Random) -> bytes:
    whole = bytearray(_sound(body, dice))
    whole[-1] ^= 0x5A
    return bytes(whole)


def _no_checksum(body: bytes, dice: Random) -> bytes:
    return _sound(body, dice)[:-2]


def _half_a_checksum(body: bytes, dice: Random) -> bytes:
    return _sound(body, dice)[:-1]


def _no_size(body: bytes, dice: Random) -> bytes:
    """A head unit that crashed: the header is the first thing it wrote."""
    return _header(0) + body


def _no_size_but_checksum(body: bytes, dice: Random) -> bytes:
    return _ended(_header(0) + body)


def _cut(body: bytes, dice: Random) -> bytes:
    whole = _sound(body, dice)
    return whole[: dice.randint(1, len(whole))]


def _too_much(body: bytes, dice: Random) -> bytes:
    return _ended(_header(len(body) + dice.randint(1, 99)) + body)


def _too_little(body: bytes, dice: Random) -> bytes:
    return _ended(_header(max(0, len(body) - dice.randint(1, 99))) + body)


def _then_rubbish(body: bytes, dice: Random) -> bytes:
    return _sound(body, dice) + dice.randbytes(dice.randint(1, 40))


def _then_zeros(body: bytes, dice: Random) -> bytes:
    return _sound(body, dice) + b"\0" * dice.randint(1, 600)


#: How a file begins and ends.
WRAPPINGS: dict[str, Callable[[bytes, Random], bytes]] = {
    "sound": _sound,
    "short header": _short_header,
    "long header": _long_header,
    "wrong checksum": _wrong_checksum,
    "no checksum": _no_checksum,
    "half a checksum": _half_a_checksum,
    "no size": _no_size,
    "no size but checksum": _no_size_but_checksum,
    "cut": _cut,
    "too large a size": _too_much,
    "too small a size": _too_little,
    "then rubbish": _then_rubbish,
    "then zeros": _then_zeros,
}
