"""One activity as a track file holds it."""

from dataclasses import dataclass, field

from tl_track.clock import Instant
from tl_track.points import Collected


@dataclass(frozen=True, slots=True)
class Lap:
    """What a lap sums up.

    Attributes
    ----------
    start : Instant or None
        Its start.
    seconds, distance_m : float or None
        Time [s] and distance [m].
    """

    start: Instant | None
    seconds: float | None = None
    distance_m: float | None = None


@dataclass
class Outing:
    """One activity while it is read.

    Attributes
    ----------
    row : int
        Number of its first point in the file, counted from 1.
    words : list of str
        What the file calls the sport, the plainest word first.
    device : str
        Device or program that recorded it.
    aside : str
        What its points are, where they record nothing that was done; else empty.
    points : Collected
        Its points.
    laps : list of Lap
        Its laps.
    """

    row: int
    words: list[str] = field(default_factory=list)
    device: str = ""
    aside: str = ""
    points: Collected = field(default_factory=Collected)
    laps: list[Lap] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Points in all."""
        return len(self.points) + self.points.left_out

    @property
    def planned(self) -> bool:
        """Whether it has points and nowhere a time: nobody was there yet."""
        points = self.points
        timeless = points.untimed and not (len(points) or points.misread)
        return bool(timeless) and not self.laps
