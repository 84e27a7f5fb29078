"""From the events of a calendar to stretches of sitting, of being away, and planned sessions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from tl_analyzer.log import (
    Observation,
    PlannedSession,
    Posture,
    PostureInterval,
    Problem,
    ProblemKind,
    Provenance,
    When,
)
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.ledger import Ledger
from tl_calendar.blocks import Block, Blocks
from tl_calendar.clock import Clock, Zones
from tl_calendar.event import BadEvent, Event, read_event
from tl_calendar.evidence import Evidence
from tl_calendar.series import (
    Budget,
    Followed,
    Occurrence,
    follow,
    in_series,
    newest_versions,
)
from tl_calendar.sorting import Kind, owner_of, sort
from tl_calendar.span import Span, span_of
from tl_calendar.titles import Training, shipped_titles

_SOURCE = "calendar"

#: What an event is taken for and what comes of it.
Made = PostureInterval | PlannedSession


class Meetings:
    """Reads one calendar.

    Parameters
    ----------
    blocks : Blocks
        The calendar taken apart.
    zone : str
        IANA zone of the athlete.
    origin : Provenance
        Where it comes from.
    evidence : Evidence
        The numbers to use.
    ledger : Ledger
        The account.
    """

    def __init__(
        self, blocks: Blocks, zone: str, origin: Provenance, evidence: Evidence, ledger: Ledger
    ) -> None:
        self._blocks, self._zone, self._origin = blocks, zone, origin
        self._evidence, self._ledger = evidence, ledger
        zones = Zones(blocks.zones)
        #: Zone that the calendar states for all its clocks.
        self._stated = zones.find(blocks.zone) if blocks.zone else None
        self._clock = Clock(zones, self._stated or ZoneInfo(zone), evidence.limit)
        self._told = 0
        self._beyond: Span | None = None

    def run(self) -> Iterator[Made | Problem]:
        """Yield problems, then intervals and planned sessions in order of their begin."""
        events: list[Event] = []
        for number, block in enumerate(self._blocks.events):
            found = self._event(block, number)
            if isinstance(found, Event):
                events.append(found)
            else:
                yield from self._tell(self._refuse(found, block.line))
        made: list[Made] = []
        if events:
            for item in self._sorted(events):
                if isinstance(item, Problem):
                    yield from self._tell(item)
                else:
                    made.append(item)
        yield from self._remarks(events)
        yield from sorted(made, key=lambda each: (each.start.utc, each.end or each.start.utc))

    def _event(self, block: Block, number: int) -> Event | BadEvent:
        limit = self._evidence.limit
        if number >= limit.events:
            return BadEvent("too-many-events", "one event more", f"at most {limit.events} events")
        try:
            event = read_event(block, self._clock, limit.event_lines)
        except BadEvent as why:
            return why
        if event.length_s < 0:
            return BadEvent("end-before-start", "an end before the begin", "a later end")
        return in_zone(event, self._stated) if self._stated else event

    def _sorted(self, events: Sequence[Event]) -> Iterator[Made | Problem]:
        limit, ledger = self._evidence.limit, self._ledger
        owner, titles = owner_of(self._blocks.name, events), shipped_titles()
        kinds = [sort(event, owner, titles, limit) for event in events]
        if self._blocks.method == "CANCEL":
            kinds = ["cancelled" for _ in events]
        span, budget = span_of(events, limit), Budget(limit.effort, limit.occurrences)
        newest = newest_versions(events)
        ledger.set_aside("an older version of the same event", len(events) - len(newest))
        for places in in_series(events, newest):
            used: set[int] = set()
            if any(not isinstance(kinds[place], str) for place in places):
                found = follow(events, places, span, self._clock, self._evidence, budget)
                yield from self._fault(found, events[places[0]])
                self._beyond = span if found.endless else self._beyond
                for each in found.occurrences:
                    kind = kinds[each.place]
                    if not isinstance(kind, str):
                        used.add(each.place)
                        yield self._made(each, kind, events[each.place])
            for place in places:
                kind = kinds[place]
                if isinstance(kind, str):
                    ledger.set_aside(kind)
                elif place in used:
                    ledger.take()
                else:
                    ledger.set_aside("outside the years that are followed")

    def _made(self, found: Occurrence, kind: Kind | Training, event: Event) -> Made:
        if isinstance(kind, Kind):
            return self._interval(found, kind, event)
        return self._planned(found, kind, event)

    def _planned(self, found: Occurrence, training: Training, event: Event) -> PlannedSession:
        """A session as planned; whether it was done, a calendar does not know."""
        if isinstance(found.start, datetime):
            start = self._when(found.start, event)
            end = self._end(found, start, event)
        else:
            start, end = When.from_date(found.start, self._zone), None
        return PlannedSession(
            start=start,
            end=end if event.length_s else None,
            sport=training.sport,
            title=training.word,
            provenance=self._origin.model_copy(update={"row": event.line}),
        )

    def _interval(self, found: Occurrence, kind: Kind, event: Event) -> PostureInterval:
        meeting = kind is Kind.MEETING
        grades = self._evidence.grade
        grade = grades.meeting if meeting else grades.out_of_office
        start = self._when(found.start, event)
        return PostureInterval(
            start=start,
            end=self._end(found, start, event),
            posture=Posture.SITTING if meeting else Posture.OFF,
            probability=grade.probability,
            quality=grade.quality,
            observation=Observation.MEETING if meeting else Observation.OUT_OF_OFFICE,
            source=_SOURCE,
            provenance=self._origin.model_copy(update={"row": event.line}),
        )

    def _end(self, found: Occurrence, start: When, event: Event) -> datetime:
        end = self._when(found.end, event).utc
        # Over the hour that a daylight-saving night leaves out.
        return end if end > start.utc else start.utc + timedelta(seconds=event.length_s)

    def _when(self, moment: date | datetime, event: Event) -> When:
        """Bare dates are days of the athlete, clocks without zone are the athlete's."""
        if not isinstance(moment, datetime):
            return When.from_local(datetime.combine(moment, time()), self._zone)
        if event.unknown_zone is not None and not self._stated:
            return When.from_local(moment.replace(tzinfo=None), self._zone)
        return When(utc=moment.astimezone(UTC), zone=self._zone)

    def _fault(self, found: Followed, event: Event) -> Iterator[Problem]:
        if found.fault:
            yield self._ledger.problem(
                ProblemKind.REPAIRED,
                "rule-not-followed",
                found.fault,
                "a rule of days, weeks, months or years",
                "The event was taken once, at its first date.",
                event.line,
                "RRULE",
            )

    def _refuse(self, why: BadEvent, line: int) -> Problem:
        return self._ledger.refuse(
            why.code,
            why.found,
            why.expected,
            "The event was left out; the others were read.",
            line,
        )

    def _tell(self, problem: Problem) -> Iterator[Problem]:
        """Tell a problem of one event; after many, silently until the end sums them up."""
        self._told += 1
        if self._told <= self._evidence.limit.problems:
            yield problem

    def _remarks(self, events: Sequence[Event]) -> Iterator[Problem]:
        """What the reader should know about the calendar as a whole."""
        if (more := self._told - self._evidence.limit.problems) > 0:
            yield self._note(
                "more-problems",
                f"further events with problems: {more}",
                "readable ones",
                "They are counted, and not listed one by one.",
            )
        assumed = [] if self._stated else [e for e in events if e.unknown_zone is not None]
        if floating := [e.line for e in assumed if not e.unknown_zone]:
            yield self._note(
                "zone-assumed",
                f"events whose clock states no zone: {len(floating)}",
                "times with a zone",
                f"They were read in the zone of the profile, {self._zone}.",
                floating[0],
            )
        if strange := [e for e in assumed if e.unknown_zone]:
            yield self._note(
                "zone-unknown",
                f"events in an unknown zone: {len(strange)}, first {echo(strange[0].unknown_zone)}",
                "a zone that the file defines, or a known one",
                f"They were read in the zone of the profile, {self._zone}.",
                strange[0].line,
            )
        if self._beyond:
            yield self._note(
                "rule-without-end",
                "events that repeat without end",
                "an end",
                f"They were followed until {self._beyond.end.date()}; export the calendar again"
                " to go on.",
            )

    def _note(
        self, code: str, found: str, expected: str, hint: str, line: int | None = None
    ) -> Problem:
        return self._ledger.problem(ProblemKind.NOTE, code, found, expected, hint, line)


def in_zone(event: Event, zone: tzinfo) -> Event:
    """Bring an event that repeats in UTC to the zone of its calendar, where it keeps its hour."""
    if not (event.repeats and isinstance(event.start, datetime) and event.start.tzinfo is UTC):
        return event
    start, end = event.start.astimezone(zone), event.end
    if isinstance(end, datetime):
        end = end.astimezone(zone)
    return replace(event, start=start, end=end)
