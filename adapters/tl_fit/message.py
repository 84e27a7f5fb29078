"""What a decoded FIT file is made of: columns of records, and single messages."""

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

import numpy as np
import numpy.typing as npt

from tl_fit.limits import EARLIEST_FIT_S, LATEST_FIT_S

IntArray = npt.NDArray[np.int64]
FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]

#: A value of a single message. Enumerations the public profile knows come as their name.
Scalar = int | float | str


@dataclass(frozen=True)
class Message:
    """A message that is no record: an event, a lap, a summary.

    Attributes
    ----------
    name : str
        As in the public FIT profile.
    row : int
        Number of the message in the file, counted from 1.
    fields : mapping of str to int, float or str
        Fields that hold a value; of a name that occurs twice the first value.
    codes : mapping of str to tuple
        Numbers as stored, of the fields that hold several at once; None where one is missing.
    """

    name: str
    row: int
    fields: Mapping[str, Scalar]
    codes: Mapping[str, tuple[int | None, ...]] = field(default_factory=dict)

    def amount(self, field: str) -> float | None:
        """A finite number of zero or more, else None."""
        value = self.fields.get(field)
        if isinstance(value, str) or value is None or not math.isfinite(value) or value < 0:
            return None
        return float(value)

    def instant(self, field: str) -> int | None:
        """A FIT time that names an instant, not seconds since power-on [s]."""
        value = self.amount(field)
        if value is None or not EARLIEST_FIT_S <= value <= LATEST_FIT_S:
            return None
        return int(value)

    def number(self, field: str) -> int | None:
        """A whole number of zero or more, else None."""
        value = self.amount(field)
        return None if value is None else int(value)

    def word(self, field: str) -> str:
        """A name or text fit to print; empty where there is none."""
        value = self.fields.get(field)
        if not isinstance(value, str):
            return ""
        if not value.isprintable():
            value = "".join(char for char in value if char.isprintable())
        return value.strip()[:60]


@dataclass(frozen=True)
class Records:
    """The columns of all records, one row a record; NaN where a field holds no value.

    Attributes
    ----------
    time_s : array of int
        FIT time: seconds since 1989-12-31 00:00 UTC; -1 where the record has none. [s]
    speed_mps, cadence_rpm, power_w, distance_m : array of float
        Speed [m/s], cadence [1/min], power [W], distance since the start [m].
    latitude : array of float
        Latitude as stored; only its presence matters here.
    """

    time_s: IntArray
    speed_mps: FloatArray
    cadence_rpm: FloatArray
    power_w: FloatArray
    distance_m: FloatArray
    latitude: FloatArray

    def __len__(self) -> int:
        return len(self.time_s)

    def pick(self, rows: BoolArray | IntArray) -> Self:
        """The rows of a mask or a list of row numbers, in that order."""
        return type(self)(
            self.time_s[rows],
            self.speed_mps[rows],
            self.cadence_rpm[rows],
            self.power_w[rows],
            self.distance_m[rows],
            self.latitude[rows],
        )


@dataclass(frozen=True)
class Part:
    """One FIT file; chained files hold several.

    Attributes
    ----------
    counts : Counter of str
        Messages by name, records among them.
    messages : tuple of Message
        The messages that are kept, in file order.
    records : Records
        The records, in file order.
    """

    counts: Counter[str]
    messages: tuple[Message, ...]
    records: Records

    def named(self, name: str) -> list[Message]:
        """The messages of one name, in file order."""
        return [message for message in self.messages if message.name == name]

    def first(self, name: str) -> Message | None:
        """The first message of one name."""
        return next((message for message in self.messages if message.name == name), None)


@dataclass(frozen=True)
class Decoded:
    """What could be decoded of a file.

    Attributes
    ----------
    parts : tuple of Part
        The chained files; one, usually.
    stopped : str
        Why the walk ended before the end of the bytes; empty when it did not.
    mended : str
        What was mended before the walk; empty when nothing was.
    uncovered : str
        Why it was decoded field by field; empty when it was decoded by columns.
    checksums_hold : bool or None
        Whether its checksums are right; None where it has none.
    """

    parts: tuple[Part, ...]
    stopped: str = ""
    mended: str = ""
    uncovered: str = ""
    checksums_hold: bool | None = None
