"""Files from text or bytes, and what an adapter of work time makes of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import PostureInterval, Problem, ProblemKind, Tally

HOME = "Europe/Berlin"


@dataclass(frozen=True)
class Found:
    """Intervals, problems and the account of one file."""

    intervals: list[PostureInterval]
    problems: list[Problem]
    tally: Tally

    @property
    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems]

    @property
    def walls(self) -> list[tuple[str, str, str]]:
        """Start and end as the clock at home shows them, and the posture."""
        return [(_wall(i.start.utc), _wall(i.end), i.posture.value) for i in self.intervals]


Read = Callable[..., Found]


def _wall(instant: datetime) -> str:
    return f"{instant.astimezone(ZoneInfo(HOME)):%d %H:%M:%S}".removesuffix(":00")


@pytest.fixture(scope="session")
def read() -> Read:
    """Read content with an adapter; whatever it is, the account is closed and adds up."""

    def run(adapter: Adapter, content: str | bytes, columns: ColumnMap | None = None) -> Found:
        data = content.encode() if isinstance(content, str) else content
        plain = SourceFile.of_bytes("file", data)
        file = SourceFile(plain.name, plain.head, plain.size, plain.opener, columns)
        *found, tally = adapter.read(file, Reading(zone=HOME))
        assert isinstance(tally, Tally)
        problems = [item for item in found if isinstance(item, Problem)]
        intervals = [item for item in found if isinstance(item, PostureInterval)]
        assert len(problems) + len(intervals) == len(found)
        if tally.total:
            refused = [p for p in problems if p.kind is ProblemKind.REFUSED and p.line]
            assert len(refused) >= tally.refused
        assert all(interval.minutes > 0 for interval in intervals)
        return Found(intervals, problems, tally)

    return run
