"""``tl screen``: safety first, then the steps, and a profile that keeps its comments."""

import csv
import os
import pty
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from tl_analyzer.cli import screen_run, screen_steps
from tl_analyzer.cli.start import tl as command
from tl_analyzer.profile import HingePattern, load_profile

Tl = Callable[..., Any]

#: The command in a process of its own.
#: A shell that runs the tests in the background has interrupts ignored, and who it starts with it.
TL = (
    sys.executable,
    "-c",
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from tl_analyzer.cli.start import main; main()",
)
Screen = Callable[..., "Ended"]

AS_OF = "2026-11-21T10:00:00+01:00"
PROFILE = """\
# Kept by hand.
schema = 1
[athlete]
id = "anna"   # never changes
timezone = "Europe/Berlin"

# Measured at the club.
[screen]   # last year
# thoracic_extension_deg = 12     # measured extension
pattern = "unknown"               # stiff | hinge | unknown

[plan]
minutes_per_day = 20
"""
SAFE = ("", "", "")


class Ended(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    file = tmp_path / "anna.toml"
    file.write_text(PROFILE, encoding="utf-8")
    file.chmod(0o644)
    return file


@pytest.fixture
def screen(profile: Path) -> Screen:
    """Answer ``tl screen`` from a pipe."""

    def run(*answers: str, options: tuple[str | Path, ...] = ()) -> Ended:
        typed = "".join(f"{line}\n" for line in answers)
        arguments = ["screen", str(profile), "--as-of", AS_OF, *map(str, options)]
        ended = CliRunner().invoke(command, arguments, input=typed)
        return Ended(ended.exit_code, ended.stdout, ended.stderr)

    return run


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_a_stiff_back_is_written_and_everything_else_stays(screen: Screen, profile: Path) -> None:
    ended = screen(*SAFE, "ribs", "3", "6.5", "none", "kept", "none", "yes")
    assert ended.code == 0, ended.err
    expected = PROFILE.replace(
        "# thoracic_extension_deg = 12     #", "thoracic_extension_deg = 6.5      #"
    ).replace('pattern = "unknown"               #', 'pattern = "stiff"                 #')
    assert profile.read_text(encoding="utf-8") == expected
    assert stat.S_IMODE(profile.stat().st_mode) == 0o600
    assert "stiff" in ended.out and "no diagnosis" in ended.out
    assert "Sat 19 Dec 2026" in ended.out
    assert "3 finger widths" in ended.out
    shown = ended.err.index("pattern: unknown -> stiff")
    assert shown < ended.err.index("Write this into")


def test_declined_nothing_is_written(screen: Screen, profile: Path) -> None:
    ended = screen(*SAFE, "ribs", "", "", "fold", "arches", "", "no")
    assert ended.code == 0
    assert "hinge" in ended.out
    assert profile.read_text(encoding="utf-8") == PROFILE


def test_contradictions_are_unknown_and_said(screen: Screen, profile: Path) -> None:
    ended = screen(*SAFE, "arrive", "", "", "none", "kept", "")
    assert ended.code == 0
    assert "contradict" in ended.out
    assert "stays as it is" in ended.err
    assert profile.read_text(encoding="utf-8") == PROFILE


def test_what_is_known_is_not_given_up_by_a_bare_enter(screen: Screen, profile: Path) -> None:
    profile.write_text(PROFILE.replace('"unknown"', '"hinge"'), encoding="utf-8")
    screen(*SAFE, "", "", "", "", "", "", "")
    assert load_profile(profile).screen.pattern is HingePattern.HINGE
    screen(*SAFE, "", "", "", "", "", "", "yes")
    assert load_profile(profile).screen.pattern is HingePattern.UNKNOWN


@pytest.mark.parametrize(
    ("answers", "title", "signs"),
    [
        (("2",), "EMERGENCY", "bladder_change"),
        (("1, 3",), "EMERGENCY", "saddle_numbness; bowel_change"),
        (("none", "6"), "EXAMINED FIRST", "trauma"),
        (("none", "2 4", "no"), "EXAMINED FIRST", "fever; night_pain"),
        (("none", "none", "worse_extension"), "NOT THESE MOVEMENTS", "worse_extension"),
    ],
)
def test_a_yes_ends_the_screen_and_offers_a_line_for_the_diary(
    screen: Screen, profile: Path, tmp_path: Path, answers: tuple[str, ...], title: str, signs: str
) -> None:
    ended = screen(*answers)
    assert ended.code == 0
    assert title in ended.out
    assert "Arms at the wall" not in ended.err
    assert f"2026-11-21,,,,{signs},tl screen" in ended.out
    assert profile.read_text(encoding="utf-8") == PROFILE
    diary = tmp_path / "diary.csv"
    assert screen(*answers, options=("--diary", diary)).code == 0
    assert [row["signs"] for row in rows(diary)] == [signs]


def test_a_yes_that_says_no_more_ends_it_too(screen: Screen) -> None:
    ended = screen("yes")
    assert ended.code == 0
    assert "today" in ended.out
    assert "diary" not in ended.out


def test_signs_that_were_examined_let_the_screen_go_on(screen: Screen) -> None:
    ended = screen("none", "5", "yes", "none", "", "", "", "spread", "", "")
    assert ended.code == 0
    assert "neither pattern" in ended.out


def test_an_emergency_cannot_be_waved_through(screen: Screen) -> None:
    ended = screen("1", "yes", "none", "", "", "", "spread", "", "")
    assert "EMERGENCY" in ended.out
    assert "suggests" not in ended.out


def test_a_tender_point_goes_to_the_diary_and_not_into_the_pattern(
    screen: Screen, profile: Path, tmp_path: Path, tl: Tl
) -> None:
    diary = tmp_path / "diary.csv"
    diary.write_bytes(b"date;score;region;side;signs;mood\r\n2026-11-20;3;lumbar;left;;fine")
    ended = screen(*SAFE, *[""] * 5, "left", options=("--diary", diary))
    assert ended.code == 0, ended.err
    assert "2026-11-21,iliac_crest,left,,tender_crest_point,tl screen" in ended.out
    assert diary.read_bytes().endswith(
        b"fine\r\n2026-11-21;;iliac_crest;left;tender_crest_point;\r\n"
    )
    assert profile.read_text(encoding="utf-8") == PROFILE
    assert "2 read" in tl("check", diary).out


def test_a_file_that_is_no_diary_stays_as_it_is(screen: Screen, tmp_path: Path) -> None:
    other = tmp_path / "lifts.csv"
    other.write_text("Date,Exercise,Reps\n", encoding="utf-8")
    ended = screen("2", options=("--diary", other))
    assert ended.code == 2
    assert "EMERGENCY" in ended.out, "what matters is said before the file is"
    assert "no diary" in ended.err
    assert other.read_text(encoding="utf-8") == "Date,Exercise,Reps\n"


def test_without_terminal_and_answers_it_ends_at_once(screen: Screen) -> None:
    ended = screen()
    assert ended.code == 2
    assert "nobody is there to answer" in ended.err
    assert ended.out == ""


def test_answers_that_end_too_early_change_nothing(screen: Screen, profile: Path) -> None:
    ended = screen(*SAFE, "ribs", "", "", "fold", "arches", "")
    assert ended.code == 2
    assert "the answers ended before" in ended.err
    assert profile.read_text(encoding="utf-8") == PROFILE


@pytest.mark.parametrize(
    ("answer", "near"), [("robs", "Did you mean 'ribs'?"), ("zzz", "arrive, ribs, short")]
)
def test_an_answer_that_is_none_names_the_nearest(screen: Screen, answer: str, near: str) -> None:
    ended = screen(*SAFE, answer)
    assert ended.code == 2
    assert near in ended.err


@pytest.mark.parametrize("degrees", ["61", "-1", "much"])
def test_a_measurement_nobody_can_have_is_refused(screen: Screen, degrees: str) -> None:
    ended = screen(*SAFE, "ribs", "", degrees)
    assert ended.code == 2
    assert "0 to 60" in ended.err


def test_a_question_mark_explains(screen: Screen) -> None:
    ended = screen("?", *SAFE, "?", "ribs", "", "", "", "", "")
    assert ended.code == 0
    said = " ".join(ended.err.split())
    assert "hours count" in said
    assert "film from the side" in said


def test_a_broken_profile_is_said_before_anything_is_asked(screen: Screen, profile: Path) -> None:
    profile.write_text("[athlete]\nid = 3\n", encoding="utf-8")
    ended = screen(*SAFE)
    assert ended.code == 2
    assert "athlete.id" in ended.err
    assert "Is any of these" not in ended.err


def test_what_was_edited_meanwhile_is_kept(
    profile: Path, monkeypatch: pytest.MonkeyPatch, screen: Screen
) -> None:
    def edits(*arguments: Any, **options: Any) -> Any:
        profile.write_text(PROFILE.replace("= 20", "= 25"), encoding="utf-8")
        return asked(*arguments, **options)

    asked = screen_steps.go_through
    monkeypatch.setattr(screen_run, "go_through", edits)
    assert screen(*SAFE, "", "", "", "fold", "", "", "yes").code == 0
    written = load_profile(profile)
    assert (written.plan.minutes_per_day, written.screen.pattern) == (25, HingePattern.HINGE)


def test_without_a_profile_the_result_is_only_shown(
    tl_process: Tl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path.cwd()), *sys.path]))
    monkeypatch.chdir(tmp_path)
    ended = tl_process("screen", stdin=b"\n" * 3 + b"ribs\n\n\nfold\narches\n\n")
    assert ended.code == 0, ended.err
    assert "hinge" in ended.out
    assert list(tmp_path.glob("*.toml")) == []


def test_ctrl_c_leaves_the_profile_untouched(profile: Path) -> None:
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        [*TL, "screen", str(profile)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    seen = b""
    for said, answer in ((b"none, ?", b"\n\n\n"), (b"What happens first", b"ribs\n")):
        while said not in seen:
            seen += os.read(ours, 65536)
        os.write(ours, answer)
    time.sleep(0.2)
    started.send_signal(signal.SIGINT)
    assert started.wait(30) == 130
    os.close(ours)
    assert profile.read_text(encoding="utf-8") == PROFILE
    assert [path.name for path in profile.parent.iterdir() if "toml" in path.name] == ["anna.toml"]
