"""Quirks of definitions: repeated, changed, empty, misshapen, or missing."""

from examples.fit_writer import BASES
from studies.fit_equality.body import (
    EVENT,
    LAP,
    RECORD,
    SESSION,
    SET,
    TIME,
    Body,
    Field,
    field,
)
from studies.fit_equality.records import RIDE, SHORT_RIDE, ride_row, short_row

#: More layouts than a byte can count.
_MANY = 300


def repeated(body: Body) -> None:
    """The same definition again and again, as some head units write it before every lap."""
    for _ in range(25):
        body.define(0, RECORD, RIDE)
        for _ in range(body.dice.randint(0, 3)):
            body.add(0, *ride_row(body))


def changed(body: Body) -> None:
    """Another definition under the same number, now of records and now of something else."""
    for _ in range(12):
        body.define(0, RECORD, RIDE, order=body.dice.choice("<>"))
        body.add(0, *ride_row(body))
        body.define(0, RECORD, SHORT_RIDE)
        for _ in range(body.dice.randint(0, 4)):
            body.add(0, *short_row(body))
        body.define(0, EVENT, [field(TIME, "uint32"), field(0, "enum"), field(1, "enum")])
        body.add(0, body.tick(), 0, body.dice.choice((0, 1, 4)))


def many_layouts(body: Body) -> None:
    """More different definitions than a byte can count, a record or two of each."""
    for layout in range(_MANY):
        own = Field(200 + layout % 50, "byte", 1 + layout // 50)
        body.define(layout % 16, RECORD, [*SHORT_RIDE, own])
        for _ in range(body.dice.randint(0, 2)):
            body.add(layout % 16, *short_row(body))


def sixteen_at_once(body: Body) -> None:
    """All sixteen local numbers in use, in any order."""
    for local in range(16):
        fields = [*SHORT_RIDE, *(field(150 + n, "uint8") for n in range(local))]
        body.dice.shuffle(fields)
        body.define(local, RECORD, fields, order=body.dice.choice("<>"))
    for _ in range(80):
        body.add_noise(body.dice.randrange(16))


def any_layout(body: Body) -> None:
    """Definitions made of interesting fields in any type and size, and any content."""
    numbers = {
        RECORD: (253, 0, 4, 5, 6, 7, 8, 18, 28, 73, 78, 2, 99),
        EVENT: (253, 0, 1, 2, 3, 7, 8),
        SESSION: (253, 2, 5, 6, 7, 9, 14, 20, 110),
        LAP: (253, 2, 25, 98, 13),
        SET: (254, 0, 3, 4, 5, 6, 7, 8),
    }
    for local in range(4):
        number = body.dice.choice(tuple(numbers))
        fields = []
        for _ in range(body.dice.randint(1, 8)):
            base = body.dice.choice(tuple(BASES))
            one = field(body.dice.choice(numbers[number]), base, body.dice.choice((1, 1, 1, 1, 2)))
            fields.append(one)
        body.define(local, number, fields, order=body.dice.choice("<>"))
    for _ in range(25):
        body.add_noise(body.dice.randrange(4))


def no_size(body: Body) -> None:
    """Fields of no bytes among others."""
    body.define(
        0,
        RECORD,
        [
            field(TIME, "uint32"),
            Field(6, "uint16", 0),
            Field(7, "uint16", 2),
            Field(4, "string", 0),
        ],
    )
    for _ in range(10):
        body.add(0, body.tick(), None, 210)


def no_fields(body: Body) -> None:
    """Messages that consist of their first byte."""
    body.define(0, RECORD, [])
    body.define(1, EVENT, [])
    for row in range(6):
        body.add(row % 2)
    body.define(2, RECORD, [Field(6, "uint16", 0)])
    body.add(2)


def misaligned(body: Body) -> None:
    """Sizes that are no multiple of the type, as one maker writes for years."""
    body.define(
        0,
        RECORD,
        [
            field(TIME, "uint32"),
            Field(6, "uint16", 3),
            Field(7, "uint32", 1),
            Field(4, "uint32", 1),
            Field(73, "uint32", 6),
        ],
    )
    for row in range(20):
        body.add(0, body.tick(), bytes((row, 0, 1)), bytes((row,)), b"\xff", b"\x10\x27\0\0\0\0")


def misaligned_time(body: Body) -> None:
    """A time of three bytes."""
    body.define(0, RECORD, [Field(TIME, "uint32", 3), field(6, "uint16")])
    for _ in range(4):
        body.add(0, b"\1\2\3", 8_000)


def unknown_types(body: Body) -> None:
    """Types beyond the profile, which are taken as bytes."""
    body.add_bytes(bytes((0x40, 0, 0, RECORD, 0, 3)))
    body.add_bytes(bytes((253, 4, 0x86, 6, 2, 0x55, 7, 1, 0xC4)))
    for row in range(10):
        body.add_bytes(b"\0" + body.tick().to_bytes(4, "little") + bytes((row, 1, 200)))


def odd_heads(body: Body) -> None:
    """First bytes with bits that mean nothing: reserved, or developer on a data message."""
    body.define(2, RECORD, SHORT_RIDE)
    for _ in range(30):
        body.add(2, *short_row(body), head=2 | body.dice.choice((0, 0x10, 0x20, 0x30)))
    body.add_bytes(bytes((0x53, 9, 7, 0, RECORD, 1, 7, 2, 0x84)))
    body.add_bytes(bytes((3, 1, 44)) * 5)
    body.add_bytes(bytes((0x64, 0, 0, RECORD, 0, 1, 7, 2, 0x84, 0)))
    body.add_bytes(bytes((4, 1, 44)) * 5)


def undefined(body: Body) -> None:
    """A message of a number that nothing defined: the walk ends before it."""
    body.define(0, RECORD, SHORT_RIDE)
    body.add(0, *short_row(body))
    body.add_bytes(bytes((0x0F, 1, 2, 3)))
    body.add(0, *short_row(body))


def cut_definition(body: Body) -> None:
    """A definition that announces more fields than bytes follow."""
    body.define(0, RECORD, SHORT_RIDE)
    body.add(0, *short_row(body))
    body.add_bytes(bytes((0x41, 0, 0, RECORD, 0, 250, 253, 4, 0x86)))
