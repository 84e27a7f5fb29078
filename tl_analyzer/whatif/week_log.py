"""Editing the part of a log that belongs to the week under review."""

from collections.abc import Callable
from dataclasses import dataclass

from tl_analyzer.load.labels import day_name
from tl_analyzer.log import (
    Log,
    PostureBout,
    RidePosture,
    RideSession,
    StrengthSession,
    StrengthSet,
    Weight,
    When,
)
from tl_analyzer.parameters import Parameters
from tl_analyzer.whatif.change import Review

Sets = tuple[StrengthSet, ...]


@dataclass(frozen=True)
class Training:
    """Lifting and riding of the week, or of one of its days, in time order."""

    lifting: tuple[StrengthSession, ...]
    rides: tuple[RideSession, ...]

    @property
    def starts(self) -> tuple[When, ...]:
        """When each session and ride began, in time order."""
        found = (*(s.start for s in self.lifting), *(r.start for r in self.rides))
        return tuple(sorted(found, key=lambda start: start.utc))

    @property
    def exercises(self) -> tuple[str, ...]:
        """Names of the exercises as written, each once."""
        return tuple(dict.fromkeys(s.exercise for lift in self.lifting for s in lift.sets))


def training(log: Log, review: Review, day: int | None = None) -> Training:
    """Find the lifting and riding of the week, or of one of its days [ordinal].

    What an earlier change left nothing of is no training.
    """

    def counts(start: When) -> bool:
        return review.holds(start) and day in (None, review.day(start))

    return Training(
        tuple(s for s in log.strength if s.sets and counts(s.start)),
        tuple(r for r in log.rides if _was_ridden(r) and counts(r.start)),
    )


def _was_ridden(ride: RideSession) -> bool:
    return any(bout.posture is not RidePosture.STOPPED for bout in ride.bouts)


def edit_sets(log: Log, sessions: Training, edit: Callable[[Sets], Sets], review: Review) -> Log:
    """Rewrite the sets of some strength sessions."""
    return log.model_copy(
        update={
            "strength": tuple(
                with_sets(s, edit(s.sets), review.parameters) if s in sessions.lifting else s
                for s in log.strength
            )
        }
    )


def with_sets(session: StrengthSession, sets: Sets, parameters: Parameters) -> StrengthSession:
    """Return a session with other sets that takes the same time.

    A session keeps its place in the day even when nothing is left of it: the time counts neither
    as training nor as sitting, since nobody knows what would have been done instead.
    """
    return session.model_copy(update={"sets": sets, "duration_s": lasted(session, parameters)})


def lasted(session: StrengthSession, parameters: Parameters) -> float:
    """How long a session took, by its sets where the log does not say. [s]."""
    per_set = parameters.number("exposure.minutes_per_set") * 60.0
    return session.duration_s or per_set * len(session.sets)


def not_ridden(ride: RideSession) -> RideSession:
    """Return a ride spent off the bike; its time counts neither as riding nor as sitting."""
    off = PostureBout(start=ride.start.utc, end=ride.end, posture=RidePosture.STOPPED)
    return ride.model_copy(update={"moving_s": 0.0, "distance_m": None, "bouts": (off,)})


def scaled(one: StrengthSet, factor: float) -> StrengthSet:
    """Return a set with its weight multiplied; a set without a weight stays as it is."""
    if one.weight is None:
        return one
    weight = Weight(value=one.weight.value * factor, unit=one.weight.unit, basis=one.weight.basis)
    return one.model_copy(update={"weight": weight})


def days_trained(log: Log, review: Review) -> str:
    """Name the days of the week that hold training, for a hint."""
    days = dict.fromkeys(review.day(start) for start in training(log, review).starts)
    return ", ".join(map(day_name, days)) or "none"
