"""What came of one file: the unit in which logs are read, stored and replaced."""

from dataclasses import dataclass, field

from tl_analyzer.log.entries import Entry, SourceSummary
from tl_analyzer.log.postures import Postures
from tl_analyzer.log.provenance import Problem


@dataclass(frozen=True, slots=True)
class SourceReading:
    """One file, or one member of an archive, as it was read.

    Attributes
    ----------
    summary : SourceSummary
        What became of it.
    entries : tuple of Entry
        What it holds, without intervals of posture.
    postures : Postures
        Its intervals of posture, packed.
    problems : tuple of Problem
        What could not be taken as it was found.
    """

    summary: SourceSummary
    entries: tuple[Entry, ...] = ()
    postures: Postures = field(default_factory=Postures)
    problems: tuple[Problem, ...] = ()
