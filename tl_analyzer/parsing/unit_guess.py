"""Kilograms or pounds, judged by the loads of a whole file (``unit_guess.toml``)."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli
from pydantic import BaseModel, ConfigDict

from tl_analyzer.log import KG_PER_LB, WeightUnit

#: Plates in either unit give loads on a grid of a quarter or a half [kg or lb].
_QUARTER, _HALF = 0.25, 0.5
_EXACT = 1e-6
_FIVE, _TEN = 5.0, 10.0


class Signs(BaseModel):
    """What speaks for which unit; each value is explained in the table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    barbell_words: tuple[str, ...]
    other_words: tuple[str, ...]
    loads_least: int
    kg_plates_step_kg: float
    kg_plates_tolerance_lb: float
    kg_plates_share: float
    lb_plates_step_lb: float
    lb_plates_tolerance_kg: float
    lb_plates_share: float
    fives_share_lb: float
    fives_share_kg: float
    halves_share_kg: float
    median_lb: float


@dataclass(frozen=True)
class Guess:
    """A unit and what speaks for it."""

    unit: WeightUnit
    evidence: str


@cache
def signs() -> Signs:
    """Read the table, once."""
    text = files("tl_analyzer.parsing").joinpath("unit_guess.toml").read_text(encoding="utf-8")
    return Signs.model_validate(tomli.loads(text))


def guess_unit(loads: Sequence[tuple[str, float]]) -> Guess:
    """Judge the unit of loads without one.

    The first sign that speaks decides: conversions that leave traces, then the steps of loads
    on a bar, then their height.

    Parameters
    ----------
    loads : sequence of (str, float)
        Exercise and load as written; loads above zero. At least one.
    """
    sign = signs()
    values = [load for _, load in loads]
    converted = _share(_from_kg_plates(value) for value in values)
    if converted >= sign.kg_plates_share:
        return Guess(WeightUnit.LB, f"{converted:.0%} of loads are whole kg plates turned into lb")
    converted = _share(_from_lb_plates(value) for value in values)
    if converted >= sign.lb_plates_share:
        return Guess(WeightUnit.KG, f"{converted:.0%} of loads are whole lb turned into kg")
    bar = [load for name, load in loads if _on_a_bar(name)]
    return _by_steps(bar) or _by_height(bar or values, "on a bar" if bar else "of all exercises")


def _by_steps(bar: Sequence[float]) -> Guess | None:
    if not bar:
        return None
    sign = signs()
    fives = _share(_near(load % _TEN, _FIVE) for load in bar)
    halves = _share(_near(load % _FIVE, _FIVE / 2) for load in bar)
    evidence = _steps_of(fives, halves, f"of {len(bar)} barbell loads")
    if fives >= sign.fives_share_lb and len(bar) >= sign.loads_least:
        return Guess(WeightUnit.LB, evidence)
    if halves >= sign.halves_share_kg or fives <= sign.fives_share_kg:
        return Guess(WeightUnit.KG, evidence)
    return None


def _steps_of(fives: float, halves: float, which: str) -> str:
    """Say how loads end: pounds in 5, and only kilograms in 2.5 or 7.5."""
    return f"{_said(fives)} {which} end in 5, {_said(halves)} in 2.5 or 7.5"


def _said(share: float) -> str:
    return f"{share:.0%}" if share else "none"


def _by_height(loads: Sequence[float], which: str) -> Guess:
    median = statistics.median(loads)
    unit = WeightUnit.LB if median >= signs().median_lb else WeightUnit.KG
    fives = _share(_near(load % _TEN, _FIVE) for load in loads)
    halves = _share(_near(load % _FIVE, _FIVE / 2) for load in loads)
    steps = _steps_of(fives, halves, f"of {len(loads)} loads")
    return Guess(unit, f"the median of loads {which} is {median:g}, weak evidence; {steps}")


def _from_kg_plates(load: float) -> bool:
    sign = signs()
    step = sign.kg_plates_step_kg / KG_PER_LB
    return not _on_grid(load, _HALF, _EXACT) and _on_grid(load, step, sign.kg_plates_tolerance_lb)


def _from_lb_plates(load: float) -> bool:
    sign = signs()
    step = sign.lb_plates_step_lb * KG_PER_LB
    return not _on_grid(load, _QUARTER, _EXACT) and _on_grid(
        load, step, sign.lb_plates_tolerance_kg
    )


def _on_grid(value: float, step: float, tolerance: float) -> bool:
    return abs(value - round(value / step) * step) <= tolerance


def _near(value: float, other: float) -> bool:
    return abs(value - other) < _EXACT


def _share(hits: Iterable[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted) if counted else 0.0


def _on_a_bar(name: str) -> bool:
    plain = name.casefold()
    return any(word in plain for word in signs().barbell_words) and not any(
        word in plain for word in signs().other_words
    )
