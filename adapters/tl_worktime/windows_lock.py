"""Windows: locking, unlocking, sleep and waking of a computer, as CSV of its event log."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from itertools import pairwise
from typing import ClassVar

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Clock, Entry, Observation, Posture, Problem, ProblemKind
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.layout import Heading, Layout
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import when
from tl_analyzer.parsing.row_stream import StreamedRow, stream_rows
from tl_analyzer.parsing.timeline import Span, merged
from tl_analyzer.parsing.written_dates import DateOrder, Unclear, date_order, read_moment
from tl_worktime.kinds import Kind, intervals
from tl_worktime.sheet import SheetAdapter, whole_rows
from tl_worktime.vocabulary import vocabulary

_LAYOUT = Layout(
    known=("timecreated", "id"),
    required=frozenset({"timecreated", "id"}),
    anchors=("timecreated",),
    # PowerShell writes a line ``#TYPE ...`` above the header.
    comment="#",
    also={"time created": "timecreated", "event id": "id", "eventid": "id"},
)
#: Digits of an id that are shown.
_SHOWN = 6


class _Event(Enum):
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    SCREEN_SAVER_ON = "screen_saver_on"
    SCREEN_SAVER_OFF = "screen_saver_off"
    ASLEEP = "asleep"
    AWAKE = "awake"


@dataclass(frozen=True, slots=True, order=True)
class _Seen:
    at: datetime
    row: int
    event: _Event = field(compare=False)
    clock: Clock = field(compare=False)


class WindowsLockAdapter(SheetAdapter):
    """Reads the events that say whether somebody uses a computer; all others are counted."""

    name: ClassVar[str] = "windows-lock"
    recognised: ClassVar[str] = "Windows event log: CSV with TimeCreated,Id (lock and unlock)"
    layout = _LAYOUT

    def begins_so(self, heading: Heading, first: Iterator[StreamedRow]) -> bool:
        """Whether an event of these is among the first."""
        return any(_event(heading.cell(row.cells, "id")) for row in first)

    def entries(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[Entry | Problem]:
        """Yield the times in which the computer was unlocked, and those in which it was not."""
        seen: list[_Seen] = []
        for found in self._events(file, heading, ledger, zone):
            if isinstance(found, Problem):
                yield found
            else:
                seen.append(found)
        seen.sort()
        yield from _lost_locks(seen, ledger)
        spans = self._judged(merged(self._spans(seen)))
        yield from intervals(spans, self, file, zone, "computer lock (Windows)")

    def _events(
        self, file: SourceFile, heading: Heading, ledger: Ledger, zone: str
    ) -> Iterator[_Seen | Problem]:
        limit = self.evidence.limit
        order = date_order(heading.cell(r.cells, "timecreated") for r in stream_rows(file, heading))
        known: set[tuple[datetime, _Event]] = set()
        for row in whole_rows(file, heading, ledger):
            if isinstance(row, Problem):
                yield row
                continue
            code = heading.cell(row.cells, "id")
            event = _event(code)
            moment = self._moment(heading.cell(row.cells, "timecreated"), order)
            if event is None:
                ledger.set_aside(f"event {code[:_SHOWN]}" if code.isdigit() else "other event")
            elif isinstance(moment, Unclear):
                stamp = echo(heading.cell(row.cells, "timecreated"))
                yield ledger.refuse(
                    moment.code, stamp, moment.expected, moment.hint, row.line, "TimeCreated"
                )
            else:
                at = when(moment, zone)
                if (at.utc, event) in known:
                    ledger.set_aside("duplicate")
                elif len(known) >= limit.held:
                    ledger.set_aside("more events than are read")
                else:
                    known.add((at.utc, event))
                    ledger.take()
                    yield _Seen(at.utc, row.line, event, at.clock)

    def _moment(self, text: str, order: DateOrder) -> datetime | Unclear:
        moment = read_moment(text, order, self.evidence.limit.years)
        if isinstance(moment, datetime | Unclear):
            return moment
        return Unclear("clock-missing", "a date with a time", "Export TimeCreated as 'o' (ISO).")

    def _spans(self, seen: list[_Seen]) -> Iterator[Span[Kind]]:
        grade = self.evidence.grade
        locked = False
        for earlier, later in pairwise(seen):
            if earlier.event in (_Event.LOCKED, _Event.UNLOCKED):
                locked = earlier.event is _Event.LOCKED
            used = _used(earlier.event, later.event, locked=locked)
            if used is None or earlier.at == later.at:
                continue
            kind = (
                Kind(Posture.SITTING, Observation.COMPUTER_ACTIVE, grade.unlocked, earlier.clock)
                if used
                else Kind(Posture.UNKNOWN, Observation.COMPUTER_IDLE, grade.locked, earlier.clock)
            )
            yield Span(earlier.at, later.at, kind, earlier.row)

    def _judged(self, spans: Iterator[Span[Kind]]) -> Iterator[Span[Kind]]:
        """Doubt times unlocked in which nobody ever went away."""
        longest = timedelta(seconds=self.evidence.limit.endless_s)
        endless = self.evidence.grade.endless
        for span in spans:
            kind = span.kind
            if kind.posture is Posture.SITTING and span.length > longest:
                kind = Kind(kind.posture, kind.observation, endless, kind.clock)
            yield Span(span.start, span.end, kind, span.row)


def _used(earlier: _Event, later: _Event, *, locked: bool) -> bool | None:
    """Whether a computer was in use between two events that follow each other.

    None where they do not tell: asleep, after waking until something shows whether it was locked,
    and between two unlocks, of which the lock between them is missing.
    """
    match earlier:
        case _Event.ASLEEP:
            return None
        case _Event.AWAKE:
            if later is _Event.UNLOCKED:
                return False
            return True if later in (_Event.LOCKED, _Event.SCREEN_SAVER_ON) else None
        case _Event.LOCKED | _Event.SCREEN_SAVER_ON:
            return False
        case _Event.SCREEN_SAVER_OFF if locked:
            return False
        case _:
            return None if later is _Event.UNLOCKED else True


def _event(code: str) -> _Event | None:
    words = vocabulary().windows
    return next((event for event in _Event if code in getattr(words, event.value)), None)


def _lost_locks(seen: list[_Seen], ledger: Ledger) -> Iterator[Problem]:
    lost = [b.row for a, b in pairwise(seen) if a.event is b.event is _Event.UNLOCKED]
    if lost:
        yield ledger.problem(
            ProblemKind.NOTE,
            "lock-missing",
            f"{len(lost)} unlocks without a lock before them",
            "a lock (4800) between two unlocks (4801)",
            "The time between them is left open. Is 'Audit Other Logon/Logoff Events' switched on?",
            lost[0],
            "Id",
        )
