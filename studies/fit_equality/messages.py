"""Quirks of what is no record: events, laps, summaries, sets, watches, and what nobody knows."""

from studies.fit_equality.body import (
    ACTIVITY,
    EVENT,
    FILE_ID,
    LAP,
    SESSION,
    SET,
    TIME,
    Body,
    Field,
    field,
)

_SPORT, _USER, _STEP, _DEVICE, _SCALE = 12, 3, 27, 23, 30
_MONITORING, _MONITORING_INFO, _HR, _TITLE = 55, 103, 132, 264
#: What follows positions among events: gears, whose numbers are packed into one.
_TIMER, _POSITION, _FRONT, _REAR, _RADAR = 0, 44, 42, 43, 75


def file_id(body: Body) -> None:
    """Whose file it is; what the product is called depends on the maker."""
    fields = [field(0, "enum"), field(1, "uint16"), field(2, "uint16"), field(4, "uint32")]
    fields.append(Field(8, "string", 12))
    body.dice.shuffle(fields)
    body.define(3, FILE_ID, fields)
    values = {0: body.dice.choice((4, 4, 32, 99)), 1: body.dice.choice((1, 15, 263, 32, 9999))}
    values |= {2: body.dice.choice((3122, 1, 65534)), 4: body.tick(0)}
    body.add(3, *("Head unit" if f.number == 8 else values[f.number] for f in fields))


def events(body: Body) -> None:
    """Events whose data means another thing with each event, in two fields."""
    body.define(
        5,
        EVENT,
        [
            field(TIME, "uint32"),
            field(3, "uint32"),
            field(0, "enum"),
            field(1, "enum"),
            field(4, "uint8"),
        ],
    )
    body.define(6, EVENT, [field(TIME, "uint32"), field(0, "enum"), field(2, "uint16")])
    for _ in range(20):
        kind = body.dice.choice((_TIMER, _POSITION, _FRONT, _REAR, _RADAR, 10, 54, 250, None))
        data = body.dice.choice((0, 1, 2, 3, 4, 0x01020304, None, 0x80000000))
        body.add(5, body.tick(), data, kind, body.dice.choice((0, 1, 3, 4, 200)), 0)
        body.add(6, body.tick(), kind, body.dice.choice((None, 2, 0x0102)))


def odd_events(body: Body) -> None:
    """Events whose fields are arrays or text, or twice there."""
    body.define(
        5,
        EVENT,
        [
            field(TIME, "uint32"),
            field(0, "enum", 2),
            field(1, "string", 5),
            field(3, "uint32", 2),
            field(0, "enum"),
        ],
    )
    for kind in ((44, None), (None, 0), (None, None), (0, 44)):
        body.add(5, body.tick(), kind, "stop", (None, 1), 44)


def laps(body: Body) -> None:
    """Laps and summaries with names, unknown numbers, texts and packed speeds."""
    body.define(
        7,
        LAP,
        [
            field(254, "uint16"),
            field(TIME, "uint32"),
            field(2, "uint32"),
            field(7, "uint32"),
            field(25, "enum"),
            field(13, "uint16"),
            field(98, "uint32"),
            field(110, "uint32"),
            Field(29, "string", 9),
        ],
        order=body.dice.choice("<>"),
    )
    body.define(
        8,
        SESSION,
        [
            field(TIME, "uint32"),
            field(2, "uint32"),
            field(5, "enum"),
            field(6, "enum"),
            field(7, "uint32"),
            field(9, "uint32"),
            field(14, "uint16"),
            field(10, "uint32"),
            field(124, "uint32"),
            field(112, "uint32"),
            field(18, "uint8"),
            field(68, "uint32", 5),
            Field(110, "string", 10),
        ],
    )
    for lap in range(4):
        sport = body.dice.choice((2, 1, 5, 11, 250, None))
        body.add(7, lap, body.tick(), body.now_s - 60, 60_000, sport, 8_000, None, 7, "lap")
        body.add(
            8,
            body.tick(),
            body.now_s - 600,
            sport,
            body.dice.choice((7, 6, 0, 254)),
            600_000,
            4_000_000,
            body.dice.choice((None, 8_000)),
            body.dice.choice((None, 900)),
            body.dice.choice((None, 9_000)),
            30_000,
            90,
            (1_000, None, 2_000),
            "Été",
        )


def ending(body: Body) -> None:
    """The closing message, with a local time, and the sport by itself."""
    body.define(9, ACTIVITY, [field(TIME, "uint32"), field(1, "uint16"), field(5, "uint32")])
    body.add(9, body.tick(), 1, body.dice.choice((None, body.now_s + 7200, 0)))
    body.define(10, _SPORT, [field(0, "enum"), field(1, "enum"), Field(3, "string", 8)])
    body.add(10, body.dice.choice((2, 4, 77)), body.dice.choice((0, 6, 250)), "RIDE")


def sets(body: Body) -> None:
    """Sets of strength work: guesses as lists, times in field 254, weights of none."""
    for count in (1, 3):
        body.define(
            11,
            SET,
            [
                field(254, "uint32"),
                field(0, "uint32"),
                field(3, "uint16"),
                field(4, "uint16"),
                field(5, "uint8"),
                field(6, "uint32"),
                field(7, "uint16", count),
                field(8, "uint16", count),
                field(10, "uint16"),
            ],
        )
        for number in range(4):
            guess = body.dice.choice((28, 8, 65534, 999, None))
            kind = body.dice.choice((0, 1, 1, 9, None))
            weight = body.dice.choice((None, 0, 960))
            body.add(
                11,
                body.tick(60),
                45_000,
                5,
                weight,
                kind,
                body.now_s,
                (guess, None, 0)[:count],
                (None, 3, None)[:count],
                number,
            )


