"""``tl check`` asks what no file says, once, and the profile remembers it."""

import os
import pty
import stat
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.terminal_reading import read_to_end
from tl_analyzer.cli.start import tl as command
from tl_analyzer.profile import load_profile

Tl = Callable[..., Any]

OWN = "Wann;Was;Wie oft;Wie schwer\n03/11/2026;Kreuzheben;5;140\n05/11/2026;Kreuzheben;5;135\n"
GUESSED = "Date,Lift,Reps,Load,Colour\n2026-11-09,Deadlift,5,315,red\n2026-11-09,Deadlift,5,335,\n"
PROFILE = """\
# Kept by hand.
schema = 1

[athlete]
id = "anna"           # never changes
timezone = "Europe/Berlin"
# units = "kg"        # kg | lb

# What comes next.
[plan]
minutes_per_day = 20
"""


def answer(folder: Path, *answers: str) -> tuple[str, str]:
    """Run ``tl check --ask`` with answers typed, one a line; standard output and error."""
    typed = "".join(f"{line}\n" for line in answers)
    ended = CliRunner().invoke(command, ["check", str(folder), "--ask"], input=typed)
    assert ended.exit_code == 0, ended.output
    return ended.stdout, ended.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a profile."""
    (tmp_path / "profile.toml").write_text(PROFILE, encoding="utf-8")
    return tmp_path


def test_columns_of_an_unknown_table_are_asked_for_and_kept(folder: Path) -> None:
    (folder / "own.csv").write_text(OWN, encoding="utf-8")
    out, err = answer(folder, "y", "1", "4", "6", "7", "day-first", "kg")
    assert "strength-table: 2 entries" in out
    assert "Wie schwer" not in out and "Wie schwer" in err
    (columns,) = load_profile(folder / "profile.toml").columns
    assert columns.means == {
        "date": "Wann",
        "exercise": "Was",
        "reps": "Wie oft",
        "load": "Wie schwer",
    }
    assert columns.dates == "day-first"
    assert load_profile(folder / "profile.toml").athlete.units == "kg"


def test_what_was_answered_is_not_asked_again(folder: Path) -> None:
    (folder / "own.csv").write_text(OWN, encoding="utf-8")
    answer(folder, "y", "1", "4", "6", "7", "day-first", "kg")
    before = (folder / "profile.toml").read_bytes()
    out, err = answer(folder)
    assert "strength-table: 2 entries" in out
    assert err == ""
    assert (folder / "profile.toml").read_bytes() == before


def test_enter_accepts_the_guess(folder: Path) -> None:
    (folder / "log.csv").write_text(GUESSED, encoding="utf-8")
    answer(folder, "", "", "", "", "", "", "lb")
    profile = load_profile(folder / "profile.toml")
    assert profile.columns[0].means == {
        "date": "Date",
        "exercise": "Lift",
        "reps": "Reps",
        "load": "Load",
    }
    assert profile.athlete.units == "lb"


def test_unit_is_asked_with_its_evidence_and_both_readings(folder: Path) -> None:
    (folder / "log.csv").write_text(GUESSED, encoding="utf-8")
    _, err = answer(folder, "n", "skip")
    assert "335 kg (739 lb)" in err and "152 kg (335 lb)" in err
    assert "weights without a unit (2)" in err
    assert load_profile(folder / "profile.toml").athlete.units is None


def test_comments_and_order_of_the_profile_stay(folder: Path) -> None:
    (folder / "log.csv").write_text(GUESSED, encoding="utf-8")
    answer(folder, "", "", "", "", "", "", "lb")
    text = (folder / "profile.toml").read_text(encoding="utf-8")
    begin = text.partition("\n[[columns]]")[0].rstrip("\n") + "\n"
    assert begin == PROFILE.replace('# units = "kg" ', 'units = "lb"   ')
    assert stat.S_IMODE((folder / "profile.toml").stat().st_mode) == 0o600
    assert sorted(path.name for path in folder.iterdir()) == ["log.csv", "profile.toml"]


def test_same_column_twice_and_needed_columns_are_asked_again(folder: Path) -> None:
    (folder / "own.csv").write_text(OWN, encoding="utf-8")
    _, err = answer(folder, "y", "1", "1", "4", "0", "0", "y", *"1467", "day-first", "skip")
    assert "That is already 'Wann'" in err
    assert "Still needed: sets or reps or load" in err
    assert len(load_profile(folder / "profile.toml").columns) == 1


def test_declining_leaves_everything_as_it_was(folder: Path) -> None:
    (folder / "own.csv").write_text(OWN, encoding="utf-8")
    (folder / "log.csv").write_text(GUESSED.replace("Load", "Load (lb)"), encoding="utf-8")
    answer(folder, "n", "n")
    assert (folder / "profile.toml").read_text(encoding="utf-8") == PROFILE


def test_without_a_profile_one_is_offered(tmp_path: Path) -> None:
    athlete = tmp_path / "berta"
    athlete.mkdir()
    (athlete / "log.csv").write_text(GUESSED, encoding="utf-8")
    answer(athlete, "n", "lb", "n")
    assert not (athlete / "profile.toml").exists()
    answer(athlete, "n", "lb", "y")
    profile = load_profile(athlete / "profile.toml")
    assert (profile.athlete.id, profile.athlete.units) == ("berta", "lb")


def test_maps_that_are_there_stay(folder: Path) -> None:
    kept = '\n[[columns]]  # diary\nadapter = "diary-table"\nmeans = { pain = "Schmerz" }\n'
    (folder / "profile.toml").write_text(PROFILE + kept, encoding="utf-8")
    (folder / "own.csv").write_text(OWN, encoding="utf-8")
    answer(folder, "y", "1", "4", "6", "7", "day-first", "kg")
    text = (folder / "profile.toml").read_text(encoding="utf-8")
    assert "[[columns]]  # diary" in text
    adapters = [table["adapter"] for table in tomllib.loads(text)["columns"]]
    assert adapters == ["diary-table", "strength-table"]


def test_nothing_is_asked_where_nobody_is(folder: Path, tl_process: Tl) -> None:
    (folder / "own.csv").write_text(OWN, encoding="utf-8")
    (folder / "log.csv").write_text(GUESSED, encoding="utf-8")
    ended = tl_process("check", folder)
    assert ended.code == 0
    assert "Is it a table" not in ended.err
    assert (folder / "profile.toml").read_text(encoding="utf-8") == PROFILE


def test_a_terminal_is_asked(folder: Path) -> None:
    (folder / "log.csv").write_text(GUESSED, encoding="utf-8")
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from tl_analyzer.cli.start import main; main()",
            "check",
            str(folder),
        ],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, b"n\nlb\n")
    seen = read_to_end(ours)
    assert started.wait(60) == 0
    assert b"Which is it" in seen
    assert load_profile(folder / "profile.toml").athlete.units == "lb"
