"""Opening a store: private, whole, of a layout this version knows; anything else is said."""

import errno
import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.athlete_log import AthleteLog
from tests.store_import import file, import_files
from tl_analyzer.parameters import Parameters
from tl_analyzer.store import connection as opening
from tl_analyzer.store import migrations
from tl_analyzer.store.checking import quick_check, summary
from tl_analyzer.store.connection import open_for_reading, open_for_writing
from tl_analyzer.store.failure import DamagedStoreError, NoStoreError, StoreError
from tl_analyzer.store.kinds import KINDS
from tl_analyzer.store.loading import load_log
from tl_analyzer.store.location import VARIABLE, default_store
from tl_analyzer.tables.columns import ColumnType, stored

LIFTED = AthleteLog().lift("2026-11-10 18:00", ("Deadlift", 140.0, 5))

#: Types of the database by type of the nomenclature; texts are numbers of texts.
SQL = {
    ColumnType.INSTANT: "INTEGER",
    ColumnType.INTEGER: "INTEGER",
    ColumnType.FLAG: "INTEGER",
    ColumnType.TEXT: "INTEGER",
    ColumnType.REAL: "REAL",
}


@pytest.fixture
def filled(path: Path) -> Path:
    with open_for_writing(path) as store:
        import_files(store, file("/logs/strong.csv", LIFTED))
    return path


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_every_table_has_the_columns_of_the_nomenclature(path: Path, kind: object) -> None:
    assert kind in KINDS
    (held,) = [k for k in KINDS if k is kind]
    columns = stored(held.table)
    assert held.columns == tuple(c.name for c in columns)
    assert [held.columns[n] for n in held.texts] == [
        c.name for c in columns if c.type is ColumnType.TEXT
    ]
    with open_for_writing(path) as store:
        rows = {r[1]: r for r in store.execute(f"PRAGMA table_info({held.sql})")}
        for column in columns:
            _, _, declared, required, _, key = rows[column.name]
            assert declared == SQL[column.type]
            assert column.missing is not bool(required or key)
        store.execute(f"SELECT * FROM log_{held.table}").fetchall()


def test_others_can_look_into_it_with_their_own_tools(filled: Path) -> None:
    with sqlite3.connect(filled) as other:
        query = "SELECT athlete, exercise, weight, weight_unit, reps FROM log_sets"
        assert other.execute(query).fetchall() == [("anna", "Deadlift", 140.0, "kg", 5)]
    other.close()


def test_it_is_private(filled: Path) -> None:
    with open_for_writing(filled) as store:
        import_files(store, file("/logs/other.csv", LIFTED, version="2"))
        beside = list(filled.parent.iterdir())
        assert len(beside) >= 3  # the store, its log of changes, the lock
        assert {permissions(each) for each in beside} == {0o600}
    assert permissions(filled.parent) == 0o700


def test_its_place_is_named_by_the_environment_or_is_the_users(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "here.sqlite"))
    assert default_store() == tmp_path / "here.sqlite"
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_store().name == "log.sqlite"


def test_there_is_none_to_read_yet(path: Path) -> None:
    with pytest.raises(NoStoreError) as said, open_for_reading(path):
        pass
    assert "tl import" in said.value.remedy
    assert not path.exists()


def test_a_reader_cannot_write(filled: Path) -> None:
    said = pytest.raises(StoreError, match="cannot be opened or written")
    with said, open_for_reading(filled) as store:
        store.execute("DELETE FROM workout")
    assert not quick_check(filled)


def test_a_newer_layout_is_refused_and_left_alone(filled: Path) -> None:
    with open_for_writing(filled) as store:
        store.execute(f"PRAGMA user_version = {migrations.LAYOUT + 1}")
    before = filled.read_bytes()
    for opened in (open_for_reading, open_for_writing):
        with pytest.raises(StoreError, match="this version knows") as said, opened(filled):
            pass
        assert "Update" in said.value.remedy
    assert filled.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE photo (id)")
    other.close()
    before = path.read_bytes()
    for opened in (open_for_writing, open_for_reading):
        with pytest.raises(StoreError, match="another program"), opened(path):
            pass
    assert path.read_bytes() == before


def _add_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE workout ADD COLUMN mood TEXT")


def _fail(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM workout")
    raise sqlite3.OperationalError("no room")


def _newer(monkeypatch: pytest.MonkeyPatch, *steps: object) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, *steps))
    monkeypatch.setattr(migrations, "LAYOUT", migrations.LAYOUT + len(steps))
    monkeypatch.setattr(opening, "LAYOUT", migrations.LAYOUT)


