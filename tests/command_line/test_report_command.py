"""``tl report``: who, when, where to, and how it ends."""

import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from tl_analyzer.athletes.athlete import system_zone
from tl_analyzer.report.schema import SCHEMA

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

W46 = ("--week", "2026-W46", "--as-of", "2026-11-20T12:00:00+01:00")


def test_a_report_over_a_folder(tl: "Tl", athlete: Path) -> None:
    ended = tl("report", athlete, *W46)
    assert (ended.code, ended.err) == (0, "")
    assert "Week 2026-W46" in ended.out
    assert "TL101" in ended.out
    assert "not an injury probability" in " ".join(ended.out.split())


def test_json_validates_and_repeats(tl: "Tl", athlete: Path) -> None:
    first = tl("report", athlete, *W46, "--format", "json")
    report = json.loads(first.out)
    jsonschema.Draft202012Validator(SCHEMA.published()).validate(report)
    assert report["athlete"]["id"] == "anna"
    assert tl("report", athlete, *W46, "--format", "json").out == first.out


def test_the_last_complete_week_is_the_default(tl: "Tl", athlete: Path) -> None:
    for as_of, week in (
        ("2026-11-15", "2026-W45"),
        ("2026-11-15T23:30:00", "2026-W45"),
        ("2026-11-15T23:30:00Z", "2026-W46"),
        ("2026-11-16", "2026-W46"),
    ):
        ended = tl("report", athlete, "--as-of", as_of, "--format", "json")
        assert json.loads(ended.out)["week"] == week


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--week", "2026-W48", "--as-of", "2026-11-20"), "lies in the future"),
        (("--week", "2026-W54", "--as-of", "2026-11-20"), "week: "),
        (("--week", "soon"), "not an ISO week"),
        (("--week", "9999-W52"), "lies in the future"),
        (("--week", "0000-W01"), "week: "),
        (("--week", "0001-W01"), "before 1950"),
        (("--as-of", "yesterday"), "not an instant"),
        (("--as-of", "0001-01-01"), "week: "),
        (("--athlete", "bob"), "not of 'bob'"),
    ],
)
def test_what_cannot_be_is_one_clear_line(
    tl: "Tl", athlete: Path, options: tuple[str, ...], said: str
) -> None:
    ended = tl("report", athlete, *options)
    assert ended.code == 2
    assert ended.out == ""
    assert len(ended.err.splitlines()) == 2
    assert said in ended.err


def test_without_a_path_there_is_no_store_yet(tl: "Tl") -> None:
    ended = tl("report")
    assert ended.code == 2
    assert "no log store" in ended.err


def test_a_typo_in_the_profile(tl: "Tl", athlete: Path) -> None:
    file = athlete / "profile.toml"
    file.write_text(file.read_text().replace("timezone", "timezon"), encoding="utf-8")
    ended = tl("report", athlete, *W46)
    assert ended.code == 2
    assert "timezon" in ended.err
    assert "Did you mean 'timezone'" in ended.err


def test_profile_option_wins_over_the_folder(tl: "Tl", athlete: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('[athlete]\nid = "bob"\ntimezone = "Asia/Tokyo"\n', encoding="utf-8")
    ended = tl("report", athlete, "--profile", other, *W46, "--format", "json")
    report = json.loads(ended.out)
    assert (report["athlete"]["id"], report["timezone"]) == ("bob", "Asia/Tokyo")


def test_without_a_profile_the_assumptions_are_said(
    tl: "Tl", athlete: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    (athlete / "profile.toml").unlink()
    ended = tl("report", athlete, *W46, "--format", "json")
    report = json.loads(ended.out)
    assert (report["athlete"]["id"], report["timezone"]) == ("anna", "Asia/Tokyo")
    assert "profile-assumed" in {problem["code"] for problem in report["diagnostics"]}
    named = tl("report", athlete, "--athlete", "bob", *W46, "--format", "json")
    assert json.loads(named.out)["athlete"]["id"] == "bob"


def test_the_zone_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zones = tmp_path / "zoneinfo" / "Europe"
    zones.mkdir(parents=True)
    (zones / "Paris").touch()
    link = tmp_path / "localtime"
    link.symlink_to(zones / "Paris")
    monkeypatch.delenv("TZ", raising=False)
    assert system_zone(link) == "Europe/Paris"
    assert system_zone(tmp_path / "nothing") == "UTC"
    monkeypatch.setenv("TZ", ":America/Lima")
    assert system_zone(link) == "America/Lima"
    monkeypatch.setenv("TZ", "EST5EDT,M3.2.0,M11.1.0")
    assert system_zone(link) == "Europe/Paris"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "empty.csv"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "ride.fit"),
        (b"\x0e\x20\x7b\x08\xff\xff\x00\x00.FIT", "cut.fit"),
        (b"hello", "notes.txt"),
    ],
    ids=["empty", "png", "truncated", "foreign"],
)
def test_nothing_readable_is_exit_3(tl: "Tl", tmp_path: Path, content: bytes, name: str) -> None:
    (tmp_path / name).write_bytes(content)
    ended = tl("report", tmp_path, *W46)
    assert ended.code == 3
    assert ended.out == ""
    assert str(tmp_path) in ended.err
    assert [line.split(":")[0] for line in ended.err.splitlines()] == ["error", "hint"]


