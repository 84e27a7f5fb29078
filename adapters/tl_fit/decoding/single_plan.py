"""How to decode the single messages of one layout, by the tables of fitdecode's profile.

Most fields are one whole number that means the same in every message. The others hold several
values, or text; or what they are depends on another field, as the ``data`` of an event depends on
the event; or they have parts that stand for fields of their own.
"""

import struct
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from fitdecode import profile, types

from tl_fit.decoding import wanted
from tl_fit.decoding.layout import CACHED, Layout, Place, Unsupported, no_value

_TEXT = "s"
#: Whole numbers of more bytes are not exact as a float.
_EXACT_BYTES = 4

#: The values of a message as they are stored.
Stored = tuple[Any, ...]
#: One of its fields, by type: a tuple where it has several values, None where it has none.
Read = Callable[[Stored], Any]


class Field(NamedTuple):
    """A field of one whole number that means the same in every message.

    Attributes
    ----------
    at : int
        Index among the values of the message.
    none : int
        The number that stands for none.
    name : str
        Its name.
    names : mapping of int to str
        Names of its numbers.
    scale, offset : float or None
        A number without a name is divided by the one, then reduced by the other.
    other : OtherField or None
        What to do instead, for all other fields.
    """

    at: int
    none: int | None
    name: str
    names: Mapping[int, str]
    scale: float | None
    offset: float | None
    other: "OtherField | None" = None


class Meaning(NamedTuple):
    """What the profile says about a field, by the values of others.

    Attributes
    ----------
    field : fitdecode.types.Field
        What it is unless another says otherwise.
    others : tuple
        Of each field it depends on, how to read it, and what the field is by its value: of
        several, what comes first in the profile.
    """

    field: types.Field
    others: tuple[tuple[Read, Mapping[Any, tuple[int, types.SubField]]], ...]

    def of(self, stored: Stored) -> types.Field | types.SubField:
        """What it is in one message."""
        first = None
        for read, by in self.others:
            said = by.get(read(stored))
            if said is not None and (first is None or said[0] < first[0]):
                first = said
        return self.field if first is None else first[1]


class OtherField(NamedTuple):
    """A field of several values, of text, of parts, or that depends on another.

    Attributes
    ----------
    read : callable
        Its value.
    meaning : Meaning
        What it is.
    parts : mapping of int to Meaning
        What its parts are, by number of the field that each stands for.
    """

    read: Read
    meaning: Meaning
    parts: Mapping[int, Meaning]


class Plan(NamedTuple):
    """How to decode the messages of one layout.

    Attributes
    ----------
    name : str
        Name of the messages.
    unpack : callable
        The values of the message that begins at a byte.
    fields : tuple of Field
        Its fields.
    """

    name: str
    unpack: Callable[[bytes, int], Stored]
    fields: tuple[Field, ...]


class _Kept(NamedTuple):
    """A field that the profile knows, and the index of its first value in the message."""

    place: Place
    field: types.Field
    at: int


@lru_cache(maxsize=CACHED)
def plan_of(layout: Layout) -> Plan:
    """How to decode the messages of a layout, which the profile must know.

    Raises
    ------
    Unsupported
        A field counts on from message to message.
    """
    form = [layout.order]
    kept: list[_Kept] = []
    byte = at = 0
    for place in layout.places:
        if place.field is None:
            continue
        form.append(f"{place.at - byte}x{place.length}{place.base.fmt}")
        kept.append(_Kept(place, place.field, at))
        byte = place.at + place.size
        at += 1 if place.base.fmt == _TEXT else place.length
    fields = tuple(_field(one, layout.number, kept) for one in kept)
    return Plan(layout.name, struct.Struct("".join(form)).unpack_from, fields)


def _field(one: _Kept, number: int, kept: list[_Kept]) -> Field:
    place, field, at = one
    plain = not (field.components or field.subfields or field.name in wanted.CODED)
    if plain and place.whole and place.base.size <= _EXACT_BYTES:
        names = field.type.enum or {}
        return Field(at, no_value(place.base), field.name, names, field.scale, field.offset)
    known = profile.MESSAGE_TYPES[number].fields
    variants = (field, *(field.subfields or ()))
    components = [part for variant in variants for part in variant.components or ()]
    if any(part.accumulate for part in components):
        raise Unsupported(f"the field {field.name}, which counts on from message to message")
    parts = {part.def_num: _meaning(known[part.def_num], kept) for part in components}
    other = OtherField(_reader(place, at), _meaning(field, kept), parts)
    return Field(at, None, field.name, {}, None, None, other)


def _meaning(field: types.Field, kept: list[_Kept]) -> Meaning:
    """What a field is, by the fields of the message that it depends on."""
    by_number: dict[int, dict[Any, tuple[int, types.SubField]]] = {}
    for rank, sub in enumerate(field.subfields or ()):
        for ref in sub.ref_fields:
            by_number.setdefault(ref.def_num, {}).setdefault(ref.raw_value, (rank, sub))
    others = [one for one in kept if one.place.number in by_number]
    return Meaning(
        field,
        tuple((_reader(one.place, one.at), by_number[one.place.number]) for one in others),
    )


def _reader(place: Place, at: int) -> Read:
    """How to read a field from the values of a message, as fitdecode does."""
    parse, after = place.base.parse, at + place.length
    if place.base is types.BASE_TYPE_BYTE:
        return lambda stored: parse(stored[at:after])
    if place.length == 1 or place.base.fmt == _TEXT:
        return lambda stored: parse(stored[at])
    return lambda stored: tuple(parse(value) for value in stored[at:after])
