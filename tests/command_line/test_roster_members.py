"""Who is on a roster: folder trees, the roster file, groups, and what cannot be read."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

W46 = ("--week", "2026-W46", "--as-of", "2026-11-20T12:00:00+01:00")


@pytest.fixture
def profile(athlete: Path) -> str:
    return (athlete / "profile.toml").read_text()


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The folder of the roster."""
    return tmp_path / "tree"


@pytest.fixture
def log(training: Path) -> str:
    return (training / "strong.csv").read_text()


def put(folder: Path, profile: str | None, log: str | None, athlete: str = "") -> Path:
    """A folder with a profile of an athlete, and a log; or without one of them."""
    folder.mkdir(parents=True)
    if profile is not None:
        named = profile.replace('"anna"', f'"{athlete or folder.name}"')
        (folder / "profile.toml").write_text(named)
    if log is not None:
        (folder / "strong.csv").write_text(log)
    return folder


def lines(tl: "Tl", *arguments: str | Path) -> dict[str, dict[str, Any]]:
    """Lines of the roster by folder, or by id where there is none."""
    ended = tl("roster", *arguments, *W46, "--format", "json")
    assert ended.code == 0, ended.err
    return {line["place"] or line["athlete"]["id"]: line for line in json.loads(ended.out)["lines"]}


def test_a_tree_of_groups(tl: "Tl", tree: Path, profile: str, log: str) -> None:
    put(tree / "team-a" / "anna", profile, log)
    put(tree / "team-a" / "juniors" / "ben", profile, log)
    put(tree / "team-a" / "cleo", None, log)
    put(tree / "team-b" / "dora" / "lifts", None, log)
    put(tree / "eva", profile, log)
    (tree / "team-a" / "README.txt").write_text("what a group's folder may hold, too")
    (tree / ".hidden").mkdir()
    # A profile ends the search: what lies below it is that athlete's log.
    put(tree / "eva" / "old", profile, log, "eva-then")
    found = lines(tl, tree)
    assert {place: line["groups"] for place, line in found.items()} == {
        "team-a/anna": ["team-a"],
        "team-a/juniors/ben": ["team-a/juniors"],
        "team-a/cleo": ["team-a"],
        "team-b/dora/lifts": ["team-b/dora"],
        "eva": [],
    }
    assert not any(line["error"] for line in found.values())


def test_one_athletes_own_folder_is_no_roster(tl: "Tl", athlete: Path) -> None:
    ended = tl("roster", athlete)
    assert ended.code == 2
    assert "one athlete's folder" in ended.err
    assert f"tl report {athlete}" in ended.err


def test_a_file_is_no_roster(tl: "Tl", athlete: Path) -> None:
    assert tl("roster", athlete / "profile.toml").code == 2


def test_what_cannot_be_read_is_a_line_each(tl: "Tl", tree: Path, profile: str, log: str) -> None:
    put(tree / "fine", profile, log)
    put(tree / "broken", "[athlete\n", log)
    put(tree / "zip", profile, None).joinpath("all.zip").write_bytes(b"PK\3\4 no archive")
    put(tree / "empty", None, None)
    put(tree / "only-profile", profile, None)
    nonsense = put(tree / "nonsense", None, None)
    nonsense.joinpath("song.mp3").write_bytes(bytes(range(256)) * 40)
    nonsense.joinpath("letter.txt").write_text("Dear coach")
    found = lines(tl, tree)
    assert {place: line["level"] for place, line in found.items()} == {
        "fine": "quiet",
        "empty": "no data",
        "only-profile": "no data",
        "broken": "not read",
        "nonsense": "not read",
        "zip": "not read",
    }
    assert "valid TOML" in found["broken"]["error"]
    assert str(tree) not in found["broken"]["error"]
    assert "nothing readable" in found["nonsense"]["error"]
    assert found["empty"]["asks"] == ["Has the export begun? There is no record yet."]
    assert found["zip"]["asks"] == ["Can you send your log again? It could not be read."]


@pytest.mark.parametrize("rights", [0, 0o444], ids=["closed", "listed alone"])
def test_a_folder_without_rights_is_a_line(
    tl: "Tl", tree: Path, profile: str, log: str, rights: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tree / "fine", profile, log)
    locked = put(tree / "locked", profile, log)
    if os.geteuid() == 0:
        # Nothing is closed to root.
        monkeypatch.setattr(os, "access", lambda path, _: Path(path) != locked)
    locked.chmod(rights)
    try:
        found = lines(tl, tree)
    finally:
        locked.chmod(0o700)
    assert {place: line["level"] for place, line in found.items()} == {
        "fine": "quiet",
        "locked": "not read",
    }
    assert "may not be read. Check its rights" in found["locked"]["error"]


