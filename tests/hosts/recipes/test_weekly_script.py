"""``weekly-report.sh`` under a plain ``sh``, with the real ``tl``: exit codes, files, rights."""

import email
import shutil
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from stat import S_IMODE

import pytest

from tests.hosts.recipes.conftest import RECIPES, Home

QUIET_WEEK = "date,region,side,score,signs,note\n2026-11-10,lumbar,both,1,,\n"


def written(home: Home) -> dict[str, Path]:
    """What lies in the folder of reports, by the end of its name."""
    reports = home.folder / "reports"
    return {file.suffix: file for file in reports.iterdir()} if reports.exists() else {}


def script(home: Home, *arguments: str) -> tuple[int, str, str]:
    done = home.run("sh", "bin/weekly-report.sh", *arguments)
    return done.returncode, done.stdout, done.stderr


def test_a_flag_is_told_and_page_and_draft_are_there(home: Home) -> None:
    code, out, err = script(home, "training", "reports", "--mail-to", "coach@example.org")
    assert (code, err) == (1, "")
    files = written(home)
    assert set(files) == {".html", ".eml"}
    assert out == f"weekly report: something was flagged, see reports/{files['.html'].name}\n"
    assert "</html>" in files[".html"].read_text()
    message = email.message_from_bytes(files[".eml"].read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    assert message["To"] == "coach@example.org" and message["Subject"].startswith("Week 46")
    assert message["X-Unsent"] == "1"
    assert any(part.get_filename() for part in message.iter_attachments())


def test_nobody_else_can_read_them(home: Home) -> None:
    script(home, "training", "reports")
    modes = [S_IMODE(path.stat().st_mode) for path in written(home).values()]
    assert modes == [0o600, 0o600]
    assert S_IMODE((home.folder / "reports").stat().st_mode) == 0o700


def test_without_a_flag_nothing_is_printed(home: Home) -> None:
    home.leave(QUIET_WEEK)
    assert script(home, "training", "reports") == (0, "", "")
    assert set(written(home)) == {".html", ".eml"}


def test_options_of_the_caller_win(home: Home) -> None:
    home.leave(QUIET_WEEK)
    assert script(home, "training", "reports", "--fail-on", "info")[0] == 1


def test_a_wrong_setting_is_2(home: Home) -> None:
    (home.folder / "training" / "profile.toml").write_text("schema = 1\n[athlete]\n")
    code, out, err = script(home, "training", "reports")
    assert (code, out, written(home)) == (2, "", {})
    assert "error:" in err and err.endswith("correct what tl says above\n")


def test_nothing_readable_is_3(home: Home) -> None:
    shutil.rmtree(home.folder / "training" / "inputs")
    code, out, err = script(home, "training", "reports")
    assert (code, out, written(home)) == (3, "", {})
    assert err.endswith("nothing readable in training\n")


def test_the_log_store_in_place_of_a_folder(home: Home) -> None:
    home.leave_in_store()
    shutil.rmtree(home.folder / "training")
    assert script(home, "-", "reports")[0] == 1
    assert set(written(home)) == {".html", ".eml"}


@pytest.mark.parametrize("arguments", [(), ("training",)])
def test_too_few_words_are_a_fault_of_usage(home: Home, arguments: tuple[str, ...]) -> None:
    code, out, err = script(home, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("usage: ")


def test_names_with_spaces_and_dashes_are_names(home: Home) -> None:
    (home.folder / "training").rename(home.folder / "my training")
    code, _, err = script(home, "my training", "./-new reports")
    assert (code, err) == (1, "")
    assert len(list((home.folder / "-new reports").iterdir())) == 2


def test_a_shell_that_ends_at_the_first_fault_tells_the_same(home: Home) -> None:
    strict = home.run("sh", "-eu", "bin/weekly-report.sh", "training", "reports")
    assert (strict.returncode, strict.stdout[:14]) == (1, "weekly report:")

    shutil.rmtree(home.folder / "training" / "inputs")
    strict = home.run("sh", "-eu", "bin/weekly-report.sh", "training", "reports")
    assert strict.returncode == 3
    assert strict.stderr.endswith("nothing readable in training\n")


def test_without_tl_on_the_path_it_says_so(home: Home) -> None:
    programs = home.folder / "programs"
    programs.mkdir()
    for name in ("mkdir", "date"):
        (programs / name).symlink_to(str(shutil.which(name)))
    done = home.run("/bin/sh", "bin/weekly-report.sh", "training", "reports", PATH=str(programs))
    assert done.returncode == 127
    assert "tl was not found, name its folder in PATH" in done.stderr


def test_it_can_be_started_as_it_is() -> None:
    file = RECIPES / "weekly-report.sh"
    assert file.stat().st_mode & 0o111
    assert file.read_text().startswith("#!/bin/sh\n")
