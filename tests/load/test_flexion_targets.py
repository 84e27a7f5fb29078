"""Published creep: the targets of the fit, the thresholds made from them, the misfit as stated."""

import re
import tomllib
from collections.abc import Callable, Sequence
from importlib.resources import files
from itertools import pairwise
from math import exp
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.candidates import CANDIDATES, EARLIER, IN_USE, ONE_LOADING, residuals
from calibration.tables import HALF_LIVES_MIN, example_rows, residual_file, residual_rows
from calibration.targets import Target, targets
from calibration.thresholds import EXPOSURES, thresholds
from tl_analyzer.load.flexion import (
    CreepBand,
    CreepModel,
    Segment,
    creep_after,
    creep_band,
    posture_levels,
)
from tl_analyzer.parameters import Parameters
from tl_analyzer.reference import references

ROOT = Path(__file__).parents[2]
TARGETS = {target.name: target for target in targets()}

Simulate = Callable[[Sequence[Segment]], float]


@pytest.fixture(scope="session")
def simulate(creep: CreepModel) -> Simulate:
    return lambda segments: creep_after(segments, creep)[-1].deg


def bouts(on: float, off: float, number: int) -> list[Segment]:
    return [Segment(on, 1.0), *[Segment(off, 0.0), Segment(on, 1.0)] * (number - 1)]


def row_of(line: list[str]) -> str:
    return f"| {' | '.join(line)} |"


@pytest.mark.parametrize("target", targets(), ids=lambda t: t.name)
def test_the_shipped_model_meets_every_target(target: Target, simulate: Simulate) -> None:
    # Within a tolerance, but for the schedule that no simple model reaches.
    allowed = 1.5 if target.name == "3 min on, 12 off, 4 bouts" else 1.05
    assert abs(target.residual(target.simulated(simulate))) <= allowed


def test_creep_curve_of_mcgill_brown_1992(simulate: Simulate) -> None:
    for target in TARGETS.values():
        if target.name.startswith("full flexion"):
            curve = 5.5 * (1 - exp(-target.on_min / 9.4)) / (1 - exp(-20 / 9.4))
            assert target.low == target.high == pytest.approx(curve, abs=5e-4)
    assert simulate([Segment(20, 1.0)]) == pytest.approx(5.5, abs=0.15)


def test_intermittent_flexion_of_kang_mirka_2024(simulate: Simulate) -> None:
    # Measured 3.5 and 1.6. Linear models of two compartments reach 3.05 and 1.98 at best.
    long, short = simulate(bouts(3, 12, 4)), simulate(bouts(1, 4, 10))
    assert long == pytest.approx(3.5, abs=0.31)
    assert short == pytest.approx(1.6, abs=0.21)
    assert (long - 3.5) ** 2 + (short - 1.6) ** 2 < 0.5 * (0.45**2 + 0.38**2)
    assert long > simulate(bouts(1, 4, 12)) > short


def test_an_hour_of_flexed_sitting_of_sanchez_zuriaga_2010(
    simulate: Simulate, parameters: Parameters
) -> None:
    slumped = parameters["flexion.u.desk_slumped"]
    assert TARGETS["an hour of flexed sitting"].u == slumped.value
    assert simulate([Segment(60, parameters.number(slumped.key))]) == pytest.approx(2.3, abs=0.15)
    assert slumped.low is not None and slumped.high is not None
    assert simulate([Segment(60, slumped.low)]) < 2.3 < simulate([Segment(60, slumped.high)])


def test_recovery_is_quick_at_first_and_not_over_in_three_hours(simulate: Simulate) -> None:
    full = Segment(20, 1.0)
    after = [simulate([full, Segment(t, 0.0)]) / simulate([full]) for t in (2, 20, 30, 180, 480)]
    assert after[0] == pytest.approx(0.5, abs=0.1)
    assert after[1] > 0.25
    assert 0.15 <= after[2] <= 0.6
    assert after[3] >= 0.05
    assert after[4] <= 0.08


