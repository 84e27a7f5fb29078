"""What single makers write otherwise than all others, one file made to order for each."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from examples.fit_writer import FitFile, fit_time
from tl_analyzer.log import ActivitySession, Entry, Problem, RideSession, Tally

START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
UNIX_TO_FIT_S = 631_065_600
WAHOO, ZWIFT, COROS, KAROO = 32, 260, 294, 289
Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]
MakeRide = Callable[..., FitFile]


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


def the_ride(items: Items) -> RideSession:
    (ride,) = [item for item in items if isinstance(item, RideSession)]
    return ride


def codes(items: Items) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem)]


def test_wahoo_hides_positions_in_its_own_messages_and_names_files_in_utc(read: Read) -> None:
    """Big-endian, thousands of messages without a public name, the time in the name in UTC."""
    latitude, longitude = 629_145_603, 159_383_517
    fit = FitFile(big_endian=True)
    fit.add("file_id", type=4, manufacturer=WAHOO, time_created=at(8000))
    for second in range(120):
        fit.add("record", timestamp=at(second), speed=7.0)
        fit.add_raw(65_280, [(0, "sint32", latitude + second), (1, "sint32", longitude)])
    fit.add("session", timestamp=at(119), start_time=START, sport=2)
    fit.add("activity", timestamp=at(119), local_timestamp=at(119 + 8 * 3600))
    name = "2026-05-02-080000-ELEMNT 297E-195-0.fit"
    items = read(fit.to_bytes(), name=name, zone="Asia/Shanghai")
    ride = the_ride(items)
    assert (ride.start.utc, ride.start.local.hour) == (START, 16)
    assert ride.indoor is None
    assert isinstance(items[-1], Tally)
    assert items[-1].set_aside == (("unknown", 120),)
    assert not any(str(n) in str(item) for n in (latitude, longitude) for item in items)


def test_zwift_leaves_the_checksum_of_the_header_and_the_local_time_at_zero(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=ZWIFT, time_created=at(-29))
    for second in range(60):
        fit.add("record", timestamp=at(second), speed=9.0)
    fit.add("session", timestamp=at(59), start_time=START, sport=2, sub_sport=58)
    fit.add("activity", timestamp=at(59), local_timestamp=0)
    items = read(fit.to_bytes(header_crc=False))
    assert (the_ride(items).start.utc, the_ride(items).start.zone) == (START, "Europe/Berlin")
    assert the_ride(items).indoor is True
    assert codes(items) == []


def test_karoo_states_no_local_time_and_sums_up_the_timer(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=KAROO)
    for second in [*range(300), *range(600, 900)]:
        fit.add("record", timestamp=at(second), speed=9.0)
    totals = {"total_elapsed_time": 899.0, "total_timer_time": 598.0}
    fit.add("session", timestamp=at(899), start_time=START, sport=2, **totals)
    fit.add("activity", timestamp=at(899), num_sessions=1)
    items = read(fit.to_bytes())
    assert the_ride(items).start.zone == "Europe/Berlin"
    assert (the_ride(items).elapsed_s, the_ride(items).moving_s) == (899, 598)


def test_coros_creates_the_file_hours_after_the_start(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=COROS, time_created=at(17_160))
    for second in range(60):
        fit.add("record", timestamp=at(second), speed=9.0)
    fit.add("session", timestamp=at(17_160), start_time=START, sport=2)
    assert the_ride(read(fit.to_bytes())).start.utc == START


@pytest.mark.parametrize("local", [0, fit_time(START) + UNIX_TO_FIT_S, None])
def test_programs_write_anything_as_local_time(
    read: Read, make_ride: MakeRide, local: int | None
) -> None:
    """OneLap writes 0, MyWhoosh counts from 1970, others write nothing."""
    fit = make_ride(60, offset_s=None)
    fit.add("activity", timestamp=at(60), local_timestamp=local)
    items = read(fit.to_bytes())
    assert (the_ride(items).start.zone, codes(items)) == ("Europe/Berlin", [])


@pytest.mark.parametrize("offset_s", [14 * 3600, -12 * 3600, 5 * 3600 + 45 * 60])
def test_offsets_that_clocks_have_are_believed(
    read: Read, make_ride: MakeRide, offset_s: int
) -> None:
    assert codes(read(make_ride(60, offset_s=offset_s).to_bytes())) == ["zone-differs"]


@pytest.mark.parametrize("offset_s", [14 * 3600 + 900, -15 * 3600, 3600 + 60, 3601])
def test_offsets_that_no_clock_has_are_not(read: Read, make_ride: MakeRide, offset_s: int) -> None:
    assert codes(read(make_ride(60, offset_s=offset_s).to_bytes())) == []


def test_a_trainer_program_without_a_timer_is_ridden_throughout(
    read: Read, make_ride: MakeRide
) -> None:
    ride = the_ride(read(make_ride(600, session={"sport": 2, "sub_sport": 58}).to_bytes()))
    assert (ride.elapsed_s, ride.moving_s) == (600, 600)


def test_a_field_of_no_size_is_said_and_does_not_stop_the_file(read: Read) -> None:
    """A trainer program declares such fields; a decoder that trips over them sees no ride."""
    fit = FitFile()
    fit.add("file_id", type=4)
    for second in range(60):
        stamp = fit_time(START) + second
        fit.add_raw(20, [(253, "uint32", stamp), (3, "uint8", ()), (6, "uint16", 8000)])
    fit.add("session", timestamp=at(59), start_time=START, sport=2)
    items = read(fit.to_bytes())
    assert (the_ride(items).moving_s, codes(items)) == (59, ["mended"])


def test_old_devices_put_the_time_into_the_header_of_a_message(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    fit.add("record", timestamp=START, speed=8.0)
    for second in range(1, 120):
        fit.add_compressed("record", fit_time(START) + second, speed=8.0)
    fit.add("session", timestamp=at(119), start_time=START, sport=2)
    items = read(fit.to_bytes())
    assert (the_ride(items).start.utc, the_ride(items).elapsed_s) == (START, 119)
    assert codes(items) == []


def test_a_timer_that_stops_and_a_silence_both_end_the_riding(
    read: Read, make_ride: MakeRide
) -> None:
    fit = make_ride(
        1000,
        missing=[*range(201, 262), *range(501, 540)],
        timer=[(0, "start"), (500, "stop_all"), (540, "start"), (1000, "stop_all")],
    )
    ride = the_ride(read(fit.to_bytes()))
    stopped = [round(bout.minutes * 60) for bout in ride.bouts if bout.posture == "stopped"]
    assert stopped == [62, 40]
    assert ride.moving_s == 1000 - 62 - 40


@pytest.mark.parametrize(("sport", "label"), [(11, "walking"), (17, "hiking"), (1, "running")])
def test_walks_and_hikes_are_activities(
    read: Read, make_ride: MakeRide, sport: int, label: str
) -> None:
    (walk,) = [
        item
        for item in read(make_ride(600, session={"sport": sport}).to_bytes())
        if not isinstance(item, Problem | Tally)
    ]
    assert isinstance(walk, ActivitySession)
    assert (walk.sport, walk.end) == (label, at(600))
