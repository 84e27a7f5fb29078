"""Activities known by sport and time alone: folded into what is known better."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from tl_analyzer.intake.folding import clusters, counted_once, folded, order, overlap
from tl_analyzer.intake.same_workout import workout_span
from tl_analyzer.log import ActivitySession, Problem, RideSession, StrengthSession
from tl_analyzer.parameters import Parameters

#: Sports that may be the lifting an app logged, in the words of the FIT profile.
_LIFTING = frozenset({"strength_training", "crossfit", "core_training", "fitness_equipment"})
#: Sports that may be a ride another device knew as one.
_RIDING = frozenset({"cycling", "e_biking", "indoor_cycling", "virtual_activity"})
#: Words of devices that did not know the sport.
_VAGUE = frozenset({"unknown", "generic", "training", "other", "workout", "hiit"})


def activities_once(
    activities: Iterable[ActivitySession], parameters: Parameters
) -> tuple[list[ActivitySession], list[Problem]]:
    """Keep each activity once; of several recordings the longest."""
    least = parameters.number("intake.twin_overlap")

    def same(a: ActivitySession, b: ActivitySession) -> bool:
        alike = a.sport == b.sport or a.sport in _VAGUE or b.sport in _VAGUE
        return alike and a.start.timed and b.start.timed and overlap(_span(a), _span(b)) >= least

    kept, notes = [], []
    for group in clusters(activities, same, reach_s=0.0):
        best = max(group, key=lambda a: (a.sport not in _VAGUE, a.end - a.start.utc, order(a)))
        others = [a for a in group if a is not best]
        kept.append(folded(best, others) if others else best)
        notes += [counted_once("activity", o.provenance, best.provenance) for o in others]
    return sorted(kept, key=order), notes


def into_rides(
    activities: Sequence[ActivitySession],
    rides: Sequence[RideSession],
    parameters: Parameters,
) -> tuple[list[ActivitySession], list[RideSession], list[Problem]]:
    """Fold activities into the rides they are recordings of."""
    least = parameters.number("intake.twin_overlap")
    alike = parameters.number("intake.alike")
    by_day: dict[date, list[int]] = {}
    for number, ride in enumerate(rides):
        for day in {ride.start.local.date(), ride.end.date()}:
            by_day.setdefault(day, []).append(number)
    left: list[ActivitySession] = []
    whole = list(rides)
    notes: list[Problem] = []
    for activity in activities:
        near = sorted({n for d in _days(activity) for n in by_day.get(d, ())})
        home = next((n for n in near if _is_ride(activity, rides[n], least, alike)), None)
        if home is None:
            left.append(activity)
            continue
        whole[home] = folded(whole[home], [activity])
        notes.append(counted_once("ride", activity.provenance, whole[home].provenance))
    return left, whole, notes


def _is_ride(activity: ActivitySession, ride: RideSession, least: float, alike: float) -> bool:
    if activity.sport not in _RIDING | _VAGUE:
        return False
    if activity.start.timed:
        return overlap(_span(activity), (ride.start.utc, ride.end)) >= least
    # A bare date with a length: only a ride of that day and about that length.
    same_day = activity.start.local.date() == ride.start.local.date()
    length = (activity.end - activity.start.utc).total_seconds()
    near = [abs(length - s) <= alike * s for s in (ride.elapsed_s, ride.moving_s) if s > 0]
    return same_day and activity.sport in _RIDING and any(near)


def into_workouts(
    activities: Sequence[ActivitySession],
    workouts: Sequence[StrengthSession],
    parameters: Parameters,
) -> tuple[list[ActivitySession], list[StrengthSession], list[Problem]]:
    """Fold a watch's strength activity into the workout that an app logged.

    The workout keeps its sets and takes from the watch what it lacks: the clock, where it has
    only a date, and its length.
    """
    by_day: dict[date, list[int]] = {}
    for number, workout in enumerate(workouts):
        by_day.setdefault(workout.start.local.date(), []).append(number)
    lifting_on: dict[date, int] = {}
    for activity in activities:
        if activity.sport in _LIFTING and activity.start.timed:
            day = activity.start.local.date()
            lifting_on[day] = lifting_on.get(day, 0) + 1
    left: list[ActivitySession] = []
    whole = list(workouts)
    notes: list[Problem] = []
    for activity in activities:
        near = sorted({n for d in _days(activity) for n in by_day.get(d, ())})
        day = activity.start.local.date()
        alone = lifting_on.get(day, 0) == 1 == len(by_day.get(day, ()))
        home = next(
            (n for n in near if _is_workout(activity, workouts[n], alone, parameters)), None
        )
        if home is None:
            left.append(activity)
            continue
        whole[home] = folded(_timed_by(whole[home], activity), [activity])
        notes.append(counted_once("workout", activity.provenance, whole[home].provenance))
    return left, sorted(whole, key=order), notes


def _is_workout(
    activity: ActivitySession, workout: StrengthSession, alone: bool, parameters: Parameters
) -> bool:
    if activity.sport not in _LIFTING | _VAGUE:
        return False
    if not workout.start.timed or not activity.start.timed:
        same_day = activity.start.local.date() == workout.start.local.date()
        return alone and same_day and activity.sport in _LIFTING
    least = parameters.number("intake.same_workout_overlap")
    return overlap(_span(activity), workout_span(workout, parameters)) >= least


def _timed_by(workout: StrengthSession, activity: ActivitySession) -> StrengthSession:
    """Take from an activity the clock and the length that a workout lacks."""
    if not activity.start.timed:
        return workout
    start = workout.start if workout.start.timed else activity.start
    rest = (activity.end - start.utc).total_seconds()
    length = workout.duration_s if workout.duration_s is not None else max(rest, 0.0)
    return workout.model_copy(update={"start": start, "duration_s": length})


def _span(activity: ActivitySession) -> tuple[datetime, datetime]:
    return activity.start.utc, activity.end


def _days(activity: ActivitySession) -> set[date]:
    day = activity.start.local.date()
    return {day, day - timedelta(days=1), day + timedelta(days=1)}
