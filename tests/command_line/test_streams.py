"""Where a report goes: standard output alone, a private file in one piece, or a pipe."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

When = tuple[str, ...]


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_standard_output_holds_the_report_alone(
    tl_process: "Tl", athlete: Path, when: When, form: str
) -> None:
    done = tl_process("report", athlete, *when, "--format", form)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith({"text": "Week ", "md": "# Week ", "json": "{"}[form])
    assert done.out.endswith("\n")
    assert "\x1b" not in done.out


def test_the_same_run_gives_the_same_bytes(tl_process: "Tl", athlete: Path, when: When) -> None:
    first, second = (tl_process("report", athlete, *when, PYTHONHASHSEED=s) for s in "12")
    assert first.out == second.out


def test_out_writes_what_standard_output_would_show(
    tl: "Tl", athlete: Path, when: When, tmp_path: Path
) -> None:
    file = tmp_path / "week.json"
    shown = tl("report", athlete, *when, "--format", "json")
    written = tl("report", athlete, *when, "--format", "json", "--out", file)
    assert (written.code, written.out, written.err) == (0, "", "")
    assert file.read_text(encoding="utf-8") == shown.out
    assert json.loads(shown.out)["week"] == "2026-W46"


def test_a_written_report_is_for_its_owner_alone(
    tl: "Tl", athlete: Path, when: When, tmp_path: Path
) -> None:
    file = tmp_path / "week.txt"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o644)
    assert tl("report", athlete, *when, "--out", file).code == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_report_that_cannot_be_written_leaves_the_old_one_whole(
    tl: "Tl", athlete: Path, when: When, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    file = folder / "week.txt"
    file.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = tl("report", athlete, *when, "--out", file)
    assert done.code == 2
    (error,) = done.said("error")
    assert "No space left" in error
    assert file.read_text(encoding="utf-8") == "old"
    assert list(folder.iterdir()) == [file]


def test_out_into_a_folder_that_is_not_there_is_a_usage_error(
    tl: "Tl", athlete: Path, when: When, tmp_path: Path
) -> None:
    done = tl("report", athlete, *when, "--out", tmp_path / "none" / "week.txt")
    assert (done.code, done.out) == (2, "")
    assert len(done.said("error")) == len(done.said("hint")) == 1


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no /dev/stdout")
def test_out_may_be_a_device(tl_process: "Tl", athlete: Path, when: When) -> None:
    done = tl_process("report", athlete, *when, "--out", "/dev/stdout")
    assert done.code == 0
    assert done.out.startswith("Week 2026-W46")


def test_a_reader_that_leaves_early_causes_no_traceback(athlete: Path, when: When) -> None:
    program = "from tl_analyzer.cli.start import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "report", athlete, *when],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # `| head -0`: gone before the first line
        said = process.stderr.read()
    assert said == b""
    assert process.returncode == 141


def test_a_shell_pipe_into_head_shows_the_first_line(athlete: Path, when: When) -> None:
    program = "from tl_analyzer.cli.start import main; main()"
    command = [sys.executable, "-c", program, "report", str(athlete), *when]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as tl:
        assert tl.stdout is not None
        assert tl.stderr is not None
        head = subprocess.run(
            ["head", "-1"], stdin=tl.stdout, capture_output=True, encoding="utf-8", check=True
        )
        tl.stdout.close()
        said = tl.stderr.read()
    assert head.stdout.startswith("Week 2026-W46")
    assert said == b""


def test_a_pipe_gets_no_colour(tl_process: "Tl", athlete: Path, when: When) -> None:
    for form in ("text", "md", "json"):
        plain = tl_process("report", athlete, *when, "--format", form, TERM="xterm-256color")
        assert "\x1b" not in plain.out + plain.err


def test_colour_can_be_forced_and_no_color_wins(
    tl_process: "Tl", athlete: Path, when: When
) -> None:
    forced = tl_process("report", athlete, *when, FORCE_COLOR="1", NO_COLOR="")
    assert "\x1b[1m" in forced.out
    refused = tl_process("report", athlete, *when, FORCE_COLOR="1", NO_COLOR="1")
    assert "\x1b" not in refused.out


def test_a_terminal_without_unicode_gets_ascii(tl_process: "Tl", athlete: Path, when: When) -> None:
    done = tl_process("report", athlete, *when, PYTHONIOENCODING="ascii")
    assert (done.code, done.err) == (0, "")
    assert done.out.isascii()


@pytest.mark.parametrize("columns", ["40", "80"])
def test_no_line_is_wider_than_the_page(
    tl_process: "Tl", athlete: Path, when: When, columns: str
) -> None:
    done = tl_process("report", athlete, *when, COLUMNS=columns)
    assert max(map(len, done.out.splitlines())) <= int(columns)
