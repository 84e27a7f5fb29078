"""The line of sitting: many sources of posture -> one timeline without overlap.

What is known better wins: recorded activity cuts out everything else, then measured posture,
observed activity, stated plans, and last the usual desk hours of the profile, which fill only
days on which nothing was observed.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import groupby, islice
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tl_analyzer.load.sitting import MovedBy, Moving, Sitting
from tl_analyzer.log import (
    Log,
    Posture,
    PostureInterval,
    Quality,
    SittingStyle,
    StrengthSession,
)
from tl_analyzer.movement.movement import Pattern
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import WEEKDAYS, Profile

#: Postures that prove movement.
ON_THE_MOVE = (Posture.MOVING,)

#: Patterns of work that prepares or loosens and is no heavy lift.
EASY = frozenset({Pattern.MOBILITY, Pattern.CARDIO, Pattern.ANTI_MOVEMENT_CORE})


class Span(NamedTuple):
    """A stretch of time: ``start <= t < end`` [s]."""

    start: float
    end: float


def sitting_line(
    log: Log, profile: Profile, parameters: Parameters, days: tuple[date, ...], until: float
) -> tuple[Sitting, ...]:
    """Build the timeline of probable sitting.

    Parameters
    ----------
    log : Log
        The athlete's log.
    profile : Profile
        Usual desk hours, and how the desk is used.
    parameters : Parameters
        Flexion levels.
    days : tuple of date
        Days to cover, in order.
    until : float
        Nothing is assumed after this instant. [s]

    Returns
    -------
    tuple of Sitting
        In time order, without overlap.
    """
    zone = profile.athlete.timezone
    first = _midnight(days[0], zone) if days else until
    observed = [p for p in log.postures if p.end.timestamp() > first]
    line: list[Sitting] = []
    taken = _recorded(log, parameters)
    for _, level in groupby(sorted(observed, key=_rank), key=lambda p: p.quality):
        claims = list(level)
        barred = union([*taken, *(_span(p) for p in claims if p.posture is not Posture.SITTING)])
        for interval in claims:
            if interval.posture is Posture.SITTING:
                sitting = _sitting(interval, profile, parameters)
                line += [_clip(sitting, free) for free in subtract(_span(interval), barred)]
        taken = union([*taken, *(_span(p) for p in claims)])
    seen = union(_span(p) for p in observed)
    for sitting in _usual_hours(profile, parameters, days):
        block = Span(sitting.start, min(sitting.end, until))
        if subtract(block, seen) == [block]:
            line += [_clip(sitting, free) for free in subtract(block, taken)]
    return tuple(sorted(_without_overlap(line), key=lambda s: s.start))


def movement_line(log: Log, recogniser: Recogniser, parameters: Parameters) -> tuple[Moving, ...]:
    """Stretches in which the athlete certainly moved, in time order.

    Walks and other activities, rides, and workouts of nothing but mobility, core or endurance
    work: whatever comes between a chair and a heavy lift and is no heavy lift itself.
    """
    moved = [
        Moving(p.start.utc.timestamp(), p.end.timestamp(), p.source, MovedBy.POSTURE)
        for p in log.postures
        if p.posture in ON_THE_MOVE
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
            span = _of_session(session, parameters)
            moved.append(Moving(*span, ", ".join(names), MovedBy.STRENGTH))
    return tuple(sorted(moved, key=lambda m: (m.start, m.end)))


def union(spans: Iterable[Span]) -> list[Span]:
    """Merge overlapping and touching spans, in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if span.end <= span.start:
            continue
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def subtract(span: Span, taken: Sequence[Span]) -> list[Span]:
    """Return what is left of a span outside others (in order, without overlap)."""
    left: list[Span] = []
    start = span.start
    for other in islice(taken, max(bisect_right(taken, span) - 1, 0), None):
        if other.start >= span.end:
            break
        if other.start > start:
            left.append(Span(start, other.start))
        start = max(start, other.end)
    if start < span.end:
        left.append(Span(start, span.end))
    return left


def _clip(sitting: Sitting, span: Span) -> Sitting:
    return replace(sitting, start=span.start, end=span.end)


def _without_overlap(line: list[Sitting]) -> list[Sitting]:
    """Where two sources claim the same time, the better known, then more probable, keeps it."""
    kept: list[Sitting] = []
    taken: list[Span] = []
    for sitting in sorted(line, key=lambda s: (s.quality, -s.probability, s.start, s.end)):
        for free in subtract(Span(sitting.start, sitting.end), taken):
            kept.append(_clip(sitting, free))
            insort(taken, free)
    return kept


def _recorded(log: Log, parameters: Parameters) -> list[Span]:
    spans = [Span(r.start.utc.timestamp(), r.end.timestamp()) for r in log.rides]
    spans += [
        Span(a.start.utc.timestamp(), a.end.timestamp()) for a in log.activities if a.start.timed
    ]
    spans += [_of_session(s, parameters) for s in log.strength if s.start.timed]
    return union(spans)


def _of_session(session: StrengthSession, parameters: Parameters) -> Span:
    """Length of a workout as the log states it, else by its number of sets."""
    per_set = parameters.number("exposure.minutes_per_set") * 60.0
    start = session.start.utc.timestamp()
    return Span(start, start + (session.duration_s or per_set * len(session.sets)))


def _usual_hours(profile: Profile, parameters: Parameters, days: Sequence[date]) -> list[Sitting]:
    zone = ZoneInfo(profile.athlete.timezone)
    hours = []
    for day in days:
        blocks = [b for b in profile.desk if WEEKDAYS[day.weekday()] in b.days]
        for block in reversed(blocks):
            hours.append(
                Sitting(
                    start=datetime.combine(day, block.start, tzinfo=zone).timestamp(),
                    end=datetime.combine(day, block.end, tzinfo=zone).timestamp(),
                    posture=desk_posture(block.posture),
                    u=desk_level(block.posture, parameters),
                    probability=block.seated_fraction,
                    quality=Quality.D,
                    source="usual desk hours (profile)",
                )
            )
    return hours


def _sitting(interval: PostureInterval, profile: Profile, parameters: Parameters) -> Sitting:
    style = interval.style or (profile.desk[-1].posture if profile.desk else SittingStyle.SLUMPED)
    return Sitting(
        *_span(interval),
        posture=desk_posture(style),
        u=desk_level(style, parameters),
        probability=interval.probability,
        quality=interval.quality,
        source=interval.source,
    )


def desk_posture(style: SittingStyle) -> str:
    """Name of a way of sitting in the parameters."""
    return f"desk_{style.value.replace('-', '_')}"


def desk_level(style: SittingStyle, parameters: Parameters) -> float:
    """Flexion level u of a way of sitting. [1]."""
    return parameters.number(f"flexion.u.{desk_posture(style)}")


def _rank(interval: PostureInterval) -> tuple[str, float, float]:
    return interval.quality.value, -interval.probability, interval.start.utc.timestamp()


def _span(interval: PostureInterval) -> Span:
    return Span(interval.start.utc.timestamp(), interval.end.timestamp())


def _midnight(day: date, zone: str) -> float:
    return datetime.combine(day, datetime.min.time(), tzinfo=ZoneInfo(zone)).timestamp() - (
        timedelta(days=1).total_seconds()
    )
