"""Estimates of the one-repetition maximum."""

from math import isnan
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.load.strength import OneRepModel, epley_1rm, reps_in_reserve


def test_epley_of_a_set_to_failure(one_rep: OneRepModel) -> None:
    # E1: 100 kg x 5; equal to Brzycki at 10
    assert epley_1rm(100, 5, one_rep) == pytest.approx(116.67, abs=0.005)
    assert epley_1rm(100, 10, one_rep) == pytest.approx(133.33, abs=0.005)


def test_repetitions_in_reserve_count_as_done(one_rep: OneRepModel) -> None:
    # E2: 210 kg x 3 at RPE 6
    estimate = epley_1rm(210, 3, one_rep, in_reserve=reps_in_reserve(6, one_rep))
    assert estimate == pytest.approx(259.0, abs=0.05)


def test_a_single_is_its_own_maximum_unless_more_was_left(one_rep: OneRepModel) -> None:
    assert epley_1rm(180, 1, one_rep) == 180
    assert epley_1rm(180, 1, one_rep, in_reserve=2) == pytest.approx(180 * 1.1)


@pytest.mark.parametrize(
    ("kg", "reps", "reserve"),
    [(100, 0, 0), (0, 5, 0), (float("nan"), 5, 0), (100, np.nan, 0)],
)
def test_sets_that_cannot_tell_give_no_estimate(
    one_rep: OneRepModel, kg: float, reps: float, reserve: float
) -> None:
    assert isnan(epley_1rm(kg, reps, one_rep, in_reserve=reserve))


def test_a_long_set_counts_as_ten_repetitions(one_rep: OneRepModel) -> None:
    # Else an athlete who trains at 12 x 70 kg would be judged by the warm-ups at 5 x 35 kg.
    for reps, reserve in ((10, 0), (11, 0), (8, 3), (30, 0)):
        estimate = epley_1rm(100, reps, one_rep, in_reserve=reserve)
        assert estimate == pytest.approx(133.33, abs=0.005)


def test_a_column_of_sets_at_once(one_rep: OneRepModel) -> None:
    kg = np.array([100.0, 100.0, 100.0])
    reps = np.array([5.0, 1.0, 20.0])
    reserve = np.array([np.nan, 0.0, 0.0])
    expected = [100 * (1 + 5 / 30), 100.0, 100 * (1 + 10 / 30)]
    np.testing.assert_allclose(epley_1rm(kg, reps, one_rep, in_reserve=reserve), expected)


def test_ratings_outside_the_scale_say_nothing(one_rep: OneRepModel) -> None:
    np.testing.assert_array_equal(
        reps_in_reserve([10, 8.5, 0, 11, -1, np.nan], one_rep),
        [0, 1.5, 10, np.nan, np.nan, np.nan],
    )


@given(kg=st.floats(1, 500), reps=st.integers(1, 9))
def test_another_repetition_never_lowers_the_estimate(
    one_rep: OneRepModel, kg: float, reps: int
) -> None:
    assert epley_1rm(kg, reps + 1, one_rep) > epley_1rm(kg, reps, one_rep) >= kg


@given(kg=st.floats(1, 500), reps=st.integers(1, 10))
def test_epley_agrees_with_the_reference_arithmetic(
    one_rep: OneRepModel, oracle: ModuleType, kg: float, reps: int
) -> None:
    assert epley_1rm(kg, reps, one_rep) == pytest.approx(oracle.epley(kg, reps), rel=1e-12)
