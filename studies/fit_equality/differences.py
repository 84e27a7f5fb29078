"""What differs between two decodings of the same bytes, value by value."""

from collections.abc import Iterator, Mapping
from itertools import islice, zip_longest

import numpy as np

from tl_fit.message import Decoded, Message, Part, Records

_COLUMNS = ("time_s", "speed_mps", "cadence_rpm", "power_w", "distance_m", "latitude")


def differences(found: Decoded, wanted: Decoded, most: int = 10) -> list[str]:
    """The first differences between two decodings; none when they are equal."""
    return list(islice(_all(found, wanted), most))


def cells(decoded: Decoded) -> int:
    """How many values were compared: those of records, and those of messages."""
    return sum(
        len(_COLUMNS) * len(part.records) + sum(len(m.fields) for m in part.messages)
        for part in decoded.parts
    )


def _all(found: Decoded, wanted: Decoded) -> Iterator[str]:
    for what in ("stopped", "mended"):
        yield from _unequal(what, getattr(found, what), getattr(wanted, what))
    yield from _unequal("parts", len(found.parts), len(wanted.parts))
    for number, (one, other) in enumerate(zip(found.parts, wanted.parts, strict=False)):
        for difference in _of_parts(one, other):
            yield f"part {number}: {difference}"


def _unequal(what: str, found: object, wanted: object) -> Iterator[str]:
    """Values of another type differ too: 25 prints otherwise than 25.0."""
    if repr(found) != repr(wanted):
        yield f"{what}: {found!r} instead of {wanted!r}"


def _of_parts(found: Part, wanted: Part) -> Iterator[str]:
    yield from _unequal("counts", sorted(found.counts.items()), sorted(wanted.counts.items()))
    yield from _of_records(found.records, wanted.records)
    for one, other in zip_longest(found.messages, wanted.messages):
        yield from _of_messages(one, other)


def _of_records(found: Records, wanted: Records) -> Iterator[str]:
    if len(found) != len(wanted):
        yield f"{len(found)} records instead of {len(wanted)}"
        return
    for column in _COLUMNS:
        one, other = getattr(found, column), getattr(wanted, column)
        yield from _unequal(f"type of {column}", one.dtype, other.dtype)
        same = (one == other) | (np.isnan(one) & np.isnan(other))
        for row in np.flatnonzero(~same).tolist():
            yield f"record {row}, {column}: {one[row]!r} instead of {other[row]!r}"


def _of_messages(found: Message | None, wanted: Message | None) -> Iterator[str]:
    if found is None or wanted is None:
        yield f"message {found} instead of {wanted}"
        return
    where = f"message {wanted.row} ({wanted.name})"
    yield from _unequal(where, (found.name, found.row), (wanted.name, wanted.row))
    yield from _of_fields(where, found.fields, wanted.fields)
    yield from _of_fields(f"{where} codes", found.codes, wanted.codes)


def _of_fields(
    where: str, found: Mapping[str, object], wanted: Mapping[str, object]
) -> Iterator[str]:
    """Also in their order: the first of several names that fit is taken for the product."""
    if list(found) != list(wanted):
        yield f"{where}: fields {list(found)} instead of {list(wanted)}"
    for name in wanted:
        if name in found:
            yield from _unequal(f"{where} {name}", found[name], wanted[name])
