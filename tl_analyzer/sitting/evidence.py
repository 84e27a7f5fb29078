"""What speaks for or against sitting: every source brought to one form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from tl_analyzer.log import (
    Log,
    Observation,
    Posture,
    PostureRow,
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


@dataclass(frozen=True, slots=True)
class Evidence:
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
    provenance : Provenance or None
        Where it was read; None for the profile's usual hours.
    """

    start: float
    end: float
    kind: Kind
    posture: Posture
    probability: float
    quality: Quality
    source: str
    style: SittingStyle | None = None
    provenance: Provenance | None = None

    @property
    def span(self) -> Span:
        """When."""
        return Span(self.start, self.end)


def observed(log: Log, since: float) -> Iterator[Evidence]:
    """Evidence of posture that ends after an instant [s]; equal intervals count once.

    Hours of a watch in which the athlete stood up at some time are no stretch of anything:
    `stood_hours` has them.
    """
    seen: set[tuple[object, ...]] = set()
    for row in log.postures.rows(since):
        kind = _kind(row)
        key = (row.start, row.end, kind, row.posture, row.source)
        if kind is None or key in seen:
            continue
        seen.add(key)
        yield Evidence(
            start=row.start,
            end=row.end,
            kind=kind,
            posture=row.posture,
            probability=row.probability,
            quality=row.quality,
            source=row.source,
            style=row.style,
            provenance=log.postures.provenance(row.number),
        )


def _kind(row: PostureRow) -> Kind | None:
    if row.observation is Observation.STAND_HOUR:
        return Kind.IDLE_HOUR if row.posture is Posture.SITTING else None
    return _KIND[row.observation]


def stood_hours(log: Log) -> tuple[Span, ...]:
    """Clock hours in which a watch saw the athlete stand up, at an unknown minute."""
    return tuple(
        union(
            Span(row.start, row.end)
            for row in log.postures.rows()
            if row.observation is Observation.STAND_HOUR and row.posture is not Posture.SITTING
        )
    )


def observed_days(log: Log, zone: str) -> set[date]:
    """Days with evidence of a waking day; neither sleep nor an absence is any."""
    home = ZoneInfo(zone)
    nothing = (Observation.SLEEP, Observation.OUT_OF_OFFICE)
    starts = {r.start for r in log.postures.rows() if r.observation not in nothing}
    return {datetime.fromtimestamp(start, home).date() for start in starts}


def recorded(log: Log, parameters: Parameters) -> Iterator[Evidence]:
    """Rides with their timer running, other activities, and workouts with a clock."""
    pause = parameters.number("sitting.ride_pause_s")
    for ride in log.rides:
        for span in ridden(ride, pause):
            yield _activity(span, "ride", ride.provenance)
    for activity in log.activities:
        if activity.start.timed:
            span = Span(activity.start.utc.timestamp(), activity.end.timestamp())
            yield _activity(span, activity.sport, activity.provenance)
    for session in log.strength:
        if session.start.timed:
            yield _activity(workout_span(session, parameters), "workout", session.provenance)


def _activity(span: Span, label: str, provenance: Provenance) -> Evidence:
    return Evidence(
        *span, Kind.RECORDED, Posture.MOVING, 1.0, Quality.A, label, provenance=provenance
    )


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
