"""From second-by-second records to bouts of one posture: when the timer was off, and the rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tl_analyzer.log import PostureBout
from tl_analyzer.parsing.ride_postures import Motion, Stretches, posture_bouts, stopped
from tl_analyzer.parsing.rider_position import Turn
from tl_fit.clock import utc
from tl_fit.cuts import cuts
from tl_fit.message import BoolArray, IntArray, Message, Records


class Pause(NamedTuple):
    """A stretch with the timer off, half open [FIT time, s]."""

    start_s: int
    end_s: int


def pauses(events: Iterable[Message], end_s: int) -> list[Pause]:
    """When the timer was off, by hand or by the auto pause.

    Parameters
    ----------
    events : iterable of Message
        Event messages of any kind.
    end_s : int
        When the recording ends [FIT time, s]; a timer that is never started again is off till then.
    """
    switches = sorted(
        (time_s, event.row, event.word("event_type"))
        for event in events
        if event.word("event") == "timer" and (time_s := event.instant("timestamp")) is not None
    )
    found = []
    stopped: int | None = None
    for time_s, _, switch in switches:
        if switch == "start" and stopped is not None:
            found.append(Pause(stopped, time_s))
            stopped = None
        elif switch.startswith("stop") and stopped is None:
            stopped = time_s
    if stopped is not None:
        found.append(Pause(stopped, end_s))
    return [pause for pause in found if pause.start_s < pause.end_s]


@dataclass(frozen=True)
class Course:
    """How a ride went.

    Attributes
    ----------
    bouts : tuple of PostureBout
        Consecutive, without overlap, from first to last record.
    moving_s : float
        Time with the timer running and records coming in [s].
    """

    bouts: tuple[PostureBout, ...]
    moving_s: float


def course(records: Records, off: Sequence[Pause], changes: Sequence[Turn]) -> Course:
    """Cut a ride into bouts of one posture.

    Parameters
    ----------
    records : Records
        In time order, every second at most once.
    off : sequence of Pause
        When the timer was off.
    changes : sequence of Turn
        Position changes [FIT time, s]; empty where the device records none. Standing that begins
        in a pause is standing beside the bike, and does not count.
    """
    time_s = records.time_s
    if len(time_s) < 2:
        return Course((), 0.0)
    turns = [c for c in changes if not (c.standing and _inside(off, np.array([c.at]))[0])]
    instants = {t for pause in off for t in pause} | {turn.at for turn in turns}
    stretches = Stretches.of(time_s, instants, ticks_per_s=1)
    length_s = np.diff(stretches.edges)

    paused = _inside(off, stretches.edges[:-1])
    running_s = np.bincount(stretches.row, weights=np.where(paused, 0, length_s))
    held = paused | (running_s > cuts().gap_s)[stretches.row]
    motion = Motion(records.speed_mps, records.cadence_rpm, records.power_w)
    still = stopped(stretches, motion, held)
    bouts = posture_bouts(stretches, motion, still, turns if changes else None, utc)
    return Course(bouts, float(length_s[~held].sum()))


def _inside(off: Sequence[Pause], at: IntArray) -> BoolArray:
    """Whether the timer is off at each instant; pauses are in order and apart."""
    if not off:
        return np.zeros(len(at), dtype=np.bool_)
    bounds = np.array(off, dtype=np.int64)
    last = np.searchsorted(bounds[:, 0], at, side="right") - 1
    inside: BoolArray = (last >= 0) & (at < bounds[last, 1])
    return inside
