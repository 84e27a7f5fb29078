"""Rides as stretches of trunk flexion."""

from dataclasses import dataclass
from typing import NamedTuple

from tl_analyzer.finding import DataQuality
from tl_analyzer.log import PositionEvidence

#: Standing, as the parameters name it.
STANDING = "out_of_saddle"


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
    untimed_standing_min : float
        Time standing of which the device told the sum alone: no bout shows it. [min]
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
    untimed_standing_min: float = 0.0

    @property
    def untimed_share(self) -> float:
        """Share of the bouts not standing that was ridden standing nonetheless. [1]."""
        seated_min = sum(b.minutes for b in self.bouts if b.posture != STANDING)
        return self.untimed_standing_min / seated_min if seated_min else 0.0

    def levels(self, standing: float) -> list[float]:
        """Flexion level of each bout [1], standing that no bout shows spread over the others.

        Parameters
        ----------
        standing : float
            Level of standing. [1]
        """
        share = self.untimed_share
        return [b.u - share * (b.u - standing) for b in self.bouts]
