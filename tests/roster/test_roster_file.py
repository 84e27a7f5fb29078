"""The roster file: what it may hold, and what is refused with the nearest known word."""

from pathlib import Path

import pytest

from tl_analyzer.cli.roster import ROSTER_EXAMPLE
from tl_analyzer.roster.roster_file import RosterFile, RosterFileError, read_roster_file

GOOD = """\
schema = 1

[[group]]
name = "Sprint"
athletes = ["anna", "ben"]

[[group]]
name = "Women"
athletes = ["anna"]

[[athlete]]
id = "ben"
folder = "b/benjamin"
group = "Masters"
note = "Back since October."
timezone = "Europe/Berlin"
name = "Ben B"
"""


def read(tmp_path: Path, text: str) -> RosterFile:
    file = tmp_path / "roster.toml"
    file.write_text(text, encoding="utf-8")
    return read_roster_file(file)


def faults(tmp_path: Path, text: str) -> list[tuple[str | None, str, str]]:
    with pytest.raises(RosterFileError) as told:
        read(tmp_path, text)
    assert all(each.file.endswith("roster.toml") for each in told.value.problems)
    return [(each.column, each.expected, each.hint) for each in told.value.problems]


def test_groups_notes_names_and_zones(tmp_path: Path) -> None:
    file = read(tmp_path, GOOD)
    assert file.groups == ("Sprint", "Women", "Masters")
    assert file.ids == ("ben", "anna")
    assert file.listed("anna").groups == ("Sprint", "Women")
    ben = file.listed("ben", "b/benjamin")
    assert ben.groups == ("Sprint", "Masters")
    assert (ben.note, ben.name, ben.timezone) == ("Back since October.", "Ben B", "Europe/Berlin")


def test_without_a_word_on_them_the_folder_around_an_athlete_is_the_group(tmp_path: Path) -> None:
    file = read(tmp_path, GOOD)
    assert file.listed("zoe", "team-a/juniors/zoe").groups == ("team-a/juniors",)
    assert file.listed("zoe", "zoe").groups == ()
    assert file.listed("ben", "team-b/benjamin").groups == ("Sprint", "Masters")


def test_a_byte_order_mark_and_nothing_at_all_are_fine(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff" + GOOD) == read(tmp_path, GOOD)
    assert read(tmp_path, "") == RosterFile()


@pytest.mark.parametrize(
    ("text", "column", "nearest"),
    [
        ('[[athlet]]\nid = "anna"\n', "athlet", "athlete"),
        ('[[athlete]]\nid = "anna"\ntimezon = "UTC"\n', "athlete.0.timezon", "timezone"),
        ('[[group]]\nname = "a"\nathlete = ["anna"]\n', "group.0.athlete", "athletes"),
    ],
)
def test_unknown_keys_are_refused_with_the_nearest(
    tmp_path: Path, text: str, column: str, nearest: str
) -> None:
    ((where, expected, hint),) = faults(tmp_path, text)
    assert where == column
    assert nearest in expected
    assert hint == f"Did you mean {nearest!r}?"


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ('[[athlete]]\nname = "no id"\n', "athlete.0.id", "a value"),
        ('[[athlete]]\nid = "a"\ntimezone = "Berlin"\n', "athlete.0.timezone", "IANA time zone"),
        ('[[athlete]]\nid = "a"\nfolder = "../b"\n', "athlete.0.folder", "a folder below"),
        ('[[athlete]]\nid = "a"\nfolder = "/b"\n', "athlete.0.folder", "a folder below"),
        ('[[athlete]]\nid = "a"\n[[athlete]]\nid = "a"\n', "athlete", "'a' stands there twice"),
        ('[[group]]\nname = "g"\n[[group]]\nname = "g"\n', "group", "'g' stands there twice"),
        ("schema = 2\n", "schema", "1"),
        ("[[athlete]\n", None, "valid TOML"),
    ],
)
def test_wrong_values_are_named(
    tmp_path: Path, text: str, column: str | None, expected: str
) -> None:
    ((where, told, hint),) = faults(tmp_path, text)
    assert where == column
    assert expected in told
    assert hint


def test_the_example_of_the_help_is_one(tmp_path: Path) -> None:
    file = read(tmp_path, "\n".join(ROSTER_EXAMPLE))
    assert file.groups == ("Sprint", "Masters")
    assert file.listed("ben").groups == file.groups


def test_a_file_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(RosterFileError, match="readable TOML"):
        read_roster_file(tmp_path)
