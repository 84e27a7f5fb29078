"""An athlete, and the command line in a process that sees strangers' distributions."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.command_line.conftest import AS_OF, MONDAY_WEEK, Ended, folder_with, strong_rows

Tl = Callable[..., Ended]

#: The week under review, and the moment of the report.
WHEN = ("--week", MONDAY_WEEK, "--as-of", AS_OF)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder that is imported from, and holds nothing yet."""
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


@pytest.fixture
def anna(tmp_path: Path) -> Path:
    """An athlete whose last week is heavy."""
    return folder_with(tmp_path / "anna", strong_rows(8, 130))


@pytest.fixture
def even(tmp_path: Path) -> Path:
    """An athlete whose weeks are all alike: three sets each."""
    return folder_with(tmp_path / "even", strong_rows(3, 95))


@pytest.fixture
def tl(site: Path, tmp_path: Path) -> Tl:
    """Run ``tl`` with the strangers of `site` installed."""

    def start(*arguments: str | Path, **environment: str) -> Ended:
        ours = {k: v for k, v in os.environ.items() if not k.startswith("TL_")}
        told = {
            "PYTHONPATH": str(site),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "TL_STORE": str(tmp_path / "log.sqlite"),
        }
        done = subprocess.run(
            [sys.executable, "-c", "from tl_analyzer.cli.start import main; main()"]
            + [str(argument) for argument in arguments],
            capture_output=True,
            env={**ours, **told, **environment},
            timeout=120,
            check=False,
        )
        out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
        return Ended(done.returncode, out, err)

    return start
