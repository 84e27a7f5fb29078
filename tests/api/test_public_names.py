"""``import tl_analyzer as tl``: what it hands out, what it loads, how names go."""

import ast
import inspect
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

import pytest

import tl_analyzer
from tl_analyzer import public_names
from tl_analyzer.public_names import PUBLIC, Retired

FACE = Path(str(tl_analyzer.__file__))
PAGE = FACE.parents[1] / "docs" / "api.md"
FUNCTIONS = [name for name in PUBLIC if inspect.isfunction(getattr(tl_analyzer, name))]


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there_and_explained(name: str) -> None:
    found = getattr(tl_analyzer, name)
    if callable(found):
        assert inspect.getdoc(found)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_argument_is_explained_where_it_is_looked_up(name: str) -> None:
    function = getattr(tl_analyzer, name)
    doc = inspect.getdoc(function) or ""
    explained = doc.partition("Parameters\n---")[2].partition("\n\nReturns\n---")[0]
    page = PAGE.read_text(encoding="utf-8")
    (shown,) = set(re.findall(rf"^\| .*`{name}\(([^)]*)\)`.* \|", page, re.MULTILINE))
    arguments = list(inspect.signature(function).parameters)
    assert re.findall(r"\w+", shown) == arguments
    assert set(arguments) <= set(re.findall(r"\w+", explained))
    assert "\n\nReturns\n---" in f"\n\n{doc}"


def test_every_public_name_stands_on_the_page() -> None:
    assert set(PUBLIC) <= set(re.findall(r"\w+", PAGE.read_text(encoding="utf-8")))


def test_what_a_type_checker_sees_is_what_a_program_gets() -> None:
    tree = ast.parse(FACE.read_text(encoding="utf-8"))
    seen = {
        alias.name: str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module != "tl_analyzer.public_names"
        for alias in node.names
        if node.module != "typing"
    }
    assert seen == dict(PUBLIC)
    assert set(tl_analyzer.__all__) == {*PUBLIC, "__version__"}


@pytest.mark.parametrize("name", PUBLIC)
def test_no_public_name_is_that_of_a_module(name: str) -> None:
    assert find_spec(f"tl_analyzer.{name}") is None


def test_the_import_alone_loads_nothing_heavy() -> None:
    asked = (
        "import sys, tl_analyzer;"
        "print(sorted({'pandas', 'pydantic', 'numpy', 'click'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_unknown_name_is_an_attribute_error() -> None:
    typed = "nope"
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        getattr(tl_analyzer, typed)


def test_a_notebook_offers_the_names_before_they_are_loaded() -> None:
    asked = "import tl_analyzer; print(*dir(tl_analyzer))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert {*done.stdout.split()} == {*PUBLIC, "__version__"}


def test_a_mistyped_name_is_answered_with_the_nearest() -> None:
    asked = "import tl_analyzer; tl_analyzer.wekly_report"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True)
    assert "Did you mean: 'weekly_report'?" in done.stderr


def test_a_retired_name_works_and_warns(monkeypatch: pytest.MonkeyPatch) -> None:
    gone = MappingProxyType({"old_report": Retired("weekly_report", "0.9")})
    monkeypatch.setattr(public_names, "RETIRED", gone)
    with pytest.warns(
        DeprecationWarning, match=r"gone from 0\.9 on: use tl_analyzer\.weekly_report"
    ):
        assert public_names.loaded("old_report") is tl_analyzer.weekly_report
