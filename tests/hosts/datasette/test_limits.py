"""How much the SQL functions take and answer: asked without datasette."""

import json
from pathlib import Path

import pytest

from tl_datasette import answers
from tl_datasette.judged import summed
from tl_datasette.unanswered import UnansweredError


@pytest.mark.parametrize(("count", "told"), [(-5, 0), (0, 0), (3, 3), (104, 104), (2**62, 104)])
def test_weeks_are_counted(store: Path, count: int, told: int) -> None:
    assert len(json.loads(answers.weeks(str(store), "robin", count))) == told


def test_long_names_are_not_looked_up() -> None:
    """Nor kept: what was asked is remembered with its answer."""
    held = answers._pattern.cache_info().currsize, answers.explanation.cache_info().currsize

    assert answers.movement("", "Deadlift " * 34) is None
    assert answers.explain("", "TL101" + " " * 296) is None

    assert held == (
        answers._pattern.cache_info().currsize,
        answers.explanation.cache_info().currsize,
    )


def test_an_id_that_none_can_have_is_nobody(store: Path) -> None:
    with pytest.raises(UnansweredError, match="no athlete of a log store"):
        summed(str(store), "x" * 81, "2026-W46")


@pytest.mark.parametrize("athlete", ["robin' OR '1'='1", "%", "rob*", "robin\x00", "ROBIN"])
def test_an_id_is_never_a_pattern_or_sql(store: Path, athlete: str) -> None:
    with pytest.raises(UnansweredError, match="no athlete"):
        summed(str(store), athlete, "2026-W46")
