"""Decoding by columns: what it covers, what it says when it does not, and what it costs."""

import struct
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from examples.fit_writer import FitFile, crc, fit_time
from tl_analyzer.log import Entry, Problem, ProblemKind, RideSession, Tally
from tl_fit.decoding import mending
from tl_fit.decoding.chain import checksums_hold
from tl_fit.decoding.crc import crc16
from tl_fit.decoding.decode import decode
from tl_fit.decoding.layout import CACHED, layout_of
from tl_fit.limits import MAX_FRAMES

START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
PERIOD = 2**15 - 1
MakeRide = Callable[..., FitFile]
Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]


def framed(body: bytes) -> bytes:
    """A FIT file of these definitions and messages."""
    whole = struct.pack("<BBHI4s", 12, 0x20, 2171, len(body), b".FIT") + body
    return whole + struct.pack("<H", crc16(memoryview(whole)))


def definition(local: int, number: int, *fields: tuple[int, int, int]) -> bytes:
    shape = b"".join(map(bytes, fields))
    return struct.pack("<BxBHB", 0x40 | local, 0, number, len(fields)) + shape


def compressed_distance(fit: FitFile, *, written: bool) -> bytes:
    """A ride whose distance is the sum of what each record adds, as old devices write it."""
    for second in range(60):
        added = (0x20, 0x03, second % 16) if written else (None, None, None)
        stamp = fit_time(START + timedelta(seconds=second))
        fit.add_raw(20, [(253, "uint32", stamp), (5, "uint32", second), (8, "byte", added)])
    fit.add("session", timestamp=START + timedelta(seconds=59), start_time=START, sport=2)
    return fit.to_bytes()


@given(st.binary(max_size=300))
@example(b"")
@example(b"\xff" * 300)
def test_checksums_are_those_of_the_format(data: bytes) -> None:
    assert crc16(memoryview(data)) == crc(data)


@pytest.mark.parametrize("size", [PERIOD - 1, PERIOD, PERIOD + 1, 2 * PERIOD, 100_003])
def test_checksums_of_long_files(size: int) -> None:
    """Bytes a period apart are added up: in the last and the first row, and in between."""
    data = np.random.default_rng(size).bytes(size)
    assert crc16(memoryview(data)) == crc(data)
    changed = data[:-1] + bytes((data[-1] ^ 1,))
    assert crc16(memoryview(changed)) != crc(data)


def test_a_checksum_is_right_wrong_or_missing(make_ride: MakeRide) -> None:
    data = make_ride(20).to_bytes()
    wrong = data[:-1] + bytes((data[-1] ^ 1,))
    assert checksums_hold(data) is True
    assert checksums_hold(data + data) is True
    assert checksums_hold(wrong) is False
    assert checksums_hold(wrong + data) is False
    assert checksums_hold(data[:-2]) is None
    assert checksums_hold(data[:4] + bytes(4) + data[8:-2]) is None
    assert checksums_hold(b"") is None


@pytest.mark.parametrize("big_endian", [False, True])
def test_rides_are_decoded_by_columns(make_ride: MakeRide, big_endian: bool) -> None:
    ride = make_ride(
        300,
        big_endian=big_endian,
        missing=range(100, 140),
        timer=[(100, "stop"), (140, "start")],
        positions=[(10, 3), (12, 1)],
        fields={
            "speed": lambda second: second / 10,
            "power": lambda second: None if second % 7 == 0 else second,
            "cadence": lambda second: 80,
            "distance": lambda second: second * 8.0,
        },
    )
    decoded = decode(ride.to_bytes())
    assert (decoded.uncovered, decoded.stopped, decoded.mended) == ("", "", "")
    (part,) = decoded.parts
    records = part.records
    assert records.time_s[0] == fit_time(START)
    assert records.time_s[-1] == fit_time(START) + 300
    assert records.speed_mps[:3].tolist() == [0, 0.1, 0.2]
    assert np.flatnonzero(np.isnan(records.power_w))[:3].tolist() == [0, 7, 14]
    assert records.distance_m[50] == 400
    assert np.isnan(records.latitude).all()
    events = part.named("event")
    assert [event.fields["event"] for event in events].count("rider_position_change") == 2
    assert [event.row for event in part.messages] == sorted({m.row for m in part.messages})


