"""The layout of messages: what a definition message says about those that follow it."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from fitdecode import profile, types

from tl_fit.decoding import wanted

#: Definitions kept between files. [1] The devices of one athlete write some dozens; of those that
#: a made-up file holds, more would fill the memory.
CACHED = 1024

#: Formats, as `struct` writes them, of types that are no whole numbers.
_NO_WHOLE_NUMBERS = ("s", "f", "d")

_TIMESTAMP = profile.FIELD_NUM_TIMESTAMP
_ENTRY_BYTES = 3
_FIELDS_AT = 5
_ORDER_AT = 1
_NUMBER_AT = 2

#: Messages whose fields are read, and not only counted.
_READ = wanted.KEPT | {wanted.RECORD, "hr", "developer_data_id", "field_description"}


class Unsupported(Exception):
    """Columns do not cover what a file holds; says what."""


class Place(NamedTuple):
    """Where a field lies in a message.

    Attributes
    ----------
    at : int
        Bytes from the header of the message.
    number : int
        Number of the field.
    length : int
        Values it holds. [1]
    base : BaseType
        How each is stored.
    field : Field or None
        What the public profile says about it.
    """

    at: int
    number: int
    length: int
    base: types.BaseType
    field: types.Field | None

    @property
    def size(self) -> int:
        """Bytes of the field."""
        return self.length * int(self.base.size)

    @property
    def whole(self) -> bool:
        """Whether it is one whole number."""
        single = self.length == 1 and self.base is not types.BASE_TYPE_BYTE
        return single and self.base.fmt not in _NO_WHOLE_NUMBERS


@dataclass(frozen=True, eq=False)
class Layout:
    """How the messages of one definition are laid out.

    Attributes
    ----------
    number : int
        Number of the message.
    name : str
        Its name in the public profile, or ``unknown_`` and the number.
    order : str
        Byte order, as `struct` writes it.
    size : int
        Bytes of a message, its header among them.
    places : tuple of Place
        Those of its fields that something is made of.
    empty_fields : bool
        Whether fields without bytes were left out.
    """

    number: int
    name: str
    order: str
    size: int
    places: tuple[Place, ...]
    empty_fields: bool


@cache
def no_value(base: types.BaseType) -> int | None:
    """The number that stands for none; None for types that have "not a number"."""
    if base.fmt in _NO_WHOLE_NUMBERS:
        return None
    if base.name.endswith("z"):
        return 0
    signed = base.fmt.islower()
    return int((1 << 8 * base.size - signed) - 1)


@lru_cache(maxsize=CACHED)
def layout_of(definition: bytes, developed: int) -> Layout:
    """The layout that a definition message states.

    Parameters
    ----------
    definition : bytes
        The message after its header, up to its developer fields.
    developed : int
        Bytes of the developer fields behind the others: no more is used of them.

    Raises
    ------
    Unsupported
        A field has a shape that no column can be made of.
    """
    order = ">" if definition[_ORDER_AT] else "<"
    number = int.from_bytes(
        definition[_NUMBER_AT : _FIELDS_AT - 1], "big" if order == ">" else "little"
    )
    known = profile.MESSAGE_TYPES.get(number)
    name = known.name if known else f"unknown_{number}"
    places = []
    at = 1
    empty = False
    for entry in range(_FIELDS_AT, len(definition), _ENTRY_BYTES):
        field_number, size, base_number = definition[entry : entry + _ENTRY_BYTES]
        base = types.BASE_TYPES.get(base_number, types.BASE_TYPE_BYTE)
        if size % base.size:
            base = types.BASE_TYPE_BYTE
        field = known.fields.get(field_number) if known else None
        place = Place(at, field_number, size // base.size, base, field)
        if size:
            _require_components(place)
        else:
            empty = True
        if size and (field_number == _TIMESTAMP or (field and name in _READ)):
            places.append(place)
        at += size
    return Layout(number, name, order, at + developed, tuple(places), empty)


def _require_components(place: Place) -> None:
    """Refuse fields whose components cannot be taken apart: fitdecode stops at their messages."""
    field = place.field
    if field is None or not (field.components or field.subfields):
        return
    apart = field.components or any(sub.components for sub in field.subfields)
    if apart and not (place.whole or place.base is types.BASE_TYPE_BYTE):
        raise Unsupported(f"components of the field {field.name} in an unusual type")
