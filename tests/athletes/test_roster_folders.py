"""Which folders below a folder are athletes'."""

from pathlib import Path

from tl_analyzer.athletes.roster_folders import athlete_folders


def folder(path: Path, *files: str) -> Path:
    path.mkdir(parents=True)
    for name in files:
        (path / name).write_text("", encoding="utf-8")
    return path


def test_a_folder_that_is_named_is_an_athletes_whatever_lies_in_it(tmp_path: Path) -> None:
    inner = folder(tmp_path / "top" / "anna" / "old", "profile.toml")
    top = tmp_path / "top"
    assert athlete_folders(top) == (inner,)
    assert athlete_folders(top, ["anna"]) == (inner.parent,)


def test_a_link_is_not_looked_into(tmp_path: Path) -> None:
    club = folder(tmp_path / "club")
    folder(club / "berta", "profile.toml")
    anna = folder(tmp_path / "top" / "anna", "profile.toml")
    linked = tmp_path / "top" / "club"
    linked.symlink_to(club)
    assert athlete_folders(tmp_path / "top") == (anna, linked)


def test_a_folder_with_nothing_but_a_roster_file_is_a_group(tmp_path: Path) -> None:
    folder(tmp_path / "team", "roster.toml", ".hidden")
    anna = folder(tmp_path / "team" / "anna", "sets.csv")
    assert athlete_folders(tmp_path) == (anna,)
    (tmp_path / "team" / "sets.csv").write_text("", encoding="utf-8")
    assert athlete_folders(tmp_path) == (tmp_path / "team",)
