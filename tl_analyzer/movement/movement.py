"""What an exercise name was understood as."""

from dataclasses import dataclass
from enum import StrEnum


class Pattern(StrEnum):
    """Movement patterns, from the most specific to the catch-all."""

    MOBILITY = "mobility"
    CARDIO = "cardio"
    OVERHEAD_STATIC = "overhead_static"
    OLYMPIC = "olympic"
    SWING = "swing"
    OVERHEAD_PRESS = "overhead_press"
    HINGE = "hinge"
    SQUAT = "squat"
    LUNGE = "lunge"
    JUMP = "jump"
    HORIZONTAL_PRESS = "horizontal_press"
    VERTICAL_PULL = "vertical_pull"
    HORIZONTAL_PULL = "horizontal_pull"
    CARRY = "carry"
    TRUNK_FLEXION = "trunk_flexion"
    TRUNK_EXTENSION = "trunk_extension"
    TRUNK_ROTATION = "trunk_rotation"
    ANTI_MOVEMENT_CORE = "anti_movement_core"
    ISOLATION_UPPER = "isolation_upper"
    ISOLATION_LOWER = "isolation_lower"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Movement:
    """How one exercise name is understood.

    Attributes
    ----------
    name : str
        The name as written.
    pattern : Pattern
        Movement pattern.
    tl_hinge, tl_overhead, tl_rotation, tl_flexion_loaded : bool
        Whether it loads the thoracolumbar junction by hinging, overhead work, trunk rotation or
        loaded trunk flexion.
    axial : bool
        Whether an external load compresses the spine as a main effect.
    equipment : str
        ``barbell``, ``dumbbell``, ``kettlebell``, ``machine``, ``bodyweight``, ``unspecified``, ...
    unilateral : bool
        Whether one side works at a time.
    lift : str
        The standard lift it is a form of, as the demand coefficients name it
        (``deadlift``, ``sumo_deadlift``, ``swing``, ``overhead_press``, ...); empty if none.
    confidence : float
        0 (not recognised) to 1. [1]
    via : str
        Why: the words that decided, in plain English.
    """

    name: str
    pattern: Pattern
    tl_hinge: bool = False
    tl_overhead: bool = False
    tl_rotation: bool = False
    tl_flexion_loaded: bool = False
    axial: bool = False
    equipment: str = "unspecified"
    unilateral: bool = False
    lift: str = ""
    confidence: float = 0.0
    via: str = ""

    @property
    def recognised(self) -> bool:
        """Whether the name was understood at all."""
        return self.confidence > 0.0
