"""The body of a FIT file byte by byte, also as no sound writer would write it."""

import struct
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from examples.fit_writer import BASES

#: A value of a field; None is the value that means none, bytes stand as they are.
Value = float | str | bytes | tuple[float | None, ...] | None

#: Messages, and fields of theirs, by number.
FILE_ID, SESSION, LAP, RECORD, EVENT, ACTIVITY, HRV, SET = 0, 18, 19, 20, 21, 34, 78, 225
TIME = 253

#: When made-up files begin [FIT time, s].
START_S = 1_100_000_000


class Field(NamedTuple):
    """A field of a definition: what it is, and as what and how large it is stored [bytes]."""

    number: int
    base: str
    size: int


class DeveloperField(NamedTuple):
    """A field that an app on the device defined: its number there, its size [bytes], the app."""

    number: int
    size: int
    app: int
    base: str = "byte"


def field(number: int, base: str, count: int = 1) -> Field:
    """A field of `count` sound values."""
    return Field(number, base, count * struct.calcsize(BASES[base][1]))


class _Shape(NamedTuple):
    order: str
    slots: tuple[tuple[str, int], ...]


class Body:
    """A body in the making, with a clock that runs at one record a second.

    Attributes
    ----------
    dice : Random
        Where values come from that nothing depends on.
    now_s : int
        Time of the next record [FIT time, s].
    """

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.now_s = START_S
        self._bytes = bytearray()
        self._shapes: dict[int, _Shape] = {}

    def tick(self, seconds: int = 1) -> int:
        """The time of the next record [FIT time, s]; the clock runs on."""
        now_s = self.now_s
        self.now_s += seconds
        return now_s

    def define(
        self,
        local: int,
        number: int,
        fields: Sequence[Field],
        developer: Sequence[DeveloperField] = (),
        *,
        order: str = "<",
    ) -> None:
        """Say what messages of a local number hold from here on."""
        shape = b"".join(bytes((f.number, f.size, BASES[f.base][0])) for f in fields)
        head = 0x40 | (0x20 if developer else 0) | local
        self._bytes.append(head)
        self._bytes += struct.pack(order + "xBHB", order == ">", number, len(fields)) + shape
        if developer:
            self._bytes.append(len(developer))
            for own in developer:
                self._bytes += bytes((own.number, own.size, own.app))
        slots = [(f.base, f.size) for f in fields] + [(own.base, own.size) for own in developer]
        self._shapes[local] = _Shape(order, tuple(slots))

    def add(self, local: int, *values: Value, head: int | None = None) -> None:
        """Append a message; fields without a value hold none. `head` replaces its first byte."""
        order, slots = self._shapes[local]
        self._bytes.append(local if head is None else head)
        given = (*values, *[None] * (len(slots) - len(values)))
        for (base, size), value in zip(slots, given, strict=True):
            self._bytes += _stored(order, base, size, value)

    def add_compressed(self, local: int, offset_s: int, *values: Value) -> None:
        """Append a message whose time is the low 5 bits in its header [s]; `local` is below 4."""
        self.add(local, *values, head=0x80 | local << 5 | offset_s & 0x1F)

    def add_noise(self, local: int) -> None:
        """Append a message of any content."""
        size = sum(size for _, size in self._shapes[local].slots)
        self._bytes.append(local)
        self._bytes += self.dice.randbytes(size)

    def add_bytes(self, data: bytes) -> None:
        """Append bytes as they are."""
        self._bytes += data

    def to_bytes(self) -> bytes:
        """All that was appended."""
        return bytes(self._bytes)


def _stored(order: str, base: str, size: int, value: Value) -> bytes:
    """A value in exactly `size` bytes; what is too large for its type loses its upper bits."""
    _, code, none = BASES[base]
    if isinstance(value, str):
        value = value.encode()
    if isinstance(value, bytes):
        return value[:size].ljust(size, b"\0")
    width = struct.calcsize(code)
    several = value if isinstance(value, tuple) else (value,)
    known = [none if one is None else one for one in several[: size // width]]
    known += [none] * (size // width - len(known))
    stored = b"".join(_single(order, code, width, one) for one in known)
    return stored.ljust(size, b"\xff")


def _single(order: str, code: str, width: int, value: float) -> bytes:
    if code in "fd":
        return struct.pack(order + code, value)
    bits = round(value) % (1 << 8 * width)
    return bits.to_bytes(width, "little" if order == "<" else "big")
