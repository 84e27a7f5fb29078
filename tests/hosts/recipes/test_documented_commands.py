"""Every command of the page on recipes runs as it is written there."""

import re
import shlex

import pytest

from tests.hosts.recipes.conftest import RECIPES, ROOT, Home

PAGE = (ROOT / "docs" / "hosts" / "recipes.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ ((?:tl|weekly-report\.sh) .*)$", PAGE, flags=re.MULTILINE)


def test_there_are_commands_to_run() -> None:
    assert len(COMMANDS) == 11


@pytest.mark.parametrize("command", COMMANDS)
def test_a_documented_command_runs(home: Home, command: str) -> None:
    if "--format pdf" in command:
        pytest.importorskip("weasyprint", reason="the PDF format is an extra: tl-analyzer[pdf]")
    if command.startswith("tl export") or " - " in command:
        home.leave_in_store()
    done = home.run("sh", "-c", command)
    flagged = command.startswith("weekly-report.sh") or "--fail-on" in command
    assert (done.returncode, done.stderr) == (1 if flagged else 0, "")
    words = shlex.split(command)
    for option in ("--out", "--mail"):
        if option in words:
            assert (home.folder / words[words.index(option) + 1]).stat().st_size


def test_the_table_of_files_is_that_of_the_folder() -> None:
    told = {name for name in re.findall(r"`([\w.-]+)`", PAGE) if (RECIPES / name).exists()}
    assert told == {file.name for file in RECIPES.iterdir()}


def test_the_plan_is_a_calendar_and_the_roster_a_workbook(home: Home) -> None:
    icalendar = pytest.importorskip("icalendar")
    openpyxl = pytest.importorskip("openpyxl")
    home.run("tl", "plan", "training", "--format", "ics", "--out", "plan.ics")
    calendar = icalendar.Calendar.from_ical((home.folder / "plan.ics").read_bytes())
    assert list(calendar.walk("VEVENT"))
    home.run("tl", "roster", "athletes", "--format", "xlsx", "--out", "monday.xlsx")
    sheet = openpyxl.load_workbook(home.folder / "monday.xlsx").worksheets[0]
    assert any("robin" in str(cell.value) for row in sheet.iter_rows() for cell in row)
