"""Clocks of devices: zones they state, and times that cannot be true."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from examples.fit_writer import FitFile, fit_time
from tl_analyzer.log import Entry, Problem, ProblemKind, RideSession, Tally

START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
Items = list[Entry | Problem | Tally]
Read = Callable[..., Items]
MakeRide = Callable[..., FitFile]


def the_ride(items: Items) -> RideSession:
    (ride,) = [item for item in items if isinstance(item, RideSession)]
    return ride


def problems(items: Items) -> list[Problem]:
    return [item for item in items if isinstance(item, Problem)]


def the_tally(items: Items) -> Tally:
    assert isinstance(items[-1], Tally)
    return items[-1]


def ride_of(times: list[int | None]) -> bytes:
    """A ride with records at these seconds after the start, in this order."""
    fit = FitFile()
    fit.add("file_id", type=4)
    for time_s in times:
        at = None if time_s is None else fit_time(START) + time_s
        fit.add("record", timestamp=at, speed=8.0)
    fit.add("session", start_time=START, sport=2)
    return fit.to_bytes()


def test_a_device_that_agrees_with_home_is_home(read: Read, make_ride: MakeRide) -> None:
    items = read(make_ride(60, offset_s=7200).to_bytes(), zone="Europe/Berlin")
    assert the_ride(items).start.zone == "Europe/Berlin"
    assert problems(items) == []


@pytest.mark.parametrize(
    ("hours", "zone"), [(8, "Etc/GMT-8"), (-5, "Etc/GMT+5"), (0, "Etc/GMT"), (14, "Etc/GMT-14")]
)
def test_a_device_elsewhere_keeps_its_whole_hours(
    read: Read, make_ride: MakeRide, hours: int, zone: str
) -> None:
    items = read(make_ride(60, offset_s=hours * 3600).to_bytes(), zone="Europe/Berlin")
    start = the_ride(items).start
    assert start.zone == zone
    assert start.local.utcoffset() == timedelta(hours=hours)
    assert start.utc == START
    assert [(p.code, p.kind) for p in problems(items)] == [("zone-differs", ProblemKind.NOTE)]


@pytest.mark.parametrize("offset_s", [5 * 3600 + 1800, -13 * 3600])
def test_offsets_without_a_fixed_zone_leave_home_and_say_so(
    read: Read, make_ride: MakeRide, offset_s: int
) -> None:
    items = read(make_ride(60, offset_s=offset_s).to_bytes(), zone="Europe/Berlin")
    assert the_ride(items).start.zone == "Europe/Berlin"
    assert [p.code for p in problems(items)] == ["zone-differs"]


@pytest.mark.parametrize("offset_s", [None, 15 * 3600, 7201, -40_000_000, 631_065_600])
def test_nonsense_as_local_time_is_ignored(
    read: Read, make_ride: MakeRide, offset_s: int | None
) -> None:
    items = read(make_ride(60, offset_s=offset_s).to_bytes(), zone="Europe/Berlin")
    assert the_ride(items).start.zone == "Europe/Berlin"
    assert problems(items) == []


def test_local_time_zero_is_not_an_offset(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(60, offset_s=None)
    fit.add("activity", timestamp=START, local_timestamp=0)
    assert the_ride(read(fit.to_bytes())).start.zone == "Europe/Berlin"


@pytest.mark.parametrize("wrong", [36 * 365 * 86_400, 3 * 86_400, -10 * 365 * 86_400])
def test_records_from_another_time_are_left_out_and_counted(read: Read, wrong: int) -> None:
    items = read(ride_of([*range(100), wrong, wrong + 1]))
    ride = the_ride(items)
    assert (ride.start.utc, ride.elapsed_s) == (START, 99)
    assert [p.code for p in problems(items)] == ["timestamp-impossible"]
    assert "2 records" in problems(items)[0].found
    assert the_tally(items).refused == 2


def test_a_clock_set_during_the_ride_loses_the_records_before(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    for second in range(20):
        fit.add("record", timestamp=1000 + second, speed=8.0)
    for second in range(100):
        fit.add("record", timestamp=START + timedelta(seconds=second), speed=8.0)
    fit.add("session", start_time=1000, sport=2)
    items = read(fit.to_bytes())
    assert the_ride(items).start.utc == START
    assert the_tally(items).refused == 20


def test_a_clock_never_set_cannot_be_placed(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4)
    for second in range(20):
        fit.add("record", timestamp=1000 + second, speed=8.0)
    fit.add("session", start_time=1000, sport=2)
    items = read(fit.to_bytes())
    assert [p.code for p in problems(items)] == ["clock-not-set"]
    assert (the_tally(items).read, the_tally(items).refused) == (0, 22)


def test_records_out_of_order_are_put_in_order(read: Read) -> None:
    items = read(ride_of([*range(50), *range(60, 100), *range(50, 60), *range(100, 120)]))
    assert the_ride(items).elapsed_s == 119
    assert the_ride(items).moving_s == 119
    assert [(p.code, p.kind) for p in problems(items)] == [("out-of-order", ProblemKind.REPAIRED)]


def test_records_of_one_second_are_one(read: Read) -> None:
    """Some devices write position and power of a second in two records."""
    fit = FitFile()
    fit.add("file_id", type=4)
    for second in range(60):
        at = START + timedelta(seconds=second)
        fit.add("record", timestamp=at, speed=9.0)
        fit.add("record", timestamp=at, power=150, cadence=80)
    fit.add("session", start_time=START, sport=2)
    items = read(fit.to_bytes())
    (bout,) = the_ride(items).bouts
    assert bout.posture == "unknown"
    assert the_ride(items).average_power_w == 150
    assert (the_tally(items).read, problems(items)) == (122, [])


def test_records_without_a_time_are_refused(read: Read) -> None:
    items = read(ride_of([0, 1, None, 2, 3]))
    assert the_ride(items).elapsed_s == 3
    assert the_tally(items).refused == 1
