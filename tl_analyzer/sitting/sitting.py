"""The day off the bike: probable sitting, and certain movement."""

from enum import StrEnum
from typing import NamedTuple

from tl_analyzer.log import Quality


class Sitting(NamedTuple):
    """A stretch of probable sitting after everything better known has been cut out of it.

    Attributes
    ----------
    start, end : float
        ``start <= t < end``. [s]
    posture : str
        How the seat is used, as the parameters name it: ``desk_slumped``.
    u : float
        Its flexion level, 0-1. [1]
    probability : float
        Probability of sitting at all. [1]
    quality : Quality
        How it is known.
    source : str
        What observed it.
    upper_bound : bool
        Whether short breaks could not be seen, so that a bout may be shorter than it looks.
    fresh : bool
        Whether the athlete must have got up before it, however short the gap.
    """

    start: float
    end: float
    posture: str
    u: float
    probability: float
    quality: Quality
    source: str
    upper_bound: bool = False
    fresh: bool = False

    @property
    def measured(self) -> bool:
        """Whether it was observed at all, rather than assumed from usual hours."""
        return self.quality is not Quality.D

    @property
    def minutes(self) -> float:
        """Length [min]."""
        return (self.end - self.start) / 60.0


class MovedBy(StrEnum):
    """What proves a movement."""

    POSTURE = "posture"
    ACTIVITY = "activity"
    STRENGTH = "strength"
    RIDE = "ride"


class Moving(NamedTuple):
    """A stretch in which the athlete certainly moved: a walk, a ride, mobility work.

    Attributes
    ----------
    start, end : float
        ``start <= t < end``. [s]
    label : str
        What it was: the sport, the exercise, or what observed it.
    by : MovedBy
        What proves it.
    """

    start: float
    end: float
    label: str
    by: MovedBy = MovedBy.ACTIVITY
