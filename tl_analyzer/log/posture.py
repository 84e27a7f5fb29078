"""Sitting and its opposites through the day."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from tl_analyzer.log.instant import When
from tl_analyzer.log.provenance import Provenance
from tl_analyzer.log.value import Value


class Posture(StrEnum):
    """Postures off the bike."""

    SITTING = "sitting"
    STANDING = "standing"
    #: Walking or otherwise on the move.
    MOVING = "moving"
    LYING = "lying"
    #: Certainly not at the desk (holiday, out of office).
    OFF = "off"
    #: The source was running but cannot tell.
    UNKNOWN = "unknown"


class SittingStyle(StrEnum):
    """How a seat is used, where the source or the profile says."""

    SLUMPED = "slumped"
    UPRIGHT = "upright"
    SIT_STAND = "sit-stand"


class Quality(StrEnum):
    """How a posture is known. The better quality wins where two disagree."""

    #: Posture measured (thigh sensor, desk height with presence, own minute-by-minute log).
    A = "A"
    #: Activity observed (keyboard, watch).
    B = "B"
    #: Stated or planned (calendar, time tracker).
    C = "C"
    #: Assumed from usual hours.
    D = "D"


class PostureInterval(Value):
    """A stretch of time in one posture, half open.

    Attributes
    ----------
    start : When
        Begin.
    end : datetime
        End [UTC].
    posture : Posture
        What was observed.
    probability : float
        Probability that the posture is as stated. [1]
    quality : Quality
        How it is known.
    style : SittingStyle or None
        How the seat is used, where known.
    source : str
        What observed it, in the athlete's words: ``computer activity (ActivityWatch)``.
    """

    kind: Literal["posture"] = "posture"
    start: When
    end: datetime
    posture: Posture
    probability: float = Field(ge=0, le=1)
    quality: Quality
    style: SittingStyle | None = None
    source: str
    provenance: Provenance

    @property
    def minutes(self) -> float:
        """Length of the interval [min]."""
        return (self.end - self.start.utc).total_seconds() / 60.0
