"""Shell completion: the scripts, and what is offered at a cursor."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import ShellComplete, get_completion_class

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.cli.start import COMMANDS, tl
from tl_analyzer.rules.catalogue import RULES

Tl = Callable[..., Any]


def offered(*typed: str, incomplete: str = "") -> list[str]:
    found = ShellComplete(tl, {}, "tl", "_TL_COMPLETE").get_completions([*typed], incomplete)
    return [item.value for item in found]


def test_commands_options_and_formats() -> None:
    assert offered(incomplete="re") == ["report"]
    assert set(offered()) == set(COMMANDS)
    assert offered("profile") == ["init", "check"]
    assert "--week" in offered("report", incomplete="--w")
    assert offered("report", "--format", incomplete="h") == ["html"]
    assert offered("check", "--format") == ["text", "json"]
    assert offered("completion") == ["bash", "zsh", "fish", "powershell"]


def test_every_rule_and_exercise_can_be_explained() -> None:
    keys = offered("explain")
    assert set(keys) == {*(rule.code for rule in RULES), *catalogue().exercises}
    assert offered("explain", incomplete="tl10") == [f"TL10{n}" for n in range(1, 6)]


def test_flags_that_may_be_put_aside_then_paths() -> None:
    assert offered("ack", incomplete="TL3") == offered("explain", incomplete="TL3") != []
    assert offered("ack", "TL301", incomplete="TL3") == ["TL3"], "the shell looks for files"


def test_weeks_are_the_last_ones() -> None:
    weeks = offered("report", "--week")
    year, week, _ = date.today().isocalendar()
    assert weeks[:3] == ["last", "this", f"{year}-W{week:02d}"]
    assert offered("roster", "--week", incomplete="l") == ["last"]


@pytest.mark.parametrize("name", ["report", "import", "log", "day", "export", "forget", "plan"])
def test_athletes_of_the_store(tl: Tl, athlete: Path, name: str) -> None:
    tl("import", athlete)
    assert offered(name, "--athlete") == ["anna"]
    assert offered(name, "--athlete", incomplete="b") == []


def test_hostile_ids_are_not_offered(tl: Tl, athlete: Path) -> None:
    for wanted in ("a\nb", "\x1b[31m", "\u202eanna", "x y"):
        tl("import", athlete / "strong.csv", "--athlete", wanted)
    assert offered("report", "--athlete") == ["x y"]


def test_the_configured_store_is_looked_at(
    tl: Tl, athlete: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tl("import", athlete, "--store", tmp_path / "other.sqlite")
    monkeypatch.delenv("TL_STORE")
    (tmp_path / "c.toml").write_text('store = "other.sqlite"\n', encoding="utf-8")
    monkeypatch.setenv("TL_CONFIG", str(tmp_path / "c.toml"))
    assert offered("report", "--athlete") == ["anna"]


@pytest.mark.parametrize("content", [None, b"", b"no database"])
def test_a_store_that_cannot_be_read_offers_nothing_and_says_nothing(
    store: Path, content: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        store.parent.mkdir()
        store.write_bytes(content)
    assert offered("report", "--athlete") == []
    assert capsys.readouterr() == ("", "")
    assert store.exists() is (content is not None), "looking makes no store"


def test_a_broken_config_costs_the_athletes_and_nothing_else(
    tl: Tl, athlete: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tl("import", athlete)
    (tmp_path / "c.toml").write_text("stroe = 1", encoding="utf-8")
    monkeypatch.setenv("TL_CONFIG", str(tmp_path / "c.toml"))
    assert offered("report", "--athlete") == []
    assert offered("report", "--format", incomplete="m") == ["md", "message"]


def test_it_is_quick_and_loads_no_analysis(tl: Tl, athlete: Path) -> None:
    tl("import", athlete)
    probe = (
        "import sys\nfrom tl_analyzer.cli.start import tl\n"
        "from click.shell_completion import ShellComplete as S\n"
        "found = S(tl, {}, 'tl', '_TL_COMPLETE').get_completions(['report', '--athlete'], '')\n"
        "slow = {'pandas', 'numpy', 'pydantic', 'rich'} & set(sys.modules)\n"
        "print([f.value for f in found], slow)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['anna'] set()"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_scripts(tl: Tl, shell: str) -> None:
    ended = tl("completion", shell)
    if get_completion_class(shell) is None:
        assert ended.code == 2
        return
    assert ended.code == 0
    assert "_TL_COMPLETE" in ended.out and f"{shell}_complete" in ended.out
    assert f"tl completion {shell}" in ended.err
    assert "tl completion" not in ended.out, "the script alone is on standard output"


def test_the_installed_script_asks_the_program(tl: Tl) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from tl_analyzer.cli.start import main; main()"],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "_TL_COMPLETE": "bash_complete",
            "COMP_WORDS": "tl explain TL90",
            "COMP_CWORD": "2",
        },
    )
    assert done.returncode == 0
    assert done.stdout.split() == ["plain,TL901", "plain,TL902"]
    assert done.stderr == ""


def test_an_unknown_shell_names_the_nearest(tl: Tl) -> None:
    ended = tl("completion", "bsh")
    assert ended.code == 2
    assert "Did you mean bash?" in ended.err
