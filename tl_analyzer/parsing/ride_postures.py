"""From recorded samples to bouts of one posture, on whole arrays: what rides of every source share.

A sample describes the time until the next one. Postures outrank each other: stopped, standing,
coasting, then seated - or unknown, where no positions are recorded. The numbers stand in
``ride_postures.toml``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
from pydantic import TypeAdapter

from tl_analyzer.log import PostureBout, RidePosture
from tl_analyzer.parsing.number_table import read_numbers
from tl_analyzer.parsing.rider_position import Turn
from tl_analyzer.parsing.sample_runs import (
    BoolArray,
    FloatArray,
    IntArray,
    lasting,
    recorded,
    runs,
    unpedalled,
)

_POSTURES = (
    RidePosture.UNKNOWN,
    RidePosture.SEATED,
    RidePosture.COASTING,
    RidePosture.STANDING,
    RidePosture.STOPPED,
)
_UNKNOWN, _SEATED, _COASTING, _STANDING, _STOPPED = range(len(_POSTURES))

#: Bouts are validated all at once: a ride has hundreds.
_BOUTS = TypeAdapter(tuple[PostureBout, ...])


@dataclass(frozen=True, slots=True)
class Cuts:
    """Every cut, with its unit in the name; the data file says why it lies there."""

    standstill_mps: float
    standstill_s: float
    unpedalled_s: float
    coasting_s: float


@cache
def cuts() -> Cuts:
    """Read the shipped cuts."""
    return read_numbers("tl_analyzer.parsing", "ride_postures.toml", Cuts)


class Motion(NamedTuple):
    """What sensors say at each sample; NaN where one says nothing.

    Attributes
    ----------
    speed_mps, cadence_rpm, power_w : (n,) array
        Speed [m/s], cadence [1/min] and power [W].
    """

    speed_mps: FloatArray
    cadence_rpm: FloatArray
    power_w: FloatArray


class Stretches(NamedTuple):
    """A recording, cut wherever something may change.

    Attributes
    ----------
    edges : (m + 1,) array of int
        Where each stretch begins, and where the last ends. [ticks]
    row : (m,) array of int
        The sample that each stretch belongs to.
    ticks_per_s : int
        Ticks of one second.
    """

    edges: IntArray
    row: IntArray
    ticks_per_s: int

    @classmethod
    def of(cls, ticks: IntArray, instants: Iterable[int], ticks_per_s: int) -> Self:
        """Cut a recording at its samples, two or more in time order, and at instants [ticks]."""
        inside = sorted({t for t in instants if ticks[0] < t < ticks[-1]})
        inner = np.array(inside, dtype=np.int64)
        place = np.searchsorted(ticks, inner)
        apart = ticks[place] != inner
        place, inner = place[apart], inner[apart]
        row = np.insert(np.arange(len(ticks) - 1), place, place - 1)
        return cls(np.insert(ticks, place, inner), row, ticks_per_s)

    def lasting(self, flags: BoolArray, at_least_s: float) -> BoolArray:
        """The flags of runs of stretches that last long enough [s]."""
        return lasting(flags, self.edges, self.ticks_per_s * at_least_s)


def stopped(stretches: Stretches, motion: Motion, held: BoolArray) -> BoolArray:
    """Find where the rider stands still, with the recording running or not.

    Parameters
    ----------
    stretches : Stretches
        m stretches.
    motion : Motion
        Of every sample.
    held : (m,) array of bool
        Where the recording pauses, or is silent too long. Seconds of standstill beside it belong
        to the same stop.
    """
    if recorded(motion.speed_mps):
        pedalling = (motion.cadence_rpm > 0) | (motion.power_w > 0)
        still = (motion.speed_mps < cuts().standstill_mps) & ~pedalling
        at_least_s = cuts().standstill_s
    else:
        still = unpedalled(motion.cadence_rpm, motion.power_w)
        at_least_s = cuts().unpedalled_s
    return held | stretches.lasting(still[stretches.row] | held, at_least_s)


def posture_bouts(
    stretches: Stretches,
    motion: Motion,
    still: BoolArray,
    turns: Sequence[Turn] | None,
    instant: Callable[[int], datetime],
) -> tuple[PostureBout, ...]:
    """Cut a ride into bouts of one posture.

    Parameters
    ----------
    stretches : Stretches
        m stretches, cut at the turns too.
    motion : Motion
        Of every sample.
    still : (m,) array of bool
        Where the rider stands still.
    turns : sequence of Turn, optional
        Changes of position, in time order [ticks]; None where none are recorded. Before the first
        the rider sits: devices speak up when somebody leaves the saddle.
    instant : callable
        From ticks to an instant [UTC].

    Returns
    -------
    tuple of PostureBout
        Consecutive, without overlap, from the first edge to the last.
    """
    freewheeling = unpedalled(motion.cadence_rpm, motion.power_w)[stretches.row]
    posture = np.full(len(stretches.row), _UNKNOWN if turns is None else _SEATED)
    posture[stretches.lasting(freewheeling & ~still, cuts().coasting_s)] = _COASTING
    posture[_standing(turns or (), stretches.edges[:-1])] = _STANDING
    posture[still] = _STOPPED
    first, after = runs(posture)
    instants = [instant(tick) for tick in stretches.edges[np.append(first, after[-1])].tolist()]
    return _BOUTS.validate_python(
        [
            {"start": start, "end": end, "posture": _POSTURES[code]}
            for (start, end), code in zip(pairwise(instants), posture[first].tolist(), strict=True)
        ]
    )


def _standing(turns: Sequence[Turn], starts: IntArray) -> BoolArray:
    """Whether the rider stands at each instant."""
    last = np.searchsorted(np.array([turn.at for turn in turns]), starts, side="right")
    return np.array([False, *(turn.standing for turn in turns)])[last]
