"""What the product would say of a ride, and how far a guess is from the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

import numpy as np

from studies.standing.rides import RecordedRide
from tl_analyzer.load.riding import ride_exposures
from tl_analyzer.log import Clock, PositionEvidence, PostureBout, RidePosture, RideSession, When
from tl_analyzer.log.provenance import Provenance
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Bike, RidingPosition
from tl_fit.clock import utc
from tl_fit.message import BoolArray

OFF_THE_SADDLE = frozenset({RidePosture.STANDING, RidePosture.STOPPED})


@dataclass(frozen=True)
class Break:
    """A stretch off the saddle that resets the count, and would not without the standing."""

    start: datetime
    end: datetime

    @property
    def length_s(self) -> float:
        """How long it lasts [s]."""
        return (self.end - self.start).total_seconds()

    def matches(self, others: Sequence["Break"], overlap: float) -> bool:
        """Whether it shares at least `overlap` of the shorter of the two with another. [1]"""
        return any(
            (min(self.end, o.end) - max(self.start, o.start)).total_seconds()
            >= overlap * min(self.length_s, o.length_s)
            for o in others
        )


@dataclass(frozen=True)
class Verdict:
    """What the product says of a ride, ridden on the hoods.

    Attributes
    ----------
    longest_min, flexed_min : float
        Longest unbroken flexed stretch, and all flexed time. [min]
    breaks : tuple of Break
        Standing breaks that reset.
    """

    longest_min: float
    flexed_min: float
    breaks: tuple[Break, ...]


@dataclass(frozen=True)
class Comparison:
    """One guess of one ride beside the record.

    Attributes
    ----------
    recorded, inferred : int
        Breaks in the record and in the guess.
    found, right : int
        Recorded breaks that were inferred; inferred breaks that were recorded.
    longest_error, flexed_error : float
        Guess minus record. [min]
    riding, hits, said, true : int
        Seconds on the way; standing in both, in the guess, in the record.
    """

    recorded: int
    inferred: int
    found: int
    right: int
    longest_error: float
    flexed_error: float
    riding: int
    hits: int
    said: int
    true: int


def verdict(ride: RecordedRide, bouts: tuple[PostureBout, ...], parameters: Parameters) -> Verdict:
    """Ask the product's own load model."""
    session = RideSession(
        start=When(utc=utc(ride.first_s), zone="UTC", clock=Clock.STATED),
        end=bouts[-1].end,
        elapsed_s=(bouts[-1].end - bouts[0].start).total_seconds(),
        moving_s=float(ride.riding.sum()),
        position_evidence=PositionEvidence.EVENTS,
        bouts=bouts,
        provenance=Provenance(adapter="study", file="", digest="", row=1),
    )
    wall, hoods = session.start.utc, Bike(position=RidingPosition.HOODS)
    day = wall.toordinal()
    (exposure,) = ride_exposures([(session, wall)], range(day, day + 1), hoods, parameters)
    return Verdict(
        exposure.longest_bout_min,
        exposure.flexed_min,
        standing_breaks(bouts, parameters.number("flexion.break_s")),
    )


def standing_breaks(bouts: Sequence[PostureBout], break_s: float) -> tuple[Break, ...]:
    """Find stretches off the saddle of at least `break_s` whose stops alone are shorter [s]."""
    found = []
    for off, run in groupby(bouts, lambda b: b.posture in OFF_THE_SADDLE):
        stretch = list(run)
        stopped = sum(b.minutes * 60.0 for b in stretch if b.posture is RidePosture.STOPPED)
        lasts = (stretch[-1].end - stretch[0].start).total_seconds()
        if off and stopped < break_s <= lasts:
            found.append(Break(stretch[0].start, stretch[-1].end))
    return tuple(found)


def compare(
    ride: RecordedRide, guess: BoolArray, recorded: Verdict, parameters: Parameters, overlap: float
) -> Comparison:
    """Set one guess beside the record."""
    inferred = verdict(ride, ride.bouts(guess), parameters)
    said = guess & ride.riding
    return Comparison(
        recorded=len(recorded.breaks),
        inferred=len(inferred.breaks),
        found=sum(b.matches(inferred.breaks, overlap) for b in recorded.breaks),
        right=sum(b.matches(recorded.breaks, overlap) for b in inferred.breaks),
        longest_error=inferred.longest_min - recorded.longest_min,
        flexed_error=inferred.flexed_min - recorded.flexed_min,
        riding=int(np.sum(ride.riding)),
        hits=int(np.sum(said & ride.standing)),
        said=int(np.sum(said)),
        true=int(np.sum(ride.standing)),
    )
