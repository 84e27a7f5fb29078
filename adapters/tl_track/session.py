"""An outing as an entry of the log."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from tl_analyzer.log import (
    ActivitySession,
    Clock,
    PostureBout,
    Provenance,
    RidePosture,
    RideSession,
    When,
)
from tl_analyzer.parsing.sample_runs import mean_running
from tl_analyzer.parsing.sports import find_sport, ridden_indoors
from tl_track.clock import utc
from tl_track.course import course
from tl_track.cuts import cuts
from tl_track.outing import Outing
from tl_track.points import Points
from tl_track.travel import distance_m, jumps, speeds, steps


@dataclass(frozen=True)
class Told:
    """What an outing tells, of whatever sport.

    Attributes
    ----------
    start, end : datetime
        First and last point [UTC].
    moving_s : float
        Time without pauses [s].
    distance_m, power_w : float or None
        Distance [m] and mean power [W], where measured.
    bouts : tuple of PostureBout
        Postures from `start` to `end`.
    jumps : int
        Steps between positions that are errors of the receiver.
    """

    start: datetime
    end: datetime
    moving_s: float
    distance_m: float | None
    power_w: float | None
    bouts: tuple[PostureBout, ...]
    jumps: int = 0


def told_by_points(points: Points) -> Told | None:
    """What the points tell; None where they are fewer than two."""
    if len(points) < 2:
        return None
    taken = steps(points)
    gone = course(points, speeds(points, taken))
    return Told(
        start=utc(int(points.ms[0])),
        end=utc(int(points.ms[-1])),
        moving_s=gone.moving_s,
        distance_m=distance_m(points, taken, gone.stopped) or None,
        power_w=mean_running(points.power_w, gone.paused),
        bouts=gone.bouts,
        jumps=jumps(taken),
    )


def told_by_laps(outing: Outing) -> Told | None:
    """What the laps alone tell: entries by hand and exports without points."""
    known = [(lap.start, lap.seconds) for lap in outing.laps if lap.start and lap.seconds]
    if not known or max(seconds for _, seconds in known) > cuts().clock_span_s:
        return None
    start = min(utc(begun.ms) for begun, _ in known)
    end = max(utc(begun.ms) + timedelta(seconds=seconds) for begun, seconds in known)
    if (end - start).total_seconds() > cuts().clock_span_s:
        return None
    lengths = [lap.distance_m for lap in outing.laps if lap.distance_m]
    return Told(
        start=start,
        end=end,
        moving_s=min(sum(seconds for _, seconds in known), (end - start).total_seconds()),
        distance_m=sum(lengths) or None,
        power_w=None,
        bouts=(PostureBout(start=start, end=end, posture=RidePosture.UNKNOWN),),
    )


def entry(
    outing: Outing, told: Told, zone: str, source: Provenance
) -> RideSession | ActivitySession:
    """A ride, or an activity of another sport."""
    sport = find_sport("tl_track", *outing.words)
    start = When(utc=told.start, zone=zone, clock=Clock.STATED)
    if not sport.is_ride:
        return ActivitySession(
            start=start,
            end=told.end,
            sport=sport.name,
            moving_s=told.moving_s,
            distance_m=told.distance_m,
            provenance=source,
        )
    return RideSession(
        start=start,
        end=told.end,
        elapsed_s=(told.end - told.start).total_seconds(),
        moving_s=told.moving_s,
        distance_m=told.distance_m,
        sub_sport=sport.sub_sport,
        indoor=ridden_indoors("tl_track", sport, outing.device, placed=bool(outing.points.placed)),
        average_power_w=told.power_w,
        device=outing.device,
        bouts=told.bouts,
        provenance=source,
    )
