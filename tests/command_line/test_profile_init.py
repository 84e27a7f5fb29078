"""``tl profile init`` and ``check``: questions with defaults, nearest words, a commented file."""

import os
import pty
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import time
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.terminal_reading import read_to_end
from tl_analyzer.cli.profile_text import with_values
from tl_analyzer.cli.start import tl as command
from tl_analyzer.profile import load_profile

Tl = Callable[..., Any]

#: The command in a process of its own.
TL = (sys.executable, "-c", "from tl_analyzer.cli.start import main; main()")

TEMPLATE = files("tl_analyzer.cli").joinpath("profile_template.toml").read_text(encoding="utf-8")
#: id, name, zone, unit, mass, hours, days, posture, hands, rising, minutes, equipment, three lifts.
ANSWERS = (
    "anna",
    "Anna Ø",
    "europe/berlin",
    "lb",
    "150",
    "8:30-16.30",
    "mon, tue, thu",
    "upr",
    "hoods",
    "6",
    "20",
    "resistance bands, Foam Roller",
    "405",
    "",
    "135,5",
)


def ask(file: Path, *answers: str) -> Result:
    typed = "".join(f"{line}\n" for line in answers)
    return CliRunner().invoke(command, ["profile", "init", str(file), "--ask"], input=typed)


def comments(text: str) -> list[str]:
    return [line.partition("#")[2].strip() for line in text.splitlines() if "#" in line]


