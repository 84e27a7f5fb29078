"""Exposure and pain day by day say the same as the figures of the weeks."""

from datetime import date, datetime, timedelta
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.athlete_log import SOURCE
from tests.report.reviewed_week import BUILD, reviewed
from tl_analyzer.log import CheckIn, Log, RidePosture

CHANNELS = ("hinge", "overhead", "flexion", "rotation")
SEATED = RidePosture.SEATED


def check_in(wall: str, score: float | None) -> CheckIn:
    return CheckIn(start=BUILD.at(wall), score=score, provenance=SOURCE)


def test_pain_is_the_highest_score_of_a_day() -> None:
    diary = (check_in("2026-11-12", 2), check_in("2026-11-12", 5), check_in("2026-11-13", None))
    report = reviewed(Log(check_ins=diary))
    assert [each.pain for each in report.timeline] == [None, None, None, 5, None, None, None]
    assert report.calendar is not None and report.calendar.pain[-4:] == (5, None, None, None)


def test_days_to_come_are_not_known_to_be_empty() -> None:
    log = Log(strength=(BUILD.lift("2026-11-10 18:00", ("Deadlift", 100.0, 5)),))
    calendar = reviewed(log, as_of="2026-11-12T12:00:00+01:00").calendar
    assert calendar is not None
    monday, tuesday, *rest = calendar.hinge[-7:]
    assert monday == 0.0 and tuesday and rest == [0.0, 0.0, None, None, None]


DAYS = st.integers(0, 125)
LIFTS = st.sampled_from(["Deadlift", "Overhead Press", "Russian Twist", "Bench Press"])


@settings(max_examples=40)
@given(
    lifted=st.dictionaries(DAYS, st.tuples(LIFTS, st.integers(20, 180)), max_size=8),
    ridden=st.dictionaries(DAYS, st.integers(5, 300), max_size=6),
    sat=st.dictionaries(DAYS, st.integers(10, 700), max_size=6),
)
def test_the_days_of_a_week_add_up_to_it(
    lifted: dict[int, tuple[str, int]], ridden: dict[int, int], sat: dict[int, int]
) -> None:
    first = date(2026, 7, 13)

    def wall(number: int, clock: str) -> str:
        return f"{first + timedelta(days=number)} {clock}"

    report = reviewed(
        Log(
            strength=tuple(
                BUILD.lift(wall(n, "20:00"), (name, float(kg), 5))
                for n, (name, kg) in sorted(lifted.items())
            ),
            rides=tuple(
                BUILD.ride(wall(n, "21:30"), (SEATED, m)) for n, m in sorted(ridden.items())
            ),
            postures=tuple(
                BUILD.sit(wall(n, "08:00"), f"{datetime(2026, 7, 13, 8) + timedelta(n, 60 * m)}")
                for n, m in sorted(sat.items())
            ),
        )
    )
    calendar = report.calendar
    assert calendar is not None
    for name in CHANNELS:
        days = getattr(calendar, name)
        channel = getattr(report.channels, name)
        assert len(days) == 7 * len(channel.trend) == len(calendar.pain)
        weeks = [days[n : n + 7] for n in range(0, len(days), 7)]
        for told, whole in zip(weeks[:-1], channel.trend[:-1], strict=True):
            assert (whole is None) == (set(told) == {None})
        for told, whole in zip(weeks, channel.trend, strict=True):
            assert isclose(sum(v or 0.0 for v in told), whole or 0.0, abs_tol=1e-6)
        assert [v or 0.0 for v in weeks[-1]] == pytest.approx(channel.daily)
    for each in report.timeline:
        assert [bar.start for bar in each.bars] == sorted(bar.start for bar in each.bars)
        assert all(each.date == bar.start[:10] and bar.start < bar.end for bar in each.bars)
