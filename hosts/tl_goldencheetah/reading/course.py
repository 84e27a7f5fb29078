"""From samples to bouts of one posture: where the recording has gaps, and the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from tl_analyzer.log import PostureBout
from tl_analyzer.parsing.ride_postures import Motion, Stretches, posture_bouts, stopped
from tl_analyzer.parsing.rider_position import Turn
from tl_goldencheetah.reading.cuts import cuts
from tl_goldencheetah.reading.samples import BoolArray, IntArray, Samples

_MS = timedelta(milliseconds=1)


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
        Changes of position [ms]; empty where none are recorded. Standing that begins in a gap is
        standing beside the bike, and does not count.
    zero : datetime
        The instant from which times are counted [UTC].
    """
    length_ms = np.diff(samples.ms)
    gap = length_ms > 1000 * cuts().gap_s
    counted = [t for t in turns if not (t.standing and _in_gap(samples.ms, gap, t.at))]
    stretches = Stretches.of(samples.ms, [turn.at for turn in counted], ticks_per_s=1000)
    motion = Motion(samples.speed_mps, samples.cadence_rpm, samples.power_w)
    still = stopped(stretches, motion, gap[stretches.row])
    bouts = posture_bouts(
        stretches, motion, still, counted if turns else None, lambda ms: zero + ms * _MS
    )
    return Course(bouts, int(length_ms[~gap].sum()) / 1000, gap)


def _in_gap(ms: IntArray, gap: BoolArray, at: int) -> bool:
    place = int(np.searchsorted(ms, at, side="right")) - 1
    return 0 <= place < len(gap) and bool(gap[place])
