"""The config file: below the command line and the environment, and checked word for word."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tl_analyzer.cli.start import COMMANDS

Tl = Callable[..., Any]
Write = Callable[[str], Path]

WEEK = ("--week", "2026-W46", "--as-of", "2026-11-20T12:00:00+01:00")


@pytest.fixture
def config(tmp_path: Path) -> Write:
    """Write the user's own config file."""

    def write(text: str) -> Path:
        file = tmp_path / "config" / "tl-analyzer" / "config.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    return write


def settings(ended: Any) -> dict[str, tuple[str | None, str]]:
    shown = json.loads(ended.out)["settings"]
    return {key: (each["value"], each["origin"]) for key, each in shown.items()}


def test_without_a_file_everything_is_default(tl: Tl, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TL_STORE")
    ended = tl("config")
    assert ended.code == 0
    assert "there is none" in ended.out
    assert {origin for _, origin in settings(tl("config", "--format", "json")).values()} == {
        "default"
    }


def test_a_value_that_nobody_typed_is_refused_by_where_it_stands(
    tl: Tl, config: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.setenv("TL_STORE", str(tmp_path / "folder"))
    for command in (("report",), ("ack", "--list"), ("roster",)):
        ended = tl(*command)
        assert ended.code == 2
        assert ended.err.startswith("error: TL_STORE: ")
    assert "'--store'" in tl("report", "--store", tmp_path / "folder").err
    monkeypatch.delenv("TL_STORE")
    file = config(f'store = "{tmp_path / "folder"}"\n')
    assert f"{file}: store: " in tl("report").err.replace("\n", "")


def test_flag_wins_over_environment_over_file_over_default(
    tl: Tl, config: Write, athlete: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tl("import", athlete, "--store", tmp_path / "one.sqlite")
    config('store = "../../one.sqlite"\n[report]\nformat = "json"\n')
    monkeypatch.delenv("TL_STORE")
    assert settings(tl("config", "--format", "json"))["store"][1] == "config.toml"
    assert json.loads(tl("report", *WEEK).out)["athlete"]["id"] == "anna"
    assert tl("report", *WEEK, "--format", "md").out.startswith("# ")
    monkeypatch.setenv("TL_STORE", str(tmp_path / "none.sqlite"))
    assert settings(tl("config", "--format", "json"))["store"][1] == "TL_STORE"
    assert "none.sqlite" in tl("report", *WEEK).err
    assert tl("report", *WEEK, "--store", tmp_path / "one.sqlite").code == 0


def test_the_folder_one_works_in_says_nothing(
    tl: Tl, athlete: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("tl.toml", "config.toml", "tl-analyzer.toml"):
        (athlete / name).write_text('[report]\nformat = "json"\n', encoding="utf-8")
    monkeypatch.chdir(athlete)
    assert not tl("report", ".", *WEEK).out.startswith("{")


def test_the_configured_profile_is_for_files_that_bring_none(
    tl: Tl, config: Write, athlete: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.toml"
    text = (athlete / "profile.toml").read_text(encoding="utf-8")
    other.write_text(text.replace('"anna"', '"otto"'), encoding="utf-8")
    config(f'profile = "{other}"\n')

    def whose(*arguments: object) -> str:
        document = json.loads(tl("report", *arguments, *WEEK, "--format", "json").out)
        return str(document["athlete"]["id"])

    bare = next(athlete.glob("*.csv"))
    assert whose(bare) == "otto"
    assert whose(athlete) == "anna", "a profile beside the files is nearer"
    assert whose(bare, "--profile", athlete / "profile.toml") == "anna"
    assert whose(bare, "--athlete", "berta") == "berta", "somebody else is meant"


def test_the_configured_athlete_is_one_of_several(
    tl: Tl, config: Write, athlete: Path, tmp_path: Path
) -> None:
    tl("import", athlete)
    text = (athlete / "profile.toml").read_text(encoding="utf-8")
    (athlete / "profile.toml").write_text(text.replace('"anna"', '"otto"'), encoding="utf-8")
    tl("import", athlete)
    assert tl("report", *WEEK).code == 2
    config('athlete = "otto"\n')
    shown = json.loads(tl("report", *WEEK, "--format", "json").out)
    assert shown["athlete"]["id"] == "otto"
    everybody = json.loads(tl("log", "--format", "json").out)
    assert len(everybody) > 7, "a list of everybody stays one"
    assert tl("forget", "--yes").code == 2, "nobody is forgotten by configuration"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('stroe = "x"', "Did you mean 'store'?"),
        ("[reprot]", "Did you mean 'report'?"),
        ('[report]\nformt = "md"', "Did you mean 'format'?"),
        ('[report]\nformat = "htlm"', "Did you mean 'html'?"),
        ('[report]\nout = "x.md"', "no such option to be set here"),
        ('[report]\nathlete = "x"', "at the top"),
        ("[report]\nformat = true", "one text or number"),
        ("[report]\nwhat-if = ['a']", "no such option to be set here"),
        ("report = 1", "[report]"),
        ("jobs = 0", "whole number from 1"),
        ("jobs = true", "whole number from 1"),
        ("store = []", "text in quotes"),
        ("store = ", "TOML"),
        ("\x00", "TOML"),
    ],
)
def test_what_it_cannot_mean_is_refused(tl: Tl, config: Write, text: str, said: str) -> None:
    file = config(text)
    ended = tl("report", *WEEK)
    assert ended.code == 2
    assert said in ended.err
    assert str(file) in ended.err
    assert tl("config").code == 2, "the command that shows it refuses it, too"
    assert tl("report", "--help").code == 0, "help is always there"


def test_another_commands_fault_does_not_stop_this_one(
    tl: Tl, config: Write, athlete: Path
) -> None:
    config("[roster]\nfromat = 'csv'\n")
    assert tl("report", athlete, *WEEK).code == 0
    assert tl("roster", athlete.parent).code == 2
    assert "Did you mean 'format'?" in tl("config").err


def test_a_file_that_is_named_has_to_be_there(tl: Tl, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TL_CONFIG", "/gone/config.toml")
    ended = tl("log")
    assert ended.code == 2
    assert "TL_CONFIG" in ended.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_can_be_configured_or_refuses_in_words(
    tl: Tl, config: Write, name: str
) -> None:
    config(f"[{name}]\nnonsense = 1\n")
    ended = tl("config")
    assert ended.code == 2
    assert "Traceback" not in ended.err and "internal" not in ended.err


def test_help_reads_no_configuration() -> None:
    probe = (
        "import sys\nfrom tl_analyzer.cli.start import run\nrun(['--help'])\n"
        "seen = [m for m in ('platformdirs', 'tomli', 'tl_analyzer.cli.config_file')"
        " if m in sys.modules]\nprint(seen, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "TL_CONFIG": "/gone.toml"},
    )
    assert done.stderr.strip() == "[]"
