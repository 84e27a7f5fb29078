"""Long rides made to order, written in whole columns: ten hours in a few milliseconds."""

from random import Random
from typing import NamedTuple

import numpy as np

from examples.fit_writer import BASES
from studies.fit_equality.body import (
    ACTIVITY,
    EVENT,
    FILE_ID,
    HRV,
    LAP,
    RECORD,
    SESSION,
    START_S,
    TIME,
    Body,
    DeveloperField,
    field,
)
from studies.fit_equality.wrapping import WRAPPINGS

_APP, _DESCRIPTION = 207, 206
#: Local numbers; what is written once shares the last.
_RECORDS, _BEATS, _EVENTS, _LAPS, _OTHER = range(5)
_CYCLING, _TIMER, _MARK = 2, 0, 3
#: Seconds of a lap, and between two events [s].
_LAP_S, _EVENT_S = 1800, 30


class _Column(NamedTuple):
    """A field of a record: its number, its type, and between what its stored values lie."""

    number: int
    base: str
    low: int
    high: int


#: What a head unit with the usual sensors writes each second, beside the time.
_COLUMNS = (
    _Column(0, "sint32", 570_000_000, 571_000_000),
    _Column(1, "sint32", 90_000_000, 91_000_000),
    _Column(5, "uint32", 0, 30_000_000),
    _Column(73, "uint32", 4_000, 12_000),
    _Column(78, "uint32", 2_600, 5_000),
    _Column(7, "uint16", 0, 400),
    _Column(3, "uint8", 100, 180),
    _Column(4, "uint8", 60, 110),
    _Column(13, "sint8", 10, 30),
    _Column(29, "uint32", 0, 9_000_000),
    _Column(9, "sint16", -900, 900),
    _Column(30, "uint8", 0xA8, 0xBC),
    _Column(43, "uint8", 40, 200),
    _Column(44, "uint8", 40, 200),
    _Column(45, "uint8", 20, 60),
    _Column(46, "uint8", 20, 60),
    _Column(47, "uint8", 20, 60),
    _Column(53, "uint8", 0, 127),
    _Column(67, "sint8", -10, 10),
    _Column(68, "sint8", -10, 10),
    _Column(108, "uint16", 1_000, 4_000),
)


class Extras(NamedTuple):
    """What a ride holds beside its records.

    Attributes
    ----------
    laps : bool
        Whether there is a lap every half hour and an event every half minute.
    heartbeats : bool
        Whether a message of beat-to-beat intervals follows each record.
    sensors : int
        Fields that an app on the device adds to each record. [1]
    """

    laps: bool = False
    heartbeats: bool = False
    sensors: int = 0


#: A ride of an afternoon: everything that interrupts a run of records.
ALL_EXTRAS = Extras(laps=True, heartbeats=True, sensors=2)


def ride(hours: float, extras: Extras, seed: int = 1) -> bytes:
    """Make a ride at 1 Hz, so many hours long; of the same seed the same."""
    body = Body(Random(seed))
    body.define(_OTHER, FILE_ID, [field(0, "enum"), field(1, "uint16"), field(2, "uint16")])
    body.add(_OTHER, 4, 1, 3122)
    sensors = _declare_sensors(body, extras.sensors)
    fields = [field(column.number, column.base) for column in _COLUMNS]
    body.define(_RECORDS, RECORD, [field(TIME, "uint32"), *fields], sensors)
    body.define(_BEATS, HRV, [field(0, "uint16", 5)])
    event = [field(TIME, "uint32"), field(0, "enum"), field(1, "enum"), field(3, "uint32")]
    body.define(_EVENTS, EVENT, event)
    body.define(_LAPS, LAP, [field(TIME, "uint32"), field(2, "uint32"), field(25, "enum")])
    seconds = round(hours * 3600)
    rows = _rows(seconds, extras, seed)
    step_s = _EVENT_S if extras.laps else seconds
    for begin in range(0, seconds, step_s):
        body.add_bytes(rows[begin : begin + step_s].tobytes())
        if extras.laps:
            _interrupt(body, min(begin + step_s, seconds))
    _summarise(body, seconds)
    return WRAPPINGS["sound"](body.to_bytes(), body.dice)


def _declare_sensors(body: Body, count: int) -> list[DeveloperField]:
    """Declare fields of an app, and give them for a definition."""
    body.define(_OTHER, _APP, [field(3, "uint8"), field(1, "byte", 16)])
    body.add(_OTHER, 0, b"made-up sensors ")
    described = [field(0, "uint8"), field(1, "uint8"), field(2, "uint8"), field(3, "string", 16)]
    body.define(_OTHER, _DESCRIPTION, described)
    for number in range(count):
        body.add(_OTHER, 0, number, BASES["float32"][0], f"sensor {number}")
    return [DeveloperField(number, 4, 0, "float32") for number in range(count)]


def _rows(seconds: int, extras: Extras, seed: int) -> np.ndarray:
    """All records as they stand in the file, each with the beats that follow it."""
    shape = [("head", "u1"), ("time", "<u4")]
    shape += [(str(c.number), "<" + BASES[c.base][1]) for c in _COLUMNS]
    shape += [(f"sensor {number}", "<f4") for number in range(extras.sensors)]
    if extras.heartbeats:
        shape += [("beat head", "u1"), *((f"beat {number}", "<u2") for number in range(5))]
    rows = np.zeros(seconds, dtype=shape)
    dice = np.random.default_rng(seed)
    rows["head"] = _RECORDS
    rows["time"] = START_S + np.arange(seconds)
    for column in _COLUMNS:
        rows[str(column.number)] = dice.integers(column.low, column.high, seconds)
    rows["5"] = np.arange(seconds) * 800
    for number in range(extras.sensors):
        rows[f"sensor {number}"] = dice.random(seconds)
    if extras.heartbeats:
        rows["beat head"] = _BEATS
        for number in range(5):
            rows[f"beat {number}"] = 500 if number < 2 else 0xFFFF
    return rows


def _interrupt(body: Body, second: int) -> None:
    """An event, and now and then a lap."""
    body.add(_EVENTS, START_S + second, _TIMER, _MARK, 0)
    if second % _LAP_S == 0:
        body.add(_LAPS, START_S + second, START_S + second - _LAP_S, _CYCLING)


def _summarise(body: Body, seconds: int) -> None:
    shape = [field(TIME, "uint32"), field(2, "uint32"), field(5, "enum"), field(7, "uint32")]
    body.define(_OTHER, SESSION, shape)
    body.add(_OTHER, START_S + seconds, START_S, _CYCLING, seconds * 1000)
    body.define(_OTHER, ACTIVITY, [field(TIME, "uint32"), field(1, "uint16")])
    body.add(_OTHER, START_S + seconds, 1)
