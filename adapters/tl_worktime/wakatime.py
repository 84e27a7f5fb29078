"""WakaTime: heartbeats of an editor, from a dump or from its API."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Observation, Posture, Problem, ProblemKind, Tally
from tl_analyzer.parsing.bounds import echo
from tl_analyzer.parsing.json_stream import BadJson, JsonStream
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.text import decode_head
from tl_analyzer.parsing.timeline import Span
from tl_worktime.evidence import Evidence, shipped_evidence
from tl_worktime.kinds import Kind, intervals
from tl_worktime.vocabulary import vocabulary

#: Members that hold heartbeats: ``heartbeats`` in a dump, ``data`` in an answer of the API.
_LISTS = ("heartbeats", "data")
_LISTED = re.compile(r'"(?:heartbeats|data)"\s*:\s*\[\s*\{[^{}\[\]]*"entity"\s*:')
_STAMPED = re.compile(r'"time"\s*:\s*\d{9,}')
#: Characters of a category that are shown.
_SHOWN = 40


@dataclass(frozen=True)
class WakaTimeAdapter:
    """Reads the instants of heartbeats; files, projects and machines are not looked at.

    Parameters
    ----------
    evidence : Evidence
        The numbers to use; the shipped ones unless a test says otherwise.
    """

    name: ClassVar[str] = "wakatime"
    recognised: ClassVar[str] = "WakaTime: JSON with heartbeats"
    contract: ClassVar[int] = 1

    evidence: Evidence = field(default_factory=shipped_evidence)

    def recognises(self, file: SourceFile) -> bool:
        """Whether the head shows a list of heartbeats: an entity and an instant in each."""
        head = "".join(decode_head(file.head).lines)
        starts = head.lstrip()[:1] == "{"
        return starts and bool(_LISTED.search(head)) and bool(_STAMPED.search(head))

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield stretches in which heartbeats follow each other closely."""
        ledger = Ledger(file, self.name, "event")
        limit = self.evidence.limit
        beats: list[tuple[datetime, int]] = []
        if file.size > limit.file_bytes:
            yield ledger.too_large(file.size, limit.file_bytes)
        else:
            yield from self._beats(file, ledger, beats)
        spans = self._runs(beats, ledger)
        yield from intervals(spans, self, file, reading.zone, "editor activity (WakaTime)")
        yield ledger.tally()

    def _beats(
        self, file: SourceFile, ledger: Ledger, beats: list[tuple[datetime, int]]
    ) -> Iterator[Problem]:
        try:
            with file.open() as stream:
                for number, beat in enumerate(_heartbeats(JsonStream(stream)), start=1):
                    found = self._beat(beat, number, ledger, held=len(beats))
                    if isinstance(found, Problem):
                        yield found
                    elif found is not None:
                        beats.append((found, number))
        except BadJson as why:
            yield ledger.problem(
                ProblemKind.REFUSED,
                why.code,
                why.why,
                "a dump of heartbeats (JSON)",
                "Download it again; what stands before this place was read.",
                why.line,
                str(why.column),
            )

    def _beat(
        self, beat: object, number: int, ledger: Ledger, held: int
    ) -> datetime | Problem | None:
        """The instant of a heartbeat; None where it says nothing about hands on the keyboard."""
        stamp = beat.get("time") if isinstance(beat, dict) else None
        instant = self._instant(stamp)
        if not isinstance(beat, dict) or instant is None:
            hint = f"Heartbeat {number} of the file was left out; the others were read."
            return ledger.refuse(
                "event-unreadable", echo(stamp), "seconds since 1970", hint, number, "time"
            )
        category = str(beat.get("category") or "coding").strip().lower()
        if category in vocabulary().wakatime.no_typing:
            ledger.set_aside(f"category {category[:_SHOWN]}")
            return None
        if held >= self.evidence.limit.held:
            ledger.set_aside("more heartbeats than are read")
            return None
        return instant

    def _instant(self, stamp: object) -> datetime | None:
        if isinstance(stamp, bool) or not isinstance(stamp, int | float):
            return None
        try:
            instant = datetime.fromtimestamp(stamp, UTC)
        except (ValueError, OverflowError, OSError):
            return None
        return instant if instant.year in self.evidence.limit.years else None

    def _runs(self, beats: list[tuple[datetime, int]], ledger: Ledger) -> Iterator[Span[Kind]]:
        gap = timedelta(seconds=self.evidence.limit.heartbeat_gap_s)
        kind = Kind(Posture.SITTING, Observation.COMPUTER_ACTIVE, self.evidence.grade.heartbeats)
        beats.sort()
        first = 0
        for place in range(1, len(beats) + 1):
            if place < len(beats) and beats[place][0] - beats[place - 1][0] <= gap:
                continue
            start, end = beats[first][0], beats[place - 1][0]
            if start < end:
                ledger.take(place - first)
                yield Span(start, end, kind, beats[first][1])
            else:
                ledger.set_aside("single heartbeat", place - first)
            first = place


def _heartbeats(json: JsonStream) -> Iterator[object]:
    """Yield what the lists of heartbeats hold: at the top, and within the days of a dump."""
    if json.peek() != "{":
        json.skip()
        return
    for name in json.members():
        opened = json.peek()
        if name in _LISTS and opened == "[":
            for _ in json.items():
                yield json.value()
        elif name == "days" and opened == "[":
            for _ in json.items():
                yield from _heartbeats(json)
