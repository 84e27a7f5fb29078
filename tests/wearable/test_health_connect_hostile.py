"""Databases that want to do more than be read."""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tl_wearable.private_database as private
from tl_analyzer.log import PostureInterval
from tl_wearable import Evidence, HealthConnectAdapter, evidence
from tl_wearable import health_connect as adapter_module

if TYPE_CHECKING:
    from tests.wearable.conftest import Database, Read

ADAPTER = HealthConnectAdapter()
NAME = "health_connect_export.db"
GOLDEN = Path(__file__).parent.parent / "goldens" / "health-connect" / NAME
ENDLESS = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    " SELECT i AS time, i AS weight FROM n"
)


@pytest.fixture
def limited(monkeypatch: pytest.MonkeyPatch) -> Evidence:
    """Limits so small that a test meets them."""
    shipped = evidence()
    limit = replace(shipped.limit, database_rows=10, database_work=3, database_bytes=100_000)
    small = replace(shipped, limit=limit)
    monkeypatch.setattr(private, "evidence", lambda: small)
    monkeypatch.setattr(adapter_module, "evidence", lambda: small)
    return small


@pytest.fixture(autouse=True)
def nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert list(folder.iterdir()) == []


def test_a_view_under_the_name_of_a_table_is_not_run(read: "Read", database: "Database") -> None:
    schema = f"CREATE TABLE steps_record_table (x); CREATE VIEW weight_record_table AS {ENDLESS};"
    entries, problems, tally = read(ADAPTER, database(schema=schema), NAME)
    assert (entries, problems, tally.total) == ([], [], 0)


def test_a_virtual_table_is_not_opened(read: "Read", database: "Database") -> None:
    schema = "CREATE VIRTUAL TABLE weight_record_table USING fts5(time, weight);"
    entries, problems, tally = read(ADAPTER, database(schema=schema), NAME)
    assert (entries, problems, tally.total) == ([], [], 0)


def test_a_generated_column_cannot_call_anything(read: "Read", database: "Database") -> None:
    schema = (
        "CREATE TABLE weight_record_table (time INTEGER,"
        " weight REAL GENERATED ALWAYS AS (length(hex(zeroblob(100000000)))) VIRTUAL);"
    )
    row = ("INSERT INTO weight_record_table (time) VALUES (?)", (1,))
    entries, problems, _ = read(ADAPTER, database(row, schema=schema), NAME)
    assert entries == []
    assert all(p.code in ("database-unreadable", "record-unreadable") for p in problems)


@pytest.mark.usefixtures("limited")
def test_more_rows_than_believed(read: "Read", database: "Database") -> None:
    rows = (
        ("INSERT INTO weight_record_table (time, weight) VALUES (?, 71400)", (10**12 + n,))
        for n in range(20)
    )
    entries, (problem,), tally = read(ADAPTER, database(*rows), NAME)
    assert (problem.code, problem.column) == ("database-unreadable", "weight_record_table")
    assert len(entries) == tally.read == 10


@pytest.mark.usefixtures("limited")
def test_more_work_than_believed(
    read: "Read", database: "Database", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private, "_STEPS_PER_LOOK", 1)
    row = ("INSERT INTO weight_record_table (time, weight) VALUES (1700000000000, 71400)", ())
    _, (problem,), _ = read(ADAPTER, database(row), NAME)
    assert problem.code == "database-unreadable"


def test_a_larger_file_than_is_copied(
    read: "Read", database: "Database", limited: Evidence
) -> None:
    data = database() + bytes(limited.limit.database_bytes)
    entries, (problem,), tally = read(ADAPTER, data, NAME)
    assert (entries, problem.code, tally.total) == ([], "file-too-large", 0)


def test_what_is_no_database_is_said(read: "Read") -> None:
    magic = b"SQLite format 3\0"
    for content in (magic, magic + b"\xff" * 5000):
        entries, (problem,), tally = read(ADAPTER, content, NAME)
        assert (entries, problem.code, tally.total) == ([], "database-unreadable", 0)


def test_a_truncated_database_keeps_what_was_read(read: "Read") -> None:
    data = GOLDEN.read_bytes()
    for length in range(512, len(data), 512):
        _, problems, _ = read(ADAPTER, data[:length], NAME)
        assert "database-unreadable" in [p.code for p in problems]


@pytest.mark.usefixtures("limited")
def test_what_is_counted_as_read_is_in_the_log(read: "Read", database: "Database") -> None:
    columns = "start_time, end_time, start_zone_offset, app_info_id, count"
    statement = f"INSERT INTO steps_record_table ({columns}) VALUES (?, ?, 0, 1, 100)"
    minute, first = 60_000, 1_700_000_040_000
    rows = ((statement, (first + n * minute, first + (n + 1) * minute)) for n in range(20))
    entries, (problem,), tally = read(ADAPTER, database(*rows), NAME)
    assert (problem.column, tally.read) == ("steps_record_table", 10)
    assert [e.minutes for e in entries if isinstance(e, PostureInterval)] == [10]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 4607), st.integers(0, 255)), min_size=1, max_size=12))
def test_any_damage(read: "Read", changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOLDEN.read_bytes())
    for place, byte in changes:
        data[place] = byte
    read(ADAPTER, bytes(data), NAME)
