"""The overhead index against worked numbers."""

from collections.abc import Sequence
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.load.overhead import (
    OverheadModel,
    extension_factor,
    overhead_dose,
    overhead_index,
)


@pytest.mark.parametrize(
    ("reps", "intensity", "elevation", "available", "expected"),
    [
        (25, 0.75, 1.0, 12.0, 100.0),
        (25, 0.75, 1.0, 6.0, 153.125 / 1.0625),
        (25, 0.75, 1.0, 0.0, 200.0 / 1.0625),
        (25, 0.75, 1.0, 12.8, 100.0 / 1.0625),
        (25, 0.75, 0.5, 12.0, 50.0 / 1.0625),
        (30, 0.80, 1.0, 12.0, 145.07 / 1.0625),
    ],
)
def test_index_of_a_workout(
    overhead: OverheadModel,
    reps: float,
    intensity: float,
    elevation: float,
    available: float,
    expected: float,
) -> None:
    index = overhead_index(reps, intensity, elevation, available, overhead)
    assert index == pytest.approx(expected, abs=0.005)


def test_a_lift_without_elevation_does_not_count(overhead: OverheadModel) -> None:
    # A bench press would otherwise score nearly as much as an overhead press.
    assert overhead_index(25, 0.75, 0.0, 12.0, overhead) == 0.0
    assert overhead_index([25, 25], [0.75, np.nan], [1.0, 0.0], 12.0, overhead) == pytest.approx(
        100
    )


def test_unknown_sets_leave_the_known_ones_standing(overhead: OverheadModel) -> None:
    dose = overhead_dose([25, 25, 25], [0.75, np.nan, 0.75], [1.0, 1.0, np.nan], 12.0, overhead)
    np.testing.assert_allclose(dose, [100.0, np.nan, np.nan])
    assert overhead_index(
        [25, 25, 25], [0.75, np.nan, 0.75], [1.0, 1.0, np.nan], 12.0, overhead
    ) == pytest.approx(100.0)


@given(st.floats(0.0, 1.0), st.floats(0.0, 60.0), st.floats(0.0, 20.0))
def test_extension_never_harms_and_its_lack_at_most_doubles(
    overhead: OverheadModel, elevation: float, available: float, more: float
) -> None:
    factor = extension_factor(elevation, available, overhead)
    assert 1.0 <= extension_factor(elevation, available + more, overhead) <= factor
    assert factor <= 1.0 + overhead.slope


work = st.lists(
    st.tuples(st.floats(0.05, 1.2), st.integers(1, 50), st.floats(0.01, 1.0)),
    min_size=1,
    max_size=8,
)


@given(work, st.floats(0.0, 40.0))
def test_index_is_the_reference_arithmetic_by_the_share_of_elevation(
    overhead: OverheadModel,
    oracle: ModuleType,
    sets: Sequence[tuple[float, int, float]],
    available: float,
) -> None:
    intensity, reps, elevation = np.array(sets, dtype=float).T
    index = overhead_index(reps, intensity, elevation, available, overhead)
    # The reference scores 106.25 for the default athlete at the reference workout, we score 100.
    default = extension_factor(1.0, overhead.default_extension_deg, overhead)
    in_part = [(at, n * share, share) for at, n, share in sets]
    assert index == pytest.approx(oracle.overhead_index(in_part, available) / default)


def test_incline_and_landmine_lie_between_bench_and_press(overhead: OverheadModel) -> None:
    scores = [overhead_index(25, 0.75, share, 12.0, overhead) for share in (0.0, 0.3, 0.5, 1.0)]
    assert scores == sorted(set(scores))