def test_what_columns_do_not_cover_is_said_and_read(read: Read) -> None:
    data = compressed_distance(FitFile(), written=True)
    assert "compressed" in decode(data).uncovered
    items = read(data)
    (problem,) = [item for item in items if isinstance(item, Problem)]
    assert (problem.code, problem.kind) == ("read-slowly", ProblemKind.NOTE)
    (ride,) = [item for item in items if isinstance(item, RideSession)]
    assert ride.elapsed_s == 59


def test_an_empty_field_that_is_not_covered_costs_nothing(read: Read) -> None:
    data = compressed_distance(FitFile(), written=False)
    assert decode(data).uncovered == ""
    (part,) = decode(data).parts
    assert part.records.distance_m[-1] == pytest.approx(0.59)
    assert not [item for item in read(data) if isinstance(item, Problem)]


def test_a_ride_cut_off_by_a_crash_is_decoded_by_columns(make_ride: MakeRide) -> None:
    whole = make_ride(600).to_bytes()
    crashed = whole[:4] + bytes(4) + whole[8:5000]
    decoded = decode(crashed)
    assert (decoded.uncovered, decoded.mended) == ("", mending.NO_DATA_STATED)
    assert decoded.stopped == mending.ends_at(5000)
    (part,), (sound,) = decoded.parts, decode(whole).parts
    kept = len(part.records)
    assert 100 < kept < 600
    assert part.records.time_s.tolist() == sound.records.time_s[:kept].tolist()
    assert part.records.speed_mps.tolist() == sound.records.speed_mps[:kept].tolist()


def test_a_file_made_to_exhaust_ends_at_the_bound() -> None:
    """Messages of one byte, of two kinds in turn: no run that could be stepped over."""
    body = definition(0, 0xFF01) + definition(1, 0xFF02) + b"\x00\x01" * MAX_FRAMES
    decoded = decode(framed(body))
    assert (decoded.uncovered, decoded.stopped) == ("", mending.TOO_MANY)
    (part,) = decoded.parts
    # A header and two definitions count too.
    assert part.counts.total() == MAX_FRAMES - 3


def test_layouts_of_many_files_do_not_pile_up() -> None:
    body = b"".join(
        definition(0, 20, (253, 4, 0x86), (200 + number % 40, 1 + number // 40, 0x0D))
        for number in range(2 * CACHED)
    )
    decode(framed(body))
    assert layout_of.cache_info().currsize <= CACHED


def test_ten_hours_at_one_hertz_with_developer_fields_stay_small() -> None:
    seconds = 36_000
    shape = [(253, 4, 0x86), (5, 4, 0x86), (6, 2, 0x84), (7, 2, 0x84), (3, 1, 2), (4, 1, 2)]
    announced = definition(0, 207, (3, 1, 2)) + bytes((0, 0))
    announced += definition(1, 206, (0, 1, 2), (1, 1, 2), (2, 1, 2))
    announced += b"".join(bytes((1, 0, number, 0x88)) for number in range(6))
    developed = bytes((6, *(byte for number in range(6) for byte in (number, 4, 0))))
    defined = definition(2 | 0x20, 20, *shape) + developed
    records = b"".join(
        struct.pack("<BIIHHBB6f", 2, 10**9 + second, second, 8000, 200, 140, 80, *range(6))
        for second in range(seconds)
    )
    data = framed(announced + defined + records)
    tracemalloc.start()
    decoded = decode(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert decoded.uncovered == "" and decoded.checksums_hold
    assert decoded.parts[0].records.power_w.tolist() == [200] * seconds
    assert peak < 10e6
