"""The GitHub workflow: what it says, and every ``tl`` it runs, under the shell it would have."""

from typing import Any

import pytest

from tests.hosts.recipes.conftest import RECIPES, Home

yaml = pytest.importorskip("yaml", reason="PyYAML is not installed: run `make test`")

#: How a runner starts the block of a step.
SHELL = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c")


def workflow() -> dict[Any, Any]:
    value = yaml.safe_load((RECIPES / "weekly-report.yml").read_text())
    assert isinstance(value, dict)
    return value


def steps() -> dict[str, dict[str, Any]]:
    """The steps that run something with `tl`, by name."""
    told = workflow()["jobs"]["report"]["steps"]
    return {step["name"]: step for step in told if "tl " in step.get("run", "")}


def test_it_runs_every_monday_and_may_do_no_more_than_read() -> None:
    told = workflow()
    # YAML 1.1 reads the key `on` as a truth value.
    (timetable,) = told[True]["schedule"]
    assert timetable["cron"].split()[2:] == ["*", "*", "1"]
    assert told["permissions"] == {"contents": "read"}


def test_every_step_runs_only_a_red_flag_fails_and_what_is_kept_is_there(home: Home) -> None:
    summary = home.folder / "summary.md"
    ended = {
        name: home.run(*SHELL, step["run"], GITHUB_STEP_SUMMARY=str(summary)).returncode
        for name, step in steps().items()
    }
    assert ended == {
        "Say what the files are": 0,
        "Summary": 0,
        "Page and draft mail": 1,
        "Calendar of the plan": 0,
    }
    assert "TL101" in summary.read_text()
    (kept,) = (
        step["with"]["path"].split()
        for step in workflow()["jobs"]["report"]["steps"]
        if "upload-artifact" in step.get("uses", "")
    )
    assert all((home.folder / name).stat().st_size for name in kept)


def test_a_step_after_the_red_flag_still_runs() -> None:
    told = workflow()["jobs"]["report"]["steps"]
    after = told[[step.get("name") for step in told].index("Page and draft mail") + 1 :]
    assert [step.get("if") for step in after] == ["always()", "always()"]
