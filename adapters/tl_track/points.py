"""The points of one activity: collected one by one, then columns in time order."""

import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import numpy as np
import numpy.typing as npt

from tl_analyzer.parsing.xml_stream import local_name
from tl_track.clock import Instant, read_time
from tl_track.cuts import cuts

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

#: Names of what a point may measure, in TCX and in the extensions of GPX.
_MEASURES = {
    "DistanceMeters": "distance_m",
    "Speed": "speed_mps",
    "speed": "speed_mps",
    "Cadence": "cadence_rpm",
    "cad": "cadence_rpm",
    "cadence": "cadence_rpm",
    "Watts": "power_w",
    "power": "power_w",
    "PowerInWatts": "power_w",
    "LatitudeDegrees": "latitude",
    "LongitudeDegrees": "longitude",
}
_TIMES = frozenset({"Time", "time"})
_COLUMNS = ("distance_m", "speed_mps", "cadence_rpm", "power_w", "latitude", "longitude")


@dataclass(frozen=True)
class Points:
    """Points in time order, every millisecond at most once; what is not known is NaN.

    Attributes
    ----------
    ms : array of int
        Time [ms since 1970, UTC].
    begins : array of bool
        Whether a point begins a track after a pause.
    distance_m, speed_mps, cadence_rpm, power_w : array of float
        Running distance [m], speed [m/s], cadence [1/min] and power [W].
    latitude, longitude : array of float
        Position [deg]. It serves to tell the distance and goes no further.
    """

    ms: IntArray
    begins: BoolArray
    distance_m: FloatArray
    speed_mps: FloatArray
    cadence_rpm: FloatArray
    power_w: FloatArray
    latitude: FloatArray
    longitude: FloatArray

    def __len__(self) -> int:
        return len(self.ms)


@dataclass(frozen=True)
class Timed:
    """Points with times one can build on.

    Attributes
    ----------
    points : Points
        The points.
    impossible : int
        Points left out because their time is days away from all others.
    backward : int
        Points that were written after a later one, and were put in their place.
    """

    points: Points
    impossible: int
    backward: int


def _column() -> "array[float]":
    return array("d")


@dataclass
class Collected:
    """Points as they come from the file.

    Attributes
    ----------
    untimed, misread : int
        Points without a readable time; those of them that have one written.
    surplus : int
        Points beyond what is read of one activity.
    zoneless, placed : int
        Points whose time states no offset, and points with a position.
    """

    untimed: int = 0
    misread: int = 0
    surplus: int = 0
    zoneless: int = 0
    placed: int = 0
    _ms: "array[int]" = field(default_factory=lambda: array("q"))
    _begins: bytearray = field(default_factory=bytearray)
    _values: dict[str, "array[float]"] = field(
        default_factory=lambda: {name: _column() for name in _COLUMNS}
    )

    def __len__(self) -> int:
        """Points with a time."""
        return len(self._ms)

    @property
    def left_out(self) -> int:
        """Points that were not taken."""
        return self.untimed + self.surplus

    def add(self, element: Element, *, begins: bool) -> None:
        """Take one point; one without a time, or too many, is counted and left."""
        if len(self) >= cuts().points:
            self.surplus += 1
            return
        time: Instant | None = None
        written = False
        held = dict.fromkeys(_COLUMNS, math.nan)
        for name, text in _facts(element):
            if name in _TIMES:
                written = True
                time = time or read_time(text)
            elif (column := _MEASURES.get(name)) and math.isnan(held[column]):
                held[column] = _number(text)
        self.placed += not math.isnan(held["latitude"] + held["longitude"])
        if time is None:
            self.untimed += 1
            self.misread += written
            return
        self.zoneless += not time.zoned
        self._ms.append(time.ms)
        self._begins.append(begins)
        for column, value in held.items():
            self._values[column].append(value)

    def timed(self) -> Timed:
        """The points in order, without those whose time cannot be true."""
        ms = np.array(self._ms, dtype=np.int64)
        middle = np.median(ms) if len(ms) else 0
        sound = np.abs(ms - middle) <= 1000 * cuts().clock_span_s
        backward = int(np.count_nonzero(np.diff(ms[sound]) < 0))
        order = np.flatnonzero(sound)[np.argsort(ms[sound], kind="stable")]
        times, first = np.unique(ms[order], return_index=True)

        def merged(name: str) -> FloatArray:
            column = _believed(name, np.array(self._values[name], dtype=np.float64))[order]
            return np.fmax.reduceat(column, first) if len(first) else column

        begins = np.array(self._begins, dtype=np.bool_)[order]
        points = Points(
            times,
            np.logical_or.reduceat(begins, first) if len(first) else begins,
            *(merged(name) for name in _COLUMNS),
        )
        return Timed(points, len(ms) - len(order), backward)


def _facts(element: Element) -> Iterator[tuple[str, str]]:
    """Every named text of a point, and the position that GPX writes as attributes."""
    for part in element.iter():
        if part.text:
            yield local_name(part), part.text
    yield "LatitudeDegrees", element.get("lat", "")
    yield "LongitudeDegrees", element.get("lon", "")


def read_number(text: str | None) -> float | None:
    """Read a number of zero or more, such as a total; None where there is none."""
    value = _number(text or "")
    return value if math.isfinite(value) and value >= 0 else None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


_RANGES = {
    "distance_m": (0.0, math.inf),
    "latitude": (-90.0, 90.0),
    "longitude": (-180.0, 180.0),
}


def _believed(name: str, column: FloatArray) -> FloatArray:
    """A column without what it cannot hold."""
    tops = {
        "speed_mps": cuts().fastest_mps,
        "cadence_rpm": cuts().cadence_most_rpm,
        "power_w": cuts().power_most_w,
    }
    least, most = _RANGES.get(name, (0.0, tops.get(name, math.inf)))
    finite = np.isfinite(column)
    if name == "speed_mps" and bool((column[finite] > most).any()):
        # Some programs write other units than metres a second: then none of it is believed.
        return np.full(len(column), math.nan)
    believed = finite & (column >= least) & (column <= most)
    return np.where(believed, column, math.nan)
