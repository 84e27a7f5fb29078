"""Entries of many sources -> one log in which each session counts once."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import partial
from itertools import takewhile

from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    CheckIn,
    Entry,
    Log,
    PositionEvidence,
    PostureInterval,
    Problem,
    ProblemKind,
    Provenance,
    RideSession,
    SourceSummary,
    StrengthSession,
)
from tl_analyzer.parameters import Parameters


def merged(
    entries: Iterable[Entry],
    sources: tuple[SourceSummary, ...],
    problems: tuple[Problem, ...],
    parameters: Parameters,
) -> Log:
    """Sort entries into one log; repeated sessions are kept once, and said.

    The result depends neither on the order of files nor on that of entries.
    """
    ordered = sorted(entries, key=_key)
    strength, notes = _workouts([e for e in ordered if isinstance(e, StrengthSession)], parameters)
    rides, ride_notes = _rides([e for e in ordered if isinstance(e, RideSession)], parameters)
    return Log(
        strength=tuple(strength),
        rides=tuple(rides),
        activities=tuple(e for e in ordered if isinstance(e, ActivitySession)),
        postures=tuple(e for e in ordered if isinstance(e, PostureInterval)),
        masses=tuple(e for e in ordered if isinstance(e, BodyMass)),
        check_ins=tuple(e for e in ordered if isinstance(e, CheckIn)),
        sources=sources,
        problems=(*problems, *notes, *ride_notes),
    )


def _key(entry: Entry) -> tuple[datetime, str, int]:
    return entry.start.utc, entry.provenance.digest, entry.provenance.row or 0


def _workouts(
    sessions: list[StrengthSession], parameters: Parameters
) -> tuple[list[StrengthSession], list[Problem]]:
    nearest = timedelta(seconds=parameters.number("intake.twin_start_s"))
    kept: list[StrengthSession] = []
    notes: list[Problem] = []
    by_day: dict[date, list[int]] = {}
    for session in sessions:
        rivals = by_day.setdefault(session.start.local.date(), [])
        twin = next((n for n in rivals if _same_workout(kept[n], session, nearest)), None)
        if twin is None:
            rivals.append(len(kept))
            kept.append(session)
            continue
        better, other = sorted((kept[twin], session), key=_completeness, reverse=True)
        kept[twin] = better
        notes.append(_counted_once("workout", other.provenance, better.provenance))
    return sorted(kept, key=_key), notes


def _completeness(session: StrengthSession) -> tuple[bool, int, str]:
    return session.start.timed, len(session.sets), session.provenance.digest


def _same_workout(a: StrengthSession, b: StrengthSession, nearest: timedelta) -> bool:
    """Whether two exports hold the same workout; rows repeated inside one file are real sets.

    Apps write the start to the second or to the minute, or only the date. One workout must
    contain the other; of two with the same start and title, a set may have been corrected
    between the exports.
    """
    if a.provenance.digest == b.provenance.digest:
        return False
    timed = a.start.timed and b.start.timed
    if timed and abs(a.start.utc - b.start.utc) > nearest:
        return False
    one, other = _fingerprint(a), _fingerprint(b)
    corrected = timed and a.title == b.title and bool(one & other)
    return one <= other or other <= one or corrected


def _fingerprint(session: StrengthSession) -> Counter[tuple[str, float, int]]:
    return Counter(
        (s.exercise.strip().casefold(), round(s.weight.kg, 1) if s.weight else 0.0, s.reps or 0)
        for s in session.sets
    )


def _rides(
    rides: list[RideSession], parameters: Parameters
) -> tuple[list[RideSession], list[Problem]]:
    nearest = timedelta(seconds=parameters.number("intake.twin_start_s"))
    least = parameters.number("intake.twin_overlap")
    kept: list[RideSession] = []
    notes: list[Problem] = []
    for ride in rides:
        recent = takewhile(partial(_starts_within, nearest, ride), reversed(kept))
        twin = next((k for k in recent if _overlap(k, ride) >= least), None)
        if twin is None:
            kept.append(ride)
            continue
        better, other = sorted((twin, ride), key=_richness, reverse=True)
        kept[kept.index(twin)] = better
        notes.append(_counted_once("ride", other.provenance, better.provenance))
    return kept, notes


def _starts_within(nearest: timedelta, ride: RideSession, earlier: RideSession) -> bool:
    return ride.start.utc - earlier.start.utc <= nearest


def _overlap(a: RideSession, b: RideSession) -> float:
    """Common time over the length of the shorter ride. [1]."""
    common = (min(a.end, b.end) - max(a.start.utc, b.start.utc)).total_seconds()
    shorter = min(a.elapsed_s, b.elapsed_s)
    return common / shorter if shorter > 0 else float(common >= 0)


def _richness(ride: RideSession) -> tuple[bool, bool, bool, float, str]:
    return (
        ride.position_evidence is PositionEvidence.EVENTS,
        ride.position_evidence is not PositionEvidence.NONE,
        ride.average_power_w is not None,
        ride.elapsed_s,
        ride.provenance.digest,
    )


def _counted_once(what: str, dropped: Provenance, kept: Provenance) -> Problem:
    return Problem(
        file=dropped.file,
        line=dropped.row,
        found=f"the same {what} as in {kept.file}",
        expected="each session once",
        hint="Counted once; nothing to do.",
        kind=ProblemKind.NOTE,
        code="counted-once",
    )
