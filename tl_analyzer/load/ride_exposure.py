"""Rides as stretches of trunk flexion."""

from dataclasses import dataclass
from typing import NamedTuple

from tl_analyzer.finding import DataQuality
from tl_analyzer.log import PositionEvidence


class FlexedBout(NamedTuple):
    """A stretch at one flexion level.

    Attributes
    ----------
    start, end : float
        ``start <= t < end``. [s]
    u : float
        Flexion level, 0-1. [1]
    posture : str
        What it stands for, as the parameters name it: ``bike_hoods``, ``desk_slumped``.
    """

    start: float
    end: float
    u: float
    posture: str = ""

    @property
    def minutes(self) -> float:
        """Length [min]."""
        return (self.end - self.start) / 60.0


@dataclass(frozen=True)
class RideExposure:
    """One ride as the model sees it.

    Attributes
    ----------
    label : str
        The ride as a reader would name it.
    start, end : float
        First and last record. [s]
    day : int
        Local day of the start. [ordinal]
    distance_km : float
        Distance; 0 where the file holds none. [km]
    evidence : PositionEvidence
        How seated and standing are known.
    position : str
        Riding position used, from the profile; ``unspecified`` where it says nothing.
    bouts : tuple of FlexedBout
        Levels through the ride, stops left out.
    flexed_min : float
        Minutes at or above the flexed level. [min]
    longest_bout_min : float
        Longest stretch at or above the flexed level without a break that resets. [min]
    dose_u_min : float
        u-weighted minutes on the bike. [u min]
    upper_bound : bool
        Whether standing was not recorded, so that `longest_bout_min` can only be too long.
    quality : DataQuality
        How the posture is known.
    timed : bool
        Whether the time of day is known.
    """

    label: str
    start: float
    end: float
    day: int
    distance_km: float
    evidence: PositionEvidence
    position: str
    bouts: tuple[FlexedBout, ...]
    flexed_min: float
    longest_bout_min: float
    dose_u_min: float
    upper_bound: bool
    quality: DataQuality
    timed: bool = True
