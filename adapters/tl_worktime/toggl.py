"""Toggl Track: the detailed report as CSV."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Entry, Problem, Tally
from tl_analyzer.parsing.layout import Layout, find_heading
from tl_worktime.evidence import Evidence, shipped_evidence
from tl_worktime.timers import read_timers

_TIMES = ("start date", "start time", "end date", "end time", "duration")
_LAYOUT = Layout(
    known=_TIMES,
    required=frozenset(_TIMES),
    anchors=("start date",),
    also={"stop date": "end date", "stop time": "end time"},
)


@dataclass(frozen=True)
class TogglAdapter:
    """Reads the times of entries; names, projects and descriptions are not looked at.

    Parameters
    ----------
    evidence : Evidence
        The numbers to use; the shipped ones unless a test says otherwise.
    """

    name: ClassVar[str] = "toggl"
    recognised: ClassVar[str] = "Toggl Track: detailed report as CSV"
    contract: ClassVar[int] = 1

    evidence: Evidence = field(default_factory=shipped_evidence)

    def recognises(self, file: SourceFile) -> bool:
        """Whether the header names start, end and duration as Toggl does."""
        return find_heading(file, _LAYOUT) is not None

    def read(self, file: SourceFile, reading: Reading) -> Iterator[Entry | Problem | Tally]:
        """Yield an interval for each entry; clocks are those of the athlete's zone."""
        heading = find_heading(file, _LAYOUT)
        source = "time tracker (Toggl)"
        yield from read_timers(self, file, reading, heading, _LAYOUT, self.evidence, source)
