"""Certain movement: walks, rides, and workouts that are no heavy lifting."""

from tl_analyzer.log import Log, Posture
from tl_analyzer.movement.movement import Pattern
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.sitting.evidence import workout_span
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
        for row in log.postures.rows()
        if row.posture is Posture.MOVING
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
        names = dict.fromkeys(s.exercise for s in session.sets)
        easy = all(recogniser.recognise(name).pattern in EASY for name in names)
        if session.start.timed and names and easy:
            span = workout_span(session, parameters)
            moved.append(Moving(*span, ", ".join(names), MovedBy.STRENGTH))
    return tuple(sorted(moved, key=lambda m: (m.start, m.end)))
