"""Ranges: what widens them, what cancels, and that the same log has the same range."""

from datetime import date, timedelta
from typing import Any

import pytest

from tl_analyzer.load.weekly import Weekly
from tl_analyzer.log import Log, PositionEvidence, RidePosture, StrengthSession, UnitBasis

KNOWN = {"one_rep_max_kg": {"deadlift": 180.0}}
MONDAY = date(2026, 11, 9)


def weeks(build: Any, name: str = "Romanian Deadlift", **how: Any) -> tuple[StrengthSession, ...]:
    """Four equal weeks and one of twice as many sets."""
    return tuple(
        build.lift(
            f"{MONDAY - timedelta(weeks=ago)} 18:00",
            *[(name, 90.0, 8)] * (6 if ago == 0 else 3),
            **how,
        )
        for ago in range(4, -1, -1)
    )


def hinge(build: Any, *sessions: StrengthSession) -> Weekly:
    log = Log(strength=tuple(sorted(sessions, key=lambda s: s.start.utc)))
    week = build.picture(log, build.profile(strength=KNOWN)).weekly["hinge_dose"]
    assert isinstance(week, Weekly)
    return week


def test_what_is_wrong_in_all_weeks_alike_cancels_in_the_ratio(build: Any) -> None:
    week = hinge(build, *weeks(build))
    assert week.low < week.this < week.high
    assert week.ratio_low == pytest.approx(2.0) == week.ratio_high
    assert not week.straddles(1.5)


def test_different_lifts_leave_doubt_in_the_ratio(build: Any) -> None:
    extra = build.lift("2026-11-11 18:00", *[("Good Morning", 90.0, 8)] * 3)
    week = hinge(build, *weeks(build), extra)
    assert week.ratio_low is not None and week.ratio_high is not None
    assert week.ratio_low < week.ratio_high


def test_exercises_that_were_not_recognised_widen_the_range(build: Any) -> None:
    plain = hinge(build, *weeks(build))
    unknown = build.lift("2026-11-11 18:00", *[("Zorblax 9000", 150.0, 8)] * 3)
    doubted = hinge(build, *weeks(build), unknown)
    assert doubted.this == pytest.approx(plain.this)
    assert doubted.high > plain.high
    assert doubted.low == pytest.approx(plain.low, rel=0.01)


def test_guessed_units_widen_the_range(build: Any) -> None:
    stated = hinge(build, *weeks(build))
    guessed = hinge(build, *weeks(build, basis=UnitBasis.GUESSED))
    # Kilograms that may have been pounds: the week may have been far lighter, not heavier.
    assert guessed.low < stated.low / 10
    assert guessed.high == pytest.approx(stated.high, rel=0.1)


def test_the_same_log_has_the_same_range(build: Any) -> None:
    assert hinge(build, *weeks(build)) == hinge(build, *weeks(build))


def test_unrecorded_standing_may_have_lowered_a_ride(build: Any) -> None:
    lows = []
    for evidence in (PositionEvidence.EVENTS, PositionEvidence.NONE):
        ride = build.ride("2026-11-14 09:00", (RidePosture.SEATED, 90), evidence=evidence)
        picture = build.picture(Log(rides=(ride,)), build.profile(bike={"position": "hoods"}))
        week = picture.weekly["flexed_ride_dose"]
        assert week.low < week.this <= week.high
        lows.append(week.low)
    assert lows[1] < lows[0]


def test_a_measured_screen_narrows_overhead_work(build: Any) -> None:
    lift = build.lift("2026-11-12 18:00", *[("Overhead Press (Barbell)", 50.0, 5)] * 5)
    widths = []
    for screen in ({"thoracic_extension_deg": 12}, {}):
        week = build.picture(Log(strength=(lift,)), build.profile(screen=screen)).weekly
        widths.append(week["overhead_dose"].high - week["overhead_dose"].low)
    assert widths[0] < widths[1]
