"""Entries of many sources -> one log in which each session counts once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain
from typing import TypeVar

from tl_analyzer.intake.adapter_remarks import told_once
from tl_analyzer.intake.same_activity import activities_once, into_rides, into_workouts
from tl_analyzer.intake.same_plan import planned_once
from tl_analyzer.intake.same_ride import rides_once
from tl_analyzer.intake.same_workout import workouts_once
from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    CheckIn,
    DailyTotal,
    Entry,
    Log,
    PlannedSession,
    PostureInterval,
    PosturePacker,
    Problem,
    RideSession,
    SourceSummary,
    StrengthSession,
    Wellness,
)
from tl_analyzer.parameters import Parameters

E = TypeVar("E", BodyMass, CheckIn, DailyTotal, Wellness)


def merged(
    entries: Iterable[Entry],
    sources: tuple[SourceSummary, ...],
    problems: tuple[Problem, ...],
    parameters: Parameters,
    postures: PosturePacker | None = None,
) -> Log:
    """Sort entries into one log; repeated sessions are kept once, and said.

    The result depends neither on the order of files nor on that of entries. Sitting is not merged
    here: all its evidence is kept, for the sweep to weigh.

    Parameters
    ----------
    entries : iterable of entry
        What was read, in any order.
    sources, problems : tuple
        What became of each file, and what was met on the way.
    parameters : Parameters
        When two recordings are one.
    postures : PosturePacker, optional
        Intervals of posture that were packed as they came.
    """
    evidence = postures or PosturePacker()
    others: list[Entry] = []
    for entry in entries:
        if isinstance(entry, PostureInterval):
            evidence.add(entry)
        else:
            others.append(entry)
    ordered = sorted(others, key=_key)
    rides, of_rides = rides_once((e for e in ordered if isinstance(e, RideSession)), parameters)
    workouts, of_workouts = workouts_once(
        (e for e in ordered if isinstance(e, StrengthSession)), parameters
    )
    activities, of_activities = activities_once(
        (e for e in ordered if isinstance(e, ActivitySession)), parameters
    )
    activities, rides, into_ride = into_rides(activities, rides, parameters)
    activities, workouts, into_workout = into_workouts(activities, workouts, parameters)
    notes = (*of_rides, *of_workouts, *of_activities, *into_ride, *into_workout)
    return Log(
        strength=tuple(workouts),
        rides=tuple(rides),
        activities=tuple(activities),
        postures=evidence.once(),
        masses=_once(e for e in ordered if isinstance(e, BodyMass)),
        check_ins=_once(e for e in ordered if isinstance(e, CheckIn)),
        wellness=_once(e for e in ordered if isinstance(e, Wellness)),
        daily_totals=_once(e for e in ordered if isinstance(e, DailyTotal)),
        planned=planned_once((e for e in ordered if isinstance(e, PlannedSession)), parameters),
        sources=sources,
        problems=(*told_once(problems), *notes),
    )


def merged_logs(logs: Sequence[Log], parameters: Parameters, more: Iterable[Entry] = ()) -> Log:
    """Merge whole logs into one.

    Parameters
    ----------
    logs : sequence of Log
        The logs, all of one athlete.
    parameters : Parameters
        When two recordings are one.
    more : iterable of entry
        What is known beside them.
    """
    postures = PosturePacker()
    for log in logs:
        postures.add_packed(log.postures)
    return merged(
        chain(more, *(log.entries() for log in logs)),
        tuple(source for log in logs for source in log.sources),
        tuple(problem for log in logs for problem in log.problems),
        parameters,
        postures,
    )


def _key(entry: Entry) -> tuple[datetime, str, int]:
    return entry.start.utc, entry.provenance.digest, entry.provenance.row or 0


def _once(entries: Iterable[E]) -> tuple[E, ...]:
    """Drop what another file says too: of equal entries as many stay as one file holds at most."""
    met: Counter[tuple[E, str]] = Counter()
    most: Counter[E] = Counter()
    kept: list[E] = []
    for entry in entries:
        content = entry.model_copy(update={"provenance": None})
        met[content, entry.provenance.digest] += 1
        if met[content, entry.provenance.digest] > most[content]:
            most[content] += 1
            kept.append(entry)
    return tuple(kept)
