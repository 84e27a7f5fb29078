"""Certain movement: walks, rides, and workouts that are no heavy lifting."""

from operator import itemgetter

from tl_analyzer.log import Log, Observation, Posture
from tl_analyzer.movement.movement import Pattern
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.recorded import workout_span
from tl_analyzer.sitting.sitting import MovedBy, Moving

#: Patterns of work that prepares or loosens and is no heavy lift.
EASY = frozenset({Pattern.MOBILITY, Pattern.CARDIO, Pattern.ANTI_MOVEMENT_CORE})


def movement_line(log: Log, recogniser: Recogniser, parameters: Parameters) -> tuple[Moving, ...]:
    """Stretches in which the athlete certainly moved, in time order.

    Walks and other activities, rides, and workouts of nothing but mobility, core or endurance
    work: whatever comes between a chair and a heavy lift and is no heavy lift itself.
    """
    moved = [
        Moving(row.start, row.end, row.source, MovedBy.POSTURE)
        for row in log.postures.rows(wanted=_moving)
    ]
    moved += [
        Moving(a.start.utc.timestamp(), a.end.timestamp(), a.sport, MovedBy.ACTIVITY)
        for a in log.activities
        if a.start.timed
    ]
    moved += [
        Moving(r.start.utc.timestamp(), r.end.timestamp(), "ride", MovedBy.RIDE) for r in log.rides
    ]
    for session in log.strength:
        easy = all(recogniser.recognise(s.exercise).pattern in EASY for s in session.sets)
        if easy and session.sets and session.start.timed:
            span = workout_span(session, parameters)
            names = dict.fromkeys(s.exercise for s in session.sets)
            moved.append(Moving(*span, ", ".join(names), MovedBy.STRENGTH))
    return tuple(sorted(moved, key=itemgetter(0, 1)))


def _moving(seen: Observation, posture: Posture) -> bool:
    return posture is Posture.MOVING
