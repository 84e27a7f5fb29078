"""``tl export``: nobody is locked in; what comes out is what went in."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.cli.export import FORMAT_NAMES
from tl_analyzer.dataset.formats import FORMATS

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

W46 = ("--week", "2026-W46", "--as-of", "2026-11-20T12:00:00+01:00")


@pytest.fixture
def stored(tl: "Tl", athlete: Path, training: Path) -> Path:
    (training / "profile.toml").write_text(
        (athlete / "profile.toml").read_text().replace('"anna"', '"ben"')
    )
    for folder in (athlete, training):
        assert tl("import", folder).code == 0
    return athlete


@pytest.mark.usefixtures("stored")
def test_plain_tables_of_everything(tl: "Tl", tmp_path: Path) -> None:
    ended = tl("export", tmp_path / "out")
    assert ended.code == 0, ended.err
    assert "2 athletes" in ended.out
    sets = next((tmp_path / "out" / "sets").iterdir()).read_text().splitlines()
    assert len(sets) == 1 + 26 + 21
    athletes = next((tmp_path / "out" / "athletes").iterdir()).read_text()
    assert "deadlift = 140" in athletes
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["kind"] == "logs"
    assert {"workouts", "sets", "sources"} <= manifest["tables"].keys()


@pytest.mark.usefixtures("stored")
def test_one_athlete_alone(tl: "Tl", tmp_path: Path) -> None:
    assert tl("export", tmp_path / "out", "--athlete", "ben", "--format", "json").code == 0
    everything = b"".join(p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file())
    assert b"ben" in everything
    assert b"anna" not in everything


@pytest.mark.usefixtures("stored")
def test_again_replaces_what_was_exported(tl: "Tl", tmp_path: Path) -> None:
    assert tl("export", tmp_path / "out").code == 0
    assert tl("export", tmp_path / "out", "--athlete", "ben").code == 0
    assert "anna" not in next((tmp_path / "out" / "athletes").iterdir()).read_text()


@pytest.mark.usefixtures("stored")
def test_a_folder_of_something_else_is_left_alone(tl: "Tl", tmp_path: Path) -> None:
    other = tmp_path / "photos"
    other.mkdir()
    (other / "me.jpg").write_bytes(b"x")
    ended = tl("export", other)
    assert (ended.code, ended.out) == (2, "")
    assert [path.name for path in other.iterdir()] == ["me.jpg"]


def test_without_a_store_or_athlete(tl: "Tl", tmp_path: Path, athlete: Path) -> None:
    assert tl("export", tmp_path / "out").code == 2
    tl("import", athlete)
    assert tl("export", tmp_path / "out", "--athlete", "nobody").code == 2
    assert not (tmp_path / "out").exists()


def test_formats_kept_apart_for_speed_are_the_same() -> None:
    assert set(FORMATS) == set(FORMAT_NAMES)
