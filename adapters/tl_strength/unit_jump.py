"""Histories whose loads jump by the factor between the units (``data/unit_jump.toml``)."""

import math
import statistics
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from pydantic import BaseModel, ConfigDict

from tl_analyzer.log import KG_PER_LB, LoadMeaning, SetType, StrengthSession
from tl_strength.resources import table

_FACTOR = math.log(1.0 / KG_PER_LB)
#: Weights that are loads in the unit of the log.
_LOADS = frozenset({LoadMeaning.EXTERNAL, LoadMeaning.PER_HAND, LoadMeaning.BOTH_HANDS})

#: Heaviest load [kg] of an exercise by training day, in the order of days.
Days = Sequence[tuple[date, float]]


class JumpTable(BaseModel):
    """What is believed; each value is explained in the table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    window_days: int
    days_least: int
    span_days_least: int
    break_days_most: int
    spread: float
    share_within: float
    exercise_tolerance: float
    factor_tolerance: float
    edge_days: int
    edge_least: float
    exercises_least: int
    exercises_share: float


@dataclass(frozen=True, slots=True)
class Step:
    """How the level of one exercise changes between two of its training days.

    Attributes
    ----------
    exercise : str
        The exercise.
    last, first : date
        Last training day before, and first after.
    before, after : float
        Levels [kg] of the weeks on either side.
    edge : float
        Logarithm of the ratio of the days next to the step alone. [1]
    strays : int
        Days of those weeks that are nearer to the level of the other side.
    """

    exercise: str
    last: date
    first: date
    before: float
    after: float
    edge: float
    strays: int

    @property
    def ratio(self) -> float:
        """Logarithm of the ratio of the levels. [1]."""
        return math.log(self.after / self.before)


@dataclass(frozen=True, slots=True)
class Jump:
    """A day from which on loads stand in another unit, by all signs.

    Attributes
    ----------
    day : date
        First training day after it.
    steps : tuple of Step
        The exercises that jump, those with the heaviest loads first.
    """

    day: date
    steps: tuple[Step, ...]

    @property
    def up(self) -> bool:
        """Whether loads are higher after it."""
        return self.steps[0].ratio > 0.0

    @property
    def clarity(self) -> tuple[int, int]:
        """By how many exercises it is seen, and how few of their days stray from it."""
        return len(self.steps), -sum(step.strays for step in self.steps)


@cache
def jump_table() -> JumpTable:
    """Read the table, once."""
    return JumpTable.model_validate(table("data", "unit_jump.toml"))


def unit_jumps(sessions: Iterable[StrengthSession]) -> list[Jump]:
    """Find the days at which loads jump by the factor between kilogram and pound.

    Parameters
    ----------
    sessions : iterable of StrengthSession
        The workouts of one file, in the order of time.
    """
    steps = sorted(
        (step for name, days in _days(sessions).items() for step in _steps(name, days)),
        key=lambda step: step.first,
    )
    window = jump_table().window_days
    found: list[Jump] = []
    for jump in sorted(_candidates(steps), key=lambda jump: jump.clarity, reverse=True):
        if all(abs((jump.day - other.day).days) > window for other in found if other.up is jump.up):
            found.append(jump)
    return sorted(found, key=lambda jump: jump.day)


def _days(sessions: Iterable[StrengthSession]) -> dict[str, Days]:
    """Heaviest load of each exercise by day; warm-ups say nothing of a level."""
    heaviest: dict[str, dict[date, float]] = defaultdict(dict)
    for session in sessions:
        day = session.start.local.date()
        for each in session.sets:
            counts = each.meaning in _LOADS and each.set_type is not SetType.WARMUP
            if each.weight is not None and each.weight.value > 0.0 and counts:
                held = heaviest[each.exercise]
                held[day] = max(each.weight.kg, held.get(day, 0.0))
    return {name: sorted(held.items()) for name, held in heaviest.items()}


def _steps(exercise: str, days: Days) -> Iterator[Step]:
    """All days of an exercise between which two levels can be compared."""
    known = jump_table()
    dates = [day for day, _ in days]
    window = timedelta(days=known.window_days)
    for at in range(known.days_least, len(days) - known.days_least + 1):
        last, first = dates[at - 1], dates[at]
        if (first - last).days > known.break_days_most:
            continue
        earlier = days[bisect_left(dates, last - window) : at]
        later = days[at : bisect_right(dates, first + window)]
        before, after = _level(earlier), _level(later)
        if before is not None and after is not None:
            strays = _nearer(after, before, earlier) + _nearer(before, after, later)
            near = known.edge_days
            edge = math.log(_middle(later[:near]) / _middle(earlier[-near:]))
            yield Step(exercise, last, first, before, after, edge, strays)


def _level(block: Days) -> float | None:
    """Level [kg] to which the days of a block keep, if they do."""
    known = jump_table()
    long = len(block) >= known.days_least
    if not long or (block[-1][0] - block[0][0]).days < known.span_days_least:
        return None
    level = _middle(block)
    kept = sum(abs(load - level) <= known.spread * level for _, load in block)
    return level if kept >= known.share_within * len(block) else None


def _middle(block: Days) -> float:
    return statistics.median(load for _, load in block)


def _nearer(level: float, other: float, block: Days) -> int:
    """Days of a block that are nearer to `level` than to `other`."""
    middle = math.sqrt(level * other)
    return sum((load > middle) if level > other else (load < middle) for _, load in block)


def _candidates(steps: Sequence[Step]) -> Iterator[Jump]:
    """Days at which enough of the exercises that were trained jump, one way or the other.

    Several days in a row may do so; the one that parts the two levels best is the clearest.
    """
    known = jump_table()
    firsts = [step.first for step in steps]
    longest = timedelta(days=known.break_days_most)
    jumping = {step.first for step in steps if _near(step.ratio, known.exercise_tolerance)}
    for day in sorted(jumping):
        begun = steps[bisect_left(firsts, day) : bisect_right(firsts, day + longest)]
        # Last trained before the day, first on it or later.
        across = [step for step in begun if step.last < day]
        least = max(known.exercises_least, math.ceil(known.exercises_share * len(across)))
        for up in (True, False):
            alike = [
                step
                for step in across
                if (step.ratio > 0.0) is up and _near(step.ratio, known.exercise_tolerance)
            ]
            if len(alike) >= least and _is_the_factor(alike):
                alike.sort(key=lambda step: -max(step.before, step.after))
                yield Jump(day, tuple(alike))


def _is_the_factor(jumping: Sequence[Step]) -> bool:
    """Whether exercises jump by the factor between the units together, and at once."""
    known = jump_table()
    edge = abs(statistics.median(step.edge for step in jumping))
    ratio = statistics.median(step.ratio for step in jumping)
    return edge >= math.log(known.edge_least) and _near(ratio, known.factor_tolerance)


def _near(ratio: float, tolerance: float) -> bool:
    return abs(abs(ratio) - _FACTOR) <= math.log1p(tolerance)
