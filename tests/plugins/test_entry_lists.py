"""What is installed is read even where one list is damaged; what is found first counts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.toy_distribution import TOY, install
from tl_analyzer.plugins import entry_lists
from tl_analyzer.plugins.entry_lists import damaged_distributions, entries, origin
from tl_analyzer.plugins.group import ADAPTERS


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two folders hold the distribution toys, of two versions; another one's list is damaged."""
    for folder, version in (("later", "0.1"), ("first", "0.2")):
        (tmp_path / folder).mkdir()
        install(tmp_path / folder, "toys", TOY, {"toy": "Toy"}, version=version)
        monkeypatch.syspath_prepend(str(tmp_path / folder))
    broken = tmp_path / "first" / "broken-1.0.dist-info"
    broken.mkdir()
    (broken / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (broken / "entry_points.txt").write_text(f"[{ADAPTERS.name}]\nno entry\n")
    kept = (entry_lists.all_entries, entry_lists.damaged_distributions)
    for cached in kept:
        cached.cache_clear()
    yield
    for cached in kept:
        cached.cache_clear()


@pytest.mark.usefixtures("damaged")
def test_a_damaged_list_costs_its_own_distribution_alone() -> None:
    assert damaged_distributions() == ("broken",)
    found = {entry.name: origin(entry) for entry in entries(ADAPTERS)}
    assert found["toy"] == ("toys", "0.2")
    assert found["fit"][0] == "tl-analyzer"


@pytest.mark.usefixtures("damaged")
def test_what_is_installed_twice_is_offered_once() -> None:
    names = [entry.name for entry in entries(ADAPTERS)]
    assert names.count("toy") == names.count("fit") == 1
