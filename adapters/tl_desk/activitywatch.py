"""ActivityWatch: times of keyboard and mouse input, from the export of its server."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import (
    Entry,
    Observation,
    Posture,
    PostureInterval,
    Problem,
    ProblemKind,
    Tally,
    When,
)
from tl_analyzer.parsing.grades import Grade
from tl_analyzer.parsing.json_stream import BadJson
from tl_analyzer.parsing.ledger import Ledger
from tl_desk.aw_events import AfkEvent, BadEvent, read_event, taken_once
from tl_desk.aw_export import AFK_TYPE, Bucket, Export, Listed, looks_like_export
from tl_desk.aw_sitting import Use, uses
from tl_desk.evidence import Evidence, Grades, shipped_evidence

_SOURCE = "computer activity (ActivityWatch)"
#: Characters of a bucket's type that are shown.
_SHOWN = 40


@dataclass
class _Reading:
    """What an export held, as far as it could be read."""

    events: list[AfkEvent] = field(default_factory=list)
    buckets: Counter[str] = field(default_factory=Counter)
    bare: int = 0


@dataclass(frozen=True)
class ActivityWatchAdapter:
    """Reads the AFK buckets of an export; buckets of windows and web pages are counted unread.

    It yields what each computer saw, without a verdict on pauses: input as sitting, watched time
    without input as unknown. Intervals of different computers may overlap.

    Parameters
    ----------
    evidence : Evidence
        The numbers to use; the shipped ones unless a test says otherwise.
    """

    name: ClassVar[str] = "activitywatch"
    recognised: ClassVar[str] = (
        "ActivityWatch export: JSON with buckets (AFK events alone are read)"
    )
    contract: ClassVar[int] = 1

    evidence: Evidence = field(default_factory=shipped_evidence)

    def recognises(self, file: SourceFile) -> bool:
        """Whether the head is that of an export of all buckets, or of one AFK bucket."""
        return looks_like_export(file)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield the problems of the events, then the intervals in time order."""
        ledger = Ledger(file, self.name, "event")
        limit = self.evidence.limit
        if file.size > limit.export_bytes:
            yield ledger.too_large(file.size, limit.export_bytes)
            yield ledger.tally()
            return
        found = _Reading()
        yield from self._events(file, ledger, found)
        used, aside = taken_once(found.events)
        ledger.take(len(used))
        for label, count in aside.items():
            ledger.set_aside(label, count)
        for span in uses(used, limit):
            grade = _grade(span.kind, self.evidence.grade)
            idle = span.kind is Use.IDLE
            yield PostureInterval(
                start=When(utc=span.start, zone=reading.zone),
                end=span.end,
                posture=Posture.UNKNOWN if idle else Posture.SITTING,
                probability=grade.probability,
                quality=grade.quality,
                observation=Observation.COMPUTER_IDLE if idle else Observation.COMPUTER_ACTIVE,
                source=_SOURCE,
                provenance=provenance(self, file, span.row),
            )
        yield ledger.tally()

    def _events(self, file: SourceFile, ledger: Ledger, found: _Reading) -> Iterator[Problem]:
        limit = self.evidence.limit
        try:
            for item in Export(file).read():
                if isinstance(item, Bucket):
                    _note_bucket(ledger, item, found)
                    continue
                event = read_event(item.event, item.bucket, item.number, limit)
                if isinstance(event, BadEvent):
                    yield _bad_event(ledger, event, item)
                elif len(found.events) >= limit.events:
                    ledger.set_aside("more events than are read")
                else:
                    found.events.append(event)
        except BadJson as why:
            yield _broken(ledger, why, begun=bool(found.events))
        else:
            yield from _remarks(ledger, found)
        yield from _assumed_zone(ledger, found.events)


def _note_bucket(ledger: Ledger, bucket: Bucket, found: _Reading) -> None:
    found.buckets[bucket.kind] += 1
    if bucket.size is None:
        found.bare += 1
    elif bucket.kind != AFK_TYPE:
        ledger.set_aside(f"bucket {bucket.kind[:_SHOWN]}".strip(), bucket.size)


def _grade(use: Use, grades: Grades) -> Grade:
    return {Use.ACTIVE: grades.active, Use.ENDLESS: grades.endless, Use.IDLE: grades.idle}[use]


def _broken(ledger: Ledger, why: BadJson, *, begun: bool) -> Problem:
    """Say where the file breaks off; behind what was read that is one event lost for certain."""
    expected = "an ActivityWatch export (JSON with buckets)"
    hint = "Export again: ActivityWatch, Raw data, Export all buckets as JSON."
    if not begun:
        return ledger.problem(
            ProblemKind.REFUSED, why.code, why.why, expected, hint, why.line, str(why.column)
        )
    kept = "What stands before this place was read. "
    return ledger.refuse(why.code, why.why, expected, kept + hint, why.line, str(why.column))


def _bad_event(ledger: Ledger, why: BadEvent, listed: Listed) -> Problem:
    hint = f"Event {listed.number} of the file was left out; the others were read."
    return ledger.refuse(
        "event-unreadable", why.found, why.expected, hint, listed.number, why.column
    )


def _assumed_zone(ledger: Ledger, events: list[AfkEvent]) -> Iterator[Problem]:
    naive = [event.number for event in events if event.zone_assumed]
    if naive:
        yield ledger.problem(
            ProblemKind.REPAIRED,
            "zone-assumed",
            f"{len(naive)} events whose time states no zone",
            "times with Z or an offset",
            "They were read as UTC, which is what ActivityWatch stores.",
            naive[0],
            "timestamp",
        )


def _remarks(ledger: Ledger, found: _Reading) -> Iterator[Problem]:
    """What the reader should know about the export as a whole."""
    if found.bare:
        yield ledger.problem(
            ProblemKind.NOTE,
            "bucket-without-events",
            f"{found.bare} buckets without a list of events",
            "buckets with their events",
            "A list of buckets is not an export: use Raw data, Export all buckets as JSON.",
        )
    if AFK_TYPE not in found.buckets:
        yield ledger.problem(
            ProblemKind.NOTE,
            "no-afk-bucket",
            f"{found.buckets.total()} buckets, none of type {AFK_TYPE}",
            f"a bucket of type {AFK_TYPE}",
            "Only the AFK watcher tells when somebody was at the computer; is it running?",
        )
