"""Packages of strangers, small enough to read, and pytest run on them as their authors would."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

_LINE = re.compile(r"(PASSED|FAILED|SKIPPED|ERROR) (?:\[\d+\] )?(.*?)(?: - .*)?")


class Run(NamedTuple):
    """A run of pytest: its exit code, each test with its outcome, and all it printed."""

    code: int
    outcomes: Mapping[str, str]
    text: str

    @property
    def failed(self) -> set[str]:
        return {name for name, outcome in self.outcomes.items() if outcome == "FAILED"}


def run_pytest(folder: Path, *arguments: str, **told: str) -> Run:
    """Run pytest in a folder, in a process of its own.

    No bytecode is kept: a module written anew within a second, and as long as before, is the old
    one to Python.
    """
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST_", "TL_"))}
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "--color=no", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        env=environment | {"COLUMNS": "250", "PYTHONDONTWRITEBYTECODE": "1", **told},
        capture_output=True,
        text=True,
        check=False,
    )
    found = (_LINE.fullmatch(line) for line in result.stdout.splitlines())
    outcomes = {match[2]: match[1] for match in found if match}
    return Run(result.returncode, outcomes, result.stdout + result.stderr)


class Stranger:
    """A package under test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def test(self, *arguments: str, **told: str) -> Run:
        return run_pytest(self.folder, *arguments, **told)


@pytest.fixture
def stranger(tmp_path: Path) -> Stranger:
    return Stranger(tmp_path)