# --- Studies that the fit did not see: their order, not their size ------------------------------


def test_longer_and_deeper_flexion_creeps_more(simulate: Simulate) -> None:
    # Hendershot 2011: 2 and 16 min at 33, 66 and 100 % of the angle of silence.
    short, long = ([simulate([Segment(t, u)]) for u in (0.33, 0.66, 1.0)] for t in (2, 16))
    assert short == sorted(short) and long == sorted(long)
    assert all(a < b for a, b in zip(short, long, strict=True))


def test_longer_bouts_and_more_of_them_creep_more_and_last(simulate: Simulate) -> None:
    # Muslim 2013: bouts of 1, 2 and 4 min at 33 and 50 % duty; not at baseline after 20 min.
    found = {
        (on, duty): bouts(on, on / duty - on, round(48 * duty / on))
        for on in (1, 2, 4)
        for duty in (1 / 3, 1 / 2)
    }
    creep = {key: simulate(segments) for key, segments in found.items()}
    for duty in (1 / 3, 1 / 2):
        assert creep[1, duty] < creep[2, duty] < creep[4, duty]
    assert all(creep[on, 1 / 3] < creep[on, 1 / 2] for on in (1, 2, 4))
    assert all(simulate([*segments, Segment(20, 0.0)]) > 0.5 for segments in found.values())


def test_shorter_rests_leave_more_creep(simulate: Simulate) -> None:
    # Courville 2005, cats: six times 10 min with 5, 10 or 20 min after each.
    left = [simulate([Segment(10, 1.0), Segment(rest, 0.0)] * 6) for rest in (5, 10, 20)]
    assert left == sorted(left, reverse=True)
    assert left[0] > 1.3 * left[2]


@pytest.mark.parametrize("minutes", [2.0, 4.0, 8.0, 16.0])
def test_recovery_takes_longer_than_the_exposure(minutes: float, simulate: Simulate) -> None:
    # Bazrgari 2011.
    flexed = [Segment(minutes, 1.0)]
    assert simulate([*flexed, Segment(minutes, 0.0)]) > 0.25 * simulate(flexed)


# --- Thresholds ----------------------------------------------------------------------------------


def test_thresholds_are_the_models_own_output(simulate: Simulate, parameters: Parameters) -> None:
    for key, degrees in thresholds(simulate, targets()).items():
        assert parameters.number(key) == degrees
    reached = {
        key: creep_band(TARGETS[name].simulated(simulate), parameters)
        for key, name in EXPOSURES.items()
    }
    assert list(reached.values()) == [CreepBand.WATCH, CreepBand.AMBER, CreepBand.RED]


def minutes_until(level: float, u: float, simulate: Simulate) -> float:
    low, high = 0.0, 600.0
    while high - low > 1e-3:
        middle = (low + high) / 2
        low, high = (middle, high) if simulate([Segment(middle, u)]) < level else (low, middle)
    return high


def test_no_rounding_of_the_desk_decides_a_colour(
    simulate: Simulate, parameters: Parameters
) -> None:
    # The earlier model levelled off at the threshold itself: 0.37 amber after 51 min, 0.36 never.
    amber = parameters.number("flexion.state_amber_deg")
    until = [minutes_until(amber, u, simulate) for u in (0.35, 0.36, 0.37, 0.38, 0.39)]
    assert until == sorted(until, reverse=True)
    assert until[2] == pytest.approx(60.0, abs=0.1)
    assert all(a - b < 12.0 for a, b in pairwise(until))


@given(st.floats(0.34, 0.9))
def test_time_to_amber_changes_little_with_little_posture(
    simulate: Simulate, parameters: Parameters, u: float
) -> None:
    amber = parameters.number("flexion.state_amber_deg")
    before, after = (minutes_until(amber, level, simulate) for level in (u, u + 0.001))
    assert 0.0 <= before - after <= 3.0


