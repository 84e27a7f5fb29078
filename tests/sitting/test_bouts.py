"""Unbroken sitting: what ends a bout, and how far its length can be known."""

import itertools
from datetime import datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import DailyTotal, DayMeasure, Observation, Posture, Provenance, Quality, When
from tl_analyzer.plugins import parameter_set
from tl_analyzer.sitting.bouts import bouts
from tl_analyzer.sitting.doubts import doubts
from tl_analyzer.sitting.sitting import Sitting
from tl_analyzer.sitting.spans import Span

ACTIVE, IDLE, WRIST = (
    Observation.COMPUTER_ACTIVE,
    Observation.COMPUTER_IDLE,
    Observation.WRIST_STILL,
)
ZONE = "Europe/Berlin"


def lengths(day: Any, pause_min: float = 5) -> list[int]:
    line = day.line()
    found = bouts(line.sitting, lambda a, b: False, line.stood_hours, pause_min)
    return [round(bout.minutes) for bout in found]


def test_a_short_pause_does_not_end_a_bout_and_a_long_absence_does(day: Any) -> None:
    day.see(ACTIVE, "9:00", "10:00").see(IDLE, "10:00", "10:04").see(ACTIVE, "10:04", "11:00")
    day.see(IDLE, "11:00", "11:40").see(ACTIVE, "11:40", "12:00")
    assert lengths(day) == [120, 20]


def test_who_left_for_half_an_hour_got_up_even_if_the_wrist_was_still(day: Any) -> None:
    day.see(ACTIVE, "9:00", "10:00").see(IDLE, "10:00", "10:40").see(ACTIVE, "10:40", "11:00")
    day.see(WRIST, "9:00", "11:00")
    assert lengths(day) == [60, 40, 20]


def test_two_hours_with_a_minute_of_standing_each_bound_a_bout_by_118_minutes(day: Any) -> None:
    day.see(WRIST, "9:00", "11:00")
    assert lengths(day) == [120]
    day.see(Observation.STAND_HOUR, "9:00", "10:00", Posture.UNKNOWN)
    day.see(Observation.STAND_HOUR, "10:00", "11:00", Posture.UNKNOWN)
    assert lengths(day) == [118]


def test_a_bout_seen_by_a_computer_is_an_upper_bound(day: Any) -> None:
    day.see(ACTIVE, "9:00", "10:00").see(Observation.POSTURE_LOG, "12:00", "13:00")
    line = day.line()
    found = bouts(line.sitting, lambda a, b: False, (), 5)
    assert [bout.upper_bound for bout in found] == [True, False]


hours = st.lists(st.integers(0, 23), unique=True, max_size=8)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 90)), max_size=15), hours)
def test_bouts_never_hold_more_than_was_sat(gaps: list[tuple[int, int]], stood: list[int]) -> None:
    sat, now = [], 0.0
    for gap, length in gaps:
        now += gap * 60.0
        sat.append(
            Sitting(now, now + length * 60.0, "desk_slumped", 0.4, 0.8, Quality.B, "computer")
        )
        now += length * 60.0
    stood_hours = [Span(h * 3600.0, h * 3600.0 + 3600.0) for h in sorted(stood)]
    found = bouts(sat, lambda a, b: False, stood_hours, 0.0)
    assert sum(b.minutes for b in found) <= sum(s.minutes for s in sat) + 1e-6
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def total(minutes: float, measure: DayMeasure = DayMeasure.SEDENTARY) -> DailyTotal:
    return DailyTotal(
        start=When.from_date(datetime(2026, 11, 12).date(), ZONE),
        measure=measure,
        value=minutes,
        source="watch",
        provenance=Provenance(adapter="test", file="totals.json", digest="t"),
    )


def said(day: Any, *totals: DailyTotal) -> list[str]:
    line = day.line()
    within = Span(day.at("0:00").timestamp(), day.at("24:00").timestamp())
    return [
        p.code for p in doubts(line.stretches, line.sitting, totals, within, ZONE, parameter_set())
    ]


def test_a_day_sum_far_from_the_merged_sitting_is_said_and_nothing_rescaled(day: Any) -> None:
    day.see(ACTIVE, "9:00", "13:00")
    before = day.line().sitting
    assert said(day, total(600)) == ["sitting-sum-differs"]
    assert day.line().sitting == before


def test_a_day_sum_about_the_same_is_not_worth_a_word(day: Any) -> None:
    assert said(day.see(ACTIVE, "9:00", "13:00"), total(270)) == []


def test_sleep_is_taken_out_of_a_sum_that_holds_it(day: Any) -> None:
    sums = total(720, DayMeasure.INACTIVE), total(460, DayMeasure.ASLEEP)
    assert said(day.see(ACTIVE, "9:00", "13:00"), *sums) == []


def test_contradictions_are_listed_once_a_kind(day: Any) -> None:
    day.see(ACTIVE, "9:00", "12:00")
    day.see(Observation.STEPS, "9:10", "9:15").see(Observation.STEPS, "10:10", "10:15")
    assert said(day) == ["sitting-contradiction"]
