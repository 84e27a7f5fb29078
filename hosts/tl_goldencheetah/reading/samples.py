"""The samples of one activity: collected one by one, then columns in time order."""

import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from tl_goldencheetah.reading.cuts import cuts

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

_SECS = "SECS"
_COLUMNS = ("KM", "KPH", "CAD", "WATTS")
_PLACE = ("LAT", "LON")
#: Series that only runs have.
_RUNNING = ("RVERT", "RCAD", "RCON")
_M_PER_KM = 1000.0
_KPH_PER_MPS = 3.6


@dataclass(frozen=True)
class Samples:
    """Samples in time order, every millisecond at most once; what is not known is NaN.

    Attributes
    ----------
    ms : array of int
        Time since the start of the activity [ms].
    distance_m, speed_mps, cadence_rpm, power_w : array of float
        Running distance [m], speed [m/s], cadence [1/min] and power [W].
    """

    ms: IntArray
    distance_m: FloatArray
    speed_mps: FloatArray
    cadence_rpm: FloatArray
    power_w: FloatArray

    def __len__(self) -> int:
        return len(self.ms)


def number(value: object) -> float:
    """A number of a file; NaN for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return math.nan
    try:
        found = float(value)
    except OverflowError:
        return math.nan
    return found if math.isfinite(found) else math.nan


@dataclass
class Collected:
    """Samples as they come from the file.

    Attributes
    ----------
    refused : int
        Those without a time that can be true, and those beyond what is read.
    placed, running : bool
        Whether any has a position, and whether any has what only runs have.
    """

    refused: int = 0
    placed: bool = False
    running: bool = False
    _secs: "array[float]" = field(default_factory=lambda: array("d"))
    _values: dict[str, "array[float]"] = field(
        default_factory=lambda: {name: array("d") for name in _COLUMNS}
    )

    def __len__(self) -> int:
        return len(self._secs)

    def add(self, sample: object) -> None:
        """Take one sample; one without a time is counted and left."""
        secs = number(sample.get(_SECS)) if isinstance(sample, Mapping) else math.nan
        believed = 0 <= secs <= cuts().longest_s and len(self) < cuts().samples
        if not believed or not isinstance(sample, Mapping):
            self.refused += 1
            return
        self._secs.append(secs)
        for name, column in self._values.items():
            column.append(number(sample.get(name)))
        # GoldenCheetah writes zeros where a series was not recorded, or leaves it out.
        self.placed = self.placed or any(
            abs(number(sample[name])) > 0 for name in _PLACE if name in sample
        )
        self.running = self.running or any(
            number(sample[name]) > 0 for name in _RUNNING if name in sample
        )

    def in_order(self) -> Samples:
        """The samples as columns."""
        ms = np.rint(np.array(self._secs, dtype=np.float64) * 1000).astype(np.int64)
        order = np.argsort(ms, kind="stable")
        times, first = np.unique(ms[order], return_index=True)

        def column(name: str, scale: float, most: float) -> FloatArray:
            values = np.array(self._values[name], dtype=np.float64)[order] * scale
            values = np.where((values >= 0) & (values <= most), values, np.nan)
            return np.fmax.reduceat(values, first) if len(first) else values

        return Samples(
            times,
            column("KM", _M_PER_KM, math.inf),
            column("KPH", 1 / _KPH_PER_MPS, cuts().fastest_mps),
            column("CAD", 1.0, cuts().cadence_most_rpm),
            column("WATTS", 1.0, cuts().power_most_w),
        )
