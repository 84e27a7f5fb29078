"""Bounds of belief (``data/limits.toml``)."""

from functools import cache

from pydantic import BaseModel, ConfigDict

from tl_strength.resources import table


class Bounds(BaseModel):
    """A table of bounds that refuses unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FileBounds(Bounds):
    """Bounds on a whole file and on the text it may put into problems."""

    bytes: int
    rows: int
    labels: int
    label_length: int
    name_length: int


class SetBounds(Bounds):
    """Bounds on the numbers of one set."""

    weight: float
    reps: int
    rpe_least: float
    rpe_most: float
    duration_s: float
    distance_m: float
    speed_least_m_s: float
    speed_most_m_s: float


class WorkoutBounds(Bounds):
    """Bounds on a workout."""

    duration_s: float


class Limits(Bounds):
    """All bounds."""

    file: FileBounds
    set: SetBounds
    workout: WorkoutBounds


@cache
def limits() -> Limits:
    """Read the bounds, once."""
    return Limits.model_validate(table("data", "limits.toml"))
