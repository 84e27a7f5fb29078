"""How well the creep model in use meets the experiments it was fitted to."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import tomli


@dataclass(frozen=True, slots=True)
class Residual:
    """One published exposure beside the model.

    Attributes
    ----------
    target : str
        The exposure, in words.
    published : str
        What was measured; a bound or range where only that is known.
    simulated : float
        What the model gives, in `unit`.
    unit : str
        Unit of both.
    tolerance : float
        How far off counts as one, in `unit`.
    residual : float
        Distance from the published value, in tolerances. [1]
    reference : str
        Key of its source.
    """

    target: str
    published: str
    simulated: float
    unit: str
    tolerance: float
    residual: float
    reference: str


@cache
def residuals() -> tuple[Residual, ...]:
    """Every target of the fit, in the order of the file."""
    text = files("tl_analyzer.load").joinpath("flexion_residuals.toml").read_text(encoding="utf-8")
    return tuple(Residual(**entry) for entry in tomli.loads(text)["residual"])
