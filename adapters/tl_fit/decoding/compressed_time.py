"""Times in the headers of messages, as old devices write them: their low 5 bits, counted on."""

import numpy as np
import numpy.typing as npt
from fitdecode import profile

from tl_fit.decoding.layout import Unsupported, no_value
from tl_fit.decoding.messages import Messages
from tl_fit.decoding.strided import Strided
from tl_fit.message import BoolArray, IntArray

#: There is no time in a header.
NO_TIME = -1

_COMPRESSED = 0x80
_LOW = 0x1F
_TIME_TYPE = "uint32"


def has_time_in_header(messages: Messages) -> BoolArray:
    """Which messages have their time in their header."""
    return _headers(messages) >= _COMPRESSED


def times_in_headers(messages: Messages) -> IntArray:
    """The time of each message that has it in its header, counted on from the one before [s].

    Full times, in messages of any kind, set the count anew.

    Parameters
    ----------
    messages : Messages
        The messages of one file.

    Returns
    -------
    array of int
        FIT time, of all messages; `NO_TIME` where the header holds none.

    Raises
    ------
    Unsupported
        A full time has another type, or stands in such a message too.
    """
    headers = _headers(messages)
    compressed = np.flatnonzero(headers >= _COMPRESSED)
    low = headers[compressed].astype(np.int64) & _LOW
    full_at, full_s = full_times(messages)
    if np.isin(full_at, compressed).any():
        raise Unsupported("a time in the header of a message and in the message")

    # Each full time, and the beginning of the file, opens a stretch that is counted on from it.
    stretch = np.searchsorted(full_at, compressed)
    opening_s = np.concatenate(([0], full_s))[stretch]
    opens = np.diff(stretch, prepend=-1) != 0
    step_s = (low - np.where(opens, opening_s & _LOW, np.roll(low, 1))) & _LOW
    total_s = np.cumsum(step_s)
    before_s = (total_s - step_s)[np.flatnonzero(opens)][np.cumsum(opens) - 1]
    times_s = np.full(len(headers), NO_TIME)
    times_s[compressed] = opening_s + total_s - before_s
    return times_s


def _headers(messages: Messages) -> npt.NDArray[np.uint8]:
    return np.frombuffer(messages.data, np.uint8)[messages.offsets]


def full_times(messages: Messages) -> tuple[IntArray, IntArray]:
    """Messages that hold a full time, by their index, and that time [s].

    Raises
    ------
    Unsupported
        One has another type than times have.
    """
    found_at, found_s = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for kind, layout in enumerate(messages.layouts):
        stamps = [place for place in layout.places if place.number == profile.FIELD_NUM_TIMESTAMP]
        at = np.flatnonzero(messages.kinds == kind)
        if not stamps or not len(at):
            continue
        if len(stamps) > 1 or stamps[0].length > 1 or stamps[0].base.name != _TIME_TYPE:
            raise Unsupported("times of an unusual type that others are counted on from")
        fields = Strided(messages.data, messages.offsets[at], layout.size, layout.size)
        stored = fields.values(stamps[0].at, layout.order + stamps[0].base.fmt)
        there = stored != no_value(stamps[0].base)
        found_at.append(at[there])
        found_s.append(stored[there].astype(np.int64))
    full_at, full_s = np.concatenate(found_at), np.concatenate(found_s)
    order = np.argsort(full_at)
    return full_at[order], full_s[order]
