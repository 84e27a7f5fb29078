"""Quirks of records: columns missing, doubled, in pieces, of odd types."""

from studies.fit_equality.body import HRV, RECORD, TIME, Body, Field, Value, field

RIDE = (
    field(TIME, "uint32"),
    field(0, "sint32"),
    field(1, "sint32"),
    field(3, "uint8"),
    field(4, "uint8"),
    field(5, "uint32"),
    field(6, "uint16"),
    field(7, "uint16"),
    field(13, "sint8"),
)
SHORT_RIDE = (field(TIME, "uint32"), field(6, "uint16"), field(4, "uint8"), field(7, "uint16"))


def ride_row(body: Body, now_s: int | None = None) -> tuple[Value, ...]:
    """Values of a record with `RIDE`, now and then with one missing."""
    dice = body.dice
    values = (
        dice.randint(-(2**30), 2**30),
        dice.randint(-(2**30), 2**30),
        dice.randint(60, 190),
        dice.randint(0, 120),
        dice.randint(0, 10**7),
        dice.randint(0, 20_000),
        dice.randint(0, 900),
        dice.randint(-20, 40),
    )
    time_s = body.tick() if now_s is None else now_s
    return (time_s, *(None if dice.random() < 0.1 else value for value in values))


def short_row(body: Body) -> tuple[Value, ...]:
    """Values of a record with `SHORT_RIDE`."""
    dice = body.dice
    return (body.tick(), dice.randint(0, 20_000), dice.randint(0, 120), dice.randint(0, 900))


def plain(body: Body, *, order: str = "<", rows: int = 40) -> None:
    """A ride as most devices write it."""
    body.define(0, RECORD, RIDE, order=order)
    for _ in range(rows):
        body.add(0, *ride_row(body))


def big_endian(body: Body) -> None:
    """A ride of the other byte order."""
    plain(body, order=">")


def long_run(body: Body) -> None:
    """Thousands of records in one run, as at 1 Hz without anything between."""
    plain(body, rows=body.dice.choice((1, 255, 256, 257, 1999, 2000, 2001, 3000)))


def both_orders(body: Body) -> None:
    """Two definitions of unlike byte order in turn."""
    body.define(0, RECORD, RIDE)
    body.define(1, RECORD, RIDE, order=">")
    for row in range(40):
        body.add(row % 2, *ride_row(body))


def doubled_names(body: Body) -> None:
    """Speed, distance and enhanced speed from several fields, of which only some hold a value."""
    fields = [field(5, "uint32"), field(6, "uint16"), Field(8, "byte", 3), field(73, "uint32")]
    fields += [field(6, "uint16"), field(2, "uint16"), field(78, "uint32")]
    body.dice.shuffle(fields)
    body.define(0, RECORD, [field(TIME, "uint32"), *fields])
    for _ in range(30):
        values = [
            None if body.dice.random() < 0.6 else body.dice.randint(1, 60_000) for _ in fields
        ]
        body.add(0, body.tick(), *values)


def nothing_packed(body: Body) -> None:
    """Speed and distance once more as a packed field that never holds a value."""
    fields = [field(5, "uint32"), field(6, "uint16"), Field(8, "byte", 3), field(73, "uint32")]
    body.dice.shuffle(fields)
    body.define(0, RECORD, [field(TIME, "uint32"), *fields])
    values = {5: 12_000, 6: 8_000, 8: None, 73: None}
    for _ in range(30):
        body.add(0, body.tick(), *(values[one.number] for one in fields))


def enhanced_only(body: Body) -> None:
    """Speed and altitude in their wide fields alone, as newer devices write them."""
    body.define(0, RECORD, [field(TIME, "uint32"), field(73, "uint32"), field(78, "uint32")])
    for _ in range(20):
        body.add(0, body.tick(), body.dice.choice((None, 0, 8_333, 2**32 - 2)), 2_600)


def accumulated(body: Body) -> None:
    """Sums that run over: distance in 12 bits, and a definition in between."""
    fields = [field(TIME, "uint32"), Field(8, "byte", 3), field(18, "uint8"), field(28, "uint16")]
    for _ in range(body.dice.randint(1, 3)):
        body.define(0, RECORD, fields)
        for _ in range(40):
            speed, distance = body.dice.randrange(4096), body.dice.randrange(4096)
            packed = (distance << 12 | speed).to_bytes(3, "little")
            missing = body.dice.random() < 0.1
            body.add(0, body.tick(), None if missing else packed, body.dice.randrange(256), 7)


