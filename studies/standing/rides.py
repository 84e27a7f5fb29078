"""Rides with recorded position changes, second by second."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from tl_analyzer.log import PostureBout, RidePosture
from tl_analyzer.parsing.rider_position import Turn
from tl_fit.course import Pause, course, pauses
from tl_fit.decoding.decode import decode
from tl_fit.message import BoolArray, FloatArray, Part, Records
from tl_fit.position import position_changes
from tl_fit.ride import device


@dataclass(frozen=True)
class Signals:
    """What a head unit without position sensing still records, one row a second.

    Attributes
    ----------
    cadence_rpm, power_w, speed_mps : (n,) float
        Cadence [1/min], power [W], speed [m/s]; NaN where not recorded.
    """

    cadence_rpm: FloatArray
    power_w: FloatArray
    speed_mps: FloatArray

    def __len__(self) -> int:
        return len(self.cadence_rpm)


@dataclass(frozen=True)
class RecordedRide:
    """One ride whose device said when the rider stood.

    Attributes
    ----------
    device : str
        Maker and product.
    records, off, changes
        Records in time order, timer pauses and recorded position changes.
    signals : Signals
        From the first second to the last.
    riding, standing : (n,) bool
        Whether the rider is on the way in that second, and whether standing by the record.
    """

    device: str
    records: Records
    off: tuple[Pause, ...]
    changes: tuple[Turn, ...]
    signals: Signals
    riding: BoolArray
    standing: BoolArray

    @property
    def first_s(self) -> int:
        """FIT time of the first second [s]."""
        return int(self.records.time_s[0])

    def bouts(self, standing: BoolArray) -> tuple[PostureBout, ...]:
        """Cut the ride into bouts as the product does, with standing as told, second by second."""
        return course(self.records, self.off, changes_of(standing, self.first_s)).bouts

    def recorded_bouts(self) -> tuple[PostureBout, ...]:
        """Cut the ride into bouts as the product does, with standing as recorded."""
        return course(self.records, self.off, self.changes).bouts


def changes_of(standing: BoolArray, first_s: int) -> list[Turn]:
    """Turn standing by the second into changes of position."""
    before = np.append(False, standing[:-1])
    turns = np.flatnonzero(standing != before)
    return [Turn(first_s + int(at), bool(standing[at])) for at in turns]


def read_rides(folder: Path) -> tuple[RecordedRide, ...]:
    """Read every ride with power, cadence and recorded positions under a folder, each once.

    Parameters
    ----------
    folder : Path
        Searched for FIT files at any depth.

    Returns
    -------
    tuple of RecordedRide
        In the order of their start. Of files that record the same stretch the first is taken.
    """
    found: dict[tuple[int, int], RecordedRide] = {}
    for path in sorted(folder.rglob("*.fit")):
        for part in decode(path.read_bytes()).parts:
            ride = _ride(part)
            if ride is not None:
                found.setdefault((ride.first_s, int(ride.records.time_s[-1])), ride)
    return tuple(found[key] for key in sorted(found))


def _ride(part: Part) -> RecordedRide | None:
    events = part.named("event")
    changes = position_changes(events)
    records = _in_order(part.records)
    if not changes or len(records) < 2:
        return None
    if not ((records.power_w > 0).any() and (records.cadence_rpm > 0).any()):
        return None
    first_s, last_s = int(records.time_s[0]), int(records.time_s[-1])
    inside = tuple(c for c in changes if first_s <= c.at <= last_s)
    if not any(c.standing for c in inside):
        return None
    off = tuple(pauses(events, last_s))
    bouts = course(records, off, inside).bouts
    return RecordedRide(
        device=device(part.first("file_id")),
        records=records,
        off=off,
        changes=inside,
        signals=_signals(records),
        riding=~_seconds(bouts, RidePosture.STOPPED),
        standing=_seconds(bouts, RidePosture.STANDING),
    )


def _in_order(records: Records) -> Records:
    """Sort records by time, every second at most once, as the course of a ride needs them."""
    timed = np.flatnonzero(records.time_s >= 0)
    _, first = np.unique(records.time_s[timed], return_index=True)
    return records.pick(timed[first])


def _signals(records: Records) -> Signals:
    """Hold each record until the next."""
    seconds = np.arange(records.time_s[0], records.time_s[-1])
    row = np.searchsorted(records.time_s, seconds, side="right") - 1
    return Signals(records.cadence_rpm[row], records.power_w[row], records.speed_mps[row])


def _seconds(bouts: tuple[PostureBout, ...], posture: RidePosture) -> BoolArray:
    """Whether each second from first to last is spent in a posture."""
    edges = [b.start.timestamp() for b in bouts] + [b.end.timestamp() for b in bouts[-1:]]
    lengths = [round(after - at) for at, after in pairwise(edges)]
    return np.repeat([b.posture is posture for b in bouts], lengths)
