from collections.abc import Iterator
from pathlib import Path

import pytest

from tl_analyzer.store.connection import Connection, open_for_writing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "log.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Connection]:
    with open_for_writing(path) as connection:
        yield connection