def test_an_empty_folder_is_exit_3(tl: "Tl", tmp_path: Path) -> None:
    assert tl("report", tmp_path, *W46).code == 3


def test_bad_files_beside_good_ones_are_diagnostics(tl: "Tl", athlete: Path) -> None:
    (athlete / "ride.fit").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    ended = tl("report", athlete, *W46, "--format", "json")
    assert ended.code == 0
    named = {problem["file"] for problem in json.loads(ended.out)["diagnostics"]}
    assert any(name.endswith("ride.fit") for name in named)


def test_fail_on_follows_the_flags(tl: "Tl", athlete: Path) -> None:
    levels = {"info": 1, "watch": 1, "amber": 1}
    report = json.loads(tl("report", athlete, *W46, "--format", "json").out)
    severities = {flag["severity"] for flag in report["flags"]}
    assert severities & {"amber", "red"}
    levels["red"] = int("red" in severities)
    for level, code in levels.items():
        ended = tl("report", athlete, *W46, "--fail-on", level)
        assert ended.code == code
        assert "Week 2026-W46" in ended.out


def test_fail_on_is_silent_in_a_quiet_week(tl: "Tl", athlete: Path) -> None:
    ended = tl("report", athlete, "--week", "2026-W44", "--fail-on", "amber")
    assert ended.code == 0


def test_out_is_private_whole_and_replaces(tl: "Tl", athlete: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    out.write_text("old", encoding="utf-8")
    out.chmod(0o644)
    ended = tl("report", athlete, *W46, "--format", "md", "--out", out)
    assert (ended.code, ended.out) == (0, "")
    assert out.read_text(encoding="utf-8").startswith("# Week 2026-W46")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert not list(tmp_path.glob(".report*"))


def test_out_follows_links_and_leaves_devices_alone(
    tl: "Tl", athlete: Path, tmp_path: Path
) -> None:
    link, target = tmp_path / "link.md", tmp_path / "target.md"
    link.symlink_to(target)
    assert tl("report", athlete, *W46, "--out", link).code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("Week")
    assert tl("report", athlete, *W46, "--out", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


def test_out_that_cannot_be_written(tl: "Tl", athlete: Path, tmp_path: Path) -> None:
    ended = tl("report", athlete, *W46, "--out", tmp_path / "no" / "folder.txt")
    assert ended.code == 2
    assert "cannot write" in ended.err


def test_a_mapping_wins(tl: "Tl", athlete: Path, tmp_path: Path) -> None:
    file = athlete / "strong.csv"
    file.write_text(file.read_text().replace("Deadlift (Barbell)", "Zorkolift"), encoding="utf-8")
    unknown = json.loads(tl("report", athlete, *W46, "--format", "json").out)
    assert unknown["coverage"]["sets_recognised"] == 0
    mapping = tmp_path / "mine.toml"
    mapping.write_text('["Zorkolift"]\nsame_as = "Deadlift (Barbell)"\n', encoding="utf-8")
    known = json.loads(tl("report", athlete, *W46, "--format", "json", "--mapping", mapping).out)
    assert known["coverage"]["sets_recognised"] == known["coverage"]["sets"] > 0
    profile = athlete / "profile.toml"
    profile.write_text('exercises = "mine.toml"\n' + profile.read_text(), encoding="utf-8")
    (athlete / "mine.toml").write_text(mapping.read_text(), encoding="utf-8")
    assert json.loads(tl("report", athlete, *W46, "--format", "json").out) == known
    mapping.write_text('["Zorkolift"]\nsame = "x"\n', encoding="utf-8")
    assert tl("report", athlete, *W46, "--mapping", mapping).code == 2


def test_an_unknown_parameter_set(tl: "Tl", athlete: Path) -> None:
    profile = athlete / "profile.toml"
    profile.write_text('parameters = "nonesuch"\n' + profile.read_text(), encoding="utf-8")
    ended = tl("report", athlete, *W46)
    assert ended.code == 2
    assert "nonesuch" in ended.err
