"""An activity as an entry of the log."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from tl_analyzer.log import (
    ActivitySession,
    PositionEvidence,
    PostureBout,
    Provenance,
    RidePosture,
    RideSession,
    When,
)
from tl_analyzer.parsing.rider_position import Turn
from tl_analyzer.parsing.sample_runs import mean_running, recorded
from tl_analyzer.parsing.sports import Sport, ridden_indoors
from tl_goldencheetah.reading.course import course
from tl_goldencheetah.reading.cuts import cuts
from tl_goldencheetah.reading.position import turns
from tl_goldencheetah.reading.ride_file import RideFile
from tl_goldencheetah.reading.samples import Samples
from tl_goldencheetah.reading.sports import PACKAGE, sport_of

_MS = timedelta(milliseconds=1)
#: Totals of an activity without samples: its length, and the part of it without pauses.
_LENGTHS = ("workout_time", "time_recording", "time_riding")
_MOVING = "time_riding"
_KILOMETRES = "total_distance"
_M_PER_KM = 1000.0


@dataclass(frozen=True)
class Told:
    """What an activity tells, of whatever sport.

    Attributes
    ----------
    start, end : datetime
        Its first and last sample [UTC].
    moving_s : float or None
        Time without pauses [s].
    distance_m, power_w : float or None
        Distance [m] and mean power [W], where known.
    bouts : tuple of PostureBout
        Postures from `start` to `end`.
    evidence : PositionEvidence
        How seated and standing are known.
    recorded : bool
        Whether it comes from samples, and not from totals alone.
    """

    start: datetime
    end: datetime
    moving_s: float | None
    distance_m: float | None
    power_w: float | None
    bouts: tuple[PostureBout, ...]
    evidence: PositionEvidence
    recorded: bool


def told(ride: RideFile) -> Told | None:
    """What an activity tells; None where its start or its length is not known."""
    if ride.start is None:
        return None
    samples = ride.samples.in_order()
    if len(samples) >= 2:
        return _by_samples(ride, samples, ride.start)
    return _by_totals(ride, ride.start)


def _by_samples(ride: RideFile, samples: Samples, zero: datetime) -> Told:
    first, last = int(samples.ms[0]), int(samples.ms[-1])
    changes: list[Turn] = [t for t in turns(ride.reports) or () if t.at <= last]
    gone = course(samples, changes, zero)
    return Told(
        start=zero + first * _MS,
        end=zero + last * _MS,
        moving_s=gone.moving_s,
        distance_m=_distance_m(ride, samples),
        power_w=mean_running(samples.power_w, gone.held),
        bouts=gone.bouts,
        evidence=PositionEvidence.EVENTS if changes else PositionEvidence.NONE,
        recorded=True,
    )


def _by_totals(ride: RideFile, start: datetime) -> Told | None:
    """An activity typed by hand: totals say how long the pauses were, and not when.

    Put at the end, riding and standing have their right lengths.
    """
    lengths = [ride.overrides.get(name, 0.0) for name in _LENGTHS]
    length_s = max(lengths)
    if not 0 < length_s <= cuts().longest_s:
        return None
    end = start + timedelta(seconds=length_s)
    moving_s = ride.overrides.get(_MOVING) or None
    turn = end if moving_s is None else start + timedelta(seconds=moving_s)
    parts = ((start, turn, RidePosture.UNKNOWN), (turn, end, RidePosture.STOPPED))
    return Told(
        start=start,
        end=end,
        moving_s=moving_s,
        distance_m=_typed_distance_m(ride),
        power_w=None,
        bouts=tuple(PostureBout(start=a, end=b, posture=p) for a, b, p in parts if a < b),
        evidence=PositionEvidence.NONE,
        recorded=False,
    )


def entry(
    ride: RideFile, what: Told, zone: str, source: Provenance
) -> RideSession | ActivitySession:
    """A ride, or an activity of another sport."""
    sport = sport_named(ride)
    start = When(utc=what.start, zone=zone)
    if not sport.is_ride:
        return ActivitySession(
            start=start,
            end=what.end,
            sport=sport.name,
            moving_s=what.moving_s,
            distance_m=what.distance_m,
            provenance=source,
        )
    elapsed_s = (what.end - what.start).total_seconds()
    return RideSession(
        start=start,
        end=what.end,
        elapsed_s=elapsed_s,
        moving_s=elapsed_s if what.moving_s is None else what.moving_s,
        distance_m=what.distance_m,
        sub_sport=sport.sub_sport,
        indoor=ridden_indoors(PACKAGE, sport, ride.device, placed=ride.samples.placed),
        position_evidence=what.evidence,
        average_power_w=what.power_w,
        device=ride.device,
        bouts=what.bouts,
        recorded=what.recorded,
        provenance=source,
    )


def sport_named(ride: RideFile) -> Sport:
    """What was done."""
    return sport_of(ride.tag("Sport"), ride.tag("SubSport"), running=ride.samples.running)


def _distance_m(ride: RideFile, samples: Samples) -> float | None:
    if not recorded(samples.distance_m):
        return _typed_distance_m(ride)
    return float(np.nanmax(samples.distance_m))


def _typed_distance_m(ride: RideFile) -> float | None:
    return ride.overrides.get(_KILOMETRES, 0.0) * _M_PER_KM or None
