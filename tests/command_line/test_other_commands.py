"""``tl check``, ``exercises``, ``explain``, ``adapters`` and ``profile``."""

import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tl_analyzer import plugins
from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.plugins.group import ADAPTERS
from tl_analyzer.profile import load_profile
from tl_analyzer.rules.catalogue import RULES
from tl_analyzer.rules.rule import Rule

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

# --- check ---------------------------------------------------------------------------------------


@pytest.fixture
def mixed(athlete: Path, strong_csv: str) -> Path:
    """Good, damaged, doubled, empty and foreign files in one folder."""
    (athlete / "strong.csv").write_text(strong_csv + "9;2026-11-1", encoding="utf-8")
    (athlete / "copy.csv").write_text(strong_csv + "9;2026-11-1", encoding="utf-8")
    (athlete / "empty.csv").touch()
    (athlete / "photo.fit").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (athlete / "notes.txt").write_text("bought a new saddle", encoding="utf-8")
    return athlete


def test_check_accounts_for_every_file_and_row(tl: "Tl", mixed: Path) -> None:
    ended = tl("check", mixed, "--format", "json")
    assert ended.code == 0
    account = json.loads(ended.out)
    states = {Path(file["file"]).name: file["state"] for file in account["files"]}
    assert states == {
        "copy.csv": "read",
        "strong.csv": "duplicate",
        "empty.csv": "not recognised",
        "photo.fit": "nothing usable",
        "notes.txt": "not recognised",
    }
    totals = dict(account["totals"])
    assert totals.pop("files") == sum(totals.values()) == len(states)
    tally = next(file["tally"] for file in account["files"] if file["tally"])
    assert tally["total"] == tally["read"] + tally["refused"] == 3 * 6 + 8 + 1
    assert tally["refused"] == 1


def test_check_says_where_and_what_and_what_helps(tl: "Tl", mixed: Path) -> None:
    ended = tl("check", mixed)
    assert ended.code == 0
    words = " ".join(ended.out.split())
    for said in ("27 rows: 26 read, 1 refused", "28", "found", "expected", "5 files:"):
        assert said in words
    assert "not recognised" in words
    assert "the same bytes as" in words


def test_check_of_unreadable_files_alone_is_exit_3(tl: "Tl", tmp_path: Path) -> None:
    (tmp_path / "empty.csv").touch()
    ended = tl("check", tmp_path)
    assert ended.code == 3
    assert "empty.csv" in ended.out
    assert "empty.csv" in ended.err


def test_check_writes_hostile_names_harmlessly(tl: "Tl", athlete: Path) -> None:
    (athlete / "a\x1b[31mred\nname.txt").write_text("x", encoding="utf-8")
    ended = tl("check", athlete)
    assert ended.code == 0
    assert "\x1b" not in ended.out


# --- exercises -----------------------------------------------------------------------------------


def test_exercises_json_has_the_promised_keys(tl: "Tl") -> None:
    ended = tl("exercises", "--format", "json", "Deadlift (Barbell)", "Zork")
    rows = json.loads(ended.out)
    assert [list(row) for row in rows] == 2 * [
        [
            "name",
            "pattern",
            "tl_hinge",
            "tl_overhead",
            "tl_rotation",
            "tl_flexion_loaded",
            "axial",
            "confidence",
            "via",
        ]
    ]
    assert (rows[0]["pattern"], rows[0]["tl_hinge"], rows[1]["confidence"]) == ("hinge", True, 0)


def test_exercises_reads_names_from_standard_input(tl_process: "Tl") -> None:
    names = "Übung\nKettlebell Swing\r\n\nOverhead Press\n".encode()
    ended = tl_process("exercises", "--format", "json", stdin=names)
    assert [row["name"] for row in json.loads(ended.out)] == [
        "Übung",
        "Kettlebell Swing",
        "Overhead Press",
    ]


def test_exercises_survives_bytes_that_are_no_text(tl_process: "Tl") -> None:
    ended = tl_process("exercises", stdin=b"\xff\xfe\x00Dead\x1b[31mlift\n")
    assert ended.code == 0
    assert "\x1b" not in ended.out


def test_exercises_says_why(tl: "Tl") -> None:
    ended = tl("exercises", "Deadlift (Barbell)", "Zork")
    assert "hinge" in ended.out
    assert "because" in ended.out
    assert "not recognised" in ended.out


