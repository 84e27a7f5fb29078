"""The page for authors names every promise, every key of a case and every option."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from tl_analyzer.promises import SAMPLE_PROMISES
from tl_analyzer.testing.cases.case_file import KEYS
from tl_analyzer.testing.cases.row_keys import ROWS, Row

PAGE = (Path(__file__).parents[2] / "docs" / "adapters.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("promise", [*SAMPLE_PROMISES, "golden", "hostile-heads", "foreign-heads"])
def test_a_promise_has_its_line(promise: str) -> None:
    assert f"| `{promise}` |" in PAGE


def test_what_the_page_names_for_reading_is_there() -> None:
    rows = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \| (`.*?`) \| [^|]+ \|$", PAGE, flags=re.MULTILINE)
    told = [(re.findall(r"\w+", modules), re.findall(r"`(\w+)`", names)) for modules, names in rows]
    assert len(told) > 10
    for modules, names in told:
        held = [import_module(f"tl_analyzer.parsing.{module}") for module in modules]
        for name in names:
            assert any(hasattr(module, name) for module in held), name


@pytest.mark.parametrize(("kind", "row"), ROWS.items())
def test_every_word_of_a_row_is_named(kind: str, row: Row) -> None:
    (line,) = (line for line in PAGE.splitlines() if line.startswith(f"| `{kind}` |"))
    assert {f"`{word}`" for word in row.needs + row.may} <= set(re.findall(r"`\w+`", line))


@pytest.mark.parametrize("key", KEYS)
def test_a_key_of_a_case_is_named(key: str) -> None:
    shown = (f"`{key}`", f"`{key}.", f"\n{key} = ", f"`{key}: ...`")
    assert any(each in PAGE for each in shown)
