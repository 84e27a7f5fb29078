"""Reading a table in memory, for tests."""

from dataclasses import dataclass
from functools import partial
from io import BytesIO

from tl_analyzer.adapter import HEAD_BYTES, Reading, SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import Problem, StrengthSession, StrengthSet, Tally
from tl_table import StrengthTableAdapter


@dataclass(frozen=True)
class Found:
    """What the adapter made of a table."""

    sessions: list[StrengthSession]
    problems: list[Problem]
    tally: Tally

    @property
    def sets(self) -> list[StrengthSet]:
        return [one for session in self.sessions for one in session.sets]

    @property
    def loads(self) -> list[tuple[str, float | None, int | None]]:
        """Exercise, weight as written and repetitions of all sets."""
        return [(s.exercise, s.weight.value if s.weight else None, s.reps) for s in self.sets]

    @property
    def aside(self) -> dict[str, int]:
        return dict(self.tally.set_aside)

    @property
    def codes(self) -> set[str]:
        return {problem.code for problem in self.problems}

    def the(self, code: str) -> Problem:
        (problem,) = (each for each in self.problems if each.code == code)
        return problem


def read_table(
    content: str | bytes,
    name: str = "table.csv",
    reading: Reading | None = None,
    columns: ColumnMap | None = None,
) -> Found:
    """Read a table: its text or bytes, perhaps with a map that the core attached to it."""
    data = content if isinstance(content, bytes) else content.encode()
    file = SourceFile(name, data[:HEAD_BYTES], len(data), partial(BytesIO, data), columns)
    *values, tally = StrengthTableAdapter().read(file, reading or Reading(zone="Europe/Berlin"))
    assert isinstance(tally, Tally)
    return Found(
        [value for value in values if isinstance(value, StrengthSession)],
        [value for value in values if isinstance(value, Problem)],
        tally,
    )