def accumulated_by_two(body: Body) -> None:
    """Two definitions that share one running sum."""
    body.define(0, RECORD, [field(TIME, "uint32"), Field(8, "byte", 3)])
    body.define(1, RECORD, [Field(8, "byte", 3), field(TIME, "uint32"), field(6, "uint16")])
    for _ in range(40):
        packed = body.dice.randrange(1 << 24).to_bytes(3, "little")
        if body.dice.random() < 0.5:
            body.add(0, body.tick(), packed)
        else:
            body.add(1, packed, body.tick(), body.dice.choice((None, 5_000)))


def accumulated_of_odd_size(body: Body) -> None:
    """The packed field of other sizes than three bytes."""
    size = body.dice.choice((1, 2, 4, 6))
    body.define(0, RECORD, [field(TIME, "uint32"), Field(8, "byte", size)])
    for _ in range(20):
        body.add(0, body.tick(), body.dice.randbytes(size))


def nothing_known(body: Body) -> None:
    """Records in which no field holds a value."""
    body.define(0, RECORD, RIDE)
    body.define(1, RECORD, RIDE[1:])
    for row in range(20):
        body.add(row % 2)


def balance(body: Body) -> None:
    """Left-right balance, whose marks have names in the profile."""
    body.define(0, RECORD, [field(TIME, "uint32"), field(30, "uint8"), field(7, "uint16")])
    for raw in (0x80, 0x7F, 0xB2, 50, None):
        body.add(0, body.tick(), raw, 200)


def arrays(body: Body) -> None:
    """Several values in fields of one; the first that is there counts."""
    _arrays(body, (8_000, 7_000))


def arrays_with_gaps(body: Body) -> None:
    """The same with a value missing where one is taken apart: the walk ends there."""
    _arrays(body, (None, 8_000))


def _arrays(body: Body, speeds: Value) -> None:
    fields = [
        field(TIME, "uint32"),
        field(6, "uint16", 2),
        field(7, "uint16", 3),
        field(5, "uint32", 2),
        field(4, "uint8", 4),
        field(2, "uint32", 2),
        field(0, "sint32", 2),
    ]
    body.define(0, RECORD, fields)
    for _ in range(20):
        power = (None, body.dice.choice((None, 0, 250)), 300)
        body.add(0, body.tick(), speeds, power, (100, 200), (None, None, None, 90), (5, 6))


def words(body: Body) -> None:
    """Text where numbers belong, whole, unended and in no known alphabet."""
    body.define(
        0,
        RECORD,
        [field(TIME, "uint32"), field(6, "string", 6), field(7, "uint16"), field(4, "string", 1)],
    )
    for word in ("", "8.5", "abcdefgh", b"\xff\xfe\x80", b"\0abc"):
        body.add(0, body.tick(), word, 200, "x")


def odd_types(body: Body) -> None:
    """The columns of a ride in types that no device uses for them."""
    bases = ("float32", "float64", "sint64", "uint64", "uint8z", "uint16z", "uint32z", "sint16")
    fields = [field(n, body.dice.choice(bases)) for n in (6, 4, 7, 5, 0, 73)]
    body.define(0, RECORD, [field(TIME, "uint32"), *fields], order=body.dice.choice("<>"))
    for _ in range(20):
        small = [body.dice.choice((None, 0, 1, 100)) for _ in fields]
        body.add(0, body.tick(), *small)


def not_numbers(body: Body) -> None:
    """Infinite and undefined floats, and whole numbers beyond what a float holds exactly."""
    body.define(
        0,
        RECORD,
        [
            field(TIME, "uint32"),
            field(6, "float32"),
            field(7, "float64"),
            field(5, "uint64"),
            field(4, "sint64"),
        ],
    )
    inf = float("inf")
    for value in (inf, -inf, float("nan"), 1e-30, -0.0):
        body.add(0, body.tick(), value, value, 2**63 + 1025, -(2**62) - 1)


def heartbeats(body: Body) -> None:
    """Beat-to-beat intervals, a message after each record or hundreds in a row."""
    body.define(0, RECORD, RIDE)
    body.define(1, HRV, [field(0, "uint16", 5)])
    for _ in range(30):
        body.add(0, *ride_row(body))
        for _ in range(body.dice.choice((1, 1, 1, 2, 200))):
            body.add(1, (812, 798, None, None, None))
