"""The creep model's equations, the levels of posture, and the carried dose."""

from collections.abc import Sequence
from datetime import time
from math import exp, sinh

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.load.flexion import (
    RESTED,
    Creep,
    CreepBand,
    CreepModel,
    Segment,
    creep_after,
    creep_band,
    creep_step,
    dose_after,
    dose_step,
    posture_levels,
)
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import DeskBlock

HALF_LIFE = 120.0
#: The highest level of a posture that is ever held for long.
AERO = 0.65

stretches = st.builds(Segment, minutes=st.floats(0.0, 300.0), u=st.floats(0.0, 1.0))
riding = st.lists(
    st.builds(Segment, minutes=st.floats(0.0, 300.0), u=st.floats(0.0, AERO)),
    min_size=1,
    max_size=10,
)
days = st.lists(stretches, min_size=1, max_size=10)


def creep_of(model: CreepModel, *segments: tuple[float, float]) -> float:
    return creep_after([Segment(*s) for s in segments], model)[-1].deg


def slope(state: Creep, u: float, model: CreepModel) -> tuple[float, float]:
    """The differential equations as the documentation states them. [deg/min]"""
    above = state.slow_deg - model.slow_deg * u
    fast = (model.fast_deg * u - state.fast_deg) / model.fast_min
    if above < 0.0:
        return fast, -above * state.fast_deg / model.fast_deg / model.slow_loading_min
    scale = model.recovery_scale_deg
    return fast, -scale / model.slow_recovery_min * sinh(above / scale)


@given(days, stretches)
def test_a_step_follows_the_equations(
    creep: CreepModel, before: Sequence[Segment], segment: Segment
) -> None:
    start = creep_after(before, creep)[-1]
    short = creep_step(start, Segment(1e-5, segment.u), creep)
    fast, slow = slope(start, segment.u, creep)
    assert short.fast_deg - start.fast_deg == pytest.approx(1e-5 * fast, rel=1e-3, abs=1e-9)
    assert short.slow_deg - start.slow_deg == pytest.approx(1e-5 * slow, rel=1e-3, abs=1e-9)


@given(days, st.floats(0.0, 1.0))
def test_cutting_a_stretch_in_two_changes_nothing(
    creep: CreepModel, segments: Sequence[Segment], cut: float
) -> None:
    halves = [Segment(s.minutes * share, s.u) for s in segments for share in (cut, 1.0 - cut)]
    assert creep_after(halves, creep)[-1].deg == pytest.approx(
        creep_after(segments, creep)[-1].deg, abs=1e-9
    )
    assert dose_after(halves, HALF_LIFE)[-1] == pytest.approx(
        dose_after(segments, HALF_LIFE)[-1], abs=1e-9
    )


@given(days, st.floats(0.0, 0.5))
def test_more_flexion_never_means_less_creep_or_dose(
    creep: CreepModel, segments: Sequence[Segment], more: float
) -> None:
    harder = [Segment(s.minutes, min(1.0, s.u + more)) for s in segments]
    soft, hard = creep_after(segments, creep), creep_after(harder, creep)
    assert all(a.deg <= b.deg + 1e-9 for a, b in zip(soft, hard, strict=True))
    assert all(0.0 <= state.deg <= creep.ceiling_deg + 1e-9 for state in hard)
    assert dose_after(segments, HALF_LIFE)[-1] <= dose_after(harder, HALF_LIFE)[-1] + 1e-9


@given(st.floats(0.0, 1.0), st.floats(0.0, 300.0), st.floats(0.0, 300.0))
def test_creep_never_falls_under_one_posture_from_rest(
    creep: CreepModel, u: float, minutes: float, more: float
) -> None:
    assert creep_of(creep, (minutes, u)) <= creep_of(creep, (minutes + more, u)) + 1e-12


@given(days, st.floats(0.0, 300.0), st.floats(0.0, 300.0))
def test_creep_never_rises_in_standing(
    creep: CreepModel, segments: Sequence[Segment], minutes: float, more: float
) -> None:
    start = creep_after(segments, creep)[-1]
    sooner = creep_step(start, Segment(minutes, 0.0), creep)
    later = creep_step(start, Segment(minutes + more, 0.0), creep)
    assert later.deg <= sooner.deg + 1e-12 <= start.deg + 2e-12


@given(riding, st.integers(0, 9), st.floats(-1.0, 1.0))
def test_a_minute_more_or_less_makes_no_jump(
    creep: CreepModel, segments: Sequence[Segment], index: int, minute: float
) -> None:
    i = index % len(segments)
    changed = [
        Segment(max(0.0, s.minutes + minute), s.u) if j == i else s for j, s in enumerate(segments)
    ]
    by = abs(changed[i].minutes - segments[i].minutes)
    # Nothing in this range is steeper than the first moment of standing after endless aerobars.
    full = Creep(creep.fast_deg * AERO, creep.slow_deg * AERO)
    steepest = -sum(slope(full, 0.0, creep))
    assert 1.0 < steepest < 2.0
    moved = creep_after(changed, creep)[i].deg - creep_after(segments, creep)[i].deg
    assert abs(moved) <= by * steepest + 1e-9


