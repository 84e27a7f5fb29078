"""ActivityWatch: times of keyboard and mouse input, from the export of its server."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import (
    Entry,
    Posture,
    PostureInterval,
    Problem,
    ProblemKind,
    Tally,
    When,
)
from tl_analyzer.parsing.ledger import Ledger
from tl_desk.aw_events import AfkEvent, BadEvent, read_event, taken_once
from tl_desk.aw_export import AFK_TYPE, BadExport, Bucket, looks_like_export, read_export
from tl_desk.aw_sitting import Use, uses
from tl_desk.evidence import Evidence, Grade, Grades, shipped_evidence

_SOURCE = "computer activity (ActivityWatch)"
#: Characters of a bucket's type that are shown.
_SHOWN = 40

_POSTURE = {
    Use.ACTIVE: Posture.SITTING,
    Use.ENDLESS: Posture.SITTING,
    Use.SHORT_PAUSE: Posture.SITTING,
    Use.PAUSE: Posture.SITTING,
    Use.AWAY: Posture.UNKNOWN,
}


@dataclass(frozen=True)
class ActivityWatchAdapter:
    """Reads the AFK buckets of an export; buckets of windows and web pages are counted unread.

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
        """Yield the problems of the events, then intervals in time order that never overlap."""
        ledger = Ledger(file, self.name, "event")
        limit = self.evidence.limit
        export = (
            ledger.too_large(file.size, limit.file_bytes)
            if file.size > limit.file_bytes
            else read_export(file)
        )
        if isinstance(export, Problem):
            yield export
        elif isinstance(export, BadExport):
            yield _bad_export(ledger, export)
        else:
            events: list[AfkEvent] = []
            for found in self._events(export, ledger):
                if isinstance(found, Problem):
                    yield found
                else:
                    events.append(found)
            yield from _remarks(ledger, export, events)
            used, aside = taken_once(events)
            ledger.take(len(used))
            for label, count in aside.items():
                ledger.set_aside(label, count)
            for span in uses(used, limit):
                posture, grade = _POSTURE[span.kind], _grade(span.kind, self.evidence.grade)
                yield PostureInterval(
                    start=When(utc=span.start, zone=reading.zone),
                    end=span.end,
                    posture=posture,
                    probability=grade.probability,
                    quality=grade.quality,
                    source=_SOURCE,
                    provenance=provenance(self, file, span.row),
                )
        yield ledger.tally()

    def _events(self, export: tuple[Bucket, ...], ledger: Ledger) -> Iterator[AfkEvent | Problem]:
        number = 0
        for bucket in export:
            if bucket.kind != AFK_TYPE:
                ledger.set_aside(f"bucket {bucket.kind[:_SHOWN]}", bucket.size)
            for place, raw in enumerate(bucket.events, start=number + 1):
                event = read_event(raw, bucket.name, place, self.evidence.limit)
                yield _bad_event(ledger, event, place) if isinstance(event, BadEvent) else event
            number += bucket.size


def _grade(use: Use, grades: Grades) -> Grade:
    return {
        Use.ACTIVE: grades.active,
        Use.ENDLESS: grades.endless,
        Use.SHORT_PAUSE: grades.short_pause,
        Use.PAUSE: grades.pause,
        Use.AWAY: grades.away,
    }[use]


def _bad_export(ledger: Ledger, why: BadExport) -> Problem:
    return ledger.problem(
        ProblemKind.REFUSED,
        why.code,
        why.found,
        "an ActivityWatch export (JSON with buckets)",
        "Export again: ActivityWatch, Raw data, Export all buckets as JSON.",
        why.line,
        why.column,
    )


def _bad_event(ledger: Ledger, why: BadEvent, number: int) -> Problem:
    hint = f"Event {number} of the file was left out; the others were read."
    return ledger.refuse("event-unreadable", why.found, why.expected, hint, number, why.column)


def _remarks(
    ledger: Ledger, export: tuple[Bucket, ...], events: list[AfkEvent]
) -> Iterator[Problem]:
    """What the reader should know about the export as a whole."""
    if naive := [event.number for event in events if event.zone_assumed]:
        yield ledger.problem(
            ProblemKind.REPAIRED,
            "zone-assumed",
            f"{len(naive)} events whose time states no zone",
            "times with Z or an offset",
            "They were read as UTC, which is what ActivityWatch stores.",
            naive[0],
            "timestamp",
        )
    if bare := sum(not bucket.listed for bucket in export):
        yield ledger.problem(
            ProblemKind.NOTE,
            "bucket-without-events",
            f"{bare} buckets without a list of events",
            "buckets with their events",
            "A list of buckets is not an export: use Raw data, Export all buckets as JSON.",
        )
    if not any(bucket.kind == AFK_TYPE for bucket in export):
        yield ledger.problem(
            ProblemKind.NOTE,
            "no-afk-bucket",
            f"{len(export)} buckets, none of type {AFK_TYPE}",
            f"a bucket of type {AFK_TYPE}",
            "Only the AFK watcher tells when somebody was at the computer; is it running?",
        )
