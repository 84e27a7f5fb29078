"""Files from text or bytes, and what an adapter makes of them."""

import hashlib
import io
from collections.abc import Callable

import pytest

from tl_analyzer.adapter import HEAD_BYTES, Adapter, Reading, SourceFile
from tl_analyzer.log import Entry, Problem, ProblemKind, Tally

Outcome = tuple[list[Entry], list[Problem], Tally]


def _file(content: str | bytes, name: str = "file") -> SourceFile:
    data = content.encode() if isinstance(content, str) else content
    digest = hashlib.sha256(data).hexdigest()
    return SourceFile(name, data[:HEAD_BYTES], len(data), digest, lambda: io.BytesIO(data))


@pytest.fixture(scope="session")
def desk_file() -> Callable[..., SourceFile]:
    return _file


@pytest.fixture(scope="session")
def read() -> Callable[..., Outcome]:
    """Read content with an adapter; whatever it is, the account is closed and adds up."""

    def run(adapter: Adapter, content: str | bytes, zone: str = "Europe/Berlin") -> Outcome:
        *found, tally = adapter.read(_file(content), Reading(zone=zone))
        assert isinstance(tally, Tally)
        problems = [item for item in found if isinstance(item, Problem)]
        entries = [item for item in found if not isinstance(item, Problem | Tally)]
        assert len(problems) + len(entries) == len(found)
        of_rows = [p for p in problems if p.kind is ProblemKind.REFUSED]
        if tally.total:
            assert len(of_rows) == tally.refused
        return entries, problems, tally

    return run
