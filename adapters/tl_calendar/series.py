"""Events that repeat, followed through the years of a calendar."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import icalendar
import recurring_ical_events
from icalendar.prop import vDDDTypes, vRecur

from tl_calendar.clock import Clock
from tl_calendar.event import Event, Time
from tl_calendar.evidence import Evidence
from tl_calendar.rules import Rule, read_rule
from tl_calendar.shapes import BadRule
from tl_calendar.span import Span, instant

#: Marks an event, so that its instances are known by it.
_MARK = "X-TL-PLACE"
#: Changes of all later instances that are followed as such, in one series.
_TURNS = 100


@dataclass(frozen=True)
class Occurrence:
    """One instance of an event.

    Attributes
    ----------
    place : int
        Place of the event in the calendar.
    start, end : date or datetime
        When it is.
    """

    place: int
    start: Time
    end: Time


@dataclass
class Budget:
    """What may still be spent on one file: steps of rules, and instances."""

    effort: int
    occurrences: int


@dataclass(frozen=True)
class Followed:
    """What came of a series.

    Attributes
    ----------
    occurrences : tuple of Occurrence
        Its instances.
    fault : str
        Why only its first instance is taken; empty if it was followed.
    endless : bool
        Whether it would go on.
    """

    occurrences: tuple[Occurrence, ...]
    fault: str = ""
    endless: bool = False


def newest_versions(events: Sequence[Event]) -> set[int]:
    """Places of the events that no later version of the same replaces."""
    newest: dict[tuple[str, datetime | None], int] = {}
    for place, event in enumerate(events):
        key = (event.uid, instant(event.instead_of) if event.instead_of else None)
        known = newest.get(key)
        if known is None or event.sequence >= events[known].sequence:
            newest[key] = place
    for (uid, replaced), place in list(newest.items()):
        whole = newest.get((uid, None))
        if replaced is None or whole is None or whole == place or events[whole].repeats:
            continue
        # A single event and its one instance, moved.
        if instant(events[whole].start) == replaced:
            del newest[uid, None]
    return set(newest.values())


def in_series(events: Sequence[Event], places: set[int]) -> list[list[int]]:
    """The places put together by series; each begins with the event that repeats, if any."""
    series: dict[str, list[int]] = defaultdict(list)
    for place in sorted(places, key=lambda p: (events[p].instead_of is not None, p)):
        series[events[place].uid].append(place)
    return list(series.values())


def follow(
    events: Sequence[Event],
    places: Sequence[int],
    span: Span,
    clock: Clock,
    evidence: Evidence,
    budget: Budget,
) -> Followed:
    """Find the instances of a series; if its rule cannot be followed, those it names.

    Parameters
    ----------
    events : sequence of Event
        All events of the calendar.
    places : sequence of int
        Those of the series.
    span : Span
        The years to follow it through.
    clock : Clock
        Reads the ends of rules.
    evidence : Evidence
        Lengths and costs.
    budget : Budget
        What may be spent; spent here.
    """
    core = events[places[0]]
    if core.instead_of is not None or not core.repeats:
        return _named(events, places)
    try:
        rules = [read_rule(r, core.start, span.end, clock, evidence.step) for r in core.rules]
    except BadRule as why:
        return _named(events, places, str(why))
    effort = sum(rule.effort for rule in rules)
    if effort > budget.effort or not budget.occurrences:
        return _named(events, places, "more repetition than is followed")
    budget.effort -= effort
    # The library raises what it likes on series that contradict themselves.
    try:
        calendar = _calendar(events, places, rules)
        found = recurring_ical_events.of(calendar).between(span.start, span.end)
        instances = tuple(map(_occurrence, found))
    except Exception:
        return _named(events, places, "a series that contradicts itself")
    if len(instances) > budget.occurrences:
        budget.occurrences = 0
        return _named(events, places, "more repetition than is followed")
    budget.occurrences -= len(instances)
    return Followed(instances, endless=any(rule.endless for rule in rules))


def _named(events: Sequence[Event], places: Sequence[int], fault: str = "") -> Followed:
    """The events of a series as they stand."""
    named = tuple(Occurrence(place, events[place].start, events[place].end) for place in places)
    return Followed(named, fault)


def _calendar(
    events: Sequence[Event], places: Sequence[int], rules: Sequence[Rule]
) -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    turns = 0
    for place in places:
        event = events[place]
        held = icalendar.Event()
        held.add("UID", "series")
        held.add("SEQUENCE", event.sequence)
        held.add(_MARK, str(place))
        held.add("DTSTART", event.start)
        held.add("DTEND", event.end)
        if event.instead_of is None:
            for rule in rules:
                held.add("RRULE", vRecur.from_ical(rule.text))
            for moment in event.more:
                held.add("RDATE", [moment])
            for moment in event.without:
                held.add("EXDATE", [moment])
        else:
            turns += event.from_then_on
            known = event.from_then_on and turns <= _TURNS
            replaced = vDDDTypes(event.instead_of)
            if known:
                replaced.params["RANGE"] = "THISANDFUTURE"
            held.add("RECURRENCE-ID", replaced)
        calendar.add_component(held)
    return calendar


def _occurrence(found: icalendar.Event) -> Occurrence:
    return Occurrence(int(str(found[_MARK])), found.start, found.end)
