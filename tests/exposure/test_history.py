"""Usual, coverage and gaps: rest is zero, silence of a log is not."""

from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.load.history import DayRows, history, usual
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set

WEEK = Week(date(2026, 11, 9), "Europe/Berlin")
MONDAY = WEEK.monday.toordinal()


def covered(*days_before: int) -> tuple[bool, ...]:
    return history([MONDAY - d for d in days_before], WEEK, parameter_set()).covered[:4]


def test_a_week_off_inside_the_log_is_covered() -> None:
    assert covered(2, 5, 9, 19, 22, 26) == (True, True, True, True)


def test_a_long_silence_is_a_gap_and_not_rest() -> None:
    assert covered(2, 5, 24, 26) == (True, False, False, True)


def test_weeks_before_the_first_record_are_not_covered() -> None:
    assert covered(2, 5, 9) == (True, True, False, False)


def test_usual_needs_three_covered_weeks(parameters: Parameters) -> None:
    assert usual((10.0, 20.0, None, 30.0, 99.0), parameters) == 20.0
    assert usual((10.0, 20.0, None, None, 99.0), parameters) is None


def test_no_record_at_all_is_no_history() -> None:
    empty = history([], WEEK, parameter_set())
    assert (empty.first_day, empty.weeks, any(empty.covered)) == (None, 0.0, False)


@given(st.lists(st.tuples(st.integers(0, 60), st.floats(0, 100)), max_size=40))
def test_days_and_weeks_add_up_to_the_same_total(entries: list[tuple[int, float]]) -> None:
    day = np.array([MONDAY + 6 - ago for ago, _ in entries], dtype=np.int64)
    value = np.array([v for _, v in entries], dtype=np.float64)
    (daily,), (weeks,) = DayRows.of(day, WEEK, 9).reduced(value[None], np.add)
    assert sum(daily) == pytest.approx(weeks[0])
    assert sum(weeks) == pytest.approx(value.sum())


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("2026-W46", "2026-11-09"),
        ("2026W01", "2025-12-29"),
        ("this", "2026-11-16"),
        ("last", "2026-11-09"),
    ],
)
def test_weeks_are_read_as_iso_8601_writes_them(text: str, monday: str) -> None:
    as_of = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert Week.parse(text, "Europe/Berlin", as_of).monday.isoformat() == monday


@pytest.mark.parametrize("text", ["2025-W53", "2026-46", "W46", "yesterday", ""])
def test_weeks_that_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        Week.parse(text, "Europe/Berlin", datetime(2026, 11, 20, tzinfo=UTC))


def test_the_week_of_a_clock_change_has_its_own_length() -> None:
    autumn = Week(date(2026, 10, 19), "Europe/Berlin")
    assert (autumn.end - autumn.start) / 3600 == 7 * 24 + 1


def test_a_late_workout_stays_on_its_day_in_the_athletes_zone(build: Any) -> None:
    lift = build.lift("2026-11-15 23:40", ("Deadlift", 100.0, 5))
    assert build.picture(Log(strength=(lift,))).weekly["hinge_dose"].daily[6] > 0


def test_what_comes_after_the_week_has_no_effect(build: Any) -> None:
    now = build.lift("2026-11-12 17:45", ("Deadlift", 100.0, 5))
    later = build.lift("2026-11-17 17:45", ("Deadlift", 220.0, 5))
    alone = build.picture(Log(strength=(now,)))
    both = build.picture(Log(strength=(now, later)))
    assert alone.weekly == both.weekly
