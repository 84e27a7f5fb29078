"""What counts as a new episode of pain, and what does not."""

from datetime import date, timedelta

import pytest

from tests.roster.diaries import FIRST, LONG_BEFORE, ZONE, entry
from tl_analyzer.log import CheckIn
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.roster.pain_episodes import PainEpisode, pain_episodes


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    return parameter_set()


def after(days: int) -> date:
    return FIRST + timedelta(days=days)


#: A diary that was begun long ago, without pain.
BEGUN = entry(LONG_BEFORE, 0)


def found(parameters: Parameters, *entries: CheckIn) -> list[tuple[str, bool]]:
    return [(e.day, e.new) for e in pain_episodes((BEGUN, *entries), ZONE, parameters)]


def test_pain_after_a_time_without_is_one_episode_however_long(parameters: Parameters) -> None:
    entries = [entry(after(n), 4) for n in range(0, 40)]
    assert found(parameters, *entries) == [(after(0).isoformat(), True)]


def test_silent_days_part_like_days_without_pain(parameters: Parameters) -> None:
    silent = found(parameters, entry(after(0), 4), entry(after(31), 4))
    painless = [entry(after(n), 0) for n in range(1, 31)]
    assert len(silent) == 2
    assert found(parameters, entry(after(0), 4), *painless, entry(after(31), 4)) == silent


def test_a_day_too_few_without_pain_parts_nothing(parameters: Parameters) -> None:
    assert len(found(parameters, entry(after(0), 4), entry(after(30), 4))) == 1


def test_mild_pain_between_keeps_it_one(parameters: Parameters) -> None:
    assert len(found(parameters, entry(after(0), 4), entry(after(20), 1), entry(after(40), 5))) == 1


def test_pain_that_stays_below_the_mark_is_none(parameters: Parameters) -> None:
    assert found(parameters, *(entry(after(n), 2) for n in range(9))) == []


def test_it_is_dated_on_the_day_that_reaches_the_mark(parameters: Parameters) -> None:
    slowly = [entry(after(n), score) for n, score in enumerate((1, 2, 3, 6))]
    (episode,) = pain_episodes((BEGUN, *slowly), ZONE, parameters)
    assert (episode.day, episode.score) == (after(2).isoformat(), 3)


def test_regions_are_counted_apart_with_the_side_of_the_worst_entry(
    parameters: Parameters,
) -> None:
    entries = [
        entry(after(0), 3, "iliac_crest", "left"),
        entry(after(0), 5, "iliac_crest", "right"),
        entry(after(2), 4, "lumbar"),
    ]
    episodes = pain_episodes((BEGUN, *entries), ZONE, parameters)
    assert [(e.region, e.side, e.score) for e in episodes] == [
        ("iliac_crest", "right", 5),
        ("lumbar", "", 4),
    ]


@pytest.mark.parametrize(("begun_before", "new"), [(0, False), (29, False), (30, True)])
def test_at_the_beginning_of_a_diary_nothing_is_known_to_be_new(
    parameters: Parameters, begun_before: int, new: bool
) -> None:
    begun = entry(after(-begun_before), 0, region="")
    (episode,) = pain_episodes((begun, entry(after(0), 5)), ZONE, parameters)
    assert episode.new is new


def test_an_entry_without_a_score_says_nothing(parameters: Parameters) -> None:
    assert found(parameters, entry(after(0), None)) == []
    assert pain_episodes((), ZONE, parameters) == ()


def test_the_order_of_the_entries_does_not_matter(parameters: Parameters) -> None:
    entries = (BEGUN, *(entry(after(n * 7), n % 6) for n in range(20)))
    one: tuple[PainEpisode, ...] = pain_episodes(entries, ZONE, parameters)
    assert pain_episodes(reversed(entries), ZONE, parameters) == one
