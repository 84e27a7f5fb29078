"""``tl roster``: everybody's week, most urgent first, whatever is wrong with one of them."""

import csv
import io
import json
import multiprocessing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tl_analyzer.athletes import roster_run
from tl_analyzer.athletes.roster_athletes import Asked
from tl_analyzer.athletes.roster_members import members_of_folder
from tl_analyzer.athletes.roster_run import roster_entries
from tl_analyzer.cli.roster import FORMAT_NAMES
from tl_analyzer.cli.roster_output import PAGES
from tl_analyzer.roster.formats import BINARY_FORMATS, FORMATS
from tl_analyzer.roster.roster_file import RosterFile

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

W46 = ("--week", "2026-W46", "--as-of", "2026-11-20T12:00:00+01:00")
SADDLE = "date,region,side,score,signs,note\n2026-11-12,lumbar,both,5,saddle_numbness,\n"


@pytest.fixture
def team(tmp_path: Path, athlete: Path, training: Path) -> Path:
    """Four athletes: an even week, a heavy one, an emergency, and a profile that is none."""
    folder = tmp_path / "team"
    folder.mkdir()
    profile = (athlete / "profile.toml").read_text()
    for name, source in (("even", training), ("heavy", athlete), ("numb", training)):
        (folder / name).mkdir()
        (folder / name / "profile.toml").write_text(profile.replace('"anna"', f'"{name}"'))
        (folder / name / "strong.csv").write_text((source / "strong.csv").read_text())
    (folder / "numb" / "diary.csv").write_text(SADDLE)
    (folder / "wrong").mkdir()
    (folder / "wrong" / "profile.toml").write_text("schema = 1\n[athlete]\nname = 3\n")
    return folder


def lines(tl: "Tl", *arguments: str | Path) -> list[dict[str, Any]]:
    ended = tl("roster", *arguments, *W46, "--format", "json")
    assert ended.code == 0, ended.err
    found: list[dict[str, Any]] = json.loads(ended.out)["lines"]
    return found


def names(found: list[dict[str, Any]]) -> list[str]:
    return [line["athlete"]["id"] for line in found]


def test_most_urgent_first_and_one_failure_is_a_line(tl: "Tl", team: Path) -> None:
    found = lines(tl, team)
    assert names(found) == ["numb", "heavy", "even", "wrong"]
    assert found[0]["referral"] == "emergency"
    assert "found 3" in found[-1]["error"]


def test_new_beside_the_week_before(tl: "Tl", team: Path) -> None:
    heavy = lines(tl, team)[1]
    changes = {flag["code"]: flag["change"] for flag in heavy["flags"]}
    assert changes["TL101"] == "new"
    assert "same" in changes.values()


def test_flags_are_those_of_the_report(tl: "Tl", team: Path) -> None:
    report = json.loads(tl("report", team / "heavy", *W46, "--format", "json").out)
    heavy = lines(tl, team)[1]
    assert [f["code"] for f in heavy["flags"]] == [f["code"] for f in report["flags"]]
    assert heavy["headline"] == report["headline"]


def test_from_the_store_as_from_folders(tl: "Tl", team: Path) -> None:
    for name in ("even", "heavy", "numb"):
        assert tl("import", team / name).code == 0
    of_folders, of_store = lines(tl, team)[:-1], lines(tl)
    assert [line.pop("place") for line in of_folders] == ["numb", "heavy", "even"]
    assert [line.pop("place") for line in of_store] == ["", "", ""]
    assert of_store == of_folders


def test_over_processes_as_in_one(tl: "Tl", team: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = lines(tl, team, "--jobs", "1")
    monkeypatch.setattr(roster_run, "_WORTH_OF_FILES", 1)
    assert lines(tl, team, "--jobs", "2") == one


def test_a_process_that_dies_costs_nobody_a_line(
    team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(roster_run, "_WORTH_OF_FILES", 1)
    asked, athletes = Asked(*W46[1::2]), members_of_folder(team, RosterFile())
    expected = list(roster_entries(athletes, asked, 1, lambda *told: None))
    told: list[str] = []

    def kills_once(name: str, done: int = 0, total: int | None = None, /) -> None:
        told.append(name)
        for child in multiprocessing.active_children() if len(told) == 1 else ():
            child.kill()

    found = list(roster_entries(athletes, asked, 2, kills_once))
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_text_names_everybody_and_counts(tl: "Tl", team: Path) -> None:
    text = tl("roster", team, *W46).out
    assert "4 athletes, 2026-W46" in text
    assert "1 emergency" in text
    assert "1 not read" in text
    assert all(name in text for name in ("numb", "heavy", "even", "wrong"))
    assert max(map(len, text.splitlines())) <= 80


def test_a_table_for_spreadsheets_holds_no_formula(tl: "Tl", team: Path, tmp_path: Path) -> None:
    profile = team / "even" / "profile.toml"
    profile.write_text(profile.read_text().replace("[athlete]", '[athlete]\nname = "=1+1"'))
    out = tmp_path / "team.csv"
    assert tl("roster", team, *W46, "--format", "csv", "--out", out).code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text())))
    assert [row["athlete"] for row in rows] == ["numb", "heavy", "even", "wrong"]
    assert rows[2]["name"] == "'=1+1"
    assert rows[0]["level"] == "emergency"


def test_nobody_there(tl: "Tl", tmp_path: Path) -> None:
    assert tl("roster").code == 2
    (tmp_path / "nobody").mkdir()
    ended = tl("roster", tmp_path / "nobody")
    assert ended.code == 2
    assert "no sub-folders" in ended.err


def test_a_week_that_is_none_is_a_failure_of_the_command(tl: "Tl", team: Path) -> None:
    ended = tl("roster", team, "--week", "2026-W99")
    assert (ended.code, ended.out) == (2, "")


def test_formats_kept_apart_for_speed_are_the_same() -> None:
    assert (*FORMATS, *BINARY_FORMATS, PAGES) == FORMAT_NAMES
