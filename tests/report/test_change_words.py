"""This week beside last week and the four before: in words that are true of the numbers."""

import pytest

from tl_analyzer.report.change_words import change
from tl_analyzer.report.pain_words import pain_entry
from tl_analyzer.report.weekly_report import SymptomWeek


@pytest.mark.parametrize(
    ("trend", "direction", "words"),
    [
        ((60.0, 62.0, 64.0, 61.0, 62.0), "alike", "much as last week (61 h), four weeks 61.8 h"),
        ((61.0, 61.0, 61.0, 61.0, 79.3), "up", "30 % up on last week (61 h), four weeks 61 h"),
        ((61.0, 61.0, 61.0, 61.0, 42.7), "down", "30 % down on last week (61 h), four weeks 61 h"),
        ((10.0, 10.0, 10.0, 10.0, 25.0), "up", "2.5 times last week (10 h), four weeks 10 h"),
        ((10.0, 10.0, 10.0, 0.0, 25.0), "up", "none last week, four weeks 7.5 h"),
        ((10.0, 10.0, 10.0, 10.0, 0.0), "down", "last week 10 h, four weeks 10 h"),
        ((10.0, 10.0, 10.0, 0.0, 0.0), "alike", "none last week either, four weeks 7.5 h"),
        ((10.0, None, 10.0, None, 25.0), "", "last week not known, four weeks 10 h"),
        (
            (99.0, 20.0, 20.0, 20.0, 20.0, 20.0),
            "alike",
            "much as last week (20 h), four weeks 20 h",
        ),
    ],
)
def test_a_week_beside_those_before(
    trend: tuple[float | None, ...], direction: str, words: str
) -> None:
    found = change(trend, "h")
    assert found.direction == direction
    assert found.words.startswith(f"{words} a week")
    assert ("known)" in found.words) == (None in trend[-5:])


def test_a_week_that_is_not_over_is_neither_up_nor_down() -> None:
    found = change((61.0, 61.0, 61.0, 61.0, 20.0), "h", running=True)
    assert found.direction == ""
    assert found.words == "this week not over, all of last week 61 h, four weeks 61 h a week"
    assert change((5.0,), "h", running=True).words == ""


@pytest.mark.parametrize("trend", [(), (5.0,), (None, None, 5.0)])
def test_without_weeks_before_nothing_is_said(trend: tuple[float | None, ...]) -> None:
    assert change(trend, "h").words == ""


def test_what_stands_beside_it_is_not_said_again() -> None:
    weeks = (10.0, 10.0, 10.0, 10.0, 25.0)
    assert change(weeks, "h", usual="10 h").words == "2.5 times last week (10 h)"
    assert "four weeks" in change(weeks, "h", usual="11 h").words


def diary(*means: float | None) -> tuple[SymptomWeek, ...]:
    return tuple(
        SymptomWeek(
            week=f"2026-W{40 + n}",
            entries=0 if mean is None else 2,
            mean_score=mean,
            highest=mean,
            regions=(),
            signs=(),
        )
        for n, mean in enumerate(means)
    )


@pytest.mark.parametrize(
    ("means", "words"),
    [
        ((1.0, 1.0, 1.0, 1.0, 3.0), "up 2 points: last week 1, four weeks 1"),
        ((4.0, 3.0, 3.0, 3.0, 2.0), "down 1 point: last week 3, four weeks 3.25"),
        ((None, 2.0, 2.0), "as last week: last week 2, four weeks 2"),
        ((2.0, None, 2.0), "last week no score, four weeks 2"),
        ((2.0, 2.0, None), "last week 2, four weeks 2"),
        ((None, None, 2.0), ""),
    ],
)
def test_pain_beside_the_weeks_before(means: tuple[float | None, ...], words: str) -> None:
    entry = pain_entry(diary(*means))
    assert entry is not None
    assert entry.change == words
