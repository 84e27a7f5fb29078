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


class Observation(StrEnum):
    """What observed a posture. Sources are merged by it: each has its own place in the order."""

    #: A sensor on the thigh.
    POSTURE_SENSOR = "posture sensor"
    #: A log written by hand.
    POSTURE_LOG = "posture log"
    #: The height of a sit-stand desk: ``STANDING`` or ``SITTING``, if anybody is there at all.
    DESK_HEIGHT = "desk height"
    #: Keyboard or mouse in use.
    COMPUTER_ACTIVE = "computer active"
    #: The computer is watched, and nobody uses it.
    COMPUTER_IDLE = "computer idle"
    #: A meeting in a calendar.
    MEETING = "meeting"
    #: A time tracker says work.
    TIME_TRACKER = "time tracker"
    #: A wearable is worn and sees no movement.
    WRIST_STILL = "wrist still"
    #: A wearable counts time on the feet.
    STAND_TIME = "stand time"
    #: Steps at a walking rate.
    STEPS = "steps"
    #: A clock hour of a watch: ``SITTING`` when it was idle throughout; ``UNKNOWN`` when the
    #: athlete was up for a minute of it, which says no more than that.
    STAND_HOUR = "stand hour"
    #: Sleep.
    SLEEP = "sleep"
    #: A day or stretch away from work by plan.
    OUT_OF_OFFICE = "out of office"


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
    observation : Observation
        What kind of evidence it is.
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
    observation: Observation = Observation.POSTURE_LOG
    style: SittingStyle | None = None
    source: str
    provenance: Provenance

    @property
    def minutes(self) -> float:
        """Length of the interval [min]."""
        return (self.end - self.start.utc).total_seconds() / 60.0
