"""Files that are damaged, and files that are no FIT at all."""

import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples.fit_writer import FitFile
from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import Entry, Problem, ProblemKind, RideSession, Tally
from tl_fit import FitAdapter

START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]
MakeRide = Callable[..., FitFile]
Source = Callable[[bytes, str], SourceFile]

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


def rides(items: Items) -> list[RideSession]:
    return [item for item in items if isinstance(item, RideSession)]


def problems(items: Items) -> list[Problem]:
    return [item for item in items if isinstance(item, Problem)]


def assert_sound(items: Items) -> None:
    """One account at the end; the bouts of each ride cover it without gap or overlap."""
    assert isinstance(items[-1], Tally)
    assert sum(isinstance(item, Tally) for item in items) == 1
    for ride in rides(items):
        assert ride.bouts[0].start == ride.start.utc
        assert ride.bouts[-1].end == ride.end
        for bout in ride.bouts:
            assert bout.start < bout.end
        for before, after in zip(ride.bouts, ride.bouts[1:], strict=False):
            assert before.end == after.start
        assert 0 <= ride.moving_s <= ride.elapsed_s


def test_the_adapter_keeps_the_contract() -> None:
    assert isinstance(FitAdapter(), Adapter)
    assert (FitAdapter.name, FitAdapter.contract) == ("fit", 1)


def test_a_fit_file_is_recognised_by_its_content(source: Source, make_ride: MakeRide) -> None:
    data = make_ride(10).to_bytes()
    assert FitAdapter().recognises(source(data, "upload_4711"))
    short_header = bytes([12]) + data[1:12] + data[14:]
    assert FitAdapter().recognises(source(short_header, "x.bin"))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PNG, "photo.png"),
        (b"date,weight\n", "log.csv"),
        (b"", "empty"),
        (b"\x63" + b"\0" * 7 + b".FIT", "noise.bin"),
        (b"This benefits nobody.FIT", "note.txt"),
        (b"benefit", "outfit"),
    ],
)
def test_other_files_are_not_claimed(source: Source, data: bytes, name: str) -> None:
    assert not FitAdapter().recognises(source(data, name))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (PNG, "PNG image"),
        (b"", "empty file"),
        (b"\0" * 4096, "zero bytes"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"<?xml version='1.0'?><TrainingCenterDatabase>", "TCX"),
        (b"          <?xml version='1.0'?><gpx>", "GPX"),
        ("Datum;Gewicht\n2026;80 kg, müde".encode(), "text file"),
        (b"\x99\x98\x97 nonsense \x00\x01", "binary"),
        (b"\x63\x20\x00\x00\x00\x00\x00\x00.FIT", "header"),
    ],
)
def test_something_else_named_fit_is_called_by_its_name(
    read: Read, source: Source, data: bytes, what: str
) -> None:
    # Text is left to those who read text, whatever the file is called.
    is_text = what in ("PDF", "TCX", "GPX", "text file")
    assert FitAdapter().recognises(source(data, "Ride.FIT")) is not is_text
    items = read(data, name="Ride.FIT")
    (problem,) = problems(items)
    assert (problem.code, problem.kind) == ("not-fit", ProblemKind.REFUSED)
    assert what in problem.found
    assert_sound(items)


def test_a_header_and_nothing_else_is_a_problem(read: Read) -> None:
    items = read(FitFile().to_bytes())
    assert [p.code for p in problems(items)] == ["no-messages"]
    assert_sound(items)


def test_an_oversized_file_is_refused_unread(source: Source) -> None:
    def never() -> BinaryIO:
        raise AssertionError("must not be opened")

    small = source(FitFile().to_bytes(), "x.fit")
    huge = SourceFile(small.name, small.head, 300_000_000, never)
    items = list(FitAdapter().read(huge, Reading()))
    assert [p.code for p in problems(items)] == ["too-large"]
    assert_sound(items)


