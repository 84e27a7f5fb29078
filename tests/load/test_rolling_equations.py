"""Moving average, rank, monotony and strain, and counted repetitions."""

from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.load.rolling import ewma, monotony, percentile, usual
from tl_analyzer.load.rotation import loaded_reps

SERIES = [30.0] * 21 + [50.0] * 7
WEEK = [300.0, 0.0, 450.0, 200.0, 0.0, 500.0, 150.0]


def test_moving_averages_of_williams_2017() -> None:
    # W1
    assert ewma(SERIES, 7)[-1] == pytest.approx(47.330, abs=5e-4)
    assert ewma(SERIES, 28)[-1] == pytest.approx(37.872, abs=5e-4)


def test_a_start_value_replaces_the_first_day() -> None:
    assert ewma([40.0], 7)[0] == 40.0
    assert ewma([40.0], 7, start=0.0)[0] == 10.0
    assert ewma([], 7).size == 0


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=60), st.integers(1, 60))
def test_the_average_agrees_with_the_reference_and_stays_within_the_loads(
    oracle: ModuleType, loads: list[float], span: int
) -> None:
    averages = ewma(loads, span)
    assert averages[-1] == pytest.approx(oracle.ewma(loads, oracle.lambda_span(span)))
    assert min(loads) - 1e-9 <= averages.min() <= averages.max() <= max(loads) + 1e-9


def test_monotony_and_strain_with_the_sample_deviation() -> None:
    # F1
    week = monotony(WEEK)
    assert week is not None
    assert week.monotony == pytest.approx(1.1446, abs=5e-5)
    assert week.strain == pytest.approx(1831.3, abs=0.05)


@pytest.mark.parametrize("load", [0.0, 80.0])
def test_equal_days_have_no_monotony(load: float) -> None:
    assert monotony([load] * 7) is None


def test_usual_is_the_mean_of_the_covered_weeks() -> None:
    assert usual([10.0, 20.0, 30.0, 40.0, 999.0], weeks=4, least=3) == 25.0
    # A gap in the log is left out; a covered week of rest counts as zero.
    assert usual([10.0, None, 20.0, 0.0], weeks=4, least=3) == 10.0
    assert usual([10.0, None, None, 20.0, 30.0], weeks=4, least=3) is None
    assert usual([], weeks=4, least=3) is None


def test_rank_among_earlier_weeks() -> None:
    assert percentile(5.0, [1.0, 2.0, 9.0, 5.0], weeks=12) == 62.5
    assert percentile(5.0, [None, 1.0, 99.0], weeks=2) == 100.0
    assert percentile(0.0, [None, None], weeks=12) is None


def test_only_sets_that_load_the_trunk_count() -> None:
    counted = loaded_reps([10, 12, np.nan], [True, False, True])
    np.testing.assert_array_equal(counted, [10, 0, 0])
