"""Rides and the posture of the rider through them."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from tl_analyzer.log.instant import When
from tl_analyzer.log.provenance import Provenance
from tl_analyzer.log.value import Value


class RidePosture(StrEnum):
    """What the rider does on (or off) the bike."""

    SEATED = "seated"
    STANDING = "standing"
    #: Moving without pedalling; the trunk keeps its posture.
    COASTING = "coasting"
    #: Off the bike or at a standstill.
    STOPPED = "stopped"
    #: Riding, but whether seated or standing was not recorded.
    UNKNOWN = "unknown"


class PositionEvidence(StrEnum):
    """How seated and standing are known for a ride."""

    #: The head unit recorded position changes.
    EVENTS = "events"
    #: Only the total time standing was recorded.
    TIME_STANDING = "time_standing"
    #: Neither: posture on the bike comes from the athlete's profile.
    NONE = "none"


class PostureBout(Value):
    """A stretch of one posture, half open: ``start <= t < end`` [UTC]."""

    start: datetime
    end: datetime
    posture: RidePosture

    @property
    def minutes(self) -> float:
        """Length of the bout [min]."""
        return (self.end - self.start).total_seconds() / 60.0


class RideSession(Value):
    """One ride.

    Attributes
    ----------
    start : When
        First record.
    end : datetime
        Last record [UTC].
    elapsed_s, moving_s : float
        Time from first to last record, and with the timer running [s].
    distance_m : float or None
        Distance [m].
    sub_sport : str
        As the device names it: ``road``, ``virtual_activity``, ``indoor_cycling``, ...
    indoor : bool or None
        Whether it was ridden indoors; None when it cannot be told.
    position_evidence : PositionEvidence
        How seated and standing are known.
    time_standing_s : float or None
        Total time standing [s] as the device summed it.
    bouts : tuple of PostureBout
        Consecutive bouts from first to last record, without overlap.
    recorded : bool
        Whether it comes from a recording; a row of a table knows its start, lengths and distance
        only, and not when the pauses were.
    folded : tuple of Provenance
        Other recordings of the same session that were folded into this one.
    """

    kind: Literal["ride"] = "ride"
    start: When
    end: datetime
    elapsed_s: float = Field(ge=0)
    moving_s: float = Field(ge=0)
    distance_m: float | None = Field(default=None, ge=0)
    sub_sport: str = ""
    indoor: bool | None = None
    position_evidence: PositionEvidence = PositionEvidence.NONE
    time_standing_s: float | None = Field(default=None, ge=0)
    average_power_w: float | None = Field(default=None, ge=0)
    device: str = ""
    bouts: tuple[PostureBout, ...]
    recorded: bool = True
    provenance: Provenance
    folded: tuple[Provenance, ...] = ()
