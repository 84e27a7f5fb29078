"""The command line in this process and in its own, and a small athlete to run it on."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tl_analyzer.cli.start import run

PROFILE = """\
schema = 1
[athlete]
id = "anna"
timezone = "Europe/Berlin"
units = "kg"
[strength.one_rep_max_kg]
deadlift = 140
"""

HEADER = (
    "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
    "Distance (meters);Seconds;Notes;Workout Notes"
)

#: Mondays of the weeks 2026-W40 to 2026-W46.
MONDAYS = (
    "2026-09-28",
    "2026-10-05",
    "2026-10-12",
    "2026-10-19",
    "2026-10-26",
    "2026-11-02",
    "2026-11-09",
)

#: The last of these weeks, and a moment in the week after it.
MONDAY_WEEK = "2026-W46"
AS_OF = "2026-11-20T12:00:00+01:00"


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str

    def said(self, word: str) -> list[str]:
        """Lines on standard error that begin with a word."""
        return [line for line in self.err.splitlines() if line.startswith(f"{word}:")]


Tl = Callable[..., Ended]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The log store of this test; there is none yet."""
    return tmp_path / "store" / "log.sqlite"


@pytest.fixture(autouse=True)
def quiet_terminal(monkeypatch: pytest.MonkeyPatch, store: Path, tmp_path: Path) -> None:
    """Tests must not depend on the terminal they are started from, nor on anybody's settings."""
    ours = [name for name in os.environ if name.startswith("TL_")]
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", *ours):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("TL_STORE", str(store))


@pytest.fixture
def tl(capsys: pytest.CaptureFixture[str]) -> Tl:
    """Run ``tl`` in this process."""

    def start(*arguments: str | Path) -> Ended:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ended(code, captured.out, captured.err)

    return start


@pytest.fixture
def tl_process() -> Tl:
    """Run ``tl`` in a process of its own."""

    def start(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Ended:
        started = subprocess.run(
            [sys.executable, "-c", "from tl_analyzer.cli.start import main; main()"]
            + [str(argument) for argument in arguments],
            input=stdin,
            capture_output=True,
            env={**os.environ, **environment},
            timeout=120,
            check=False,
        )
        return Ended(
            started.returncode,
            started.stdout.decode("utf-8", "replace"),
            started.stderr.decode("utf-8", "replace"),
        )

    return start


def strong_rows(last_sets: int, last_kg: float) -> str:
    """Seven weeks of a Strong export: an even session a week, and a last one to be chosen."""
    rows = [HEADER]
    for number, monday in enumerate(MONDAYS, start=1):
        sets, kg = (last_sets, last_kg) if monday == MONDAYS[-1] else (3, 95)
        rows += [
            f"{number};{monday} 18:00:00;Pull;3600;Deadlift (Barbell);{n};{kg};3;;;0.0;;"
            for n in range(1, sets + 1)
        ]
    return "\n".join(rows) + "\n"


def folder_with(folder: Path, strong: str) -> Path:
    """A folder with a profile and a strength log."""
    folder.mkdir()
    (folder / "profile.toml").write_text(PROFILE, encoding="utf-8")
    (folder / "strong.csv").write_text(strong, encoding="utf-8")
    return folder


@pytest.fixture
def when() -> tuple[str, ...]:
    """The week under review, and the moment of the report."""
    return ("--week", MONDAY_WEEK, "--as-of", AS_OF)


@pytest.fixture
def strong_csv() -> str:
    """Six even weeks, then a heavy one."""
    return strong_rows(8, 130)


@pytest.fixture
def athlete(tmp_path: Path, strong_csv: str) -> Path:
    """The athlete whose last week is heavy."""
    return folder_with(tmp_path / "anna", strong_csv)


@pytest.fixture
def heavy_training(athlete: Path) -> Path:
    """The same."""
    return athlete


@pytest.fixture
def training(tmp_path: Path) -> Path:
    """An athlete whose weeks are all alike."""
    return folder_with(tmp_path / "training", strong_rows(3, 95))
