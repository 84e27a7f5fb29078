"""What speaks for or against sitting: every source brought to one form."""

from collections.abc import Iterator
from enum import StrEnum
from math import inf
from typing import NamedTuple, Self

from tl_analyzer.local_days import day_at, midnight
from tl_analyzer.log import (
    Log,
    Observation,
    Posture,
    Provenance,
    Quality,
    RidePosture,
    RideSession,
    SittingStyle,
    StrengthSession,
)
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.spans import Span, union


class Kind(StrEnum):
    """Kinds of evidence, each with its own place in the order of the merge."""

    #: A ride, lift or other activity as recorded, its timer running.
    RECORDED = "recorded activity"
    SENSOR = "posture sensor"
    LOGGED = "posture log"
    DESK_HEIGHT = "desk height"
    SLEEP = "sleep"
    ON_FEET = "on the feet"
    COMPUTER = "computer in use"
    #: No input between two stretches of input, by the length of the pause.
    SHORT_PAUSE = "short pause at the computer"
    PAUSE = "pause at the computer"
    #: The computer runs and nobody uses it.
    AWAY = "away from the computer"
    WRIST = "no movement at the wrist"
    IDLE_HOUR = "an hour without standing up"
    MEETING = "meeting"
    TRACKER = "time tracker"
    OUT_OF_OFFICE = "out of office"
    #: Usual desk hours of the profile: as a time in which one is at work at all ...
    WORK_HOURS = "usual working hours"
    #: ... and as an assumption that one sits.
    USUAL_HOURS = "usual desk hours"


_KIND = {
    Observation.POSTURE_SENSOR: Kind.SENSOR,
    Observation.POSTURE_LOG: Kind.LOGGED,
    Observation.DESK_HEIGHT: Kind.DESK_HEIGHT,
    Observation.COMPUTER_ACTIVE: Kind.COMPUTER,
    Observation.COMPUTER_IDLE: Kind.AWAY,
    Observation.MEETING: Kind.MEETING,
    Observation.TIME_TRACKER: Kind.TRACKER,
    Observation.WRIST_STILL: Kind.WRIST,
    Observation.STAND_TIME: Kind.ON_FEET,
    Observation.STEPS: Kind.ON_FEET,
    Observation.STAND_HOUR: Kind.IDLE_HOUR,
    Observation.SLEEP: Kind.SLEEP,
    Observation.OUT_OF_OFFICE: Kind.OUT_OF_OFFICE,
}

#: Evidence that somebody looked, rather than planned or assumed.
OBSERVING = frozenset(
    {
        Kind.SENSOR,
        Kind.LOGGED,
        Kind.DESK_HEIGHT,
        Kind.ON_FEET,
        Kind.COMPUTER,
        Kind.SHORT_PAUSE,
        Kind.PAUSE,
        Kind.AWAY,
        Kind.WRIST,
        Kind.IDLE_HOUR,
    }
)


class Evidence(NamedTuple):
    """One stretch of time as one source saw it.

    Attributes
    ----------
    start, end : float
        ``start <= t < end``. [s]
    kind : Kind
        What kind of evidence it is.
    posture : Posture
        What was seen.
    probability : float
        Probability that the posture is as seen. [1]
    quality : Quality
        How it is known.
    source : str
        What observed it, in the athlete's words.
    style : SittingStyle or None
        How the seat is used, where the source says.
    file : str
        Where it was read; empty for what is assumed.
    """

    start: float
    end: float
    kind: Kind
    posture: Posture
    probability: float
    quality: Quality
    source: str
    style: SittingStyle | None = None
    file: str = ""

    @property
    def span(self) -> Span:
        """When."""
        return Span(self.start, self.end)

    def over(self, start: float, end: float, kind: Kind) -> Self:
        """The same, over another stretch of time [s] and named anew."""
        return type(self)(start, end, kind, *self[3:])


def observed(log: Log, since: float) -> Iterator[Evidence]:
    """Evidence of posture that ends after an instant [s]; equal intervals count once.

    Hours of a watch in which the athlete stood up at some time are no stretch of anything:
    `stood_hours` has them.
    """
    said: dict[tuple[float, float], list[tuple[Kind, Posture, str]]] = {}
    for start, end, posture, p, how, seen, style, source, file in log.postures.rows(since, _states):
        kind = _KIND[seen]
        at_once = said.setdefault((start, end), [])
        if (kind, posture, source) not in at_once:
            at_once.append((kind, posture, source))
            yield Evidence(start, end, kind, posture, p, how, source, style, file)


def _states(seen: Observation, posture: Posture) -> bool:
    return seen is not Observation.STAND_HOUR or posture is Posture.SITTING


def _stood(seen: Observation, posture: Posture) -> bool:
    return not _states(seen, posture)


def _awake(seen: Observation, posture: Posture) -> bool:
    return seen not in (Observation.SLEEP, Observation.OUT_OF_OFFICE)


def stood_hours(log: Log) -> tuple[Span, ...]:
    """Clock hours in which a watch saw the athlete stand up, at an unknown minute."""
    return tuple(union(Span(row.start, row.end) for row in log.postures.rows(wanted=_stood)))


def observed_days(log: Log, zone: str) -> set[int]:
    """Days with evidence of a waking day; neither sleep nor an absence is any. [ordinal]."""
    days: set[int] = set()
    day_end = -inf
    for start in sorted(log.postures.starts(_awake)):
        if start >= day_end:
            day = day_at(start, zone)
            days.add(day)
            day_end = midnight(day + 1, zone)
    return days


def recorded(log: Log, parameters: Parameters, since: float = -inf) -> Iterator[Evidence]:
    """Rides with their timer running, other activities, and workouts with a clock.

    What ends before an instant [s] may be left out.
    """
    pause = parameters.number("sitting.ride_pause_s")
    for ride in log.rides:
        last = max(ride.end, ride.bouts[-1].end) if ride.bouts else ride.end
        if last.timestamp() > since:
            for span in ridden(ride, pause):
                yield _activity(span, "ride", ride.provenance)
    for activity in log.activities:
        if activity.start.timed:
            span = Span(activity.start.utc.timestamp(), activity.end.timestamp())
            yield _activity(span, activity.sport, activity.provenance)
    for session in log.strength:
        if session.start.timed:
            yield _activity(workout_span(session, parameters), "workout", session.provenance)


def _activity(span: Span, label: str, source: Provenance) -> Evidence:
    kind, posture = Kind.RECORDED, Posture.MOVING
    return Evidence(*span, kind, posture, 1.0, Quality.A, label, file=source.file)


def ridden(ride: RideSession, pause_s: float) -> list[Span]:
    """When a ride went on: short stops belong to it, long ones are open to other evidence."""
    spans = union(
        (
            Span(b.start.timestamp(), b.end.timestamp())
            for b in ride.bouts
            if b.posture is not RidePosture.STOPPED
        ),
        seam=pause_s,
    )
    return spans or [Span(ride.start.utc.timestamp(), ride.end.timestamp())]


def workout_span(session: StrengthSession, parameters: Parameters) -> Span:
    """Length of a workout as the log states it, else by its number of sets."""
    per_set = parameters.number("exposure.minutes_per_set") * 60.0
    start = session.start.utc.timestamp()
    return Span(start, start + (session.duration_s or per_set * len(session.sets)))
