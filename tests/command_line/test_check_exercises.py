"""``tl check`` names the exercises that nobody understands, and proposes a mapping file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tl_analyzer.movement.mapping import read_mapping

Tl = Callable[..., Any]
HEAD = "Date,Exercise,Reps,Load (kg)\n"
LOG = HEAD + "".join(
    f"2026-11-09,{name},5,100\n"
    for name in ["Deadlift", "Deadlift", "Zottwick", "Zottwick", 'Fnord "quoted"']
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a table of which two exercises are not known."""
    (tmp_path / "log.csv").write_text(LOG.replace('"quoted"', "'quoted'"), encoding="utf-8")
    return tmp_path


def test_unknown_exercises_with_their_shares(folder: Path, tl: Tl) -> None:
    ended = tl("check", folder, "--format", "json")
    first, second = json.loads(ended.out)["unknown_exercises"]
    assert (first["name"], first["sets"], first["share_of_sets"]) == ("Zottwick", 2, 0.4)
    assert (first["load_kg"], first["share_of_load"]) == (1000, 0.4)
    assert second["name"] == "Fnord 'quoted'"
    text = tl("check", folder).out
    assert "2 exercises not recognised: 60 % of all sets, 60 % of the load" in text
    assert "--propose exercises.toml" in text


def test_known_exercises_are_not_listed(tmp_path: Path, tl: Tl) -> None:
    (tmp_path / "log.csv").write_text(HEAD + "2026-11-09,Deadlift,5,100\n", encoding="utf-8")
    assert json.loads(tl("check", tmp_path, "--format", "json").out)["unknown_exercises"] == []
    assert "--propose" not in tl("check", tmp_path).out


def test_proposal_changes_nothing_until_it_is_edited(folder: Path, tl: Tl) -> None:
    file = folder / "exercises.toml"
    ended = tl("check", folder, "--propose", file)
    assert ended.code == 0
    assert f"wrote {file}" in ended.err
    assert read_mapping(file) == ({}, ())
    assert "2 sets, 40 % of all sets, 40 % of the load" in file.read_text(encoding="utf-8")


def test_edited_proposal_is_understood(folder: Path, tl: Tl) -> None:
    file = folder / "exercises.toml"
    tl("check", folder, "--propose", file)
    text = file.read_text(encoding="utf-8")
    text = text.replace('# ["Zottwick"]', '["Zottwick"]', 1)
    at = text.index('["Zottwick"]')
    text = text[:at] + text[at:].replace('# pattern = ""', 'pattern = "hinge"', 1)
    file.write_text(text, encoding="utf-8")
    corrections, problems = read_mapping(file)
    assert not problems and list(corrections) == ["Zottwick"]
    profile = 'exercises = "exercises.toml"\n[athlete]\nid = "a"\ntimezone = "UTC"\n'
    (folder / "profile.toml").write_text(profile, encoding="utf-8")
    unknown = json.loads(tl("check", folder, "--format", "json").out)["unknown_exercises"]
    assert [one["name"] for one in unknown] == ["Fnord 'quoted'"]


def test_file_that_exists_is_extended(folder: Path, tl: Tl) -> None:
    file = folder / "exercises.toml"
    file.write_text('["My row"]\nsame_as = "Seated Row"  # mine\n', encoding="utf-8")
    tl("check", folder, "--propose", file)
    once = file.read_text(encoding="utf-8")
    assert once.startswith('["My row"]\nsame_as = "Seated Row"  # mine\n')
    assert once.count("Zottwick") == 1
    tl("check", folder, "--propose", file)
    assert file.read_text(encoding="utf-8").count("Zottwick") == 1


def test_names_spelled_alike_are_only_suggested(tmp_path: Path, tl: Tl) -> None:
    log = HEAD + "2026-11-09,Squibb Press Zottwick,5,100\n2026-11-09,Zottwickk,5,100\n"
    (tmp_path / "log.csv").write_text(log, encoding="utf-8")
    for one in json.loads(tl("check", tmp_path, "--format", "json").out)["unknown_exercises"]:
        assert set(one) == {
            "name",
            "sets",
            "share_of_sets",
            "load_kg",
            "share_of_load",
            "nearest",
        }
