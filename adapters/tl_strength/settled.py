"""From the sets of a file, all of them read, to its workouts: the end of every reading."""

from collections.abc import Iterator, Sequence

from tl_analyzer.adapter import Reading
from tl_analyzer.log import BodyMass, Problem, Provenance, StrengthSession
from tl_analyzer.parsing.dates import Dates
from tl_strength.draft import Draft
from tl_strength.jump_notes import jump_notes
from tl_strength.layout import Layout
from tl_strength.meaning_notes import meaning_notes
from tl_strength.weights import units_of
from tl_strength.workouts import WorkoutBuilder


def settled(
    drafts: Sequence[Draft], layout: Layout, dates: Dates, reading: Reading, source: Provenance
) -> Iterator[StrengthSession | BodyMass | Problem]:
    """Yield what is said once a file, workouts in the order of time, and body masses.

    Parameters
    ----------
    drafts : sequence of Draft
        All sets of the file.
    layout : Layout
        The layout of the file.
    dates : Dates
        Reader of the file's dates.
    reading : Reading
        What is known about the athlete.
    source : Provenance
        Where the values come from.
    """
    units = units_of(drafts, reading, source.file)
    if units.note is not None:
        yield units.note
    builder = WorkoutBuilder(layout, dates, units, reading, source)
    sessions, problems = builder.build(drafts)
    yield from problems
    yield from meaning_notes(sessions, source.file)
    yield from jump_notes(sessions, source.file)
    yield from sessions
    yield from builder.masses(drafts)
