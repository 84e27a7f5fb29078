"""``llm tl``: the report and its flags, as `tl` says them, on this computer."""

import json
from pathlib import Path

from click.testing import CliRunner

from tests.hosts.llm.conftest import EXAMPLE, WEEK, Run
from tl_analyzer.cli.start import tl


def test_the_plugin_is_listed_with_its_hooks(run: Run) -> None:
    (ours,) = [each for each in json.loads(run("plugins").stdout) if "tl" in each["name"]]

    assert set(ours["hooks"]) == {
        "register_commands",
        "register_fragment_loaders",
        "register_tools",
    }


def test_the_weekly_report_of_files_is_that_of_the_command_line(run: Run) -> None:
    asked = [str(EXAMPLE), *WEEK, "--format", "json"]

    said = run("tl", "weekly", *asked)

    assert said.stdout == CliRunner().invoke(tl, ["report", *asked]).stdout
    assert "not a diagnosis" in said.stderr


def test_the_weekly_report_of_the_store_is_for_reading(run: Run) -> None:
    said = " ".join(run("tl", "weekly", "--athlete", "robin", *WEEK).stdout.split())

    assert "TL101 hinge dose above usual 506 points" in said
    assert "7 of 7 days with data" in said
    assert "not a diagnosis" in said


def test_flags_carry_units_coverage_and_what_they_are_not(run: Run) -> None:
    said = run("tl", "flags", "--athlete", "robin", *WEEK).stdout

    assert "TL101 red, confidence medium: hinge dose above usual" in said
    assert "hinge dose of the week: 506.4 points (mark 92.6)" in said
    assert "Known: 7 of 7 days; sitting 35.9 h observed, 0 h assumed" in said
    assert said.rstrip().endswith("not a diagnosis, not an injury probability.")


def test_what_goes_wrong_is_one_error_with_a_hint(run: Run, tmp_path: Path) -> None:
    ended = run("tl", "weekly", "--athlete", "nobody")

    assert ended.returncode == 1
    assert "no athlete 'nobody'" in ended.stderr
    assert "Hint:" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_help_says_what_goes_to_a_model(run: Run) -> None:
    said = " ".join(run("tl", "--help").stdout.split())

    assert "call no model" in said
    assert "TL_LLM_ATHLETES" in said
