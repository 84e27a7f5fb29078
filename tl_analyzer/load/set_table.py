"""Strength work as columns: every set of the window with what it loads."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tl_analyzer.log import When
from tl_analyzer.movement.movement import Movement

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]


class Session(NamedTuple):
    """One strength session as rules refer to it."""

    label: str
    start: When
    day: int
    minutes: float | None


@dataclass(frozen=True)
class SetTable:
    """Every set of the window, one row a set, in time order (as performed within a session).

    Attributes
    ----------
    start : (n,) float
        Start of the set, or of its session where sets are not timed. [s]
    day : (n,) int
        Local day of its session's start. [ordinal]
    timed : (n,) bool
        Whether the time of day is known.
    session, movement : (n,) int
        Row in `Picture.sessions` and in `movements`.
    kg : (n,) float
        Load on the implement [kg], pairs summed; NaN for body weight alone.
    reps : (n,) float
        Repetitions; NaN where the log gives none. [1]
    warmup : (n,) bool
        Marked as a warm-up set.
    demand : (n,) float
        D, hinge demand relative to a conventional deadlift 1RM; NaN where it cannot be told. [1]
    hinge_dose : (n,) float
        Contribution to H. [index points, 100 = 5x5 at 75 %]
    hard_hinge : (n,) bool
        Working set of a lift with tl_hinge, not ballistic, with D at or above the hard cut.
    ballistic_reps : (n,) float
        Repetitions of swings and the like. [1]
    intensity : (n,) float
        I, load relative to the 1RM of its overhead lift; NaN for other lifts. [1]
    overhead_dose : (n,) float
        Contribution to O. [index points, 100 = 5x5 at 75 %]
    rotation_reps, flexion_reps : (n,) float
        Loaded rotation or side-bending, and loaded spinal flexion. [1]
    """

    start: Floats
    day: Ints
    timed: Flags
    session: Ints
    movement: Ints
    kg: Floats
    reps: Floats
    warmup: Flags
    demand: Floats
    hinge_dose: Floats
    hard_hinge: Flags
    ballistic_reps: Floats
    intensity: Floats
    overhead_dose: Floats
    rotation_reps: Floats
    flexion_reps: Floats
    movements: tuple[Movement, ...]

    def __post_init__(self) -> None:
        # Every rule looks at the same columns, and not all rules are our own.
        for column in vars(self).values():
            if isinstance(column, np.ndarray):
                column.flags.writeable = False

    def __len__(self) -> int:
        return len(self.start)

    def column(self, attribute: str) -> Flags:
        """A boolean attribute of each set's movement, such as ``tl_hinge``. Shape (n,)."""
        per_movement = np.array([getattr(m, attribute) for m in self.movements], dtype=bool)
        return per_movement[self.movement] if len(self) else np.zeros(0, dtype=bool)


def or_zero(values: Floats) -> Floats:
    """Values, with 0 for what is not known. `numpy.nan_to_num` takes five times as long."""
    return np.where(np.isnan(values), 0.0, values)
