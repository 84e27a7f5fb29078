"""Desk and ride: who wins where they overlap, what breaks a bout, what counts as flexed."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.finding import DataQuality
from tl_analyzer.log import Log, PositionEvidence, Posture, Quality, RidePosture
from tl_analyzer.sitting.spans import Span, subtract, union

SEATED, STANDING = RidePosture.SEATED, RidePosture.STANDING
COASTING, STOPPED = RidePosture.COASTING, RidePosture.STOPPED
HOODS = {"position": "hoods"}
DESK = [{"start": "09:00:00", "end": "17:00:00", "seated_fraction": 0.8}]


def longest(build: Any, *bouts: tuple[RidePosture, float]) -> float:
    ride = build.ride("2026-11-14 09:00", *bouts)
    picture = build.picture(Log(rides=(ride,)), build.profile(bike=HOODS))
    return float(picture.rides[0].longest_bout_min)


@pytest.mark.parametrize(
    ("bouts", "minutes"),
    [
        ([(SEATED, 90)], 90),
        ([(SEATED, 40), (COASTING, 10), (SEATED, 40)], 90),
        ([(SEATED, 40), (STANDING, 0.5), (SEATED, 40)], 80),
        ([(SEATED, 40), (STANDING, 1), (SEATED, 50)], 50),
        ([(SEATED, 40), (STOPPED, 1), (SEATED, 50)], 50),
        ([(SEATED, 40), (STANDING, 0.5), (STOPPED, 0.5), (SEATED, 50)], 50),
    ],
)
def test_a_minute_out_of_the_saddle_or_off_the_bike_breaks_a_bout(
    build: Any, bouts: list[tuple[RidePosture, float]], minutes: float
) -> None:
    assert longest(build, *bouts) == pytest.approx(minutes)


@pytest.mark.parametrize(("second", "minutes"), [("09:50:20", 90), ("09:51:00", 50)])
def test_a_ride_split_into_two_files_is_one_ride(build: Any, second: str, minutes: float) -> None:
    halves = (
        build.ride("2026-11-14 09:00", (SEATED, 50)),
        build.ride(f"2026-11-14 {second}", (SEATED, 40)),
    )
    week = build.picture(Log(rides=halves), build.profile(bike=HOODS)).weekly
    assert week["longest_flexed_bout"].this == pytest.approx(minutes)
    assert week["flexed_ride_min"].this == pytest.approx(90)


def test_walks_rides_and_easy_workouts_prove_movement(build: Any) -> None:
    log = Log(
        rides=(build.ride("2026-11-12 07:00", (SEATED, 20)),),
        strength=(
            build.lift("2026-11-12 17:33", ("Walking", None, 1)),
            build.lift("2026-11-12 17:45", ("Deadlift", 140.0, 5)),
        ),
        postures=(build.sit("2026-11-12 12:00", "2026-11-12 12:10", Posture.MOVING),),
    )
    assert [m.by.value for m in build.picture(log).moved] == ["ride", "posture", "strength"]


def test_upright_riding_is_not_flexed(build: Any) -> None:
    ride = build.ride("2026-11-14 09:00", (SEATED, 90))
    picture = build.picture(Log(rides=(ride,)), build.profile(bike={"position": "upright"}))
    assert picture.rides[0].flexed_min == 0
    assert picture.weekly["flexed_ride_dose"].this == 0


def test_without_position_evidence_the_bout_is_an_upper_bound(build: Any) -> None:
    ride = build.ride("2026-11-14 09:00", (RidePosture.UNKNOWN, 90), evidence=PositionEvidence.NONE)
    exposure = build.picture(Log(rides=(ride,)), build.profile(bike=HOODS)).rides[0]
    assert exposure.upper_bound
    assert exposure.quality is DataQuality.OBSERVED


def test_summed_standing_time_lowers_the_dose(build: Any, number: Callable[[str], float]) -> None:
    ride = build.ride(
        "2026-11-14 09:00",
        (RidePosture.UNKNOWN, 90),
        evidence=PositionEvidence.TIME_STANDING,
        standing_s=30 * 60,
    )
    picture = build.picture(Log(rides=(ride,)), build.profile(bike=HOODS))
    exposure = picture.rides[0]
    hoods, standing = number("flexion.u.bike_hoods"), number("flexion.u.out_of_saddle")
    assert exposure.flexed_min == pytest.approx(60)
    dose = 60 * hoods + 30 * standing
    assert exposure.dose_u_min == pytest.approx(dose)
    # The week of one ride, with the desk or without it, is that ride; so is its range.
    for weekly in (picture.weekly["flexed_ride_dose"], picture.weekly["flexion_dose"]):
        assert weekly.this == pytest.approx(dose)
        assert weekly.low < dose < weekly.high


def test_the_first_rule_that_fits_sets_the_position(build: Any) -> None:
    bike = {"position": "hoods", "rule": [{"indoor": True, "position": "drops"}]}
    rides = (
        build.ride("2026-11-13 18:00", (SEATED, 30), indoor=True),
        build.ride("2026-11-14 09:00", (SEATED, 30)),
    )
    picture = build.picture(Log(rides=rides), build.profile(bike=bike))
    assert [r.position for r in picture.rides] == ["drops", "hoods"]


def test_a_ride_at_the_work_computer_is_the_ride(build: Any) -> None:
    log = Log(
        rides=(build.ride("2026-11-12 12:00", (SEATED, 60), indoor=True),),
        postures=(build.sit("2026-11-12 09:00", "2026-11-12 17:00"),),
    )
    picture = build.picture(log)
    assert sum(s.minutes for s in picture.sitting) == pytest.approx(7 * 60)


def test_better_knowledge_wins(build: Any) -> None:
    log = Log(
        postures=(
            build.sit("2026-11-12 09:00", "2026-11-12 17:00", quality=Quality.C),
            build.sit("2026-11-12 10:00", "2026-11-12 11:00", Posture.STANDING, quality=Quality.A),
            build.sit("2026-11-12 12:00", "2026-11-12 13:00", probability=0.9, quality=Quality.A),
        )
    )
    sitting = build.picture(log).sitting
    assert [(s.minutes, s.quality.value) for s in sitting] == [
        (60.0, "C"),
        (60.0, "C"),
        (60.0, "A"),
        (240.0, "C"),
    ]


def test_usual_hours_fill_a_day_of_which_little_was_observed(build: Any) -> None:
    log = Log(postures=(build.sit("2026-11-12 10:00", "2026-11-12 11:00"),))
    picture = build.picture(log, build.profile(desk=DESK))
    assert picture.coverage.desk_hours_measured == pytest.approx(1)
    assert picture.coverage.desk_hours_assumed == pytest.approx(5 * 8 - 1)


def test_usual_hours_fill_only_gaps_within_a_day_that_was_observed(build: Any) -> None:
    seen = (
        build.sit("2026-11-12 10:00", "2026-11-12 11:30"),
        build.sit("2026-11-12 13:00", "2026-11-12 14:00"),
    )
    picture = build.picture(Log(postures=seen), build.profile(desk=DESK))
    assert picture.coverage.desk_hours_measured == pytest.approx(2.5)
    assert picture.coverage.desk_hours_assumed == pytest.approx(4 * 8 + 1.5)


def test_desk_and_ride_of_one_day_add_up(build: Any, number: Callable[[str], float]) -> None:
    log = Log(
        rides=(build.ride("2026-11-12 18:00", (SEATED, 60)),),
        postures=(build.sit("2026-11-12 09:00", "2026-11-12 12:00"),),
    )
    flexion = build.picture(log, build.profile(bike=HOODS)).weekly["flexion_dose"]
    expected = 180 * number("flexion.u.desk_slumped") + 60 * number("flexion.u.bike_hoods")
    assert flexion.this == flexion.daily[3] == pytest.approx(expected)
    assert flexion.low < flexion.this < flexion.high


def test_doubtful_sitting_counts_in_the_range_only(build: Any) -> None:
    log = Log(postures=(build.sit("2026-11-12 09:00", "2026-11-12 12:00", probability=0.4),))
    flexion = build.picture(log).weekly["flexion_dose"]
    assert flexion.this == 0
    assert flexion.high > 0


def test_the_carried_dose_knows_the_desk_before_the_ride(build: Any) -> None:
    ride = build.ride("2026-11-12 18:00", (SEATED, 60))
    desk = build.sit("2026-11-12 13:00", "2026-11-12 17:45")
    after = build.picture(Log(rides=(ride,), postures=(desk,)))
    rested = build.picture(Log(rides=(ride,)))
    start = ride.start.utc.timestamp()
    assert after.states[start].dose_u_min > 30 > rested.states[start].dose_u_min == 0
    assert after.states[start].creep_deg > rested.states[start].creep_deg == 0


def test_a_night_of_clock_change_neither_loses_nor_doubles_an_hour(build: Any) -> None:
    sitting = build.sit("2026-10-25 00:00", "2026-10-25 06:00")
    assert sitting.minutes == 7 * 60
    picture = build.picture(Log(postures=(sitting,)))
    assert sum(s.minutes for s in picture.sitting) == pytest.approx(7 * 60)


spans = st.tuples(st.integers(0, 100), st.integers(1, 30)).map(lambda t: Span(t[0], t[0] + t[1]))


@given(st.lists(spans, max_size=12), spans)
def test_what_is_taken_and_what_is_left_make_the_whole(taken: list[Span], span: Span) -> None:
    merged = union(taken)
    left = subtract(span, merged)
    minutes = set(range(int(span.start), int(span.end)))
    occupied = {m for t in taken for m in range(int(t.start), int(t.end))}
    assert {m for s in left for m in range(int(s.start), int(s.end))} == minutes - occupied
    assert all(a.end < b.start for a, b in itertools.pairwise(merged))