@given(days, st.integers(0, 9), st.floats(0.0, 1e-6))
def test_a_hair_of_posture_makes_no_jump(
    creep: CreepModel, segments: Sequence[Segment], index: int, hair: float
) -> None:
    i = index % len(segments)
    changed = [
        Segment(s.minutes, min(1.0, s.u + hair)) if j == i else s for j, s in enumerate(segments)
    ]
    assert creep_after(changed, creep)[-1].deg == pytest.approx(
        creep_after(segments, creep)[-1].deg, abs=1e-4
    )


def test_recovery_keeps_its_digits_at_any_excess(creep: CreepModel) -> None:
    start = Creep(0.0, creep.slow_deg)
    assert creep_step(start, Segment(0.0, 0.0), creep) == start
    # A second at a time: what is lost in each is far below what tanh could resolve.
    state = start
    for _ in range(600):
        state = creep_step(state, Segment(1 / 60, 0.0), creep)
    assert state.slow_deg == pytest.approx(
        creep_step(start, Segment(10.0, 0.0), creep).slow_deg, rel=1e-9
    )
    # The end of recovery is a plain exponential.
    late = [creep_step(start, Segment(t, 0.0), creep).slow_deg for t in (3000.0, 3100.0)]
    assert late[1] / late[0] == pytest.approx(exp(-100.0 / creep.slow_recovery_min), rel=1e-3)


def test_states_come_one_a_segment(creep: CreepModel) -> None:
    segments = [Segment(30, 0.4), Segment(5, 0.0)]
    first, second = creep_after(segments, creep)
    assert first == creep_step(RESTED, segments[0], creep)
    assert second == creep_step(first, segments[1], creep)
    assert creep_after([], creep) == []


def test_dose_of_a_short_stretch_is_its_flexed_minutes() -> None:
    assert dose_step(0.0, Segment(1.0, 0.4), HALF_LIFE) == pytest.approx(0.4, rel=0.01)


def test_half_of_the_dose_is_forgotten_in_a_half_life() -> None:
    assert dose_step(100.0, Segment(HALF_LIFE, 0.0), HALF_LIFE) == pytest.approx(50.0)
    assert dose_step(100.0, Segment(0.0, 0.7), HALF_LIFE) == pytest.approx(100.0)


@pytest.mark.parametrize("half_life", [30.0, 60.0, 120.0, 240.0])
def test_dose_tells_a_desk_day_before_the_ride_from_the_ride_alone(half_life: float) -> None:
    desk, ride = Segment(480, 0.37), Segment(90, 0.55)
    alone, both = dose_after([ride], half_life)[-1], dose_after([desk, ride], half_life)[-1]
    assert both > alone
    if half_life >= HALF_LIFE:
        assert both > 1.5 * alone


def test_creep_of_the_desk_is_still_there_half_an_hour_into_the_ride(creep: CreepModel) -> None:
    desk = (240.0, 0.37)
    extra = [
        creep_of(creep, desk, (t, 0.55)) - creep_of(creep, (t, 0.55)) for t in (5.0, 30.0, 90.0)
    ]
    assert extra[0] > extra[1] > 0.5
    assert extra[2] < 0.1


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        ([(20, 1.0)], 5.61),
        ([(60, 0.37)], 2.17),
        ([(240, 0.37)], 2.49),
        ([(240, 0.37), (5, 0)], 1.92),
        ([(240, 0.37), (30, 0)], 1.47),
        ([(90, 0.55)], 3.66),
        ([(240, 0.37), (90, 0.55)], 3.69),
        ([(9, 0.55), (1, 0.0)] * 9 + [(9, 0.55)], 3.38),
    ],
)
def test_desk_and_ride_as_the_docs_state_them(
    creep: CreepModel, segments: list[tuple[float, float]], expected: float
) -> None:
    assert creep_of(creep, *segments) == pytest.approx(expected, abs=0.006)


@pytest.mark.parametrize(
    ("segments", "band"),
    [
        ([(480, 0.20)], CreepBand.BELOW),
        ([(20, 0.37)], CreepBand.BELOW),
        ([(45, 0.37)], CreepBand.WATCH),
        ([(60, 0.37)], CreepBand.AMBER),
        ([(480, 0.37)], CreepBand.AMBER),
        ([(90, 0.40)], CreepBand.AMBER),
        ([(30, 0.55)], CreepBand.AMBER),
        ([(90, 0.55)], CreepBand.RED),
        ([(60, 0.37), (5, 0.0)], CreepBand.BELOW),
    ],
)
def test_states_compare_with_published_exposures(
    creep: CreepModel,
    parameters: Parameters,
    segments: list[tuple[float, float]],
    band: CreepBand,
) -> None:
    assert creep_band(creep_of(creep, *segments), parameters) is band


def test_the_profile_assumes_the_published_share_of_sitting(parameters: Parameters) -> None:
    block = DeskBlock(start=time(9), end=time(17))
    assert block.seated_fraction == parameters.number("flexion.default_seated_fraction")


def test_postures_are_ordered_as_published(parameters: Parameters) -> None:
    u = posture_levels(parameters)
    assert u["standing"] == 0.0
    assert u["bike_upright"] < u["bike_tops"] < u["bike_hoods"] < u["bike_drops"] < u["bike_aero"]
    assert u["desk_upright"] < parameters.number("flexion.flexed_level") <= u["desk_slumped"]