def test_answers_stand_in_the_commented_profile(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    ended = ask(file, *ANSWERS)
    assert ended.exit_code == 0, ended.output
    assert f"tl screen {file}" in ended.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    profile = load_profile(file)
    assert (profile.athlete.id, profile.athlete.name) == ("anna", "Anna Ø")
    assert profile.athlete.timezone == "Europe/Berlin"
    assert profile.athlete.units == "lb"
    assert profile.athlete.body_mass_kg == 68.0
    (desk,) = profile.desk
    assert (desk.days, desk.start, desk.end) == (("mon", "tue", "thu"), time(8, 30), time(16, 30))
    assert desk.posture == "upright"
    assert profile.bike.position == "hoods"
    assert profile.sleep.rises == time(6)
    assert profile.plan.minutes_per_day == 20
    assert profile.plan.equipment == ("band", "foam_roller")
    lifts = profile.strength.one_rep_max_kg
    assert (lifts.deadlift, lifts.back_squat, lifts.overhead_press) == (183.7, None, 61.5)


def test_every_remark_of_the_template_is_still_there(tmp_path: Path) -> None:
    ask(tmp_path / "profile.toml", *ANSWERS)
    text = (tmp_path / "profile.toml").read_text(encoding="utf-8")
    said = "\n".join(comments(text))
    for line in TEMPLATE.splitlines():
        prose = line.partition("#")[2].strip()
        remark = prose.partition("#")[2].strip() or prose
        if " = " not in remark and not remark.startswith("["):
            assert remark in said, remark
    assert "# [[columns]]" in text


def test_enter_everywhere_is_the_template(tmp_path: Path) -> None:
    file = tmp_path / "profile.toml"
    assert ask(file, *[""] * 13).exit_code == 0
    profile = load_profile(file)
    assert profile.athlete.units == "kg"
    assert not profile.desk
    assert profile.bike.position is None
    assert profile.athlete.id == tmp_path.name[:80]


@pytest.mark.parametrize(
    ("place", "typed", "near"),
    [
        (2, "Berln", "Did you mean Europe/Berlin?"),
        (2, "Europe/Londn", "Did you mean Europe/London?"),
        (3, "kgs", "Did you mean 'kg'?"),
        (4, "9999", "It has to be less than 300"),
        (5, "17-9", "after the start"),
        (6, "monday-frday", "Days are mon"),
        (7, "slumpd", "Did you mean 'slumped'?"),
        (8, "hods", "Did you mean 'hoods'?"),
        (9, "25:00", "such as 06:30"),
        (10, "500", "less than or equal to 180"),
        (11, "rollr", "Did you mean 'foam_roller'?"),
        (12, "heavy", "Give a number"),
    ],
)
def test_a_wrong_answer_is_refused_at_once_with_the_nearest(
    tmp_path: Path, place: int, typed: str, near: str
) -> None:
    answers = [*ANSWERS]
    answers[place] = typed
    ended = ask(tmp_path / "profile.toml", *answers[: place + 1])
    assert ended.exit_code == 2
    assert near in ended.stderr
    assert not (tmp_path / "profile.toml").exists()


def test_on_a_terminal_it_asks_again_and_explains(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        [*TL, "profile", "init", str(tmp_path / "p.toml")],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    os.write(ours, "\n".join([*ANSWERS[:8], "?", "hods", *ANSWERS[8:], ""]).encode())
    seen = read_to_end(ours)
    assert started.wait(30) == 0, seen
    assert b"The lower the hands" in seen
    assert b"Did you mean 'hoods'?" in seen
    assert load_profile(tmp_path / "p.toml").bike.position == "hoods"


@pytest.mark.parametrize("options", [(), ("--yes",), ("--no-ask",)])
def test_on_a_pipe_it_writes_the_template_and_does_not_wait(
    tl_process: Tl, tmp_path: Path, options: tuple[str, ...]
) -> None:
    file = tmp_path / "anna" / "profile.toml"
    file.parent.mkdir()
    ended = tl_process("profile", "init", file, *options, TZ="Europe/Berlin")
    assert ended.code == 0
    # Athletes of a roster are told apart by it: the folder's name is a better guess than "me".
    assert file.read_text(encoding="utf-8") == TEMPLATE.replace('"me"  ', '"anna"')
    assert f"tl profile check {file}" in ended.err


def test_a_folder_that_is_not_there_is_said_before_anything_is_asked(tmp_path: Path) -> None:
    ended = ask(tmp_path / "gone" / "profile.toml", *ANSWERS)
    assert ended.exit_code == 2
    assert "there is no folder" in ended.stderr
    assert "short name" not in ended.stderr


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a.b = "x" # y\r\n', 'a.b = "z" # y\r\n'),
        ('[a]\nb="x"  # y\n', '[a]\nb = "z" # y\n'),
        ('[a]\n# b = "k"\nc = "# no"\nb = "x"\n', '[a]\n# b = "k"\nc = "# no"\nb = "z"\n'),
        ('[a]\nb = "#1"  # y\n', '[a]\nb = "z"   # y\n'),
        ("[a]\n# b = 1  # y\n\n[c]\nb = 2\n", '[a]\nb = "z"  # y\n\n[c]\nb = 2\n'),
        (
            "[a]\r\nc = 1\r\n\r\n# next\r\n[d]\r\n",
            '[a]\r\nc = 1\r\nb = "z"\r\n\r\n# next\r\n[d]\r\n',
        ),
        ('[a]\nb = "a\\"#1"   # "y\n', '[a]\nb = "z"       # "y\n'),
        ("[a]\nb = '#1'   # y\n", '[a]\nb = "z"    # y\n'),
        ("[a]\nb = [  # why\n  1,\n]\n", '[a]\nb = "z"\n'),
        ("a = { c = 1 } # y\n", 'a = { c = 1, b = "z"} # y\n'),
        ("c = 1", 'c = 1\n\n[a]\nb = "z"\n'),
    ],
)
def test_a_value_is_set_and_nothing_else_moves(text: str, expected: str) -> None:
    assert with_values(text, "a", {"b": "z"}) == expected


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('[bike]\nposition = "hods"\n', "Did you mean 'hoods'?"),
        ('[screen]\npattern = "stif"\n', "Did you mean 'stiff'?"),
        ('[plan]\nequipment = ["rollr"]\n', "Did you mean 'foam_roller'?"),
        ('[[columns]]\nadapter = "strength-tabel"\nmeans = { date = "D" }\n', "'strength-table'?"),
    ],
)
def test_check_names_the_nearest_word(tl: Tl, tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "profile.toml"
    file.write_text(f'[athlete]\nid = "a"\ntimezone = "UTC"\n{line}', encoding="utf-8")
    assert said in tl("profile", "check", file).err


def test_check_without_a_profile_says_what_writes_one(
    tl: Tl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = tl("profile", "check")
    assert ended.code == 2
    assert "tl profile init" in ended.err
