"""Files from text or bytes, and what an adapter of work time makes of them."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.reading import Found, read_with
from tl_analyzer.adapter import Adapter
from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import PostureInterval

HOME = "Europe/Berlin"


class Work(Found):
    """What a file says of the work of a day."""

    @property
    def intervals(self) -> list[PostureInterval]:
        return self.of(PostureInterval)

    @property
    def walls(self) -> list[tuple[str, str, str]]:
        """Start and end as the clock at home shows them, and the posture."""
        return [(_wall(i.start.utc), _wall(i.end), i.posture.value) for i in self.intervals]


Read = Callable[..., Work]


def _wall(instant: datetime) -> str:
    return f"{instant.astimezone(ZoneInfo(HOME)):%d %H:%M:%S}".removesuffix(":00")


@pytest.fixture(scope="session")
def read() -> Read:
    """Read content with an adapter; there is nothing but intervals in it, none of them empty."""

    def run(adapter: Adapter, content: str | bytes, columns: ColumnMap | None = None) -> Work:
        found = Work(*read_with(adapter, content, columns=columns))
        assert len(found.intervals) == len(found.entries)
        assert all(interval.minutes > 0 for interval in found.intervals)
        if found.tally.total:
            assert len([p for p in found.refusals if p.line]) >= found.tally.refused
        return found

    return run
