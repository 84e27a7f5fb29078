"""A stranger's adapter that hangs is waited for a few times, and then not asked again."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.toy_distribution import TOY, TOY_FILE
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.intake.adapter_remarks import told_once
from tl_analyzer.intake.read_source import read_source
from tl_analyzer.log import Problem, ProblemKind
from tl_analyzer.plugins.containment import PATIENCE
from tl_analyzer.plugins.containment_adapter import MOST_TIMEOUTS, ContainedAdapter
from tl_analyzer.plugins.group import ADAPTERS
from tl_analyzer.plugins.installed import Installed

_NAMES: dict[str, Any] = {}
exec(TOY, _NAMES)
Toy: Any = _NAMES["Toy"]

FILE = SourceFile.of_bytes("weights.toy", TOY_FILE.encode())
READING = Reading(zone="Europe/Berlin")

#: How long fifty files may take, of which two are waited for. [s]
PATIENCE_S = 10


def hang(*_: object) -> None:
    """Give no sign of life."""
    time.sleep(20)


@pytest.fixture(params=["recognises", "read"])
def slow(request: pytest.FixtureRequest) -> ContainedAdapter:
    """An adapter that hangs when it is asked, or when it reads."""
    adapter = type("Slow", (Toy,), {request.param: hang})()
    return ContainedAdapter(adapter.name, adapter.recognised, 1, "toys 0.3", adapter)


@pytest.fixture
def problems(monkeypatch: pytest.MonkeyPatch) -> Callable[[ContainedAdapter], list[Problem]]:
    """What comes of fifty files."""
    monkeypatch.setenv(PATIENCE, "0.03")

    def read(adapter: ContainedAdapter) -> list[Problem]:
        held = (Installed[Any](ADAPTERS, "toy", "toys", "0.3", adapter),)
        return [p for _ in range(50) for p in read_source(FILE, READING, held).problems]

    return read


def test_one_that_hangs_is_not_asked_for_ever(
    slow: ContainedAdapter, problems: Callable[[ContainedAdapter], list[Problem]]
) -> None:
    begun = time.monotonic()
    found = problems(slow)
    assert time.monotonic() - begun < PATIENCE_S
    assert slow.timeouts == MOST_TIMEOUTS
    assert "no answer in time for 2 files; it is not asked again" in str(found[-1])
    assert len(told_once([each for each in found if each.kind is ProblemKind.NOTE])) == 1