@pytest.mark.parametrize("opened", [open_for_writing, open_for_reading])
def test_an_older_layout_is_migrated_with_a_copy_first(
    opened: object, filled: Path, monkeypatch: pytest.MonkeyPatch, parameters: Parameters
) -> None:
    _newer(monkeypatch, _add_column)
    open_ = open_for_writing if opened is open_for_writing else open_for_reading
    with open_(filled) as store:
        store.execute("SELECT mood FROM workout").fetchall()
        assert len(load_log(store, "anna", None, parameters).strength) == 1
    held = migrations.LAYOUT - 1
    copy = migrations.copy_of(filled, held)
    assert permissions(copy) == 0o600
    with sqlite3.connect(copy) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (held,)
        assert old.execute("SELECT count(*) FROM workout").fetchone() == (1,)
    old.close()


def test_a_migration_that_fails_changes_nothing(
    filled: Path, monkeypatch: pytest.MonkeyPatch, parameters: Parameters
) -> None:
    with monkeypatch.context() as newer:
        _newer(newer, _add_column, _fail)
        with pytest.raises(StoreError), open_for_writing(filled):
            pass
    with sqlite3.connect(filled) as held:
        assert held.execute("PRAGMA user_version").fetchone() == (migrations.LAYOUT,)
        assert held.execute("SELECT count(*) FROM workout").fetchone() == (1,)
    held.close()


@pytest.mark.parametrize("damage", ["head", "middle", "cut", "foreign"])
def test_a_damaged_store_is_said_and_never_a_traceback(
    damage: str, path: Path, parameters: Parameters
) -> None:
    lifts = [
        AthleteLog().lift(f"2026-{m:02}-10 18:00", *[("Row", 60.0, 8)] * 30) for m in range(1, 12)
    ]
    with open_for_writing(path) as store:
        import_files(store, file("/logs/strong.csv", *lifts))
    whole = bytearray(path.read_bytes())
    match damage:
        case "head":
            whole[:100] = b"x" * 100
        case "middle":
            whole[8192:-8192] = os.urandom(len(whole) - 16384)
        case "cut":
            del whole[len(whole) // 2 :]
        case "foreign":
            whole = bytearray(b"date,kg\n2026-11-12,80\n" * 1000)
    path.write_bytes(whole)
    with pytest.raises(DamagedStoreError) as said, open_for_reading(path) as store:
        load_log(store, "anna", None, parameters)
        summary(store)
    assert said.value.remedy
    assert quick_check(path)


def test_a_wrong_row_is_said(filled: Path, parameters: Parameters) -> None:
    with open_for_writing(filled) as store:
        store.execute("UPDATE strength_set SET reps = -5")
    with pytest.raises(DamagedStoreError, match="sets"), open_for_reading(filled) as reader:
        load_log(reader, "anna", None, parameters)
    with open_for_writing(filled) as store:
        store.execute("UPDATE strength_set SET reps = 5, exercise = 999")
    with pytest.raises(DamagedStoreError, match="text 999"), open_for_reading(filled) as reader:
        load_log(reader, "anna", None, parameters)


def test_a_sound_store_is_said_to_be_sound(filled: Path) -> None:
    assert quick_check(filled) == ()
    with open_for_reading(filled) as store:
        held = summary(store)
    assert (held.athletes, held.sources, held.sessions, held.sets) == (1, 1, 1, 1)


def test_a_folder_that_cannot_be_written_is_said_by_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    said = pytest.raises(StoreError, match=r"cannot write the log store .*: Permission denied")
    with said as why, open_for_writing(tmp_path / "log.sqlite"):
        pass
    assert "--store" in why.value.remedy


def test_a_place_that_can_hold_no_file_is_said_by_path(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = pytest.raises(StoreError, match=r"cannot write the log store .*log\.sqlite")
    with said, open_for_writing(tmp_path / "file" / "log.sqlite"):
        pass


def test_where_nothing_can_be_written_the_store_can_be_read(
    filled: Path, monkeypatch: pytest.MonkeyPatch, parameters: Parameters
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_for_reading(filled) as store:
        assert len(load_log(store, "anna", None, parameters).strength) == 1


class _NoSharedMemory(opening.Connection):
    """A database on a drive where the log of changes cannot be shared."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        if sql.endswith("journal_mode = WAL"):
            sql = "PRAGMA journal_mode"
        return super().execute(sql, parameters)


def test_without_shared_memory_it_works_and_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch, parameters: Parameters
) -> None:
    monkeypatch.setattr(opening, "Connection", _NoSharedMemory)
    with open_for_writing(path) as store:
        assert "shared memory" in store.notes[0]
        assert store.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        import_files(store, file("/logs/strong.csv", LIFTED))
        assert len(load_log(store, "anna", None, parameters).strength) == 1


def test_what_the_database_cannot_hold_is_said(path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be kept"), open_for_writing(path) as store:
        import_files(store, file("/logs/strong.csv", LIFTED), athlete="a\udc80")
