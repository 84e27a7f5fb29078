"""What the study compares, as data."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from tomllib import loads

from pydantic import BaseModel, ConfigDict


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LogisticSettings(_Table):
    """How the model is fitted, and the thresholds to choose from."""

    ridge: float
    steps: int
    tolerance: float
    thresholds: Sequence[float]


class RuleSettings(_Table):
    """Marks the rule of thumb may choose from."""

    cadence_rpm: Sequence[float]
    power_of_mean: Sequence[float]


class RandomSettings(_Table):
    """How often chance is asked."""

    draws: int
    seed: int


class Decision(_Table):
    """Marks an inference has to reach on devices it was not fitted to."""

    precision: float
    recall: float
    gain: float


class Settings(_Table):
    """All settings of the study; ``settings.toml`` says what each is for."""

    features: Mapping[str, int]
    smoothing: Mapping[str, int]
    logistic: LogisticSettings
    rule: RuleSettings
    random: RandomSettings
    matching: Mapping[str, float]
    decision: Decision


@cache
def settings() -> Settings:
    """Return the settings of the study."""
    text = files("studies.standing").joinpath("settings.toml").read_text(encoding="utf-8")
    return Settings.model_validate(loads(text))
