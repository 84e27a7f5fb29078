"""The example of a third party's adapter: a distribution of its own, read end to end."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_venv import Environment

EXAMPLE = Path(__file__).parents[2] / "examples" / "tl-concept2"
SAMPLE = "samples/concept2-season-2027.csv"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its source tree, so that nothing is built within the project."""
    target = tmp_path_factory.mktemp("source") / EXAMPLE.name
    kept = shutil.ignore_patterns("__pycache__", ".*_cache", "*.egg-info", "build", "dist")
    shutil.copytree(EXAMPLE, target, ignore=kept)
    return target


@pytest.fixture(scope="module")
def installed(environment: Environment, source: Path) -> Iterator[Environment]:
    environment.done("pip", "install", "--no-deps", "--no-build-isolation", ".", cwd=source)
    yield environment
    environment.done("pip", "uninstall", "--yes", "tl-concept2", cwd=source)


def test_it_is_listed_with_its_distribution(installed: Environment, source: Path) -> None:
    listed = installed.done("tl", "adapters", cwd=source)
    assert "concept2 (tl-concept2 0.1.0)" in listed


def test_its_file_is_read_and_accounted_for(installed: Environment, source: Path) -> None:
    said = installed.done("tl", "check", SAMPLE, cwd=source)
    assert "concept2         1 file, 10 rows: 7 read, 2 refused, 1 set aside" in said


def test_a_report_holds_what_it_read(installed: Environment, source: Path) -> None:
    report = installed.done("tl", "report", "samples", "--week", "2026-W46",
                            "--as-of", "2026-11-16T08:00:00+01:00", cwd=source)  # fmt: skip
    assert "Files: 1 read: concept2-season-2027.csv" in report
    assert "2 rides, from Thu 12 Nov 18:31 ride" in " ".join(report.split())


def test_it_keeps_every_promise_as_installed(installed: Environment, source: Path) -> None:
    assert "keeps every promise" in installed.done("tl", "adapters", "--verify", SAMPLE, cwd=source)


def test_it_can_be_left_out(installed: Environment, source: Path) -> None:
    assert installed.run("tl", "--no-plugins", "check", SAMPLE, cwd=source).returncode == 3


def test_its_own_tests_pass_from_the_source_tree(environment: Environment, source: Path) -> None:
    said = environment.done("python", "-m", "pytest", "-q", "-p", "no:cacheprovider", cwd=source)
    assert "23 passed" in said
