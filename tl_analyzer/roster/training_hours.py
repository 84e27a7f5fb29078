"""Hours of training by day: rides and strength work, as outcome statistics count them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tl_analyzer.log import ActivitySession, Log, StrengthSession
from tl_analyzer.log.activity import LIFTING
from tl_analyzer.parameters import Parameters

_PER_HOUR_S, _PER_HOUR_MIN = 3600.0, 60.0


class Hours(NamedTuple):
    """Training of one day.

    Attributes
    ----------
    rides : float
        Time on the bike without pauses. [h]
    strength : float
        Length of strength work, as logged or assumed. [h]
    assumed : float
        How much of `strength` no log states. [h]
    """

    rides: float = 0.0
    strength: float = 0.0
    assumed: float = 0.0

    def plus(self, other: "Hours") -> "Hours":
        """Both together."""
        return Hours(*(one + two for one, two in zip(self, other, strict=True)))


def training_hours(log: Log, zone: str, parameters: Parameters) -> Mapping[int, Hours]:
    """Sum up a log by day [ordinal].

    Parameters
    ----------
    log : Log
        An athlete's log, each session once.
    zone : str
        In which its days are cut.
    parameters : Parameters
        ``exposure.minutes_per_set`` for strength work whose length no log states.
    """
    found: defaultdict[int, Hours] = defaultdict(Hours)
    for day, hours in _sessions(log, zone, parameters.number("exposure.minutes_per_set")):
        found[day] = found[day].plus(hours)
    return found


def _sessions(log: Log, zone: str, minutes_per_set: float) -> Iterator[tuple[int, Hours]]:
    for ride in log.rides:
        hours = (ride.moving_s or ride.elapsed_s) / _PER_HOUR_S
        yield ride.start.day_in(zone).toordinal(), Hours(rides=hours)
    for workout in log.strength:
        yield workout.start.day_in(zone).toordinal(), _lifted(workout, minutes_per_set)
    for activity in log.activities:
        if activity.sport == LIFTING:
            hours = _length_s(activity) / _PER_HOUR_S
            yield activity.start.day_in(zone).toordinal(), Hours(strength=hours)


def _lifted(workout: StrengthSession, minutes_per_set: float) -> Hours:
    if workout.duration_s:
        return Hours(strength=workout.duration_s / _PER_HOUR_S)
    assumed = len(workout.sets) * minutes_per_set / _PER_HOUR_MIN
    return Hours(strength=assumed, assumed=assumed)


def _length_s(activity: ActivitySession) -> float:
    return activity.moving_s or (activity.end - activity.start.utc).total_seconds()
