"""Workouts: rides with their pauses, and activities known by sport and time."""

import math
from dataclasses import dataclass
from operator import itemgetter
from xml.etree.ElementTree import Element

from tl_analyzer.log import (
    ActivitySession,
    PostureBout,
    Provenance,
    RidePosture,
    RideSession,
    When,
)
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.xml_stream import local_name
from tl_apple.clock import BadTime, instant, known_zone, utc
from tl_apple.evidence import Limits
from tl_apple.outcome import Aside, Refused
from tl_apple.sports import activity_name, shipped_sports

_DISTANCE = "HKQuantityTypeIdentifierDistance"
_PAUSED = frozenset({"HKWorkoutEventTypePause", "HKWorkoutEventTypeMotionPaused"})
_RESUMED = frozenset({"HKWorkoutEventTypeResume", "HKWorkoutEventTypeMotionResumed"})
_SECONDS = {"s": 1.0, "sec": 1.0, "min": 60.0, "hr": 3600.0}


@dataclass(frozen=True, slots=True)
class Extent:
    """When a workout was, and when it stood still within that, since 1970 [s]."""

    start: int
    end: int
    pauses: tuple[tuple[int, int], ...]

    @property
    def running_s(self) -> int:
        """Time outside pauses [s]."""
        return self.end - self.start - sum(end - start for start, end in self.pauses)


def read_workout(
    workout: Element, zone: str, origin: Provenance, limit: Limits
) -> RideSession | ActivitySession | Aside | Refused:
    """Read a ``Workout``.

    Parameters
    ----------
    workout : Element
        The element with all that lies in it.
    zone : str
        IANA zone of the athlete; a workout that states its own was lived there.
    origin : Provenance
        Where it comes from.
    limit : Limits
        What is believed.
    """
    try:
        extent = _extent(workout, limit)
    except BadTime as why:
        return Refused("date-unreadable", echo(why), "a date such as 2025-07-14 16:39:21 +0100")
    if extent.end <= extent.start:
        return Refused("end-before-start", "a workout that ends when it starts", "a later end")
    if extent.end - extent.start > limit.workout_s:
        return Refused(
            "too-long", f"a workout of {(extent.end - extent.start) // 3600} h", "a real end"
        )
    name = activity_name(workout.get("workoutActivityType", ""))
    notes = _metadata(workout)
    lived = notes.get("HKTimeZone", "")
    start = When(utc=utc(extent.start), zone=lived if known_zone(lived) else zone)
    if name in shipped_sports().rides:
        return _ride(workout, extent, start, notes.get("HKIndoorWorkout", ""), origin)
    return ActivitySession(
        start=start,
        end=utc(extent.end),
        sport=shipped_sports().word(name),
        moving_s=_moving_s(workout, extent),
        distance_m=_distance_m(workout),
        provenance=origin,
    )


def _ride(
    workout: Element, extent: Extent, start: When, indoor: str, origin: Provenance
) -> RideSession:
    return RideSession(
        recorded=False,
        start=start,
        end=utc(extent.end),
        elapsed_s=extent.end - extent.start,
        moving_s=_moving_s(workout, extent),
        distance_m=_distance_m(workout),
        sub_sport="indoor_cycling" if indoor == "1" else "",
        indoor={"0": False, "1": True}.get(indoor),
        # Descriptions of devices may hold names of people: only Apple's own word is taken.
        device="Apple Watch" if "model:Watch" in workout.get("device", "") else "",
        bouts=_bouts(extent),
        provenance=origin,
    )


def _bouts(extent: Extent) -> tuple[PostureBout, ...]:
    """Riding, posture unknown, between the pauses."""
    bouts = []
    at = extent.start
    for start, end in (*extent.pauses, (extent.end, extent.end)):
        if start > at:
            bouts.append(PostureBout(start=utc(at), end=utc(start), posture=RidePosture.UNKNOWN))
        if end > start:
            bouts.append(PostureBout(start=utc(start), end=utc(end), posture=RidePosture.STOPPED))
        at = end
    return tuple(bouts)


def _extent(workout: Element, limit: Limits) -> Extent:
    start = instant(workout.get("startDate", ""), limit)
    end = instant(workout.get("endDate", ""), limit)
    events: list[tuple[int, bool]] = []
    for child in workout:
        kind = child.get("type", "")
        if local_name(child) == "WorkoutEvent" and kind in _PAUSED | _RESUMED:
            try:
                events.append((instant(child.get("date", ""), limit), kind in _PAUSED))
            except BadTime:
                continue
    # Events of one second stay in the order in which they are written.
    events.sort(key=itemgetter(0))
    return Extent(start, end, tuple(_pauses(events, start, end)))


def _pauses(events: list[tuple[int, bool]], start: int, end: int) -> list[tuple[int, int]]:
    """Stretches between a pause and the next resume; the last may run to the end."""
    pauses: list[tuple[int, int]] = []
    since: int | None = None
    for at, paused in [*events, (end, False)]:
        at = min(max(at, start), end)
        if paused:
            since = at if since is None else since
        elif since is not None:
            if at > since:
                pauses.append((since, at))
            since = None
    return pauses


def _moving_s(workout: Element, extent: Extent) -> float:
    """Time without pauses [s]: the shorter of what the events and the duration say."""
    stated = _number(workout.get("duration")) * _SECONDS.get(workout.get("durationUnit", ""), 0.0)
    return min(stated, extent.running_s) if stated > 0 else float(extent.running_s)


def _distance_m(workout: Element) -> float | None:
    """Distance [m]: of the statistics within, or in older exports of the workout itself."""
    stated = [
        (child.get("sum"), child.get("unit"))
        for child in workout
        if local_name(child) == "WorkoutStatistics" and child.get("type", "").startswith(_DISTANCE)
    ]
    stated.append((workout.get("totalDistance"), workout.get("totalDistanceUnit")))
    for value, unit in stated:
        metres = _number(value) * shipped_sports().metre.get(unit or "", 0.0)
        if metres > 0:
            return metres
    return None


def _number(text: str | None) -> float:
    """A positive number; zero if it is none."""
    try:
        value = float(text or "")
    except ValueError:
        return 0.0
    return value if math.isfinite(value) and value > 0 else 0.0


def _metadata(workout: Element) -> dict[str, str]:
    """Metadata of a workout; keys repeat, and the first one counts."""
    notes: dict[str, str] = {}
    for child in workout:
        if local_name(child) == "MetadataEntry":
            notes.setdefault(child.get("key", ""), child.get("value", ""))
    return notes
