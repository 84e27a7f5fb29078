"""What is summed by column is what one would sum row by row."""

from datetime import date, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.load.draws import around_one, by_name, chances, drawn, uniform
from tl_analyzer.load.flexion_line import FlexionLine, dose_by_day
from tl_analyzer.load.hinge import HingeModel, hinge_cross_check, hinge_cross_checks
from tl_analyzer.load.history import DayRows
from tl_analyzer.load.percentiles import percentiles
from tl_analyzer.load.ride_exposure import FlexedBout
from tl_analyzer.load.uncertainty import _alike
from tl_analyzer.load.week import Week
from tl_analyzer.local_days import day_at, midnight
from tl_analyzer.plugins import parameter_set

WEEK = Week(date(2026, 11, 9), "Europe/Berlin")
MONDAY = WEEK.monday.toordinal()
WEEKS = 6

some_values = st.lists(st.floats(0.0, 1e6), min_size=1, max_size=120)
days_ago = st.lists(st.integers(-10, 60), max_size=80)
#: One with a clock change at midnight, one that skipped a day, one an ocean away.
zones = st.sampled_from(["Europe/Berlin", "Asia/Beirut", "Pacific/Apia", "America/New_York"])


@given(some_values, st.floats(0.0, 100.0), st.floats(0.0, 100.0))
def test_percentiles_are_those_of_numpy(values: list[float], low: float, high: float) -> None:
    drawn_values = np.array(values)
    expected = tuple(np.percentile(values, (low, high)))
    assert percentiles(np.stack([drawn_values, -drawn_values]), (low, high))[0] == expected


@given(st.sampled_from([np.add, np.fmax]), days_ago, st.data())
def test_order_of_the_days_does_not_matter(
    reduce: np.ufunc, ago: list[int], data: st.DataObject
) -> None:
    """A column in order is cut, one in disorder picked from; whole numbers add up alike."""
    day = np.array([MONDAY + 6 - n for n in ago], dtype=np.int64)
    column = st.lists(st.integers(0, 500), min_size=len(ago), max_size=len(ago))
    values = np.array([data.draw(column), data.draw(column)], dtype=np.float64)
    order = np.argsort(day, kind="stable")
    as_given, in_order = DayRows.of(day, WEEK, WEEKS), DayRows.of(day[order], WEEK, WEEKS)
    assert as_given.reduced(values, reduce) == in_order.reduced(values[:, order], reduce)


def test_a_week_without_rows_is_zero_and_has_none() -> None:
    rows = DayRows.of(np.array([MONDAY], dtype=np.int64), WEEK, WEEKS)
    assert rows.weeks[1:] == (None,) * WEEKS
    assert rows.reduced(np.array([[3.0]]), np.add) == (
        [[3.0, *[0.0] * 6]],
        [[3.0, *[0.0] * WEEKS]],
    )


