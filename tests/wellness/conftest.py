"""Files from text or bytes, and what an adapter makes of them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally

Outcome = tuple[list[Entry], list[Problem], Tally]
Read = Callable[..., Outcome]


@pytest.fixture(scope="session")
def read() -> Read:
    """Read content with an adapter; whatever it is, the account is closed and adds up."""

    def run(
        adapter: Adapter,
        content: str | bytes,
        reading: Reading | None = None,
        columns: ColumnMap | None = None,
    ) -> Outcome:
        data = content.encode() if isinstance(content, str) else content
        file = replace(SourceFile.of_bytes("file", data), columns=columns)
        *found, tally = adapter.read(file, reading or Reading(zone="Europe/Berlin"))
        assert isinstance(tally, Tally)
        problems = [item for item in found if isinstance(item, Problem)]
        entries = [item for item in found if not isinstance(item, Problem | Tally)]
        assert len(problems) + len(entries) == len(found)
        refused = [p for p in problems if p.kind is ProblemKind.REFUSED]
        assert len(refused) >= tally.refused
        return entries, problems, tally

    return run