# --- explain -------------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_flag_is_explained_with_every_threshold(tl: "Tl", rule: Rule) -> None:
    ended = tl("explain", rule.code)
    assert ended.code == 0
    assert rule.name in ended.out
    for key in rule.parameters:
        assert key in ended.out
        assert plugins.parameter_set()[key].reference in ended.out
    assert "not in the bibliography" not in ended.out


def test_every_exercise_is_explained(tl: "Tl") -> None:
    for key, exercise in catalogue().exercises.items():
        ended = tl("explain", key)
        assert ended.code == 0
        assert exercise.name in ended.out
        assert exercise.reference in ended.out
        assert "not in the bibliography" not in ended.out


@pytest.mark.parametrize(
    "typed",
    [("tl101",), ("hinge-dose-above-usual",), ("hinge", "dose", "above", "usual")],
)
def test_flags_are_found_however_they_are_written(tl: "Tl", typed: tuple[str, ...]) -> None:
    assert tl("explain", *typed).out.startswith("TL101")


@pytest.mark.parametrize("typed", [("dead_bug",), ("Dead", "bug"), ("DEAD-BUG",)])
def test_exercises_are_found_however_they_are_written(tl: "Tl", typed: tuple[str, ...]) -> None:
    assert tl("explain", *typed).out.startswith("Dead bug")


@pytest.mark.parametrize(("typed", "near"), [("TL110", "TL10"), ("dead_bgu", "dead_bug")])
def test_what_is_not_known_is_answered_with_the_nearest(tl: "Tl", typed: str, near: str) -> None:
    ended = tl("explain", typed)
    assert ended.code == 2
    assert near in ended.err


# --- adapters ------------------------------------------------------------------------------------


def test_adapters_are_listed_with_their_distribution(tl: "Tl") -> None:
    ended = tl("adapters")
    assert ended.code == 0
    for name in ("activitywatch", "check-ins", "fit", "posture-csv", "strength-csv"):
        assert f"{name} (tl-analyzer " in ended.out


def test_a_broken_adapter_is_listed_with_its_error(
    tl: "Tl", monkeypatch: pytest.MonkeyPatch
) -> None:
    one = plugins.InstalledAdapter(
        ADAPTERS, "x", "stranger", "0.3", None, "ImportError: no \x1bmodule"
    )
    monkeypatch.setattr(plugins, "adapters", lambda: (one,))
    ended = tl("adapters")
    assert ended.code == 0
    assert "stranger 0.3" in ended.out
    assert "ImportError" in ended.out
    assert "\x1b" not in ended.out


# --- profile -------------------------------------------------------------------------------------


def test_profile_init_writes_a_profile_that_checks(tl: "Tl", tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    assert tl("profile", "init", file).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert tl("profile", "check", file).code == 0


def test_every_suggestion_in_the_template_is_valid(tl: "Tl", tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    tl("profile", "init", file)
    text = file.read_text(encoding="utf-8")
    assert "# body_mass_kg = 70.0" in text
    lines = [line.removeprefix("# ") if _suggestion(line) else line for line in text.splitlines()]
    file.write_text("\n".join(lines), encoding="utf-8")
    profile = load_profile(file)
    assert profile.athlete.body_mass_kg == 70.0
    assert profile.desk
    assert profile.bike.rule
    assert profile.sleep.rises


def _suggestion(line: str) -> bool:
    word = line.removeprefix("# ").split(" ")[0]
    return line.startswith("# ") and (" = " in line[:32] or word.startswith("["))


def test_profile_init_replaces_nothing_unless_forced(tl: "Tl", tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    file.write_text("mine", encoding="utf-8")
    ended = tl("profile", "init", file)
    assert ended.code == 2
    assert file.read_text(encoding="utf-8") == "mine"
    assert tl("profile", "init", file, "--force").code == 0
    assert "schema = 1" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[athlete]\nid = "a"\ntimezon = "UTC"\n', "timezon"),
        ("[athlete\n", "TOML"),
        ("", "athlete"),
        ('[athlete]\nid = "a"\ntimezone = "Mars/Base"\n', "IANA"),
        ('parameters = "x"\n[athlete]\nid = "a"\ntimezone = "UTC"\n', "parameter"),
        ('exercises = "gone.toml"\n[athlete]\nid = "a"\ntimezone = "UTC"\n', "gone.toml"),
    ],
)
def test_profile_check_names_the_fault(tl: "Tl", tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "p.toml"
    file.write_text(text, encoding="utf-8")
    ended = tl("profile", "check", file)
    assert ended.code == 2
    assert said in ended.err
    assert "Traceback" not in ended.err