# --- What is stated ------------------------------------------------------------------------------


def test_the_residuals_are_the_models(simulate: Simulate) -> None:
    text = files("tl_analyzer.load").joinpath("flexion_residuals.toml").read_text(encoding="utf-8")
    squares = sum(t.residual(t.simulated(simulate)) ** 2 for t in targets())
    assert text == residual_file(simulate, squares, targets())
    assert len(tomllib.loads(text)["residual"]) == len(TARGETS)


def test_the_docs_state_the_models_numbers(simulate: Simulate, parameters: Parameters) -> None:
    page = (ROOT / "docs/flexion_model.md").read_text(encoding="utf-8")
    for row in residual_rows(simulate, targets()):
        assert row_of(row) in page
    for row in example_rows(simulate, posture_levels(parameters)):
        assert row_of(row) in page
    for name in re.findall(r"^\| `flexion\.(\w+)` \| ([\d.]+) ", page, flags=re.MULTILINE):
        assert parameters.number(f"flexion.{name[0]}") == float(name[1])
    half_life = parameters["flexion.dose_half_life_min"]
    assert half_life.value in HALF_LIVES_MIN
    assert (half_life.low, half_life.high) == (min(HALF_LIVES_MIN), max(HALF_LIVES_MIN))


def test_every_compared_model_is_on_file_with_what_it_gives() -> None:
    text = files("calibration").joinpath("flexion_residuals.toml").read_text(encoding="utf-8")
    filed = {row["name"]: row for row in tomllib.loads(text)["model"]}
    for candidate in CANDIDATES:
        row = filed.pop(candidate.name)
        numbers = [row["numbers"][free.name] for free in candidate.free]
        creep = candidate.creep(numbers)
        for name, target in TARGETS.items():
            # The numbers are filed with three digits.
            assert row["simulated"][name] == pytest.approx(target.simulated(creep), abs=0.03)
        squares = sum(r * r for r in residuals(candidate, numbers, targets()))
        assert row["squares"] == pytest.approx(squares, abs=0.5)
        if candidate is not IN_USE:
            # In use is the best score; nothing beats it without one number more.
            assert row["score"] > filed_score(text, IN_USE.name)
    assert set(filed) == {"the earlier model"}


def filed_score(text: str, name: str) -> float:
    (score,) = (row["score"] for row in tomllib.loads(text)["model"] if row["name"] == name)
    assert isinstance(score, float)
    return score


def test_every_target_has_a_source() -> None:
    for target in TARGETS.values():
        assert target.reference in references()
        assert target.note and target.tolerance > 0.0 and target.low <= target.high


# --- The earlier model, for the comparison -------------------------------------------------------


@given(
    st.lists(
        st.builds(Segment, minutes=st.floats(0.0, 300.0), u=st.floats(0.0, 1.0)),
        min_size=1,
        max_size=10,
    )
)
def test_the_earlier_model_agrees_with_the_reference_arithmetic(
    oracle: ModuleType, segments: Sequence[Segment]
) -> None:
    theirs = oracle.creep([(s.minutes, s.u) for s in segments])
    # Its ceiling is written with seven digits.
    assert ONE_LOADING.creep(EARLIER)(segments) == pytest.approx(theirs, rel=1e-6, abs=1e-9)


def test_the_earlier_model_gives_its_published_vectors() -> None:
    # C1 and C2: where it was right, the shipped model is no worse; where it was not, it is better.
    creep = ONE_LOADING.creep(EARLIER)
    assert creep([Segment(20, 1.0)]) == pytest.approx(5.5, abs=5e-4)
    assert creep(bouts(3, 12, 4)) == pytest.approx(2.504, abs=5e-4)
    assert creep(bouts(1, 4, 10)) == pytest.approx(1.724, abs=5e-4)
    assert creep(bouts(1, 4, 12)) == pytest.approx(1.797, abs=5e-4)
