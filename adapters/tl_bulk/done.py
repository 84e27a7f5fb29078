"""One activity of a list: known by its sums alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tl_analyzer.log import (
    ActivitySession,
    PostureBout,
    Provenance,
    RidePosture,
    RideSession,
    When,
)
from tl_analyzer.parsing.sports import Sport
from tl_bulk.sports import is_indoors


@dataclass(frozen=True, slots=True)
class Done:
    """An activity as a list sums it up.

    Attributes
    ----------
    start : When
        Its start.
    elapsed_s : float
        Time from start to end [s].
    moving_s : float or None
        Time without pauses [s].
    sport : Sport
        What was done.
    distance_m, power_w : float or None
        Distance [m], and mean power [W] where it was measured.
    indoor : bool or None
        Whether it was indoors, where the list says so apart from the sport.
    """

    start: When
    elapsed_s: float
    moving_s: float | None
    sport: Sport
    distance_m: float | None = None
    power_w: float | None = None
    indoor: bool | None = None


def entry(done: Done, source: Provenance) -> RideSession | ActivitySession:
    """A ride, where it has a clock; an activity otherwise.

    A ride of which only the day is known cannot be laid beside other records of that day. It is
    an activity of the sport ``cycling``: it says that the athlete rode, and how long.
    """
    end = done.start.utc + timedelta(seconds=done.elapsed_s)
    if not (done.sport.is_ride and done.start.timed):
        return ActivitySession(
            start=done.start,
            end=end,
            sport=done.sport.name,
            moving_s=_moving_s(done),
            distance_m=done.distance_m or None,
            provenance=source,
        )
    moving_s = _moving_s(done)
    return RideSession(
        recorded=False,
        start=done.start,
        end=end,
        elapsed_s=done.elapsed_s,
        moving_s=done.elapsed_s if moving_s is None else moving_s,
        distance_m=done.distance_m or None,
        sub_sport=done.sport.sub_sport,
        indoor=True if is_indoors(done.sport) else done.indoor,
        average_power_w=done.power_w or None,
        bouts=_bouts(done, end),
        provenance=source,
    )


def _moving_s(done: Done) -> float | None:
    """Time without pauses, where it is stated and can be true [s]."""
    stated = done.moving_s
    return min(stated, done.elapsed_s) if stated else None


def _bouts(done: Done, end: datetime) -> tuple[PostureBout, ...]:
    """First the riding, then the pauses.

    A list says how long the pauses were, and not when. Put at the end, riding and standing have
    their right lengths, and the ride its right start and end.
    """
    start = done.start.utc
    moving_s = _moving_s(done)
    turn = end if moving_s is None else start + timedelta(seconds=moving_s)
    parts = ((start, turn, RidePosture.UNKNOWN), (turn, end, RidePosture.STOPPED))
    return tuple(PostureBout(start=a, end=b, posture=posture) for a, b, posture in parts if a < b)
