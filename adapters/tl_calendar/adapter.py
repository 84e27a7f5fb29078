"""Calendars in the form of RFC 5545: meetings, days away from the desk, and planned training."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile, provenance
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.text import decode, decode_head
from tl_calendar.blocks import Blocks, take_apart
from tl_calendar.evidence import Evidence, shipped_evidence

_BEGIN = "BEGIN:VCALENDAR"


@dataclass(frozen=True)
class CalendarAdapter:
    """Reads the events of a calendar; titles and people are looked at and never kept.

    Of an event whose title says training the word that says so is kept: ``ride``, ``gym``.

    Parameters
    ----------
    evidence : Evidence
        The numbers to use; the shipped ones unless a test says otherwise.
    """

    name: ClassVar[str] = "calendar-ics"
    recognised: ClassVar[str] = "Calendar (ICS): text that begins with BEGIN:VCALENDAR"
    contract: ClassVar[int] = 1

    evidence: Evidence = field(default_factory=shipped_evidence)

    def recognises(self, file: SourceFile) -> bool:
        """Whether the first line that is not blank begins a calendar."""
        text = "".join(decode_head(file.head[: 4 * len(_BEGIN) + 64]).lines)
        return text.lstrip("\ufeff \t\r\n").upper().startswith(_BEGIN)

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield the problems of the events, then what they come to in order of their begin."""
        ledger = Ledger(file, self.name, "component")
        limit = self.evidence.limit
        if file.size > limit.file_bytes:
            yield ledger.too_large(file.size, limit.file_bytes)
        else:
            text = decode(file.read())
            yield from text.problems(file.name)
            blocks = take_apart(text.lines, limit)
            for kind, count in blocks.others.items():
                ledger.set_aside(kind, count)
            # What reads calendars is an extra: it is looked for when there is one to read.
            try:
                from tl_calendar.meetings import Meetings
            except ImportError:
                yield from _not_installed(ledger, blocks)
            else:
                origin = provenance(self, file)
                yield from Meetings(blocks, reading.zone, origin, self.evidence, ledger).run()
        yield ledger.tally()


def _not_installed(ledger: Ledger, blocks: Blocks) -> Iterator[Problem]:
    """Refuse all events at once: one line says what to do."""
    refused = [
        ledger.refuse(
            "not-installed",
            f"events: {len(blocks.events)}, and no program part that reads calendars",
            "the packages icalendar and recurring-ical-events",
            "Install them with: pip install 'tl-analyzer[ics]'",
            block.line,
        )
        for block in blocks.events
    ]
    yield from refused[:1]
