"""From second-by-second records to bouts of one posture, on whole arrays.

A record describes the time until the next one. Postures outrank each other: stopped, standing,
coasting, then seated - or unknown, where the device records no positions.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from pydantic import TypeAdapter

from tl_analyzer.log import PostureBout, RidePosture
from tl_analyzer.parsing.sample_runs import lasting, recorded, runs, unpedalled
from tl_fit.clock import utc
from tl_fit.cuts import cuts
from tl_fit.message import BoolArray, IntArray, Message, Records
from tl_fit.position import Change

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


def course(records: Records, off: Sequence[Pause], changes: Sequence[Change]) -> Course:
    """Cut a ride into bouts of one posture.

    Parameters
    ----------
    records : Records
        In time order, every second at most once.
    off : sequence of Pause
        When the timer was off.
    changes : sequence of Change
        Position changes; empty where the device records none. Before the first the rider sits:
        devices speak up when somebody leaves the saddle. Standing that begins in a pause is
        standing beside the bike, and does not count.
    """
    time_s = records.time_s
    if len(time_s) < 2:
        return Course((), 0.0)
    turns = [c for c in changes if not (c.standing and _inside(off, np.array([c.time_s]))[0])]
    instants = {t for pause in off for t in pause} | {turn.time_s for turn in turns}
    edges, row = _stretches(time_s, instants)
    starts, length_s = edges[:-1], np.diff(edges)

    paused = _inside(off, starts)
    running_s = np.bincount(row, weights=np.where(paused, 0, length_s))
    held = paused | (running_s > cuts().gap_s)[row]
    stopped = held | _stands_still(records, row, held, edges)
    coasting = lasting(
        unpedalled(records.cadence_rpm, records.power_w)[row] & ~stopped, edges, cuts().coasting_s
    )

    posture = np.full(len(starts), _SEATED if changes else _UNKNOWN)
    posture[coasting] = _COASTING
    posture[_standing(turns, starts)] = _STANDING
    posture[stopped] = _STOPPED
    return Course(_bouts(posture, edges), float(length_s[~held].sum()))


def _stretches(time_s: IntArray, instants: Set[int]) -> tuple[IntArray, IntArray]:
    """Cut a recording wherever something may change: the edges, and the row of each stretch."""
    inner = np.array(sorted(t for t in instants if time_s[0] < t < time_s[-1]), dtype=np.int64)
    place = np.searchsorted(time_s, inner)
    apart = time_s[place] != inner
    place, inner = place[apart], inner[apart]
    row = np.insert(np.arange(len(time_s) - 1), place, place - 1)
    return np.insert(time_s, place, inner), row


def _inside(off: Sequence[Pause], at: IntArray) -> BoolArray:
    """Whether the timer is off at each instant; pauses are in order and apart."""
    if not off:
        return np.zeros(len(at), dtype=np.bool_)
    bounds = np.array(off, dtype=np.int64)
    last = np.searchsorted(bounds[:, 0], at, side="right") - 1
    inside: BoolArray = (last >= 0) & (at < bounds[last, 1])
    return inside


def _stands_still(records: Records, row: IntArray, held: BoolArray, edges: IntArray) -> BoolArray:
    """Standstill with the timer running; seconds beside a pause belong to the same stop."""
    if recorded(records.speed_mps):
        pedalling = (records.cadence_rpm > 0) | (records.power_w > 0)
        still = (records.speed_mps < cuts().standstill_mps) & ~pedalling
        return lasting(still[row] | held, edges, cuts().standstill_s)
    return lasting(
        unpedalled(records.cadence_rpm, records.power_w)[row] | held, edges, cuts().unpedalled_s
    )


def _standing(turns: Sequence[Change], starts: IntArray) -> BoolArray:
    """Whether the rider stands at each instant."""
    if not turns:
        return np.zeros(len(starts), dtype=np.bool_)
    last = np.searchsorted(np.array([turn.time_s for turn in turns]), starts, side="right")
    return np.array([False, *(turn.standing for turn in turns)])[last]


def _bouts(posture: IntArray, edges: IntArray) -> tuple[PostureBout, ...]:
    first, after = runs(posture)
    instants = [utc(fit_s) for fit_s in edges[np.append(first, after[-1])].tolist()]
    return _BOUTS.validate_python(
        [
            {"start": start, "end": end, "posture": _POSTURES[code]}
            for (start, end), code in zip(pairwise(instants), posture[first].tolist(), strict=True)
        ]
    )
