"""When a rider pauses, stands still, coasts or pedals."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from examples.fit_writer import FitFile
from tl_analyzer.log import (
    Entry,
    Problem,
    RideSession,
    Tally,
)

START = datetime(2026, 5, 2, 8, 0, tzinfo=UTC)
Read = Callable[..., list[Entry | Problem | Tally]]
MakeRide = Callable[..., FitFile]


def the_ride(items: list[Entry | Problem | Tally]) -> RideSession:
    (ride,) = [item for item in items if isinstance(item, RideSession)]
    return ride


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


@pytest.mark.parametrize("switch", ["stop", "stop_all"])
def test_a_pause_is_stopped_and_not_moving(read: Read, make_ride: MakeRide, switch: str) -> None:
    fit = make_ride(
        900,
        missing=range(301, 600),
        timer=[(0, "start"), (300, switch), (600, "start"), (900, switch)],
    )
    ride = the_ride(read(fit.to_bytes()))
    assert outline(ride) == [("unknown", 0, 300), ("stopped", 300, 600), ("unknown", 600, 900)]
    assert (ride.elapsed_s, ride.moving_s) == (900, 600)


def test_short_pauses_count_although_the_records_have_no_gap_of_a_minute(
    read: Read, make_ride: MakeRide
) -> None:
    fit = make_ride(
        300, missing=range(101, 120), timer=[(0, "start"), (100, "stop_all"), (120, "start")]
    )
    ride = the_ride(read(fit.to_bytes()))
    assert ("stopped", 100, 120) in outline(ride)
    assert ride.moving_s == 280


def test_a_timer_never_started_again_is_off_till_the_end(read: Read, make_ride: MakeRide) -> None:
    ride = the_ride(read(make_ride(600, timer=[(0, "start"), (400, "stop_all")]).to_bytes()))
    assert outline(ride) == [("unknown", 0, 400), ("stopped", 400, 600)]


def test_a_silence_of_more_than_a_minute_is_no_riding(read: Read, make_ride: MakeRide) -> None:
    ride = the_ride(read(make_ride(600, missing=range(201, 262)).to_bytes()))
    assert outline(ride) == [("unknown", 0, 200), ("stopped", 200, 262), ("unknown", 262, 600)]
    assert ride.moving_s == 538


def test_a_silence_of_a_minute_is_smart_recording(read: Read, make_ride: MakeRide) -> None:
    ride = the_ride(read(make_ride(600, missing=range(201, 260)).to_bytes()))
    assert outline(ride) == [("unknown", 0, 600)]
    assert ride.moving_s == 600


def test_a_standstill_is_stopped_while_the_timer_runs(read: Read, make_ride: MakeRide) -> None:
    waiting = range(100, 130)
    fit = make_ride(
        300,
        fields={
            "speed": lambda s: 0.2 if s in waiting else 8.0,
            "cadence": lambda s: 0 if s in waiting else 85,
        },
    )
    ride = the_ride(read(fit.to_bytes()))
    assert outline(ride) == [("unknown", 0, 100), ("stopped", 100, 130), ("unknown", 130, 300)]
    assert ride.moving_s == 300


def test_a_wheel_that_stands_while_the_legs_turn_is_riding(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(
        300,
        fields={"speed": lambda s: 0.0 if s in range(100, 200) else 8.0, "power": lambda _: 200},
    )
    assert outline(the_ride(read(fit.to_bytes()))) == [("unknown", 0, 300)]


def test_a_track_stand_does_not_stop_a_ride(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(300, fields={"speed": lambda s: 0.0 if s in range(100, 104) else 8.0})
    assert outline(the_ride(read(fit.to_bytes()))) == [("unknown", 0, 300)]


def test_rolling_without_pedalling_is_coasting(read: Read, make_ride: MakeRide) -> None:
    descent = range(100, 160)
    fit = make_ride(
        300,
        fields={
            "speed": lambda _: 12.0,
            "cadence": lambda s: 0 if s in descent else 90,
            "power": lambda s: 0 if s in descent else 200,
        },
    )
    assert ("coasting", 100, 160) in outline(the_ride(read(fit.to_bytes())))


def test_power_without_cadence_is_no_coasting(read: Read, make_ride: MakeRide) -> None:
    """A cadence sensor that drops out says zero."""
    fit = make_ride(
        300,
        fields={
            "speed": lambda _: 8.0,
            "cadence": lambda s: 0 if s in range(100, 160) else 90,
            "power": lambda _: 200,
        },
    )
    assert outline(the_ride(read(fit.to_bytes()))) == [("unknown", 0, 300)]


def test_sensors_that_were_never_there_do_not_make_a_ride_coast(
    read: Read, make_ride: MakeRide
) -> None:
    fit = make_ride(
        300, fields={"speed": lambda _: 8.0, "cadence": lambda _: 0, "power": lambda _: 0}
    )
    ride = the_ride(read(fit.to_bytes()))
    assert outline(ride) == [("unknown", 0, 300)]
    assert ride.average_power_w is None


@pytest.mark.parametrize("speed", [None, 0.0])
def test_a_trainer_without_speed_is_ridden_while_the_legs_turn(
    read: Read, make_ride: MakeRide, speed: float | None
) -> None:
    fit = make_ride(
        600,
        fields={
            "speed": lambda _: speed,
            "cadence": lambda s: 0 if s in range(200, 230) or s in range(400, 500) else 80,
        },
        session={"sport": 2, "sub_sport": 6, "total_distance": 0.0},
    )
    ride = the_ride(read(fit.to_bytes()))
    assert ride.indoor is True
    assert ride.distance_m is None
    assert outline(ride) == [
        ("unknown", 0, 200),
        ("coasting", 200, 230),
        ("unknown", 230, 400),
        ("stopped", 400, 500),
        ("unknown", 500, 600),
    ]


@pytest.mark.parametrize("speed", [None, 0.0])
def test_heart_rate_alone_is_riding_while_the_timer_runs(
    read: Read, make_ride: MakeRide, speed: float | None
) -> None:
    fit = make_ride(300, fields={"speed": lambda _: speed, "heart_rate": lambda _: 140})
    assert outline(the_ride(read(fit.to_bytes()))) == [("unknown", 0, 300)]


def test_enhanced_speed_stands_in_for_speed(read: Read, make_ride: MakeRide) -> None:
    fit = make_ride(120, fields={"enhanced_speed": lambda s: 0.0 if s in range(40, 80) else 9.0})
    assert ("stopped", 40, 80) in outline(the_ride(read(fit.to_bytes())))


def test_power_is_averaged_over_the_ridden_time_where_no_sum_is_stated(
    read: Read, make_ride: MakeRide
) -> None:
    fit = make_ride(
        399,
        fields={"speed": lambda _: 8.0, "power": lambda s: 0 if s in range(100, 300) else 200},
        timer=[(0, "start"), (100, "stop_all"), (300, "start")],
    )
    assert the_ride(read(fit.to_bytes())).average_power_w == pytest.approx(200)
