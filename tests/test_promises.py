"""Promises the whole program keeps: numbers are data, and every key leads somewhere."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tl_analyzer"

#: Conversions and percent; everything else that is measured or chosen is a parameter.
CONVERSIONS = {0.0, 1.0, 2.0, 7.0, 60.0, 100.0, 1000.0, 3600.0, 86_400.0}

#: Whole numbers that count columns, days of a week or hours of a clock.
LARGEST_COUNT = 24


def literals(path: Path) -> Iterator[tuple[int, float]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        value = node.value if isinstance(node, ast.Constant) else None
        if isinstance(value, bool) or not isinstance(value, int | float):
            continue
        counted = isinstance(value, int) and value <= LARGEST_COUNT
        if not counted and value not in CONVERSIONS:
            yield getattr(node, "lineno", 0), value


@pytest.mark.parametrize("room", ["load", "rules", "advice"])
def test_no_coefficient_or_threshold_stands_in_code(room: str) -> None:
    files = sorted((PACKAGE / room).glob("*.py"))
    assert files
    found = {str(f.relative_to(PACKAGE)): list(literals(f)) for f in files}
    assert {name: numbers for name, numbers in found.items() if numbers} == {}


def test_no_module_is_named_for_nothing() -> None:
    names = {p.stem for p in PACKAGE.rglob("*.py")}
    assert not names & {"utils", "util", "common", "helpers", "helper", "misc"}
