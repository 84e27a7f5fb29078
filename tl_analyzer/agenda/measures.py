"""Changes of load, position and breaks: they stand beside the sessions they belong to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import ceil
from operator import itemgetter
from typing import NamedTuple

from tl_analyzer.advice.catalogue import Catalogue
from tl_analyzer.advice.exercise import Place
from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.advice.trial import instants
from tl_analyzer.agenda.agenda import Basis
from tl_analyzer.agenda.commitment import AtDesk, Commitment, KnownDay
from tl_analyzer.finding import Channel, Evidence, Flag
from tl_analyzer.log import PlannedSport
from tl_analyzer.report.headline import COMBINED

_LIFTED = frozenset({Channel.HINGE, Channel.OVERHEAD, Channel.ROTATION})


class Reminder(NamedTuple):
    """A break that comes back through the desk hours of a day."""

    item: PlanItem
    day: int
    start: float
    end: float
    every_min: float


class Measures(NamedTuple):
    """Where the changes of a plan stand.

    Attributes
    ----------
    by_session : mapping of Commitment to tuple of str
        Keys of the changes that belong to a session.
    by_desk : mapping of AtDesk to tuple of str
        Keys of the changes that belong to some desk hours.
    reminders : tuple of Reminder
        Breaks that come back through desk hours.
    for_the_week : tuple of str
        Keys of what belongs to nothing that is known of the week.
    """

    by_session: Mapping[Commitment, tuple[str, ...]]
    by_desk: Mapping[AtDesk, tuple[str, ...]]
    reminders: tuple[Reminder, ...]
    for_the_week: tuple[str, ...]


def attach(
    items: Iterable[PlanItem],
    days: Sequence[KnownDay],
    now: float,
    flags: Iterable[Flag],
    book: Catalogue,
) -> Measures:
    """Put every change beside what it changes, as far as that is still to come.

    Parameters
    ----------
    items : iterable of PlanItem
        Items that take no time of their own.
    days : sequence of KnownDay
        The week ahead.
    now : float
        The moment of the plan. [s]
    flags : iterable of Flag
        The flags that the plan answers.
    book : Catalogue
        Knows the place of each item.
    """
    by_code = {flag.code: flag for flag in flags}
    coming = [
        session
        for day in days
        for session in day.sessions
        if session.basis is not Basis.RECORDED and (session.start is None or session.start >= now)
    ]
    hours = [(day.day, desk) for day in days for desk in day.desk if desk.end > now]
    by_session: dict[Commitment, list[str]] = {}
    by_desk: dict[AtDesk, list[str]] = {}
    reminders: list[Reminder] = []
    week = []
    for item in items:
        entry = book.exercises[item.key]
        if entry.place is Place.AT_THE_DESK and entry.every_min and hours:
            reminders += _reminders(item, entry.every_min, hours, now)
            continue
        if entry.place is Place.AT_THE_DESK and hours:
            by_desk.setdefault(hours[0][1], []).append(item.key)
            continue
        meant = _changed(entry.place, item, by_code, coming)
        for session in meant:
            by_session.setdefault(session, []).append(item.key)
        if not meant:
            week.append(item.key)
    return Measures(
        by_session={session: tuple(keys) for session, keys in by_session.items()},
        by_desk={desk: tuple(keys) for desk, keys in by_desk.items()},
        reminders=tuple(reminders),
        for_the_week=tuple(week),
    )


def _reminders(
    item: PlanItem, every_min: float, hours: Sequence[tuple[int, AtDesk]], now: float
) -> Iterator[Reminder]:
    """One a desk day, from its first break that is to come to the end of its hours."""
    every = 60 * every_min
    for day, of_day in groupby(hours, key=itemgetter(0)):
        desks = [desk for _, desk in of_day]
        first, end = desks[0].start, desks[-1].end
        start = first + every * ceil(max(now - first, every) / every)
        if start < end:
            yield Reminder(item, day, start, end, every_min)


def _changed(
    place: Place, item: PlanItem, flags: Mapping[str, Flag], coming: Sequence[Commitment]
) -> list[Commitment]:
    """Sessions that a change speaks of."""
    rides = [session for session in coming if session.sport is PlannedSport.RIDE]
    lifts = [session for session in coming if session.sport is PlannedSport.STRENGTH]
    if place is Place.ON_THE_BIKE:
        return rides
    if place is Place.BEFORE_RIDE:
        return rides[:1]
    if place in (Place.BEFORE_LIFTING, Place.BETWEEN_DESK_AND_BAR):
        return lifts
    if place is not Place.PLANNING:
        return []
    answered = [flags[code] for code in item.because if code in flags and code != COMBINED]
    spoken = {flag.channel for flag in answered}
    facts = [fact for flag in answered for fact in flag.because]
    if spoken == {Channel.FLEXION}:
        # The facts of these flags are amounts: those below the mark only stand beside the others.
        long = [fact for fact in facts if fact.value >= (fact.threshold or 0.0)]
        return _on_weekdays(rides, long)
    # What a session loads is not known of every one: then it may be meant.
    meant = [s for s in lifts if spoken & _LIFTED and (not s.loads or s.loads & spoken)]
    return _on_weekdays(meant, facts)


def _on_weekdays(sessions: list[Commitment], facts: Iterable[Evidence]) -> list[Commitment]:
    """Of some sessions those on the weekdays that the facts speak of, where there are any."""
    weekdays = {moment.weekday() for moment in instants(facts)}
    return [s for s in sessions if date.fromordinal(s.day).weekday() in weekdays] or sessions
