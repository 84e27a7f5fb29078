"""Intervals in closed form, against the worked examples of their texts and the exact limits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2

from tl_analyzer.roster.intervals import byar, wilson

#: Newcombe 1998, the four examples of method 3: part, whole, low, high.
NEWCOMBE = [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611)]
NEWCOMBE += [(1, 29, 0.0061, 0.1718)]


@pytest.mark.parametrize(("part", "whole", "low", "high"), NEWCOMBE)
def test_share_as_in_the_worked_examples(part: int, whole: int, low: float, high: float) -> None:
    assert wilson(part, whole) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("events", [10, 11, 15, 40, 100, 389, 1000])
def test_count_within_two_per_mille_of_the_exact_limits(events: int) -> None:
    exact = chi2.ppf(0.025, 2 * events) / 2, chi2.ppf(0.975, 2 * events + 2) / 2
    assert byar(events) == pytest.approx(exact, rel=2e-3)


def test_no_event_is_no_certainty() -> None:
    low, high = byar(0)
    assert low == 0
    # The exact upper limit is 3.69; the approximation is known to lie near it even here.
    assert high == pytest.approx(3.69, rel=0.15)


@given(st.integers(0, 5000))
def test_a_count_lies_between_its_limits_and_more_means_more(events: int) -> None:
    low, high = byar(events)
    assert 0 <= low <= events < high
    assert all(more > less for more, less in zip(byar(events + 1), (low, high), strict=True))


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_lies_between_its_limits(drawn: tuple[int, int]) -> None:
    part, whole = drawn
    low, high = wilson(part, whole)
    assert 0 <= low <= part / whole <= high <= 1
    assert high - low > 0
