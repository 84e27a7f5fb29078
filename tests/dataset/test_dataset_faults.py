"""A dataset that cannot be used is refused in plain words; what is written is whole or absent."""

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tl_analyzer.dataset import manifest as manifests
from tl_analyzer.dataset import writing
from tl_analyzer.dataset.fault import DatasetError, UnreadableDatasetError
from tl_analyzer.dataset.formats import FORMATS
from tl_analyzer.dataset.manifest import Manifest, Part, read_manifest, write_manifest
from tl_analyzer.dataset.reading import read_bucket
from tl_analyzer.dataset.table import Table, described
from tl_analyzer.dataset.writing import AthleteRows, Target, write_bucket
from tl_analyzer.tables.columns import Column, ColumnType

TABLES = (
    Table.of("people", (Column("name", ColumnType.TEXT, "", ""),)),
    Table.of("things", (Column("number", ColumnType.INTEGER, "1", ""),)),
)
ANNA = AthleteRows("anna", {"people": [("Anna",)], "things": [(1,), (2,)]})
BO = AthleteRows("bo", {"people": [("Bo",)]})


@pytest.fixture(params=["csv", "json"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def written(tmp_path: Path, form: str) -> tuple[Path, Manifest]:
    folder = tmp_path / "set"
    part = write_bucket(Target(folder, form, TABLES), 0, "key", [ANNA, BO])
    begun = Manifest("logs", form, 1, {}, described(TABLES))
    return folder, write_manifest(folder, begun, {0: part})


def read_all(folder: Path, manifest: Manifest) -> list[str]:
    (part,) = manifest.parts
    return [each.athlete for each in read_bucket(folder, manifest, part, TABLES)]


def test_what_was_written_is_found_again(written: tuple[Path, Manifest]) -> None:
    folder, manifest = written
    assert read_manifest(folder, "logs") == manifest
    assert read_all(folder, manifest) == ["anna", "bo"]


def test_files_are_their_owners_alone(written: tuple[Path, Manifest]) -> None:
    folder, _ = written
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 3
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert not (folder / "unfinished").exists()


def _gone(path: Path) -> None:
    path.unlink()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def _other(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Anna", b"Enna"))


@pytest.mark.parametrize("harm", [_gone, _cut, _other])
def test_a_changed_file_is_not_read(
    written: tuple[Path, Manifest], harm: Callable[[Path], None]
) -> None:
    folder, manifest = written
    (file,) = (folder / "people").iterdir()
    harm(file)
    with pytest.raises(UnreadableDatasetError, match=file.name):
        read_all(folder, manifest)


def test_rows_of_nobody_are_not_passed_over(tmp_path: Path, form: str) -> None:
    orphan = AthleteRows("zoe", {"things": [(3,)]})
    part = write_bucket(Target(tmp_path, form, TABLES), 0, "key", [ANNA, orphan])
    manifest = Manifest("logs", form, 1, {}, described(TABLES), (part,))
    with pytest.raises(UnreadableDatasetError, match="'zoe'"):
        read_all(tmp_path, manifest)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "no dataset"),
        ("", "cannot be read"),
        ("[]", "does not describe"),
        ('{"parts": []}', "does not describe"),
        ('{"parts": [1]}', "does not describe"),
    ],
)
def test_what_is_no_dataset_is_said(tmp_path: Path, text: str | None, said: str) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableDatasetError, match=said):
        read_manifest(tmp_path, "logs")


@pytest.mark.parametrize(
    ("changed", "said"), [({"schema": 2}, "layout 2"), ({"kind": "reports"}, "holds reports")]
)
def test_another_layout_or_kind_is_refused(
    written: tuple[Path, Manifest], changed: dict[str, object], said: str
) -> None:
    folder, _ = written
    path = folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **changed}), encoding="utf-8")
    with pytest.raises(UnreadableDatasetError, match=said):
        read_manifest(folder, "logs")


def test_a_stopped_run_is_told_from_no_dataset(tmp_path: Path) -> None:
    write_bucket(Target(tmp_path, "csv", TABLES), 0, "key", [ANNA])
    with pytest.raises(UnreadableDatasetError, match="stopped") as said:
        read_manifest(tmp_path, "logs")
    assert "goes on" in said.value.remedy


def _breaking() -> Iterator[AthleteRows]:
    yield ANNA
    raise KeyboardInterrupt


@pytest.mark.parametrize("each", FORMATS)
def test_a_bucket_that_breaks_off_leaves_nothing(
    tmp_path: Path, each: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if each == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    monkeypatch.setattr(writing, "HELD", 1)
    with pytest.raises(KeyboardInterrupt):
        write_bucket(Target(tmp_path, each, TABLES), 0, "key", _breaking())
    gc.collect()  # a writer that is still open would speak up now
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("second", [ANNA, replace(ANNA, athlete="aaron")])
def test_athletes_come_once_and_in_order(tmp_path: Path, second: AthleteRows) -> None:
    with pytest.raises(ValueError, match="after 'anna'"):
        write_bucket(Target(tmp_path, "csv", TABLES), 0, "key", [ANNA, second])


def test_a_rewritten_dataset_keeps_no_files_of_the_earlier(tmp_path: Path, form: str) -> None:
    target = Target(tmp_path, form, TABLES)
    begun = Manifest("logs", form, 2, {}, described(TABLES))
    parts: dict[int, Part] = {n: write_bucket(target, n, "key", [ANNA]) for n in (0, 1)}
    write_manifest(tmp_path, begun, parts)
    (tmp_path / "things" / ".bucket-0001.x").write_text("left by a killed run")
    manifest = write_manifest(tmp_path, begun, {0: write_bucket(target, 0, "other", [BO])})
    assert read_all(tmp_path, manifest) == ["bo"]
    files = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {"manifest.json", f"bucket-0000.{FORMATS[form].extension}"}


def test_nothing_of_somebody_else_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(DatasetError, match="not empty"):
        manifests.check_target(tmp_path, "logs")
    with pytest.raises(DatasetError, match="is a file"):
        manifests.check_target(tmp_path / "thesis.txt", "logs")


def test_a_dataset_of_another_kind_is_not_overwritten(written: tuple[Path, Manifest]) -> None:
    folder, _ = written
    manifests.check_target(folder, "logs")
    with pytest.raises(DatasetError, match="holds logs, and reports"):
        manifests.check_target(folder, "reports")


def test_parquet_without_pyarrow_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(DatasetError, match="pyarrow, which is not installed") as said:
        FORMATS["parquet"].require()
    assert "pip install 'tl-analyzer[parquet]'" in said.value.remedy


def test_a_file_that_is_no_parquet_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    path = tmp_path / "bucket-0000.parquet"
    path.write_bytes(os.urandom(100))
    with pytest.raises(UnreadableDatasetError, match=path.name):
        list(FORMATS["parquet"].read(path, TABLES[0]))
