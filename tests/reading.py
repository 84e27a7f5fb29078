"""What an adapter makes of a small file; whatever is in it, the account is closed and adds up."""

from typing import NamedTuple, TypeVar

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally

T = TypeVar("T")


class Found(NamedTuple):
    """Entries, problems and the account of one file."""

    entries: list[Entry]
    problems: list[Problem]
    tally: Tally

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    @property
    def refusals(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.kind is ProblemKind.REFUSED]

    def of(self, kind: type[T]) -> list[T]:
        """Entries of one kind."""
        return [entry for entry in self.entries if isinstance(entry, kind)]


def read_with(
    adapter: Adapter,
    content: str | bytes,
    name: str = "file",
    reading: Reading | None = None,
    columns: ColumnMap | None = None,
) -> Found:
    """Read content with an adapter, in Berlin unless told otherwise."""
    data = content.encode() if isinstance(content, str) else content
    plain = SourceFile.of_bytes(name, data)
    file = SourceFile(plain.name, plain.head, plain.size, plain.opener, columns)
    *items, tally = adapter.read(file, reading or Reading(zone="Europe/Berlin"))
    assert isinstance(tally, Tally)
    assert not any(isinstance(item, Tally) for item in items)
    found = Found(
        [item for item in items if not isinstance(item, Problem | Tally)],
        [item for item in items if isinstance(item, Problem)],
        tally,
    )
    assert found.refusals or not tally.refused
    return found
