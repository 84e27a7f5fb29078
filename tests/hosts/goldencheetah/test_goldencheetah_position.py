"""Seated and standing out of a series that is numbered in one of two ways."""

import pytest

from tests.hosts.goldencheetah.ride_json import Read, ride_json, riding
from tl_analyzer.log import PositionEvidence, RidePosture

SEATED, STANDING, STOPPED = RidePosture.SEATED, RidePosture.STANDING, RidePosture.STOPPED


def standing(positions: list[tuple[float, int]]) -> list[tuple[int, int]]:
    """From and to which second the rider stands."""
    ride = Read(ride_json(riding(range(601)), positions=positions)).ride
    assert ride.position_evidence is PositionEvidence.EVENTS
    zero = ride.start.utc
    return [
        (round((bout.start - zero).total_seconds()), round((bout.end - zero).total_seconds()))
        for bout in ride.bouts
        if bout.posture is STANDING
    ]


@pytest.mark.parametrize(
    "positions",
    [
        # As FIT numbers them: 1 stands, 2 is on the way to the saddle.
        [(0, 0), (100, 3), (102, 1), (160, 2), (162, 0)],
        # As the sensors number them, and GoldenCheetah's own tools: 2 stands.
        [(0, 0), (100, 3), (102, 2), (160, 1), (162, 0)],
    ],
    ids=["FIT", "sensor"],
)
def test_the_rider_stands_from_the_confirmed_transition_on(
    positions: list[tuple[float, int]],
) -> None:
    assert standing(positions) == [(100, 160)]


def test_within_one_second_the_order_of_the_file_counts() -> None:
    assert standing([(0, 0), (100, 3), (100, 1), (160, 0)]) == [(100, 160)]
    assert standing([(160, 2), (162, 0), (100, 3), (100, 1)]) == [(100, 160)]


@pytest.mark.parametrize("code", [4, 255, -1, 0.6, 1e300])
def test_a_number_that_tells_no_position_is_refused_and_said(code: float) -> None:
    series = (
        '{ "NAME":"POSITION", "VALUE":"POSITION", "SAMPLES":[ { "SECS":50, "VALUE":1 },'
        f' {{ "SECS":60, "VALUE":{code} }}, {{ "SECS":80, "VALUE":0 }} ] }}'
    )
    found = Read(ride_json(riding(range(601)), more_series=series))
    assert (found.codes, found.tally.refused) == (["position-unreadable"], 1)
    assert found.problems[0].expected == "a time, and one of 0, 1, 2, 3, 10, 11"
    assert [round(60 * bout.minutes) for bout in found.ride.bouts] == [50, 30, 520]


@pytest.mark.parametrize("up", [1, 2])
def test_without_transitions_whatever_is_not_seated_stands(up: int) -> None:
    assert standing([(50, up), (80, 0)]) == [(50, 80)]


def test_a_transition_that_is_taken_back_is_no_standing() -> None:
    assert standing([(50, 3), (53, 0), (100, 3), (101, 1), (130, 0)]) == [(100, 130)]


def test_what_goldencheetah_adds_by_speed_and_cadence_is_no_standing() -> None:
    assert standing([(50, 2), (60, 10), (90, 2), (95, 11)]) == [(50, 60), (90, 95)]


@pytest.mark.parametrize(
    "codes", [[1, 2, 1], [3, 1, 3, 2], [3, 0, 1, 0]], ids=["both", "tie", "unconfirmed"]
)
def test_what_can_mean_either_is_not_guessed_but_said(codes: list[int]) -> None:
    positions = [(10.0 * place, code) for place, code in enumerate(codes, start=1)]
    found = Read(ride_json(riding(range(601)), positions=positions))
    assert found.ride.position_evidence is PositionEvidence.NONE
    assert {bout.posture for bout in found.ride.bouts} == {RidePosture.UNKNOWN}
    assert found.codes == ["position-unclear"]


def test_standing_that_begins_in_a_gap_is_standing_beside_the_bike() -> None:
    gone = [*riding(range(101)), *riding(range(400, 501))]
    ride = Read(ride_json(gone, positions=[(0, 0), (200, 1)])).ride
    assert [bout.posture for bout in ride.bouts] == [SEATED, STOPPED, SEATED]


def test_reports_after_the_last_sample_are_no_evidence() -> None:
    ride = Read(ride_json(riding(range(60)), positions=[(500, 1)])).ride
    assert ride.position_evidence is PositionEvidence.NONE
