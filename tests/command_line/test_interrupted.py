"""Ctrl-C, and Ctrl-C again: one word, one exit code, and nobody is left behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

#: A shell that runs the tests in the background has interrupts ignored, and who it starts with it.
_PROGRAM = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from tl_analyzer.cli.start import main; main()"
)
_CHILDREN = Path("/proc/self/task").is_dir()


def children(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except FileNotFoundError:
        return []


@pytest.mark.skipif(not _CHILDREN, reason="processes are looked up in /proc")
@pytest.mark.parametrize("again", [False, True], ids=["once", "twice"])
def test_a_roster_over_processes_ends_in_one_word(
    again: bool, athlete: Path, tmp_path: Path
) -> None:
    for number in range(30):
        shutil.copytree(athlete, tmp_path / "team" / f"a{number}")
    command = [sys.executable, "-c", _PROGRAM, "roster", str(tmp_path / "team"), "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as started:
        until = time.monotonic() + 60
        # Two that work, and the one that keeps account of what they share.
        while len(begun := children(started.pid)) < 3 and time.monotonic() < until:
            time.sleep(0.01)
        os.killpg(started.pid, signal.SIGINT)
        if again:
            time.sleep(0.01)
            os.killpg(started.pid, signal.SIGINT)
        out, said = started.communicate(timeout=60)
    assert (started.returncode, out, said.split()) == (130, b"", [b"interrupted"])
    time.sleep(0.2)
    assert len(begun) == 3
    assert not [pid for pid in begun if running(pid)]


def running(pid: str) -> bool:
    """Whether a process still does anything: one that ended may wait to be taken note of."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
