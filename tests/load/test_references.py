"""Promises about parameters and sources: nothing unsourced, nothing unused, nothing dangling."""

import ast
import re
from pathlib import Path

import pytest

from tl_analyzer.parameters import Grade, Parameters
from tl_analyzer.reference import Reference, references

ROOT = Path(__file__).parents[2]
SOURCES = ("tl_analyzer", "adapters", "profiles")
KINDS = {
    "trial",
    "laboratory",
    "cohort",
    "model",
    "review",
    "guideline",
    "software",
    "clinic text",
    "coaching text",
    "assumption",
}
#: Parameters that document a default kept elsewhere; a test of their own holds the two together.
RECORDED = {"flexion.default_seated_fraction"}
#: ``[key]_`` in prose; ``reference = "key"`` and ``also = ["key", ...]`` in data.
CITED = re.compile(r"\[([a-z][a-z0-9_]*)\]_")
NAMED = re.compile(
    r"""\b(?:references?|also)\b["']?\s*[=:]\s*(\[[^\]]*\]|\([^)]*\)|["'][a-z0-9_]+["'])"""
)
WORD = re.compile(r"[\"']([a-z][a-z0-9_]*)[\"']")


def texts(*suffixes: str) -> dict[Path, str]:
    return {
        path: path.read_text(encoding="utf-8")
        for top in SOURCES
        for path in sorted((ROOT / top).rglob("*"))
        if path.suffix in suffixes and path.name not in ("references.toml", "reference.py")
    }


@pytest.fixture(scope="module")
def bibliography() -> dict[str, Reference]:
    return references()


@pytest.fixture(scope="module")
def cited() -> set[str]:
    found: set[str] = set()
    for text in texts(".py", ".toml").values():
        found.update(CITED.findall(text))
        for value in NAMED.findall(text):
            found.update(WORD.findall(value))
    return found


def test_every_source_is_complete(bibliography: dict[str, Reference]) -> None:
    for source in bibliography.values():
        assert source.citation.endswith("."), source.key
        assert source.kind in KINDS, source.key
        assert source.note, source.key
        assert source.where == "" or source.where.startswith(("doi:", "http")), source.key


def test_every_citation_leads_to_a_source(
    bibliography: dict[str, Reference], cited: set[str]
) -> None:
    assert sorted(cited - set(bibliography)) == []


def test_every_source_is_cited(
    bibliography: dict[str, Reference], cited: set[str], parameters: Parameters
) -> None:
    # A parameter's note may name the sources that bear on its value beside the first one.
    notes = " ".join(p.note for p in parameters)
    unused = [k for k in bibliography if k not in cited and not re.search(rf"\b{k}\b", notes)]
    assert unused == []


def test_every_parameter_has_a_source_a_unit_and_a_reason(
    parameters: Parameters, bibliography: dict[str, Reference]
) -> None:
    for p in parameters:
        assert p.reference in bibliography, p.key
        assert p.unit, p.key
        if p.reference == "assumption":
            assert p.evidence is Grade.ASSUMPTION, p.key
        if p.evidence is not Grade.PUBLISHED:
            assert p.note, p.key


def test_every_range_holds_its_value(parameters: Parameters) -> None:
    for p in parameters:
        assert (p.low is None) == (p.high is None), p.key
        if p.low is not None and p.high is not None:
            assert isinstance(p.value, int | float), p.key
            assert p.low <= p.value <= p.high, p.key
            assert p.low < p.high, p.key


def test_every_parameter_is_used(parameters: Parameters) -> None:
    # A prefix of two or more tables, as in ``under("hinge.demand")``, uses all that is below it.
    whole, beginnings = literals()
    tables = tuple(f"{text}." for text in whole if "." in text)
    unused = [
        p.key
        for p in parameters
        if p.key not in whole | RECORDED and not p.key.startswith(tables + tuple(beginnings))
    ]
    assert unused == []


def test_every_key_that_code_asks_for_exists(parameters: Parameters) -> None:
    known = {p.key for p in parameters}
    asked = {
        key
        for text in texts(".py").values()
        for key in re.findall(r"""\bparameters(?:\.number\(|\[)\s*["']([^"'{}]+)["']""", text)
    }
    assert asked
    assert sorted(asked - known) == []


def literals() -> tuple[set[str], set[str]]:
    """Strings in the code, and the dotted beginnings of those that it completes."""
    whole: set[str] = set()
    beginnings: set[str] = set()
    for text in texts(".py").values():
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if "." in start:
                    beginnings.add(start)
                case ast.Constant(value=str(word)) if " " not in word:
                    whole.add(word)
    return whole, beginnings
