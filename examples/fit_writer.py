"""Writes FIT files: as much of the format as a recorded activity needs.

Example
-------
>>> from datetime import UTC, datetime
>>> fit = FitFile()
>>> fit.add("file_id", type=4, manufacturer=1, time_created=datetime(2026, 5, 1, tzinfo=UTC))
>>> fit.add("record", timestamp=datetime(2026, 5, 1, tzinfo=UTC), speed=8.3, power=180)
>>> data = fit.to_bytes()
"""

import re
import struct
from datetime import UTC, datetime
from typing import NamedTuple

FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)

#: Base types: number in the file, struct code, the value that means "none".
_BASE = {
    "enum": (0x00, "B", 0xFF),
    "uint8": (0x02, "B", 0xFF),
    "sint32": (0x85, "i", 0x7FFFFFFF),
    "uint16": (0x84, "H", 0xFFFF),
    "uint32": (0x86, "I", 0xFFFFFFFF),
    "string": (0x07, "B", 0),
}

#: Messages of the public profile that can be written: name and number, then of each field its
#: name, number and base type, with the scale where there is one.
_PROFILE = """
file_id 0: type 0 enum, manufacturer 1 uint16, product 2 uint16, time_created 4 uint32,
    product_name 8 string
sport 12: sport 0 enum, sub_sport 1 enum
session 18: timestamp 253 uint32, start_time 2 uint32, sport 5 enum, sub_sport 6 enum,
    total_elapsed_time 7 uint32 1000, total_timer_time 8 uint32 1000, total_distance 9 uint32 100,
    avg_power 20 uint16, time_standing 112 uint32 1000, stand_count 113 uint16
lap 19: timestamp 253 uint32, start_time 2 uint32, sport 25 enum, time_standing 98 uint32 1000
record 20: timestamp 253 uint32, position_lat 0 sint32, position_long 1 sint32, heart_rate 3 uint8,
    cadence 4 uint8, distance 5 uint32 100, speed 6 uint16 1000, power 7 uint16,
    enhanced_speed 73 uint32 1000
event 21: timestamp 253 uint32, event 0 enum, event_type 1 enum, data 3 uint32
weight_scale 30: timestamp 253 uint32, weight 0 uint16 100, user_profile_index 12 uint16
activity 34: timestamp 253 uint32, num_sessions 1 uint16, local_timestamp 5 uint32
set 225: timestamp 254 uint32, repetitions 3 uint16
"""


class _Field(NamedTuple):
    number: int
    base: str
    scale: int


def _messages() -> dict[str, tuple[int, dict[str, _Field]]]:
    messages = {}
    for entry in re.split(r"\n(?=\w)", _PROFILE.strip()):
        title, _, fields = entry.partition(":")
        name, number = title.split()
        known = {}
        for field in fields.split(","):
            word, position, base, *scale = field.split()
            known[word] = _Field(int(position), base, int(scale[0]) if scale else 1)
        messages[name] = (int(number), known)
    return messages


_MESSAGES = _messages()

#: A field as it stands in the file: number, base type, stored value (None: no value).
RawField = tuple[int, str, float | str | None]


def fit_time(instant: datetime) -> int:
    """Seconds since the FIT epoch [s]."""
    return round((instant - FIT_EPOCH).total_seconds())


def _crc_of(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ (0xA001 if byte & 1 else 0)
    return byte


_CRC = tuple(_crc_of(byte) for byte in range(256))


def crc(data: bytes) -> int:
    """The checksum of FIT files, CRC-16/ARC."""
    value = 0
    for byte in data:
        value = value >> 8 ^ _CRC[(value ^ byte) & 0xFF]
    return value


class FitFile:
    """A FIT file in the making, in one of the two byte orders; both are common."""

    def __init__(self, *, big_endian: bool = False) -> None:
        self._order = ">" if big_endian else "<"
        self._body = bytearray()
        self._definitions: list[bytes] = []

    def add(self, message: str, **fields: float | datetime | str | None) -> None:
        """Append a message of the profile; None is a field without a value."""
        number, known = _MESSAGES[message]
        raw: list[RawField] = []
        for name, value in fields.items():
            field = known[name]
            if isinstance(value, datetime):
                value = fit_time(value)
            stored = value if value is None or isinstance(value, str) else value * field.scale
            raw.append((field.number, field.base, stored))
        self.add_raw(number, raw)

    def add_raw(self, number: int, fields: list[RawField]) -> None:
        """Append any message, such as one that holds a field twice."""
        shape = values = b""
        for field, base, value in fields:
            code, kind, none = _BASE[base]
            if isinstance(value, str):
                packed = value.encode() + b"\0"
            else:
                packed = struct.pack(self._order + kind, none if value is None else round(value))
            shape += bytes((field, len(packed), code))
            values += packed
        head = struct.pack(self._order + "xBHB", self._order == ">", number, len(fields))
        self._body += self._header_of(head + shape) + values

    def _header_of(self, definition: bytes) -> bytes:
        """The local number of a definition, preceded by the definition where it is new."""
        if definition in self._definitions:
            return bytes((self._definitions.index(definition),))
        if len(self._definitions) == 16:
            self._definitions.clear()
        self._definitions.append(definition)
        local = len(self._definitions) - 1
        return bytes((0x40 | local,)) + definition + bytes((local,))

    def to_bytes(self) -> bytes:
        """The file with header and checksums."""
        header = struct.pack("<BBHI4s", 14, 0x20, 2171, len(self._body), b".FIT")
        whole = header + struct.pack("<H", crc(header)) + self._body
        return whole + struct.pack("<H", crc(whole))
