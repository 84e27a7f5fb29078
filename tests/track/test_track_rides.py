"""Rides from tracks: how far, how long, and what the rider did as far as it can be told."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.track.conftest import fix, gpx, point, read, tcx
from tl_analyzer.log import PositionEvidence, RidePosture, RideSession
from tl_track import GpxAdapter, TcxAdapter

UNKNOWN, COASTING, STOPPED = RidePosture.UNKNOWN, RidePosture.COASTING, RidePosture.STOPPED


def postures(ride: RideSession) -> list[tuple[RidePosture, float]]:
    return [(bout.posture, round(60 * bout.minutes, 3)) for bout in ride.bouts]


def test_a_ride_by_position_has_its_distance_to_within_a_metre() -> None:
    ride = read(GpxAdapter(), gpx([fix(s, 8 * s) for s in range(0, 600, 5)])).ride
    assert ride.distance_m == pytest.approx(8 * 595, abs=1)
    assert ride.moving_s == ride.elapsed_s == 595
    assert postures(ride) == [(UNKNOWN, 595)]
    assert ride.position_evidence is PositionEvidence.NONE
    assert ride.indoor is False


def test_positions_are_used_and_never_kept() -> None:
    ride = read(GpxAdapter(), gpx([fix(s, 8 * s) for s in range(0, 60, 5)])).ride
    assert "lat" not in ride.model_dump_json() and "lon" not in ride.model_dump_json()


def test_waiting_at_a_light_is_a_stop_and_wandering_there_is_no_distance() -> None:
    rest = [fix(60 + s, 480 + (s // 10) % 2) for s in range(1, 40)]
    ride = read(
        GpxAdapter(),
        gpx(
            [
                *(fix(s, 8 * s) for s in range(61)),
                *rest,
                *(fix(s, 8 * s - 320) for s in range(100, 130)),
            ]
        ),
    ).ride
    assert postures(ride) == [(UNKNOWN, 60), (STOPPED, 40), (UNKNOWN, 29)]
    assert ride.distance_m == pytest.approx(480 + 8 * 29, abs=1)
    assert ride.moving_s == ride.elapsed_s == 129


def test_a_silence_of_more_than_a_minute_is_no_riding() -> None:
    ride = read(GpxAdapter(), gpx([fix(0, 0), fix(60, 480), fix(121, 960), fix(130, 1032)])).ride
    assert postures(ride) == [(UNKNOWN, 60), (STOPPED, 61), (UNKNOWN, 9)]
    assert ride.moving_s == 69


def test_a_trainer_without_positions_is_not_said_to_be_indoors_but_a_virtual_ride_is() -> None:
    points = [point(s, DistanceMeters=8 * s) for s in range(0, 60, 5)]
    assert read(TcxAdapter(), tcx(points)).ride.indoor is None
    virtual = read(TcxAdapter(), tcx(points, "Virtual Ride")).ride
    assert virtual.indoor is True and virtual.sub_sport == "virtual_activity"


def test_a_known_trainer_program_is_indoors_wherever_its_positions_lie() -> None:
    track = gpx([fix(s, 8 * s) for s in range(0, 60, 5)]).replace("Bike Computer", "Zwift 1.2")
    assert read(GpxAdapter(), track).ride.indoor is True


def test_rolling_without_pedalling_is_coasting() -> None:
    points = [point(s, DistanceMeters=8 * s, Cadence=0 if 20 <= s < 40 else 85) for s in range(60)]
    assert postures(read(TcxAdapter(), tcx(points)).ride) == [
        (UNKNOWN, 20),
        (COASTING, 20),
        (UNKNOWN, 19),
    ]


def test_without_any_speed_a_minute_without_pedalling_is_a_rest() -> None:
    points = [point(s, Cadence=0 if 20 <= s < 90 else 85) for s in range(120)]
    assert postures(read(TcxAdapter(), tcx(points)).ride) == [
        (UNKNOWN, 20),
        (STOPPED, 70),
        (UNKNOWN, 29),
    ]


def test_a_distance_that_starts_anew_with_each_lap_adds_up() -> None:
    values = [0, 500, 1000, 10, 500, 1000]
    points = [point(60 * n, DistanceMeters=value) for n, value in enumerate(values)]
    assert read(TcxAdapter(), tcx(points)).ride.distance_m == 2000


def test_a_small_fall_of_the_distance_is_a_correction() -> None:
    values = [0, 500, 498, 1000]
    points = [point(60 * n, DistanceMeters=value) for n, value in enumerate(values)]
    assert read(TcxAdapter(), tcx(points)).ride.distance_m == 1002


def test_a_distance_that_is_written_every_ten_seconds_is_no_stop_and_go() -> None:
    points = [point(s, DistanceMeters=80 * (s // 10)) for s in range(121)]
    assert postures(read(TcxAdapter(), tcx(points)).ride) == [(UNKNOWN, 120)]


def test_mean_power_leaves_out_pauses_and_marks_of_a_missing_sensor() -> None:
    points = [point(0, Watts=200), point(10, Watts=300), point(20, Watts=65535), point(30, Watts=9)]
    later = [point(200, Watts=100), point(210, Watts=200)]
    assert read(TcxAdapter(), tcx(points + later)).ride.average_power_w == pytest.approx(200)
    assert (
        read(TcxAdapter(), tcx([point(0, Watts=0), point(9, Watts=0)])).ride.average_power_w is None
    )


@given(
    st.lists(
        st.tuples(st.integers(0, 3000), st.integers(0, 60), st.integers(0, 2), st.booleans()),
        min_size=2,
        max_size=60,
    )
)
def test_bouts_lie_from_first_to_last_point_without_a_hole(
    steps: list[tuple[int, int, int, bool]],
) -> None:
    metres = 0
    points = []
    for second, step, cadence, known in steps:
        metres += step
        facts = {"DistanceMeters": metres, "Cadence": 40 * cadence}
        points.append(point(second, **(facts if known else {})))
    found = read(TcxAdapter(), tcx(points))
    assert found.tally.total == len(steps)
    for ride in found.entries:
        assert isinstance(ride, RideSession)
        assert ride.bouts[0].start == ride.start.utc and ride.bouts[-1].end == ride.end
        assert all(a.end == b.start and a.posture is not b.posture for a, b in pairwise(ride.bouts))
        assert 0 <= ride.moving_s <= ride.elapsed_s
