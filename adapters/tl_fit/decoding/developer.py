"""Fields that apps on the device define, as far as needed to step over them."""

import struct

from fitdecode import profile, types

from tl_fit.decoding.layout import Layout, Unsupported

#: Messages that announce an app, and a field of one.
_APP = profile.MESG_NUM_DEVELOPER_DATA_ID
_FIELD = profile.MESG_NUM_FIELD_DESCRIPTION
ANNOUNCING = frozenset({_APP, _FIELD})

_INDEX_OF_APP = 3
_INDEX, _NUMBER, _TYPE = 0, 1, 2


class DeveloperTypes:
    """The types of developer fields, as announced so far in one FIT file."""

    def __init__(self) -> None:
        self._types: dict[int, dict[int, types.BaseType]] = {}

    def announce(self, layout: Layout, data: bytes, at: int) -> None:
        """Take note of a message that announces an app or a field."""
        if layout.number == _APP:
            self._types[_required(layout, data, at, _INDEX_OF_APP)] = {}
            return
        index = _required(layout, data, at, _INDEX)
        number = _required(layout, data, at, _NUMBER)
        base = _whole(layout, data, at, _TYPE)
        if index not in self._types or (base is not None and base not in types.BASE_TYPES):
            raise Unsupported("a developer field that is announced wrongly")
        self._types[index][number] = (
            types.BASE_TYPE_BYTE if base is None else types.BASE_TYPES[base]
        )

    def size(self, number: int, stated: int, index: int) -> int:
        """Size of a field as it is read, of a size that its definition states [bytes].

        A field that was never announced holds bytes, from then on.
        """
        if number == profile.FIELD_NUM_TIMESTAMP:
            raise Unsupported("a time in a developer field")
        announced = self._types.setdefault(index, {})
        base = announced.setdefault(number, types.BASE_TYPE_BYTE)
        if 0 < stated < base.size:
            raise Unsupported("a developer field smaller than its type")
        # Whole values are read.
        return int(stated // base.size * base.size)


def _required(layout: Layout, data: bytes, at: int, number: int) -> int:
    value = _whole(layout, data, at, number)
    if value is None:
        raise Unsupported("a developer field that is announced incompletely")
    return value


def _whole(layout: Layout, data: bytes, at: int, number: int) -> int | None:
    """A whole number in a message; None where it has no value."""
    place = next((place for place in layout.places if place.number == number), None)
    if place is None:
        return None
    if not place.whole:
        raise Unsupported("a developer field that is announced in another type")
    (raw,) = struct.unpack_from(layout.order + place.base.fmt, data, at + place.at)
    value = place.base.parse(raw)
    return None if value is None else int(value)
