"""Rides as a head unit or a trainer program records them."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from examples.fit_writer import FitFile, fit_time
from tl_analyzer.log import (
    Clock,
    Entry,
    PositionEvidence,
    Problem,
    RidePosture,
    RideSession,
    Tally,
)

START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
Read = Callable[..., list[Entry | Problem | Tally]]
MakeRide = Callable[..., FitFile]


def the_ride(items: list[Entry | Problem | Tally]) -> RideSession:
    (ride,) = [item for item in items if isinstance(item, RideSession)]
    return ride


def seconds_by_posture(ride: RideSession) -> dict[RidePosture, int]:
    total: Counter[RidePosture] = Counter()
    for bout in ride.bouts:
        total[bout.posture] += round((bout.end - bout.start).total_seconds())
    return dict(total)


def outline(ride: RideSession) -> list[tuple[str, int, int]]:
    """Posture, first and last second of each bout."""
    return [
        (
            bout.posture.value,
            round((bout.start - ride.start.utc).total_seconds()),
            round((bout.end - ride.start.utc).total_seconds()),
        )
        for bout in ride.bouts
    ]


def assert_tiles(ride: RideSession) -> None:
    assert ride.bouts[0].start == ride.start.utc
    assert ride.bouts[-1].end == ride.end
    for before, after in zip(ride.bouts, ride.bouts[1:], strict=False):
        assert before.end == after.start
        assert before.posture is not after.posture


def test_a_steady_ride_is_one_bout_of_unknown_posture(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(
        session={"sport": 2, "sub_sport": 7, "total_distance": 4800.0, "avg_power": 181}
    )
    ride = the_ride(read(fit.to_bytes()))
    assert ride.start.utc == START
    assert ride.start.clock is Clock.STATED
    assert (ride.elapsed_s, ride.moving_s, ride.distance_m) == (600, 600, 4800)
    assert (ride.sub_sport, ride.average_power_w) == ("road", 181)
    assert ride.device == "garmin edge 830"
    assert ride.position_evidence is PositionEvidence.NONE
    assert outline(ride) == [("unknown", 0, 600)]
    assert ride.indoor is None


def test_byte_order_does_not_matter(read: Read, make_ride: MakeRide) -> None:
    little = the_ride(read(make_ride().to_bytes()))
    big = the_ride(read(make_ride(big_endian=True).to_bytes()))
    assert little.model_copy(update={"provenance": big.provenance}) == big


def test_the_start_is_the_first_record_not_the_creation_of_the_file(
    read: Read, make_ride: MakeRide
) -> None:
    fit = FitFile()
    fit.add("file_id", type=4, time_created=START + timedelta(hours=5))
    for second in range(100):
        fit.add("record", timestamp=START + timedelta(seconds=second), speed=8.0)
    fit.add("session", timestamp=START + timedelta(hours=5), sport=2)
    ride = the_ride(read(fit.to_bytes()))
    assert ride.start.utc == START
    assert ride.end == START + timedelta(seconds=99)


@pytest.mark.parametrize(
    ("sub_sport", "indoor"), [(5, True), (6, True), (58, True), (7, False), (46, False)]
)
def test_positions_are_outdoors_unless_the_ride_is_virtual(
    read: Read, make_ride: MakeRide, sub_sport: int, indoor: bool
) -> None:
    fit = make_ride(
        60,
        fields={
            "speed": lambda _: 8.0,
            "position_lat": lambda s: 500_000_000 + s,
            "position_long": lambda s: 100_000_000 + s,
        },
        session={"sport": 2, "sub_sport": sub_sport},
    )
    assert the_ride(read(fit.to_bytes())).indoor is indoor


def test_a_field_written_twice_counts_by_its_first_value(read: Read) -> None:
    """Zwift writes distance and speed a second time, without a value."""
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=260)
    for second in range(120):
        fit.add_raw(
            20,
            [
                (253, "uint32", fit_time(START) + second),
                (5, "uint32", None),
                (5, "uint32", 1000 * second),
                (5, "uint32", None),
                (6, "uint16", 10_000 if second < 60 else 0),
                (6, "uint16", None),
            ],
        )
    fit.add("session", start_time=START, sport=2, sub_sport=58)
    ride = the_ride(read(fit.to_bytes()))
    assert ride.distance_m == 1190
    assert seconds_by_posture(ride) == {RidePosture.UNKNOWN: 60, RidePosture.STOPPED: 59}
    assert ride.device == "zwift"


def test_time_standing_without_changes_is_kept_as_a_sum(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(session={"sport": 2, "sub_sport": 7, "time_standing": 90.5})
    ride = the_ride(read(fit.to_bytes()))
    assert ride.position_evidence is PositionEvidence.TIME_STANDING
    assert ride.time_standing_s == 90.5
    assert outline(ride) == [("unknown", 0, 600)]


def test_a_ride_cut_off_before_its_summary_is_told_by_its_sport_message(read: Read) -> None:
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=1)
    fit.add("sport", sport=2, sub_sport=8)
    for second in range(60):
        timestamp = START + timedelta(seconds=second)
        fit.add("record", timestamp=timestamp, speed=5.0, distance=5.0 * second)
    fit.add("lap", timestamp=START, time_standing=12.0)
    ride = the_ride(read(fit.to_bytes()))
    assert (ride.sub_sport, ride.distance_m, ride.time_standing_s) == ("mountain", 295, 12)


@pytest.mark.parametrize(
    ("product", "event", "rides"),
    [(3122, 0, 1), (3110, 44, 1), (3110, 43, 1), (3110, 0, 0), (None, 0, 0)],
)
def test_a_ride_without_any_summary_is_told_by_its_head_unit_or_what_only_bikes_report(
    read: Read, product: int | None, event: int, rides: int
) -> None:
    """Products: an Edge 830 and a watch; events: timer, rider position, gear change."""
    fit = FitFile()
    fit.add("file_id", type=4, manufacturer=1, product=product)
    fit.add("event", timestamp=START, event=event, event_type=3, data=0)
    for second in range(60):
        fit.add("record", timestamp=START + timedelta(seconds=second), speed=5.0)
    items = read(fit.to_bytes())
    assert sum(isinstance(item, RideSession) for item in items) == rides


@pytest.mark.parametrize("sub_sport", [0, 6, 7, 8, 46, 58])
@pytest.mark.parametrize("sport", [2, 21])
def test_every_kind_of_bike_is_a_ride(
    read: Read, make_ride: MakeRide, sport: int, sub_sport: int
) -> None:
    fit = make_ride(60, session={"sport": sport, "sub_sport": sub_sport})
    assert_tiles(the_ride(read(fit.to_bytes())))


def test_every_message_of_a_ride_is_accounted_for(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(60, timer=[(0, "start"), (60, "stop_all")])
    fit.add("set", timestamp=START, repetitions=5)
    fit.add_raw(0xFF00, [(0, "uint8", 1)])
    *_, tally = read(fit.to_bytes())
    assert isinstance(tally, Tally)
    assert (tally.unit, tally.total, tally.read, tally.refused) == ("message", 68, 66, 0)
    assert tally.set_aside == (("set", 1), ("unknown", 1))


def test_provenance_names_the_session_message(read: Read, make_ride: MakeRide) -> None:
    ride = the_ride(read(make_ride(60).to_bytes(), name="a.zip!/b.fit"))
    assert ride.provenance.file == "a.zip!/b.fit"
    assert ride.provenance.adapter == "fit"
    assert ride.provenance.row == 63
