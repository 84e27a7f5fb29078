"""Small changes have small effects, and nothing depends on where midnight is in UTC."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tl_analyzer.load.week import Week
from tl_analyzer.log import Log, Posture, RidePosture

KNOWN = {"one_rep_max_kg": {"deadlift": 180.0, "overhead_press": 70.0}}
HOODS = {"position": "hoods"}
build_once = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def week_of(build: Any, *, kg: float = 140.0, ride_min: float = 90.0, desk_end: int = 40) -> Any:
    log = Log(
        strength=(build.lift("2026-11-12 18:00", ("Deadlift", kg, 5), ("Overhead Press", 50, 5)),),
        rides=(build.ride("2026-11-14 09:00", (RidePosture.SEATED, ride_min)),),
        postures=(build.sit("2026-11-12 09:00", f"2026-11-12 16:{desk_end:02d}"),),
    )
    return build.picture(log, build.profile(strength=KNOWN, bike=HOODS))


@build_once
@given(kg=st.integers(60, 175))
def test_one_kilogram_moves_the_hinge_dose_by_at_most_a_tenth(build: Any, kg: int) -> None:
    doses = [week_of(build, kg=kg + n).weekly["hinge_dose"].this for n in (0, 1)]
    assert doses[0] <= doses[1] <= 1.1 * doses[0]


@build_once
@given(minutes=st.integers(1, 300))
def test_one_minute_of_riding_adds_at_most_a_minute(build: Any, minutes: int) -> None:
    for key in ("flexion_dose", "flexed_ride_dose", "longest_flexed_bout", "flexed_ride_min"):
        values = [week_of(build, ride_min=minutes + n).weekly[key].this for n in (0, 1)]
        assert values[0] <= values[1] <= values[0] + 1.0 + 1e-9, key


@build_once
@given(end=st.integers(0, 58))
def test_one_minute_at_the_desk_moves_state_and_dose_smoothly(build: Any, end: int) -> None:
    pictures = [week_of(build, desk_end=end + n) for n in (0, 1)]
    before, after = (p.states[p.sets.start[0]] for p in pictures)
    assert abs(after.dose_u_min - before.dose_u_min) < 1.0
    assert abs(after.creep_deg - before.creep_deg) < 0.5


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata", "UTC"])
def test_the_same_wall_clock_gives_the_same_week_in_every_zone(build: Any, zone: str) -> None:
    home = week_of(build)
    build.zone = zone
    build.week = Week.parse("2026-W46", zone, datetime(2026, 11, 20, tzinfo=UTC))
    away = week_of(build)
    for key, week in home.weekly.items():
        assert away.weekly[key].daily == pytest.approx(week.daily), key
        assert (away.weekly[key].low, away.weekly[key].high) == pytest.approx((week.low, week.high))


def test_a_workout_around_utc_midnight_counts_on_its_local_day(build: Any) -> None:
    build.zone = "America/Los_Angeles"
    build.week = Week.parse("2026-W46", build.zone, datetime(2026, 11, 20, tzinfo=UTC))
    lift = build.lift("2026-11-15 17:00", ("Deadlift", 140.0, 5))
    week = build.picture(Log(strength=(lift,)), build.profile(strength=KNOWN)).weekly["hinge_dose"]
    assert week.daily[6] == week.this > 0


@pytest.mark.parametrize(
    "log",
    ["chest day", "machine leg day", "easy ride", "week off", "walk"],
)
def test_negative_controls_leave_the_channels_alone(build: Any, log: str) -> None:
    logs = {
        "chest day": Log(
            strength=(
                build.lift(
                    "2026-11-12 18:00",
                    *[("Bench Press (Barbell)", 90.0, 8)] * 6,
                    *[("Chest Fly (Cable)", 25.0, 12)] * 6,
                    *[("Push Up", None, 20)] * 4,
                ),
            )
        ),
        "machine leg day": Log(
            strength=(
                build.lift(
                    "2026-11-12 18:00",
                    *[("Leg Press", 200.0, 10)] * 6,
                    *[("Leg Extension (Machine)", 60.0, 12)] * 4,
                    *[("Seated Leg Curl (Machine)", 50.0, 12)] * 4,
                ),
            )
        ),
        "easy ride": Log(
            rides=(
                build.ride(
                    "2026-11-14 09:00",
                    *[(RidePosture.SEATED, 9), (RidePosture.STANDING, 1)] * 4,
                ),
            )
        ),
        "week off": Log(),
        "walk": Log(postures=(build.sit("2026-11-14 09:00", "2026-11-14 11:00", Posture.MOVING),)),
    }
    picture = build.picture(logs[log], build.profile(strength=KNOWN, bike=HOODS))
    for key in ("hinge_dose", "overhead_dose", "rotation_reps", "loaded_flexion_reps"):
        assert picture.weekly[key].this == 0.0, key
    assert picture.weekly["longest_flexed_bout"].this < 60
