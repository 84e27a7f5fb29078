"""A rule book as `tl new rules` writes it, installed: it is asked, explained and left out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_venv import Environment
from tl_analyzer.scaffold.naming import naming
from tl_analyzer.scaffold.new_package import write_package

WEEK = ("report", "rides.csv", "--week", "2026-W46", "--format", "json")


@pytest.fixture(scope="module")
def ridden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A week with an hour on the bike on each of its seven days, by two new packages."""
    folder = tmp_path_factory.mktemp("ridden")
    for kind, name in (("adapter", "row-book"), ("rules", "rest-days")):
        write_package(kind, naming(name), folder)
    days = "".join(f"2026-11-{day:02} 18:00,Ride,60,25,\n" for day in range(9, 16))
    header = "Begun at,Session kind,Length (min),Distance (km),Remarks\n"
    (folder / "rides.csv").write_text(header + days, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def installed(environment: Environment, ridden: Path) -> Iterator[Environment]:
    names = ("tl-row-book", "tl-rest-days")
    for name in names:
        environment.done("pip", "install", f"./{name}", cwd=ridden)
    yield environment
    environment.done("pip", "uninstall", "--yes", *names, cwd=ridden)


def codes(report: str) -> set[str]:
    return {flag["code"] for flag in json.loads(report)["flags"]}


def test_its_rule_judges_what_its_adapter_read(installed: Environment, ridden: Path) -> None:
    assert "REST101" in codes(installed.done("tl", *WEEK, cwd=ridden))


def test_its_rule_is_explained_with_its_numbers(installed: Environment, ridden: Path) -> None:
    said = installed.done("tl", "explain", "REST101", cwd=ridden)
    assert "Riding on nearly every day of the week." in said
    assert "rules.rest101.watch_days" in said and "McGill" in said


def test_rules_can_be_left_out_and_the_adapter_kept(installed: Environment, ridden: Path) -> None:
    alone = installed.done("sh", "-c", f"TL_LOAD_PLUGINS=row-book tl {' '.join(WEEK)}", cwd=ridden)
    assert "REST101" not in codes(alone)
