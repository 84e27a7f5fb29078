"""From samples to bouts of one posture, on whole arrays.

A sample describes the time until the next one. Postures outrank each other: stopped, standing,
coasting, then seated - or unknown, where the file holds no positions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

import numpy as np

from tl_analyzer.log import PostureBout, RidePosture
from tl_analyzer.parsing.sample_runs import lasting, recorded, runs, unpedalled
from tl_goldencheetah.reading.cuts import cuts
from tl_goldencheetah.reading.position import Turn
from tl_goldencheetah.reading.samples import BoolArray, IntArray, Samples

_MS = timedelta(milliseconds=1)
_POSTURES = (
    RidePosture.UNKNOWN,
    RidePosture.SEATED,
    RidePosture.COASTING,
    RidePosture.STANDING,
    RidePosture.STOPPED,
)
_UNKNOWN, _SEATED, _COASTING, _STANDING, _STOPPED = range(len(_POSTURES))


@dataclass(frozen=True)
class Course:
    """How an activity went.

    Attributes
    ----------
    bouts : tuple of PostureBout
        Consecutive, without overlap, from first to last sample.
    moving_s : float
        Time without gaps of the recording [s].
    held : array of bool
        For each sample but the last: whether a gap follows.
    """

    bouts: tuple[PostureBout, ...]
    moving_s: float
    held: BoolArray


def course(samples: Samples, turns: Sequence[Turn], zero: datetime) -> Course:
    """Cut an activity into bouts of one posture.

    Parameters
    ----------
    samples : Samples
        Two or more.
    turns : sequence of Turn
        Changes of position; empty where none are recorded. Before the first the rider sits.
        Standing that begins in a gap is standing beside the bike, and does not count.
    zero : datetime
        The instant from which times are counted [UTC].
    """
    length_ms = np.diff(samples.ms)
    gap = length_ms > 1000 * cuts().gap_s
    counted = [t for t in turns if not (t.standing and _in_gap(samples.ms, gap, t.ms))]
    edges, row = _stretches(samples.ms, [turn.ms for turn in counted])
    starts = edges[:-1]
    held = gap[row]
    stopped = held | _stands_still(samples, row, held, edges)
    coasting = lasting(
        unpedalled(samples.cadence_rpm, samples.power_w)[row] & ~stopped,
        edges,
        1000 * cuts().coasting_s,
    )
    posture = np.full(len(starts), _SEATED if turns else _UNKNOWN)
    posture[coasting] = _COASTING
    posture[_standing(counted, starts)] = _STANDING
    posture[stopped] = _STOPPED
    moving_s = int(length_ms[~gap].sum()) / 1000
    return Course(_bouts(posture, edges, zero), moving_s, gap)


def _in_gap(ms: IntArray, gap: BoolArray, at: int) -> bool:
    place = int(np.searchsorted(ms, at, side="right")) - 1
    return 0 <= place < len(gap) and bool(gap[place])


def _stretches(ms: IntArray, instants: Sequence[int]) -> tuple[IntArray, IntArray]:
    """Cut a recording wherever something may change: the edges, and the row of each stretch."""
    inner = np.array(sorted({t for t in instants if ms[0] < t < ms[-1]}), dtype=np.int64)
    place = np.searchsorted(ms, inner)
    apart = ms[place] != inner
    place, inner = place[apart], inner[apart]
    row = np.insert(np.arange(len(ms) - 1), place, place - 1)
    return np.insert(ms, place, inner), row


def _stands_still(samples: Samples, row: IntArray, held: BoolArray, edges: IntArray) -> BoolArray:
    """Standstill while samples come in; seconds beside a gap belong to the same stop."""
    if recorded(samples.speed_mps):
        pedalling = (samples.cadence_rpm > 0) | (samples.power_w > 0)
        still = (samples.speed_mps < cuts().standstill_mps) & ~pedalling
        return lasting(still[row] | held, edges, 1000 * cuts().standstill_s)
    return lasting(
        unpedalled(samples.cadence_rpm, samples.power_w)[row] | held,
        edges,
        1000 * cuts().unpedalled_s,
    )


def _standing(turns: Sequence[Turn], starts: IntArray) -> BoolArray:
    """Whether the rider stands at each instant."""
    if not turns:
        return np.zeros(len(starts), dtype=np.bool_)
    last = np.searchsorted(np.array([turn.ms for turn in turns]), starts, side="right")
    return np.array([False, *(turn.standing for turn in turns)])[last]


def _bouts(posture: IntArray, edges: IntArray, zero: datetime) -> tuple[PostureBout, ...]:
    first, after = runs(posture)
    instants = [zero + ms * _MS for ms in edges[np.append(first, after[-1])].tolist()]
    return tuple(
        PostureBout(start=start, end=end, posture=_POSTURES[code])
        for (start, end), code in zip(pairwise(instants), posture[first].tolist(), strict=True)
    )