@given(days_ago, st.booleans(), st.data())
def test_a_quantity_is_summed_alike_alone_and_beside_others(
    ago: list[int], in_order: bool, data: st.DataObject
) -> None:
    """To the last bit, whatever the number of rows: a sum does not depend on its neighbours."""
    day = np.array([MONDAY + 6 - n for n in (sorted(ago)[::-1] if in_order else ago)], np.int64)
    column = st.lists(st.floats(0.0, 1e6), min_size=len(ago), max_size=len(ago))
    values = np.array([data.draw(column) for _ in range(3)], dtype=np.float64)
    rows = DayRows.of(day, WEEK, WEEKS)
    together = rows.reduced(values, np.add)
    alone = [rows.reduced(value[None], np.add) for value in values]
    assert together == ([d[0] for d, _ in alone], [w[0] for _, w in alone])
    this_week = (day >= MONDAY) & (day < MONDAY + 7)
    assert [week[0] for week in together[1]] == [np.add.reduce(v[this_week]) for v in values]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 4),
            st.one_of(st.just(float("nan")), st.integers(0, 20).map(float)),
            st.one_of(st.just(float("nan")), st.floats(0.1, 1.2)),
        ),
        max_size=40,
    )
)
def test_cross_checks_of_sessions_are_those_of_each_alone(
    sets: list[tuple[int, float, float]],
) -> None:
    model = HingeModel.from_parameters(parameter_set())
    session = np.array([s for s, _, _ in sets], dtype=np.int64)
    reps = np.array([r for _, r, _ in sets], dtype=np.float64)
    demand = np.array([d for _, _, d in sets], dtype=np.float64)
    together = hinge_cross_checks(reps, demand, session, 5, model)
    alone = [hinge_cross_check(reps[session == n], demand[session == n], model) for n in range(5)]
    assert together.tolist() == alone


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([60.0, 62.5]), st.booleans())))
def test_alike_rows_stand_for_each_other(kinds: list[tuple[int, float, bool]]) -> None:
    columns = [np.array(column) for column in zip(*kinds, strict=True)] or [np.zeros(0)] * 3
    rows = np.arange(len(kinds))
    one, of = _alike(rows, *columns)
    assert [kinds[n] for n in one[of]] == kinds
    assert len(one) == len(set(kinds))


def test_draws_stay_within_their_bounds_and_nobody_can_change_them() -> None:
    parameters = parameter_set()
    named = by_name(parameters, "hinge.demand")
    assert set(named) == set(parameters.under("hinge.demand"))
    for name, values in named.items():
        given_ = parameters[f"hinge.demand.{name}"]
        assert given_.low is None or values.min() >= given_.low
        assert given_.high is None or values.max() <= given_.high
    for values in (
        *named.values(),
        drawn(parameters, "overhead.slope"),
        around_one(parameters, "uncertainty.one_rm_error"),
        uniform(parameters, "seated", 1.0),
    ):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 0.0
    with pytest.raises(TypeError):
        cast("dict[str, object]", named)["deadlift"] = values
    assert 0.0 < chances(parameters, "Frobnicate", "uncertainty.unknown_hinge").mean() < 0.3


def test_another_parameter_set_has_draws_of_its_own() -> None:
    parameters = parameter_set()
    doubtful = parameters.at_high("uncertainty")
    assert hash(doubtful) != hash(parameters)
    key = "uncertainty.one_rm_error"
    assert around_one(doubtful, key).max() > around_one(parameters, key).max()


@given(zones, st.floats(1.2e9, 1.9e9), st.floats(0.0, 200_000.0))
def test_days_of_a_bout_are_those_its_minutes_fall_on(
    zone: str, start: float, length: float
) -> None:
    """The dose of each day is the time between its midnights, clock changes included."""
    start = float(int(start))
    bouts = [FlexedBout(start, start + int(length), 0.5), FlexedBout(start + 3e5, start + 4e5, 1.0)]
    columns = zip(*[bout[:3] for bout in bouts], strict=True)
    found = dose_by_day(FlexionLine(*map(np.array, columns)), zone)
    doses = dict(zip(found.day.tolist(), found.dose_u_min.tolist(), strict=True))
    for day, dose in doses.items():
        begin, end = midnight(day, zone), midnight(day + 1, zone)
        shared = [max(0.0, min(b.end, end) - max(b.start, begin)) / 60.0 * b.u for b in bouts]
        assert dose == pytest.approx(sum(shared))
    assert sum(doses.values()) == pytest.approx(sum(b.minutes * b.u for b in bouts))


@given(zones, st.integers(0, 20_000))
def test_a_day_begins_at_its_midnight(zone: str, number: int) -> None:
    day = date(1975, 1, 1) + timedelta(days=number)
    begin = midnight(day.toordinal(), zone)
    assert day_at(begin, zone) in (day.toordinal(), day.toordinal() + 1)
    assert day_at(begin - 1.0, zone) < day.toordinal()
    assert begin == datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).timestamp()
