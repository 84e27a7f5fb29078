"""The bundled example athlete tells the story it is meant to tell."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from examples.make_example import FOLDER, files
from tl_analyzer.cli.start import tl

ARGUMENTS = ["--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00", "--format", "json"]


def test_the_committed_files_are_those_the_script_makes() -> None:
    made = dict(files())
    kept = {
        p.relative_to(FOLDER).as_posix(): p.read_bytes() for p in FOLDER.rglob("*") if p.is_file()
    }
    assert set(made) == set(kept)
    assert [name for name in made if made[name] != kept[name]] == []


@pytest.fixture(scope="module")
def flags() -> set[str]:
    result = CliRunner().invoke(tl, ["report", str(FOLDER), *ARGUMENTS])
    assert result.exit_code == 0, result.output
    return {flag["code"] for flag in json.loads(result.stdout)["flags"]}


def test_desk_then_hoods_then_heavy_pulls(flags: set[str]) -> None:
    assert {"TL101", "TL301", "TL302", "TL401", "TL402"} <= flags


def test_what_was_ordinary_or_measured_is_not_flagged(flags: set[str]) -> None:
    assert not flags & {"TL201", "TL801", "TL802", "TL803", "TL804", "TL805", "TL901", "TL902"}


def test_the_example_lies_where_the_readme_says() -> None:
    readme = Path(__file__).parents[2] / "README.md"
    assert f"examples/{FOLDER.name}" in readme.read_text(encoding="utf-8")
    assert (readme.parent / "examples" / FOLDER.name / "profile.toml").is_file()
