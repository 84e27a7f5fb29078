"""The pages about Python, installing, versions and hosts say what is so."""

import re
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from benchmarks.install_size import closure
from tl_analyzer.agenda.agenda import SCHEMA_VERSION as PLAN
from tl_analyzer.plugins.group import ADAPTERS, ADVICE, FORMATS, LEXICONS, RULES
from tl_analyzer.public_names import PUBLIC
from tl_analyzer.report.weekly_report import SCHEMA_VERSION as REPORT
from tl_analyzer.roster.roster import SCHEMA_VERSION as ROSTER

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows(text: str) -> list[list[str]]:
    """Cells of every row of every table, without heads and rules."""
    lines = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line] for line in lines]


def test_what_the_python_page_shows_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```python\n(.*?)```", page("api.md"), flags=re.DOTALL)
    assert len(blocks) == 4
    scope: dict[str, object] = {}
    for block in blocks:
        exec(block, scope)


def test_the_python_page_names_every_public_function() -> None:
    told = set(re.findall(r"\w+", page("api.md")))
    assert {name for name in PUBLIC if name[0].islower()} <= told


def test_the_distributions_that_installing_brings_are_all_listed() -> None:
    listed = {row[0] for row in rows(page("install.md")) if re.fullmatch(r"[\d.]+", row[-1])}
    assert {canonicalize_name(name) for name in listed} == set(closure("tl-analyzer"))


def test_every_extra_is_explained() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.partition("[project.optional-dependencies]\n")[2].partition("\n\n")[0]
    extras = {line.partition(" = ")[0] for line in block.splitlines()}
    assert {row[0].strip("`") for row in rows(page("install.md"))} >= extras


def test_the_versions_of_documents_and_contracts_are_those_of_the_code() -> None:
    told = {row[0].strip("`"): row[-1] for row in rows(page("versioning.md"))}
    assert told["tl report --format json"] == REPORT
    assert told["tl roster --format json"] == ROSTER
    assert told["tl plan --format json"] == PLAN
    for group in (ADAPTERS, LEXICONS, RULES, ADVICE, FORMATS):
        assert told[group.name] == str(group.contract)


@pytest.mark.parametrize("row", [row for row in rows(page("hosts.md")) if "pytest" in row[3]])
def test_each_host_is_proved_by_tests_that_are_there(row: list[str]) -> None:
    command = re.search(r"`pytest (.*?)`", row[3])
    assert command
    for folder in command[1].split():
        assert list((ROOT / folder).glob("test_*.py")), folder
    assert re.search(r"\d", row[1]), "the version it was tried with"
