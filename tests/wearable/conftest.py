"""Files from text or bytes, what an adapter makes of them, and databases of Health Connect."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from tests.reading import Found, read_with
from tl_analyzer.adapter import Adapter, Reading

Read = Callable[..., Found]
Database = Callable[..., bytes]

_STRETCH = "uuid BLOB, app_info_id INTEGER, start_time INTEGER, end_time INTEGER,"
SCHEMA = f"""
CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT, app_name TEXT);
CREATE TABLE steps_record_table (row_id INTEGER PRIMARY KEY, {_STRETCH}
    start_zone_offset INTEGER, local_date INTEGER, count INTEGER);
CREATE TABLE sleep_session_record_table (row_id INTEGER PRIMARY KEY, {_STRETCH}
    start_zone_offset INTEGER, title TEXT, notes TEXT);
CREATE TABLE exercise_session_record_table (row_id INTEGER PRIMARY KEY, {_STRETCH}
    start_zone_offset INTEGER, exercise_type INTEGER, title TEXT, notes TEXT);
CREATE TABLE weight_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, app_info_id INTEGER,
    time INTEGER, zone_offset INTEGER, weight REAL);
"""


def ms(instant: str) -> int:
    """Milliseconds since 1970 of an instant with an offset."""
    return int(datetime.fromisoformat(instant).timestamp() * 1000)


@pytest.fixture(scope="session")
def read() -> Read:
    """Read content with an adapter by the name of its file; all that is refused has a problem."""

    def run(
        adapter: Adapter, content: str | bytes, name: str, zone: str = "Europe/Berlin"
    ) -> Found:
        found = read_with(adapter, content, name, Reading(zone=zone))
        assert len(found.refusals) >= found.tally.refused
        return found

    return run


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """Bytes of a database: the tables of Health Connect unless other statements are given."""

    def make(*statements: tuple[str, Iterable[object]], schema: str = SCHEMA) -> bytes:
        path = tmp_path / "made.db"
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(schema)
            for statement, values in statements:
                connection.execute(statement, tuple(values))
            connection.commit()
        return path.read_bytes()

    return make
