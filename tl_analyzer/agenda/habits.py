"""Sessions that come back: a weekday, and a time of day, in most of the last weeks."""

from collections.abc import Iterable, Sequence
from datetime import time
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tl_analyzer.finding import Channel
from tl_analyzer.log import PlannedSport
from tl_analyzer.parameters import Parameters

#: Clock times of a habit are said in steps that people plan in. [min]
_STEP = 5

_DAY_MIN = 24 * 60


class Held(NamedTuple):
    """A session that was held.

    Attributes
    ----------
    sport, title : PlannedSport, str
        What it was, and what it was called.
    day : int
        Its day. [ordinal]
    clock_min : float or None
        Local wall clock at its start, since midnight; None where only the day is known. [min]
    minutes : float or None
        Its length. [min]
    loads : frozenset of Channel
        What it loaded.
    """

    sport: PlannedSport
    title: str
    day: int
    clock_min: float | None
    minutes: float | None
    loads: frozenset[Channel] = frozenset()


class Habit(NamedTuple):
    """A session that comes back on a weekday.

    Attributes
    ----------
    sport, title : PlannedSport, str
        What it is, and what it was called last.
    weekday : int
        0 on Mondays. [1]
    clock : time or None
        Usual time of day; None where it has none.
    minutes : float or None
        Usual length. [min]
    loads : frozenset of Channel
        What it loaded in any of the weeks.
    """

    sport: PlannedSport
    title: str
    weekday: int
    clock: time | None
    minutes: float | None
    loads: frozenset[Channel]


def habits(held: Iterable[Held], parameters: Parameters) -> tuple[Habit, ...]:
    """Find what comes back in the sessions of the last weeks.

    Parameters
    ----------
    held : iterable of Held
        Sessions of ``plan.habit_window_weeks``.
    parameters : Parameters
        ``plan.habit_weeks``, ``plan.habit_apart_min``.
    """
    least = parameters.number("plan.habit_weeks")
    apart = parameters.number("plan.habit_apart_min")
    by_weekday: dict[tuple[PlannedSport, int], list[Held]] = {}
    for session in sorted(held, key=lambda s: (s.day, s.clock_min or 0.0)):
        by_weekday.setdefault((session.sport, _weekday(session)), []).append(session)
    found = []
    for _, of_weekday in sorted(by_weekday.items(), key=lambda item: item[0]):
        groups = [g for g in _by_clock(of_weekday, apart) if _weeks(g) >= least]
        if not groups and _weeks(of_weekday) >= least:
            found.append(_habit(of_weekday, None))
        found += [_habit(group, _usual_clock(group)) for group in groups]
    return tuple(found)


def _weekday(session: Held) -> int:
    return (session.day - 1) % 7


def _weeks(sessions: Iterable[Held]) -> int:
    """In how many weeks they lie; all are of one weekday."""
    return len({session.day for session in sessions})


def _by_clock(sessions: Sequence[Held], apart: float) -> list[list[Held]]:
    """Sessions whose clock times lie together."""
    timed = sorted(
        ((s.clock_min, s) for s in sessions if s.clock_min is not None),
        key=lambda pair: (pair[0], pair[1].day),
    )
    groups = [[timed[0][1]]] if timed else []
    for (before, _), (clock, session) in pairwise(timed):
        if clock - before > apart:
            groups.append([])
        groups[-1].append(session)
    return groups


def _usual_clock(sessions: Sequence[Held]) -> time:
    usual = median(s.clock_min for s in sessions if s.clock_min is not None)
    minutes = min(_STEP * round(usual / _STEP), _DAY_MIN - _STEP)
    return time(minutes // 60, minutes % 60)


def _habit(sessions: Sequence[Held], clock: time | None) -> Habit:
    lengths = [s.minutes for s in sessions if s.minutes]
    last = max(sessions, key=lambda s: s.day)
    return Habit(
        sport=last.sport,
        title=last.title,
        weekday=_weekday(last),
        clock=clock,
        minutes=_STEP * round(median(lengths) / _STEP) or _STEP if lengths else None,
        loads=frozenset().union(*(s.loads for s in sessions)),
    )
