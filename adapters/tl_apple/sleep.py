"""Nights, out of sleep rows of several devices."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from tl_apple.packed import Row


class Stage(IntEnum):
    """What a sleep row says."""

    ASLEEP = 0
    IN_BED = 1


class Night(NamedTuple):
    """A stretch of lying, since 1970 [s]."""

    start: int
    end: int
    stage: Stage


def nights(rows: Iterable[Row]) -> tuple[list[Night], int]:
    """Stretches of sleep in order, and how many rows of time in bed they made needless.

    Stages and devices are put together. Time in bed counts only in a night in which nothing
    recorded sleep: it holds reading and lying awake as well.

    Parameters
    ----------
    rows : iterable of Row, passed over more than once
        Sleep rows in order of their begin; their value is a `Stage`.
    """
    asleep = _line(_of(rows, Stage.ASLEEP))
    bare = list(_without(_of(rows, Stage.IN_BED), asleep))
    needless = sum(row.value == Stage.IN_BED for row in rows) - len(bare)
    return sorted([*asleep, *_line(bare)]), needless


def _of(rows: Iterable[Row], stage: Stage) -> Iterator[Night]:
    for row in rows:
        if row.value == stage:
            yield Night(row.start, row.start + row.length, stage)


def _line(nights: Iterable[Night]) -> list[Night]:
    """Put together what touches, of nights in order of their begin."""
    line: list[Night] = []
    for night in nights:
        if line and night.start <= line[-1].end:
            line[-1] = line[-1]._replace(end=max(line[-1].end, night.end))
        else:
            line.append(night)
    return line


def _without(in_bed: Iterable[Night], asleep: list[Night]) -> Iterator[Night]:
    """Stretches in bed that no sleep overlaps."""
    at = 0
    for bed in in_bed:
        while at < len(asleep) and asleep[at].end <= bed.start:
            at += 1
        if at == len(asleep) or asleep[at].start >= bed.end:
            yield bed