def exercises(body: Body) -> None:
    """Names of exercises, and the steps they come from, with values of many meanings."""
    body.define(
        12,
        _STEP,
        [
            field(254, "uint16"),
            Field(0, "string", 8),
            field(1, "enum"),
            field(2, "uint32"),
            field(3, "enum"),
            field(4, "uint32"),
            field(10, "uint16"),
            field(11, "uint16"),
        ],
    )
    for step in range(5):
        body.add(12, step, "step", body.dice.randrange(31), 600, body.dice.randrange(12), 3, 28, 5)
    body.define(
        13,
        _TITLE,
        [field(254, "uint16"), field(0, "uint16", 2), field(1, "uint16"), Field(2, "string", 8)],
    )
    body.add(13, 0, (28, None), 400, "Zercher")


def settings(body: Body) -> None:
    """What a device knows of its owner, and a weighing."""
    body.define(
        2,
        _USER,
        [field(4, "uint16"), field(28, "uint32"), field(29, "uint32"), Field(0, "string", 5)],
    )
    body.add(2, body.dice.choice((None, 715)), 24_000, 80_000, b"\xff\xfeab")
    body.define(4, _SCALE, [field(TIME, "uint32"), field(0, "uint16"), field(12, "uint16")])
    body.add(4, body.tick(), body.dice.choice((7_150, 65_534, None)), None)


def monitoring(body: Body) -> None:
    """All-day rows: short times, packed activities, counters named by the activity."""
    body.define(
        0, _MONITORING_INFO, [field(TIME, "uint32"), field(0, "uint32"), field(1, "enum", 2)]
    )
    body.add(0, body.tick(), body.now_s + 3_600, (6, 1))
    body.define(1, _MONITORING, [field(26, "uint16"), field(24, "byte")])
    body.define(
        2,
        _MONITORING,
        [field(TIME, "uint32"), field(5, "enum"), field(3, "uint32"), field(2, "uint16")],
    )
    body.define(3, _MONITORING, [field(3, "uint32"), field(5, "enum", 2), field(24, "byte", 2)])
    for _ in range(20):
        body.add(1, body.tick(60) & 0xFFFF, bytes((body.dice.randrange(256),)))
        activity = body.dice.choice((6, 1, 2, 8, None, 200))
        body.add(2, body.tick(), activity, body.dice.randrange(9_999), 3)
        body.add(3, 40, (6, None), b"\x26\x46")


def heart(body: Body) -> None:
    """Packed heartbeats of swimmers, which count on from a time stated once."""
    body.define(0, _HR, [field(TIME, "uint32"), field(9, "uint32")])
    body.define(1, _HR, [field(10, "byte", 12), field(6, "uint8", 8)])
    body.add(0, body.tick(), 1_024)
    for _ in range(10):
        body.add(1, body.dice.randbytes(12), (120,) * 8)


def heart_of_no_time(body: Body) -> None:
    """Packed heartbeats that no stated time precedes."""
    body.define(1, _HR, [field(10, "byte", body.dice.choice((12, 3, 1)))])
    for _ in range(3):
        body.add(1, body.dice.choice((None, b"\1" * 12)))


def unknown(body: Body) -> None:
    """Messages and fields that no profile knows, in numbers."""
    body.define(0, 534, [field(TIME, "uint32"), field(77, "uint16"), Field(200, "string", 4)])
    body.define(1, 65_280, [field(0, "uint8")])
    body.define(2, EVENT, [field(TIME, "uint32"), field(0, "enum"), field(177, "uint16")])
    for _ in range(15):
        body.add(0, body.tick(), 4, "a")
        body.add(1, 9)
        body.add(2, body.tick(), 0, 1)


def devices(body: Body) -> None:
    """Sensors: messages that are counted and set aside, some of them full of names."""
    body.define(
        0,
        _DEVICE,
        [
            field(TIME, "uint32"),
            field(1, "uint8"),
            field(2, "uint16"),
            field(4, "uint16"),
            field(25, "enum"),
        ],
    )
    for source in (0, 1, 3, 5, 9):
        body.add(0, body.tick(), 11, 263, 12, source)


def packed_in_others(body: Body) -> None:
    """Packed fields of messages that are only counted, in types they are not made for."""
    packed = ((80, 2), (101, 24), (132, 1), (132, 10), (142, 34), (201, 1), (285, 7), (372, 1))
    body.define(0, _HR, [field(TIME, "uint32"), field(9, "uint32")])
    body.add(0, body.tick(), 1_024)
    for number, packed_field in packed:
        base = body.dice.choice(("uint8", "uint16", "byte", "byte", "uint32", "float32", "string"))
        count = body.dice.choice((1, 1, 2, 8))
        body.define(1, number, [field(packed_field, base, count)])
        for _ in range(3):
            size = field(packed_field, base, count).size
            low = body.dice.randbytes(size // 2)
            body.add(1, body.dice.choice((None, low + b"\xff" * (size - len(low)))))