def test_a_file_cut_off_keeps_what_it_holds(read: Read, make_ride: MakeRide) -> None:
    whole = make_ride(600).to_bytes()
    items = read(whole[: len(whole) // 2])
    (ride,) = rides(items)
    (tally,) = [item for item in items if isinstance(item, Tally)]
    assert ride.start.utc == START
    assert 250 < ride.elapsed_s < 350
    (problem,) = [p for p in problems(items) if p.code == "ends-early"]
    assert problem.kind is ProblemKind.REPAIRED
    assert f"{int(ride.elapsed_s) + 1} records" in problem.hint
    assert tally.refused == 0


def test_a_wrong_checksum_is_said_and_does_not_cost_the_ride(
    read: Read, make_ride: MakeRide
) -> None:
    data = bytearray(make_ride(60).to_bytes())
    data[-1] ^= 0xFF
    data[12] ^= 0xFF
    items = read(bytes(data))
    assert len(rides(items)) == 1
    assert [(p.code, p.kind) for p in problems(items)] == [("checksum-wrong", ProblemKind.NOTE)]


def test_a_missing_checksum_is_said_and_costs_nothing(read: Read, make_ride: MakeRide) -> None:
    items = read(make_ride(60).to_bytes()[:-2])
    assert rides(items)[0].elapsed_s == 60
    assert [p.code for p in problems(items)] == ["ends-early"]


def test_a_device_that_crashed_leaves_a_ride_behind(read: Read, make_ride: MakeRide) -> None:
    """Its header still states that no data follow, and there is no checksum."""
    data = make_ride(60).to_bytes()
    crashed = data[:4] + struct.pack("<I", 0) + data[8:-2]
    items = read(crashed)
    assert rides(items)[0].elapsed_s == 60
    (problem,) = problems(items)
    assert problem.kind is ProblemKind.REPAIRED
    assert "header states no data" in problem.found


def test_rubbish_after_a_ride_does_not_cost_the_ride(read: Read, make_ride: MakeRide) -> None:
    items = read(make_ride(60).to_bytes() + b"rubbish of some length")
    assert rides(items)[0].elapsed_s == 60
    assert [p.code for p in problems(items)] == ["ends-early"]


def test_one_undecodable_message_keeps_what_precedes_it(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(60)
    fit.add_raw(20, [])
    broken = bytearray(fit.to_bytes())
    broken[-3] = 0x0F
    items = read(bytes(broken))
    assert rides(items)[0].elapsed_s == 60
    assert [p.code for p in problems(items)] == ["ends-early"]


@pytest.fixture(scope="session")
def sound_file(make_ride: MakeRide) -> bytes:
    """A short ride with all that the adapter reads."""
    return make_ride(
        40,
        timer=[(0, "start"), (12, "stop_all"), (20, "start"), (40, "stop_all")],
        missing=range(13, 20),
        positions=[(2, 3), (4, 1), (30, 2), (31, 0)],
        session={"sport": 2, "total_elapsed_time": 40.0, "time_standing": 9.0, "avg_power": 180},
    ).to_bytes()


@settings(deadline=None, max_examples=400)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=8),
    length=st.floats(0.02, 1),
)
def test_no_damage_raises_or_tears_a_ride(
    read: Read, sound_file: bytes, changes: list[tuple[float, int]], length: float
) -> None:
    data = bytearray(sound_file)
    for place, byte in changes:
        data[int(place * len(data))] = byte
    assert_sound(read(bytes(data[: int(length * len(data)) + 1])))


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300))
def test_no_content_behind_a_header_raises(read: Read, body: bytes) -> None:
    header = struct.pack("<BBHI4s", 12, 0x20, 2171, len(body), b".FIT")
    assert_sound(read(header + body))


@settings(deadline=None, max_examples=100)
@given(
    records=st.lists(
        st.tuples(
            st.integers(0, 2000),
            st.sampled_from([0, 0.3, 8, 60]),
            st.sampled_from([None, 0, 90]),
            st.sampled_from([None, 0, 250]),
        ),
        max_size=40,
    ),
    timer=st.lists(st.tuples(st.integers(-10, 2100), st.sampled_from(["start", "stop"]))),
    positions=st.lists(st.tuples(st.integers(-10, 2100), st.integers(0, 4))),
)
def test_any_order_of_records_and_events_makes_a_sound_ride(
    read: Read,
    make_ride: MakeRide,
    records: list[tuple[int, float, float | None, float | None]],
    timer: list[tuple[int, str]],
    positions: list[tuple[int, int]],
) -> None:
    fit = make_ride(3, timer=timer, positions=positions)
    for second, speed, cadence, power in records:
        at = START + timedelta(seconds=second)
        fit.add("record", timestamp=at, speed=speed, cadence=cadence, power=power)
    items = read(fit.to_bytes())
    assert_sound(items)
    (ride,) = rides(items)
    assert ride.elapsed_s == max([3, *(record[0] for record in records)])
