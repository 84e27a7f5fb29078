"""``tl roster`` in every format, outcomes over many diaries, and who has gone silent."""

import json
import os
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

W46 = ("--week", "2026-W46", "--as-of", "2026-11-20T12:00:00+01:00")
SUNDAY = date(2026, 11, 15)
DIARY = "date,region,side,score,signs,note\n"


@pytest.fixture
def team(tmp_path: Path, athlete: Path, training: Path) -> Path:
    """Six athletes with a diary of thirty weeks; one of them hurts since W45, on the left."""
    folder = tmp_path / "team"
    profile = (athlete / "profile.toml").read_text()
    for number in range(6):
        one = folder / f"a{number}"
        one.mkdir(parents=True)
        (one / "profile.toml").write_text(profile.replace('"anna"', f'"a{number}"'))
        (one / "strong.csv").write_text((training / "strong.csv").read_text())
        days = [SUNDAY - timedelta(weeks=back) for back in range(30)]
        hurts = 4 if number == 3 else 0
        rows = [f"{day},lumbar,left,{hurts if n < 2 else 0},," for n, day in enumerate(days)]
        (one / "diary.csv").write_text(DIARY + "\n".join(rows) + "\n")
    return folder


def outcomes(tl: "Tl", *arguments: str | Path) -> dict[str, Any]:
    ended = tl("roster", *arguments, *W46, "--format", "json")
    assert ended.code == 0, ended.err
    found: dict[str, Any] = json.loads(ended.out)["outcomes"]
    return found


def test_outcomes_of_folders_and_of_the_store_are_the_same(tl: "Tl", team: Path) -> None:
    found = outcomes(tl, team, "--weeks", "26")
    assert (found["first_week"], found["last_week"]) == ("2026-W21", "2026-W46")
    assert [week["with_pain"] for week in found["weeks"]] == [*[0] * 24, 1, 1]
    assert found["places"][0]["left"] == 1
    for athlete in sorted(team.iterdir()):
        assert tl("import", athlete).code == 0
    assert outcomes(tl, "--weeks", "26") == found


def test_outcomes_are_told_when_asked_for(tl: "Tl", team: Path) -> None:
    asked, plain = (tl("roster", team, *W46, *more).out for more in (("--outcomes",), ()))
    assert "1 of 6 who checked in logged any pain" in asked
    assert "Too little to say about new episodes by training time" in asked
    assert "checked in" not in plain
    told = tl("roster", team, *W46, "--outcomes", "--format", "md").out
    assert "## What was logged of pain" in told


def test_a_workbook_goes_to_a_file_or_a_pipe(tl: "Tl", team: Path, tmp_path: Path) -> None:
    out = tmp_path / "team.xlsx"
    assert tl("roster", team, *W46, "--format", "xlsx", "--out", out).code == 0
    assert out.read_bytes().startswith(b"PK")
    assert out.stat().st_mode & 0o077 == 0


def test_pages_go_to_a_folder(tl: "Tl", team: Path, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    assert tl("roster", team, *W46, "--format", "html", "--out", out).code == 0
    assert (out / "index.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert len(list(out.glob("*/*.html"))) == 6
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("form", ["html", "csv"])
def test_files_and_folders_are_told_apart(tl: "Tl", team: Path, form: str) -> None:
    wrong = team if form == "csv" else team / "a0" / "profile.toml"
    ended = tl("roster", team, "--format", form, "--out", wrong)
    assert (ended.code, ended.out) == (2, "")
    assert "--out" in ended.err
    assert f"{wrong} is a" in ended.err


def test_pages_need_a_folder(tl: "Tl", team: Path) -> None:
    ended = tl("roster", team, "--format", "html")
    assert ended.code == 2
    assert "--out FOLDER" in ended.err


def test_what_was_acknowledged_is_seen_and_does_not_raise_the_level(
    tl: "Tl", athlete: Path
) -> None:
    assert tl("import", athlete).code == 0
    (before,) = json.loads(tl("roster", *W46, "--format", "json").out)["lines"]
    assert before["level"] == "red"
    for flag in before["flags"]:
        until = ("--until", "2026-12-01", "--note", "spoke")
        acked = tl("ack", flag["code"], "--athlete", "anna", *until, *W46)
        assert acked.code == 0, acked.err
    (after,) = json.loads(tl("roster", *W46, "--format", "json").out)["lines"]
    assert after["level"] == "quiet"
    assert {flag["seen_until"] for flag in after["flags"]} == {"2026-12-01"}
    assert "until Tue 1 Dec (spoke)" in tl("roster", *W46).out


def test_who_was_silent_for_longer_than_a_report_looks_back(
    tl: "Tl", tmp_path: Path, training: Path, athlete: Path
) -> None:
    (tmp_path / "gone").mkdir()
    folder = tmp_path / "gone" / "gone"
    folder.mkdir()
    profile = (athlete / "profile.toml").read_text()
    (folder / "profile.toml").write_text(profile.replace('"anna"', '"gone"'))
    text = (training / "strong.csv").read_text()
    (folder / "strong.csv").write_text(text.replace("2026-", "2023-"))
    (of_folder,) = json.loads(tl("roster", folder.parent, *W46, "--format", "json").out)["lines"]
    assert of_folder["level"] == "no data"
    assert of_folder["last_day"].startswith("2023-")
    assert of_folder["asks"][0].startswith("Has the export stopped? Nothing since")
    assert tl("import", folder).code == 0
    (of_store,) = json.loads(tl("roster", *W46, "--format", "json").out)["lines"]
    assert of_store["last_day"] == of_folder["last_day"]
    assert of_store["days_silent"] == of_folder["days_silent"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_folder_whose_name_is_no_text_is_a_line_like_any_other(
    tl: "Tl", tmp_path: Path, training: Path
) -> None:
    folder = tmp_path / "team" / os.fsdecode(b"ren\xe9")
    folder.mkdir(parents=True)
    (folder / "strong.csv").write_text((training / "strong.csv").read_text())
    for form in ("json", "jsonl"):
        ended = tl("roster", folder.parent, *W46, "--format", form)
        assert ended.code == 0, ended.err
        told = json.loads(ended.out)
        line = told["lines"][0] if form == "json" else told
        assert (line["athlete"]["id"], line["error"]) == ("ren\ufffd", "")
