"""The allow-list by itself: whom a model may ask about."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tl_llm.allowed import VARIABLE, allowed, allowed_athletes
from tl_llm.unanswered import UnansweredError

Listed = Callable[[str], None]


@pytest.fixture
def listed(store: Path, monkeypatch: pytest.MonkeyPatch) -> Listed:
    """Write the list; robin and casey are in the store."""
    monkeypatch.setenv("TL_STORE", str(store))
    return lambda names: monkeypatch.setenv(VARIABLE, names)


def test_of_several_none_is_meant_when_none_is_named(listed: Listed) -> None:
    listed("robin,casey")

    for unsaid in ("", " "):
        with pytest.raises(UnansweredError, match="These may be: casey, robin"):
            allowed(unsaid)
    assert allowed("casey") == "casey"


@pytest.mark.parametrize("names", ["", " ", ",", "nobody", "ROBIN", "rob", "robin casey", "*"])
def test_a_list_that_names_nobody_opens_nobody(listed: Listed, names: str) -> None:
    listed(names)

    assert allowed_athletes() == ()
    for asked in ("", "robin", "casey", names):
        with pytest.raises(UnansweredError, match="no athlete may be asked about"):
            allowed(asked)


def test_without_a_list_no_store_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("TL_STORE", str(tmp_path / "none.sqlite"))

    assert allowed_athletes() == ()
