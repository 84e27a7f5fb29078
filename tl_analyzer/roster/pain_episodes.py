"""New episodes of pain in a diary: where pain begins after a time without."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from tl_analyzer.log import CheckIn
from tl_analyzer.log.value import Value
from tl_analyzer.parameters import Parameters


class PainEpisode(Value):
    """An episode of pain in one region.

    Attributes
    ----------
    day : str
        The first day of it at or above the mark.
    region, side : str
        As the entry of that day says; empty where it does not.
    score : float
        Score of that day, 0-10. [1]
    new : bool
        Whether it can be told that there was no pain before; not so at the beginning of a diary.
    """

    day: str
    region: str
    side: str
    score: float
    new: bool


class _Painful(NamedTuple):
    """The worst entry of one day in one region."""

    day: int
    score: float
    side: str


def pain_episodes(
    check_ins: Iterable[CheckIn], zone: str, parameters: Parameters
) -> tuple[PainEpisode, ...]:
    """Find the episodes of a diary, in time order.

    In each region the days with pain are parted where at least ``outcomes.pain_free_days`` lie
    between them that are free of pain, or without an entry [de_vet_2002]_. Each part that reaches
    ``outcomes.episode_score`` [stanton_2011]_ is an episode, dated on the first day that does. It
    is new if the diary had been kept that long before the part began.

    Parameters
    ----------
    check_ins : iterable of CheckIn
        The whole diary.
    zone : str
        In which its days are cut.
    parameters : Parameters
        ``outcomes.any_pain_score``, ``outcomes.episode_score``, ``outcomes.pain_free_days``.
    """
    entries = [(entry.start.day_in(zone).toordinal(), entry) for entry in check_ins]
    if not entries:
        return ()
    begin = min(day for day, _ in entries)
    apart = int(parameters.number("outcomes.pain_free_days"))
    mark = parameters.number("outcomes.episode_score")
    found = [
        PainEpisode(
            day=date.fromordinal(reached.day).isoformat(),
            region=region,
            side=reached.side,
            score=reached.score,
            new=part[0].day - begin >= apart,
        )
        for region, painful in _by_region(entries, parameters.number("outcomes.any_pain_score"))
        for part in _parts(painful, apart)
        if (reached := next((day for day in part if day.score >= mark), None))
    ]
    return tuple(sorted(found, key=lambda episode: (episode.day, episode.region)))


def _by_region(
    entries: Iterable[tuple[int, CheckIn]], least: float
) -> Iterator[tuple[str, list[_Painful]]]:
    """Days with pain of each region, in order, each with its worst entry."""
    painful = sorted(
        (entry.region, day, -entry.score, entry.side)
        for day, entry in entries
        if entry.score is not None and entry.score >= least
    )
    for region, of_region in groupby(painful, key=lambda each: each[0]):
        days = groupby(of_region, key=lambda each: each[1])
        worst = (next(of_day) for _, of_day in days)
        yield region, [_Painful(day, -score, side) for _, day, score, side in worst]


def _parts(painful: Sequence[_Painful], apart: int) -> Iterator[list[_Painful]]:
    """Split days with pain where more than `apart` days lie from one to the next."""
    part: list[_Painful] = []
    for each in painful:
        if part and each.day - part[-1].day > apart:
            yield part
            part = []
        part.append(each)
    if part:
        yield part
