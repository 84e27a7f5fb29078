"""What an adapter makes of a diary or a list of days."""

from collections.abc import Callable

import pytest

from tests.reading import Found, read_with
from tl_analyzer.adapter import Adapter, Reading
from tl_analyzer.column_map import ColumnMap

Read = Callable[..., Found]


@pytest.fixture(scope="session")
def read() -> Read:
    """Read content with an adapter; all that is refused has a problem."""

    def run(
        adapter: Adapter,
        content: str | bytes,
        reading: Reading | None = None,
        columns: ColumnMap | None = None,
    ) -> Found:
        found = read_with(adapter, content, reading=reading, columns=columns)
        assert len(found.refusals) >= found.tally.refused
        return found

    return run
