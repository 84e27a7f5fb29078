"""Quirks of fields that apps on a device define, soundly and not."""

from examples.fit_writer import BASES
from studies.fit_equality.body import (
    EVENT,
    RECORD,
    TIME,
    Body,
    DeveloperField,
    Field,
    Value,
    field,
)
from studies.fit_equality.records import SHORT_RIDE, short_row

_APP, _DESCRIPTION = 207, 206
_LOCAL_APP, _LOCAL_DESCRIPTION = 14, 15


def _declare(body: Body, index: int | None) -> None:
    body.define(_LOCAL_APP, _APP, [field(3, "uint8"), field(1, "byte", 16)])
    body.add(_LOCAL_APP, index, bytes(range(16)))


def _describe(
    body: Body, index: int | None, number: int, base: int | None, name: str | None
) -> None:
    fields = [field(0, "uint8"), field(1, "uint8"), field(2, "uint8")]
    values: list[Value] = [index, number, base]
    if name is not None:
        fields.append(Field(3, "string", 16))
        values.append(name)
    body.define(_LOCAL_DESCRIPTION, _DESCRIPTION, fields)
    body.add(_LOCAL_DESCRIPTION, *values)


def _code(base: str) -> int:
    return BASES[base][0]


def declared(body: Body) -> None:
    """Fields as they should be, some under names that the profile has too."""
    _declare(body, 0)
    _describe(body, 0, 0, _code("float32"), "saturation")
    _describe(body, 0, 1, _code("uint16"), "speed")
    _describe(body, 0, 2, _code("uint32"), "timestamp")
    own = [
        DeveloperField(0, 4, 0, "float32"),
        DeveloperField(1, 2, 0, "uint16"),
        DeveloperField(2, 4, 0, "uint32"),
    ]
    body.define(0, RECORD, SHORT_RIDE, own, order=body.dice.choice("<>"))
    for _ in range(20):
        values = list(short_row(body))
        values[1] = body.dice.choice((None, 7_000))
        body.add(0, *values, 71.5, body.dice.randint(0, 999), 12)


def twins(body: Body) -> None:
    """Two sensors with fields of the same name."""
    for index in (0, 1):
        _declare(body, index)
        _describe(body, index, 5, _code("uint16"), "power")
    own = [DeveloperField(5, 2, 0, "uint16"), DeveloperField(5, 2, 1, "uint16")]
    body.define(0, RECORD, [field(TIME, "uint32")], own)
    for _ in range(10):
        body.add(0, body.tick(), 100, 200)


def redeclared(body: Body) -> None:
    """A field whose type changes while records with it go on."""
    _declare(body, 0)
    for base, size in (("uint16", 2), ("uint8", 2), ("float32", 4), ("uint32", 4)):
        _describe(body, 0, 0, _code(base), "own")
        for _ in range(3):
            body.define(0, RECORD, SHORT_RIDE, [DeveloperField(0, size, 0)])
            body.add(0, *short_row(body), body.dice.randbytes(size))
    _declare(body, 0)
    body.add(0, *short_row(body), b"\1\2\3\4")
    body.define(0, RECORD, SHORT_RIDE, [DeveloperField(0, 3, 0)])
    body.add(0, *short_row(body), b"\1\2\3")


def undeclared(body: Body) -> None:
    """Fields that nothing describes, of apps that nothing declares."""
    body.define(0, RECORD, SHORT_RIDE, [DeveloperField(3, 5, 9), DeveloperField(4, 1, 255)])
    for _ in range(10):
        body.add(0, *short_row(body), body.dice.randbytes(5), 7)


def unnamed(body: Body) -> None:
    """Fields described without a name or a type."""
    _declare(body, 2)
    _describe(body, 2, 0, _code("uint16"), None)
    _describe(body, 2, 1, None, "")
    own = [DeveloperField(0, 2, 2), DeveloperField(1, 2, 2)]
    body.define(0, RECORD, SHORT_RIDE, own)
    for _ in range(10):
        body.add(0, *short_row(body), b"\1\2", b"\3\4")


def numberless(body: Body) -> None:
    """An app without a number, or a description without the number of an app."""
    _declare(body, body.dice.choice((None, 0)))
    _describe(body, None, 0, _code("uint16"), "lost")
    body.define(0, RECORD, SHORT_RIDE)
    body.add(0, *short_row(body))


def wrong_size(body: Body) -> None:
    """A size that is no multiple of the type: the byte left over is taken for a message."""
    _declare(body, 0)
    _describe(body, 0, 0, _code("uint16"), "odd")
    body.define(0, RECORD, SHORT_RIDE, [DeveloperField(0, 3, 0)])
    body.define(1, RECORD, SHORT_RIDE)
    body.define(2, EVENT, [])
    for _ in range(10):
        left_over = body.dice.choices((2, 1, 9), (8, 1, 1))[0]
        body.add(0, *short_row(body), bytes((1, 2, left_over)))
        body.add(1, *short_row(body))


def too_small(body: Body) -> None:
    """A field smaller than one value of its type."""
    _declare(body, 0)
    _describe(body, 0, 0, _code("uint32"), "odd")
    body.define(0, RECORD, SHORT_RIDE, [DeveloperField(0, 2, 0)])
    for _ in range(3):
        body.add(0, *short_row(body), b"\1\2")


def no_size(body: Body) -> None:
    """Fields of no bytes: a program of 2026 writes them, and most readers give up."""
    _declare(body, 0)
    _describe(body, 0, 0, _code("string"), "empty")
    _describe(body, 0, 1, _code("uint16"), "full")
    body.define(0, RECORD, SHORT_RIDE, [DeveloperField(0, 0, 0), DeveloperField(1, 2, 0, "uint16")])
    for _ in range(10):
        body.add(0, *short_row(body), None, 9)


def of_time(body: Body) -> None:
    """A field of the number that elsewhere is the time, then times in header bytes."""
    _declare(body, 0)
    base, size = body.dice.choice((("uint32", 4), ("uint16", 4), ("string", 4), ("float32", 4)))
    _describe(body, 0, TIME, _code(base), "own time")
    body.define(0, RECORD, SHORT_RIDE, [DeveloperField(TIME, size, 0)])
    body.define(1, RECORD, [field(6, "uint16")])
    for _ in range(5):
        body.add(0, *short_row(body), (body.now_s + 99).to_bytes(4, "little"))
        body.add_compressed(1, body.dice.randrange(32), 6_000)


def in_others(body: Body) -> None:
    """Own fields in events, where a field of the profile has the same name."""
    _declare(body, 1)
    _describe(body, 1, 0, _code("uint8"), "event")
    body.define(
        0,
        EVENT,
        [field(TIME, "uint32"), field(1, "enum")],
        [DeveloperField(0, 1, 1, "uint8")],
    )
    for _ in range(4):
        body.add(0, body.tick(), 3, 44)


def of_unknown_type(body: Body) -> None:
    """A description with a type that no profile knows: the walk ends there."""
    _declare(body, 0)
    _describe(body, 0, 0, 0x55, "odd")
    body.define(0, RECORD, SHORT_RIDE)
    body.add(0, *short_row(body))


def of_no_app(body: Body) -> None:
    """A description for an app that nothing declares: the walk ends there."""
    _describe(body, 7, 0, _code("uint8"), "lost")
    body.define(0, RECORD, SHORT_RIDE)
    body.add(0, *short_row(body))
