"""The frame of every command: help, suggestions, exit codes, pipes, colour, speed."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.terminal_reading import read_to_end
from tl_analyzer import __version__
from tl_analyzer.cli import profile, report, start
from tl_analyzer.cli.color import color_choice
from tl_analyzer.cli.lazy_group import LazyCommand
from tl_analyzer.finding import Severity
from tl_analyzer.report.formats import BINARY_FORMATS, FORMATS

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

START = "from tl_analyzer.cli.start import main; main()"

HEAVY = ("pandas", "numpy", "pydantic", "rich", "fitdecode", "babel", "rapidfuzz")


def test_help_loads_nothing_heavy() -> None:
    seen = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\nfrom tl_analyzer.cli.start import run\ncode = run(['--help'])\n"
            f"loaded = [m for m in {HEAVY} if m in sys.modules]\n"
            "print(code, loaded, file=sys.stderr)",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stderr.strip() == "0 []"
    assert "report" in seen.stdout


def test_help_lists_the_commands_of_this_version_alone(tl: "Tl") -> None:
    ended = tl("--help")
    assert ended.code == 0
    for name in ("report", "import", "log", "roster", "check", "exercises", "explain", "export"):
        assert f"\n  {name} " in ended.out
    for name in ("screen", "profile", "config", "doctor", "completion", "help"):
        assert f"\n  {name} " in ended.out


@pytest.mark.parametrize("table", [start.COMMANDS, profile.COMMANDS])
def test_listed_help_is_the_help_of_the_command(table: dict[str, LazyCommand]) -> None:
    for name, entry in table.items():
        command = entry.load()
        assert command.name == name
        assert command.short_help == entry.summary


def test_choices_are_what_the_core_offers() -> None:
    assert set(report.FORMAT_NAMES) == {*FORMATS, *BINARY_FORMATS}
    assert list(report.LEVELS) == [level.value for level in Severity]


def test_version(tl: "Tl") -> None:
    assert tl("--version").out == f"tl {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "near"),
    [(("reprot",), "tl report"), (("exercise",), "tl exercises"), (("profile", "chek"), "check")],
)
def test_a_mistyped_command_is_answered_with_the_nearest(
    tl: "Tl", typed: tuple[str, ...], near: str
) -> None:
    ended = tl(*typed)
    assert ended.code == 2
    assert ended.out == ""
    assert f"Did you mean `{'tl profile ' if typed[0] == 'profile' else ''}{near}`" in ended.err


@pytest.mark.parametrize(
    "typed",
    [
        ("--bogus",),
        ("report", "--format", "htlm", "."),
        ("report", "--fail-on", "purple", "."),
        ("report", "no-such-path"),
        ("check",),
        ("zzzzzz",),
    ],
)
def test_usage_errors_are_two_lines_and_exit_2(tl: "Tl", typed: tuple[str, ...]) -> None:
    ended = tl(*typed)
    assert ended.code == 2
    lines = ended.err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["error", "hint"]


def test_without_a_command_the_help_is_shown(tl: "Tl") -> None:
    ended = tl()
    assert ended.code == 2
    assert "Commands:" in ended.err


@pytest.mark.parametrize(
    ("fault", "code"),
    [(RuntimeError("a\nb"), 70), (KeyboardInterrupt(), 130), (BrokenPipeError(), 141)],
)
def test_other_ends(fault: BaseException, code: int) -> None:
    script = (
        "import click\nfrom tl_analyzer.cli import start, lazy_group\n"
        "@click.command('broken')\ndef broken():\n"
        f"    raise {fault!r}\n"
        "start.Commands.get_command = lambda self, ctx, name: broken\n"
        "start.Commands.lazy = {'broken': None}\nstart.main(['broken'])\n"
    )
    for debug in ("", "1"):
        ended = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            env={**os.environ, "TL_DEBUG": debug},
            check=False,
        )
        traced = bool(debug) and code == 70
        assert ended.returncode == (1 if traced else code)
        assert ("Traceback" in ended.stderr) is traced


def test_a_reader_that_leaves_early_sees_no_traceback(athlete: Path) -> None:
    script = f"'{sys.executable}' -c '{START}'"
    ended = subprocess.run(
        [
            "bash",
            "-c",
            f"{script} report '{athlete}' --week 2026-W46 --format json | head -1;"
            ' echo "${PIPESTATUS[0]}"',
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    first, code = ended.stdout.splitlines()
    assert first == "{"
    assert int(code) in (0, 141)
    assert ended.stderr == ""


def test_a_closed_output_is_141(athlete: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-c", START, "--help"],
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writing)
    assert ended.returncode == 141
    assert ended.stderr == ""


@pytest.mark.parametrize(
    ("environment", "choice"),
    [
        ({}, None),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, None),
        ({"TERM": "dumb"}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, None),
    ],
)
def test_colour_follows_the_environment(environment: dict[str, str], choice: bool | None) -> None:
    assert color_choice(environment) is choice


@pytest.mark.parametrize(("no_color", "escapes"), [("", True), ("1", False)])
def test_a_terminal_gets_colour_unless_no_color(
    athlete: Path, no_color: str, escapes: bool
) -> None:
    ours, theirs = pty.openpty()
    ended = subprocess.Popen(
        [sys.executable, "-c", START, "report", str(athlete), "--week", "2026-W46"],
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "NO_COLOR": no_color, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(theirs)
    seen = read_to_end(ours)
    assert ended.wait(60) == 0
    assert bool(re.search(rb"\x1b\[[\d;]*m", seen)) is escapes


def test_a_pipe_gets_no_escapes_and_unicode_only_where_it_can(
    tl_process: "Tl", athlete: Path
) -> None:
    arguments = ("report", athlete, "--week", "2026-W46", "--as-of", "2026-11-20")
    assert "\x1b" not in tl_process(*arguments).out
    narrow = tl_process(*arguments, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert narrow.code == 0
    assert narrow.out.isascii()
    wide = tl_process(*arguments, PYTHONIOENCODING="utf-8", COLUMNS="60")
    assert "──" in wide.out
    assert max(map(len, wide.out.splitlines())) <= 60
