"""Quirks of time: in header bytes, from power-on, backward, twice, or of odd types."""

from studies.fit_equality.body import EVENT, RECORD, TIME, Body, Field, field
from studies.fit_equality.records import RIDE, ride_row


def compressed_times(body: Body) -> None:
    """Times in the header byte, which run over every 32 s, with full times of others between."""
    body.define(0, RECORD, [field(6, "uint16"), field(4, "uint8")])
    body.define(4, EVENT, [field(TIME, "uint32"), field(0, "enum"), field(1, "enum")])
    body.add(4, body.tick(), 0, 0)
    for _ in range(60):
        now_s = body.tick(body.dice.choice((1, 1, 1, 3, 17, 31)))
        body.add_compressed(0, now_s, body.dice.randint(0, 9_000), 80)
        if body.dice.random() < 0.1:
            body.add(4, body.tick(), 0, body.dice.choice((0, 1, 4)))


def compressed_times_of_nothing(body: Body) -> None:
    """Times in the header byte before any full time, and an event at such a time."""
    body.define(0, RECORD, [field(6, "uint16")])
    body.define(1, EVENT, [field(0, "enum"), field(1, "enum")])
    for second in range(40):
        body.add_compressed(0, second, 8_000)
    body.add_compressed(1, 41, 0, 1)


def compressed_and_full_times(body: Body) -> None:
    """Times in the header byte and in field 253 of the same message."""
    body.define(0, RECORD, [field(TIME, "uint32"), field(6, "uint16")])
    for _ in range(20):
        now_s = body.dice.choice((None, body.tick()))
        body.add_compressed(0, body.dice.randrange(32), now_s, 8_000)


def power_on_times(body: Body) -> None:
    """Times that count from power-on, because the clock was never set."""
    body.define(0, RECORD, RIDE)
    for second in range(30):
        body.add(0, *ride_row(body, second + 17))


def wrong_times(body: Body) -> None:
    """Times that go back, stand still, are missing or lie in another century."""
    body.define(0, RECORD, RIDE)
    for _ in range(40):
        body.tick(body.dice.choice((-7, -1, 0, 0, 1, 30)))
        now_s = body.dice.choice((body.now_s, body.now_s, None, 0, 2**32 - 2, 2**31))
        values = ride_row(body, body.now_s if now_s is None else now_s)
        body.add(0, now_s, *values[1:])


def array_of_times(body: Body) -> None:
    """A time of two values, which some walks take as it comes and others trip over."""
    body.define(0, RECORD, [field(TIME, "uint32", 2), field(6, "uint16")])
    body.define(1, RECORD, [field(6, "uint16")])
    for _ in range(5):
        body.add(0, body.dice.choice(((body.now_s, None), (None, body.now_s))), 8_000)
    if body.dice.random() < 0.5:
        body.add_compressed(1, 5, 8_000)


def odd_times(body: Body) -> None:
    """Times as text, bytes, signed or broken numbers; a compressed one may follow."""
    base, size = body.dice.choice(
        (
            ("string", 4),
            ("byte", 4),
            ("sint32", 4),
            ("float32", 4),
            ("float64", 8),
            ("uint16", 2),
            ("uint64", 8),
            ("uint32z", 4),
        )
    )
    body.define(0, RECORD, [Field(TIME, base, size), field(6, "uint16")])
    body.define(1, RECORD, [field(6, "uint16")])
    for _ in range(5):
        body.add(0, b"1234" if base in ("string", "byte") else body.tick(), 8_000)
        if body.dice.random() < 0.2:
            body.add_compressed(1, 9, 8_000)


def two_times(body: Body) -> None:
    """Field 253 twice in one message: the first that is there is its time."""
    body.define(0, RECORD, [field(TIME, "uint32"), field(TIME, "uint32"), field(6, "uint16")])
    body.define(1, RECORD, [field(6, "uint16")])
    for _ in range(10):
        body.add(0, body.dice.choice((None, body.tick())), body.tick(), 8_000)
        body.add_compressed(1, body.dice.randrange(32), 8_000)
