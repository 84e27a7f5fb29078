"""Writes FIT files: as much of the format as activities and all-day monitoring need.

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
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)

#: Base types: number in the file, struct code, the value that means "none".
BASES: dict[str, tuple[int, str, float]] = {
    "enum": (0x00, "B", 0xFF),
    "sint8": (0x01, "b", 0x7F),
    "uint8": (0x02, "B", 0xFF),
    "string": (0x07, "B", 0),
    "uint8z": (0x0A, "B", 0),
    "byte": (0x0D, "B", 0xFF),
    "sint16": (0x83, "h", 0x7FFF),
    "uint16": (0x84, "H", 0xFFFF),
    "sint32": (0x85, "i", 0x7FFFFFFF),
    "uint32": (0x86, "I", 0xFFFFFFFF),
    "float32": (0x88, "f", float("nan")),
    "float64": (0x89, "d", float("nan")),
    "uint16z": (0x8B, "H", 0),
    "uint32z": (0x8C, "I", 0),
    "sint64": (0x8E, "q", 0x7FFFFFFFFFFFFFFF),
    "uint64": (0x8F, "Q", 0xFFFFFFFFFFFFFFFF),
    "uint64z": (0x90, "Q", 0),
}

#: Messages of the public profile that can be written: name and number, then of each field its
#: name, number and base type, with the scale where there is one.
_PROFILE = """
file_id 0: type 0 enum, manufacturer 1 uint16, product 2 uint16, time_created 4 uint32,
    product_name 8 string
user_profile 3: weight 4 uint16 10, wake_time 28 uint32, sleep_time 29 uint32
sport 12: sport 0 enum, sub_sport 1 enum
session 18: timestamp 253 uint32, start_time 2 uint32, sport 5 enum, sub_sport 6 enum,
    total_elapsed_time 7 uint32 1000, total_timer_time 8 uint32 1000, total_distance 9 uint32 100,
    avg_power 20 uint16, time_standing 112 uint32 1000, stand_count 113 uint16
lap 19: timestamp 253 uint32, start_time 2 uint32, sport 25 enum, time_standing 98 uint32 1000
record 20: timestamp 253 uint32, position_lat 0 sint32, position_long 1 sint32, heart_rate 3 uint8,
    cadence 4 uint8, distance 5 uint32 100, speed 6 uint16 1000, power 7 uint16,
    enhanced_speed 73 uint32 1000
event 21: timestamp 253 uint32, event 0 enum, event_type 1 enum, data 3 uint32
workout_step 27: message_index 254 uint16, exercise_category 10 uint16, exercise_name 11 uint16
weight_scale 30: timestamp 253 uint32, weight 0 uint16 100, user_profile_index 12 uint16
activity 34: timestamp 253 uint32, num_sessions 1 uint16, local_timestamp 5 uint32
monitoring 55: timestamp 253 uint32, cycles 3 uint32 2, activity_type 5 enum,
    current_activity_type_intensity 24 byte, timestamp_16 26 uint16, heart_rate 27 uint8,
    duration_min 29 uint16
monitoring_info 103: timestamp 253 uint32, local_timestamp 0 uint32
set 225: timestamp 254 uint32, duration 0 uint32 1000, repetitions 3 uint16, weight 4 uint16 16,
    set_type 5 uint8, start_time 6 uint32, category 7 uint16, category_subtype 8 uint16,
    message_index 10 uint16, wkt_step_index 11 uint16
exercise_title 264: message_index 254 uint16, exercise_category 0 uint16, exercise_name 1 uint16,
    wkt_step_name 2 string
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

#: A value as it stands in the file; None is no value, a tuple several values of one field.
Stored = float | str | tuple[float | None, ...] | None

#: A field as it stands in the file: number, base type, stored value.
RawField = tuple[int, str, Stored]


def fit_time(instant: datetime) -> int:
    """Seconds since the FIT epoch [s]."""
    return round((instant - FIT_EPOCH).total_seconds())


def _raw(message: str, fields: Mapping[str, Stored | datetime]) -> tuple[int, list[RawField]]:
    """A message of the profile as it stands in the file."""
    number, known = _MESSAGES[message]
    raw: list[RawField] = []
    for name, value in fields.items():
        field = known[name]
        raw.append((field.number, field.base, _scaled(value, field.scale)))
    return number, raw


def _scaled(value: Stored | datetime, scale: int) -> Stored:
    if isinstance(value, datetime):
        return fit_time(value)
    if isinstance(value, tuple):
        return tuple(None if one is None else one * scale for one in value)
    return value if value is None or isinstance(value, str) else value * scale


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

    def add(self, message: str, **fields: Stored | datetime) -> None:
        """Append a message of the profile; None is a field without a value."""
        number, raw = _raw(message, fields)
        self.add_raw(number, raw)

    def add_raw(self, number: int, fields: list[RawField]) -> None:
        """Append any message, such as one that holds a field twice."""
        definition, values = self._packed(number, fields)
        self._body += self._header_of(definition) + values

    def add_compressed(self, message: str, offset_s: int, **fields: Stored | datetime) -> None:
        """Append a message whose time is the low 5 bits in its header [s], as old devices do.

        It must be among the first four kinds of message in the file.
        """
        definition, values = self._packed(*_raw(message, fields))
        *defined, local = self._header_of(definition)
        self._body += bytes((*defined, 0x80 | local << 5 | offset_s & 0x1F)) + values

    def _packed(self, number: int, fields: list[RawField]) -> tuple[bytes, bytes]:
        """The definition and the content of a message."""
        shape = content = b""
        for field, base, value in fields:
            code, kind, none = BASES[base]
            if isinstance(value, str):
                packed = value.encode() + b"\0"
            else:
                several = value if isinstance(value, tuple) else (value,)
                stored = [none if one is None else round(one) for one in several]
                packed = struct.pack(f"{self._order}{len(stored)}{kind}", *stored)
            shape += bytes((field, len(packed), code))
            content += packed
        head = struct.pack(self._order + "xBHB", self._order == ">", number, len(fields))
        return head + shape, content

    def _header_of(self, definition: bytes) -> bytes:
        """The local number of a definition, preceded by the definition where it is new."""
        if definition in self._definitions:
            return bytes((self._definitions.index(definition),))
        if len(self._definitions) == 16:
            self._definitions.clear()
        self._definitions.append(definition)
        local = len(self._definitions) - 1
        return bytes((0x40 | local,)) + definition + bytes((local,))

    def to_bytes(self, *, header_crc: bool = True) -> bytes:
        """The file with header and checksums; the one of the header may be left at zero."""
        header = struct.pack("<BBHI4s", 14, 0x20, 2171, len(self._body), b".FIT")
        whole = header + struct.pack("<H", crc(header) if header_crc else 0) + self._body
        return whole + struct.pack("<H", crc(whole))