def test_two_folders_of_one_id_are_told_and_both_shown(
    tl: "Tl", tree: Path, profile: str, log: str
) -> None:
    put(tree / "old", profile, log, "anna")
    put(tree / "new", profile, log, "anna")
    found = lines(tl, tree)
    assert {line["athlete"]["id"] for line in found.values()} == {"anna"}
    assert all("new, old" in line["remarks"][0] for line in found.values())
    assert all(f"folder {place};" in line["remarks"][0] for place, line in found.items())
    assert tl("roster", tree, *W46).out.count("2 athletes here go by this id") == 2


ROSTER = """\
schema = 1
[[group]]
name = "Sprint"
athletes = ["anna", "nobody"]
[[athlete]]
id = "cleo"
folder = "c/strange name"
group = "Masters"
note = "Ask about the new bike."
timezone = "Pacific/Auckland"
name = "Cleo K"
"""


@pytest.fixture
def team(tmp_path: Path, profile: str, log: str) -> Path:
    folder = tmp_path / "team"
    put(folder / "anna", profile, log)
    put(folder / "c" / "strange name", None, log)
    (folder / "roster.toml").write_text(ROSTER)
    return folder


def test_the_roster_file_names_groups_notes_zones_and_who_has_no_log(tl: "Tl", team: Path) -> None:
    found = lines(tl, team)
    assert found["anna"]["groups"] == ["Sprint"]
    cleo = found["c/strange name"]
    assert cleo["athlete"] == {"id": "cleo", "name": "Cleo K"}
    assert (cleo["groups"], cleo["note"]) == (["Masters"], "Ask about the new bike.")
    assert cleo["timezone"] == "Pacific/Auckland"
    assert (found["nobody"]["level"], found["nobody"]["groups"]) == ("no data", ["Sprint"])
    assert "Listed, but there is no log" in found["nobody"]["headline"]


def test_a_profile_outweighs_the_roster_file(tl: "Tl", team: Path, profile: str) -> None:
    named = profile.replace('"anna"', '"cleo"\nname = "Cleopatra"')
    (team / "c" / "strange name" / "profile.toml").write_text(named)
    cleo = lines(tl, team)["c/strange name"]
    assert cleo["athlete"]["name"] == "Cleopatra"
    assert cleo["timezone"] == "Europe/Berlin"


def test_a_profile_for_athletes_who_have_none(tl: "Tl", team: Path, profile: str) -> None:
    usual = team.parent / "usual.toml"
    usual.write_text(profile.replace("Europe/Berlin", "Asia/Tokyo"))
    put(team / "dan", None, (team / "anna" / "strong.csv").read_text())
    found = lines(tl, team, "--profile", usual)
    zones = {place: line["timezone"] for place, line in found.items() if line["timezone"]}
    assert zones == {
        "anna": "Europe/Berlin",
        "c/strange name": "Pacific/Auckland",
        "dan": "Asia/Tokyo",
    }
    assert found["dan"]["athlete"]["id"] == "dan"
    usual.write_text("schema = 2")
    assert tl("roster", team, "--profile", usual).code == 2


def test_groups_filter(tl: "Tl", team: Path) -> None:
    assert set(lines(tl, team, "--group", "Sprint")) == {"anna", "nobody"}
    assert "Sprint: 2 athletes" in tl("roster", team, *W46, "--group", "Sprint").out
    ended = tl("roster", team, "--group", "sprnt")
    assert ended.code == 2
    assert "Did you mean 'Sprint'?" in ended.err


def test_a_roster_file_of_its_own_with_the_store(tl: "Tl", team: Path, tmp_path: Path) -> None:
    assert tl("import", team / "anna").code == 0
    file = tmp_path / "other.toml"
    file.write_text('[[athlete]]\nid = "anna"\nnote = "n"\n[[athlete]]\nid = "zoe"\n')
    found = lines(tl, "--roster", file)
    assert {name: (line["level"], line["note"]) for name, line in found.items()} == {
        "anna": ("quiet", "n"),
        "zoe": ("no data", ""),
    }


def test_a_wrong_roster_file_ends_the_command_with_the_key(tl: "Tl", team: Path) -> None:
    (team / "roster.toml").write_text('[[athlete]]\nid = "anna"\ngrup = "x"\n')
    ended = tl("roster", team)
    assert (ended.code, ended.out) == (2, "")
    assert "athlete.0.grup" in ended.err
    assert "Did you mean 'group'?" in ended.err


def test_only_some_athletes(tl: "Tl", team: Path) -> None:
    assert set(lines(tl, team, "--athlete", "cleo", "--athlete", "anna")) == {
        "c/strange name",
        "anna",
    }
    ended = tl("roster", team, "--athlete", "ana")
    assert ended.code == 2
    assert "Did you mean 'anna'?" in ended.err


def test_a_folder_whose_profile_says_another_name_than_the_roster_file(
    tl: "Tl", team: Path, profile: str
) -> None:
    folder = team / "c" / "strange name"
    (folder / "profile.toml").write_text(profile.replace('"anna"', '"klaus"'))
    found = lines(tl, team)
    assert set(found) == {"anna", "nobody", "c/strange name"}
    assert found["c/strange name"]["athlete"]["id"] == "klaus"
    assert "'cleo'" in found["c/strange name"]["remarks"][0]
