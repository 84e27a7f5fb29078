"""One day as it fills: what is placed on it, and at which clock time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from tl_analyzer.advice.catalogue import Catalogue
from tl_analyzer.advice.plan_item import PlanItem, Purpose
from tl_analyzer.advice.work_done import work_done
from tl_analyzer.agenda.commitment import KnownDay
from tl_analyzer.agenda.openings import Opening, waking
from tl_analyzer.agenda.rhythm import Rhythm
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import midnight
from tl_analyzer.sitting.spans import Span, subtract, union

#: What comes first in time before a session: what loosens, then what holds, then the movement.
_FIRST = (
    Purpose.BREAK,
    Purpose.BREATHING,
    Purpose.MOBILITY,
    Purpose.HIP,
    Purpose.STABILITY,
    Purpose.PATTERN,
)


#: Work of today begins at a clock time that people use. [s]
_STEP_S = 300

#: Work that is logged in the week ahead counts. [days]
_WEEK = 7


class Chosen(NamedTuple):
    """An item of the plan with the opening that was chosen for it."""

    item: PlanItem
    opening: Opening


class Placed(NamedTuple):
    """An item of the plan and its clock time; None where its session has none."""

    item: PlanItem
    opening: Opening
    span: Span | None


@dataclass
class DaySheet:
    """A day that is being filled.

    Attributes
    ----------
    known : KnownDay
        What happens on it.
    free : tuple of Span
        Time that neither desk, sessions, sleep nor the past take. [s]
    minutes : float
        Time the plan may still take. [min]
    open : bool
        Whether anything may be placed on it: it is not over.
    done : mapping of str to str
        Keys and names of work that is logged on it.
    """

    known: KnownDay
    free: tuple[Span, ...]
    minutes: float
    open: bool
    done: Mapping[str, str]
    chosen: list[Chosen] = field(default_factory=list)

    def has_time_for(self, item: PlanItem) -> bool:
        """Whether the minutes of the day allow one more item."""
        return item.minutes <= self.minutes - sum(each.item.minutes for each in self.chosen)

    def first_fit(self, item: PlanItem, offered: Sequence[Opening]) -> Opening | None:
        """The first opening in which an item fits beside what is placed already."""
        for opening in offered:
            if laid_out([*self.chosen, Chosen(item, opening)], self.free) is not None:
                return opening
        return None

    def placed(self) -> tuple[Placed, ...]:
        """What was chosen, with clock times."""
        return laid_out(self.chosen, self.free) or ()


def day_sheet(
    known: KnownDay, work: Sequence[PlanItem], ahead: Picture, rhythm: Rhythm, book: Catalogue
) -> DaySheet:
    """Open a day: what of it is free, and what of the work is done already.

    Parameters
    ----------
    known : KnownDay
        What happens on it.
    work : sequence of PlanItem
        Items that take time.
    ahead : Picture
        The picture of the week, at the moment of the plan.
    rhythm : Rhythm
        The hours of the athlete's day.
    book : Catalogue
        Knows what counts as having done an item.
    """
    zone = ahead.week.zone
    logged = work_done(ahead, _WEEK)
    done = {i.key: i.exercise for i in work if known.day in logged.days(book.exercises[i.key])}
    now = _STEP_S * ceil(ahead.as_of / _STEP_S)
    awake = waking(known, rhythm, zone)
    taken = [(desk.start, desk.end) for desk in known.desk]
    taken += [
        (s.start, s.end + rhythm.after_session_s)
        for s in known.sessions
        if s.start is not None and s.end is not None
    ]
    from_now = Span(max(awake.start, now), awake.end)
    return DaySheet(
        known=known,
        free=tuple(subtract(from_now, union(taken))),
        minutes=ahead.profile.plan.minutes_per_day
        - sum(item.minutes for item in work if item.key in done),
        open=midnight(known.day + 1, zone) > ahead.as_of,
        done=done,
    )


def laid_out(chosen: Sequence[Chosen], free: Sequence[Span]) -> tuple[Placed, ...] | None:
    """Give every item its clock time; None where one of them finds no room.

    What prepares for a session is packed towards it, the movement itself last; all else begins as
    early as its opening allows.
    """
    left = list(free)
    placed = []
    for each in sorted(chosen, key=_order):
        if each.opening.span is None:
            placed.append(Placed(each.item, each.opening, None))
            continue
        span = _room(each.opening.span, 60 * each.item.minutes, each.opening.late, left)
        if span is None:
            return None
        left = [part for gap in left for part in subtract(gap, [span])]
        placed.append(Placed(each.item, each.opening, span))
    return tuple(placed)


def _order(each: Chosen) -> tuple[bool, int, str]:
    rank = _FIRST.index(each.item.purpose) if each.item.purpose in _FIRST else 0
    # Packed from the session backwards: what comes last in time is placed first.
    return (not each.opening.late, -rank if each.opening.late else rank, each.item.key)


def _room(within: Span, seconds: float, late: bool, left: Sequence[Span]) -> Span | None:
    """The earliest or latest stretch of that length inside an opening that is still free."""
    gaps = union((max(gap.start, within.start), min(gap.end, within.end)) for gap in left)
    fitting = [gap for gap in gaps if gap.end - gap.start >= seconds]
    if not fitting:
        return None
    if late:
        return Span(fitting[-1].end - seconds, fitting[-1].end)
    return Span(fitting[0].start, fitting[0].start + seconds)
