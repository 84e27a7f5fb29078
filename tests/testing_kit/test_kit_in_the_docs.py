"""The page for authors names every promise, every key of a case and every option."""

from pathlib import Path

import pytest

from tl_analyzer.promises import SAMPLE_PROMISES
from tl_analyzer.testing.cases.case_file import KEYS

PAGE = (Path(__file__).parents[2] / "docs" / "adapters.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("promise", [*SAMPLE_PROMISES, "golden", "hostile-heads", "foreign-heads"])
def test_a_promise_has_its_line(promise: str) -> None:
    assert f"| `{promise}` |" in PAGE


@pytest.mark.parametrize("key", KEYS)
def test_a_key_of_a_case_is_named(key: str) -> None:
    shown = (f"`{key}`", f"`{key}.", f"\n{key} = ", f"`{key}: ...`")
    assert any(each in PAGE for each in shown)
