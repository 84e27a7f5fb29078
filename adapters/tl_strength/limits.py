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
    json_bytes: int
    rows: int
    labels: int
    label_length: int
    name_length: int
    exercises_named: int


class SetBounds(Bounds):
    """Bounds on the numbers of one set."""

    weight: float
    reps: int
    rpe_least: float
    rpe_most: float
    rir_most: float
    multiplier: float
    body_mass_least: float
    body_mass_most: float
    duration_s: float
    distance_m: float
    speed_least_m_s: float
    speed_most_m_s: float


class WorkoutBounds(Bounds):
    """Bounds on a workout."""

    duration_s: float
    break_s: float
    lines: int
    prose_length: int
    unix_least_s: float
    unix_most_s: float


class Limits(Bounds):
    """All bounds."""

    file: FileBounds
    set: SetBounds
    workout: WorkoutBounds


@cache
def limits() -> Limits:
    """Read the bounds, once."""
    return Limits.model_validate(table("data", "limits.toml"))
