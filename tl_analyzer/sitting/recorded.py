"""Rides, workouts and all else that somebody started a clock for, as evidence."""

import numpy as np

from tl_analyzer.log import Log, Posture, Quality, RidePosture, RideSession, StrengthSession
from tl_analyzer.log.posture_columns import Codes
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.evidence import Kind, Voice
from tl_analyzer.sitting.evidence_columns import EvidenceColumns
from tl_analyzer.sitting.spans import Span, union

#: When, what it was, and the file that says so.
_Activity = tuple[float, float, str, str]


def recorded(
    log: Log, parameters: Parameters, since: float, voices: Codes[Voice]
) -> EvidenceColumns:
    """Rides with their timer running, other activities, and workouts with a clock.

    What ends before an instant [s] is left out.
    """
    pause = parameters.number("sitting.ride_pause_s")
    found: list[_Activity] = []
    for ride in log.rides:
        last = max(ride.end, ride.bouts[-1].end) if ride.bouts else ride.end
        if last.timestamp() > since:
            file = ride.provenance.file
            found += [(*span, "ride", file) for span in ridden(ride, pause)]
    found += [
        (a.start.utc.timestamp(), a.end.timestamp(), a.sport, a.provenance.file)
        for a in log.activities
        if a.start.timed
    ]
    found += [
        (*workout_span(session, parameters), "workout", session.provenance.file)
        for session in log.strength
        if session.start.timed
    ]
    found = [activity for activity in found if activity[1] > since]
    said = {
        (label, file): voices.code(
            Voice(Kind.RECORDED, Posture.MOVING, 1.0, Quality.A, label, file=file)
        )
        for label, file in dict.fromkeys([activity[2:] for activity in found])
    }
    return EvidenceColumns(
        np.array([start for start, _, _, _ in found], dtype=np.float64),
        np.array([end for _, end, _, _ in found], dtype=np.float64),
        np.array([said[label, file] for _, _, label, file in found], dtype=np.int64),
        voices,
    )


def ridden(ride: RideSession, pause_s: float) -> list[Span]:
    """When a ride went on: short stops belong to it, long ones are open to other evidence."""
    spans = union(
        [
            (b.start.timestamp(), b.end.timestamp())
            for b in ride.bouts
            if b.posture is not RidePosture.STOPPED
        ],
        seam=pause_s,
    )
    return spans or [Span(ride.start.utc.timestamp(), ride.end.timestamp())]


def workout_span(session: StrengthSession, parameters: Parameters) -> Span:
    """Length of a workout as the log states it, else by its number of sets."""
    per_set = parameters.number("exposure.minutes_per_set") * 60.0
    start = session.start.utc.timestamp()
    return Span(start, start + (session.duration_s or per_set * len(session.sets)))
