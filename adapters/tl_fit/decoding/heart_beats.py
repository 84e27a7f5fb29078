"""Single heart beats, which fitdecode counts on from a time that they must follow.

Nothing is made of them here. A file whose beats lack that time is left to fitdecode, which stops
there.
"""

import numpy as np
from fitdecode import profile

from tl_fit.decoding.compressed_time import full_times
from tl_fit.decoding.layout import Place, Unsupported
from tl_fit.decoding.messages import Messages
from tl_fit.decoding.strided import Strided

_BYTE = "B"
_NO_BYTE = 0xFF


def require_begins(messages: Messages) -> None:
    """Require that beats follow a time, and that none is missing.

    Raises
    ------
    Unsupported
        They do not.
    """
    beats = _places(messages, profile.FIELD_NUM_HR_EVENT_TIMESTAMP_12)
    first_beat = _first(messages, beats)
    if first_beat is None:
        return
    first_begin = _first(messages, _places(messages, profile.FIELD_NUM_HR_EVENT_TIMESTAMP))
    full_at, full_s = full_times(messages)
    if first_begin is None or not len(full_at) or not full_s.all():
        raise Unsupported("heart beats without a time")
    timed = messages.layouts[int(messages.kinds[full_at[0]])].places
    stamp_at = next(p.at for p in timed if p.number == profile.FIELD_NUM_TIMESTAMP)
    if not (int(full_at[0]), stamp_at) < first_begin < first_beat:
        raise Unsupported("heart beats before any time")
    for kind, place in beats.items():
        offsets = messages.offsets[messages.kinds == kind]
        if len(offsets):
            size = messages.layouts[kind].size
            fields = Strided(messages.data, offsets, size, size)
            stored = [fields.values(place.at + byte, _BYTE) for byte in range(place.size)]
            if (np.array(stored) == _NO_BYTE).all(axis=0).any():
                raise Unsupported("heart beats without a value")


def _places(messages: Messages, number: int) -> dict[int, Place]:
    """By layout, where heart beats have a field."""
    return {
        kind: place
        for kind, layout in enumerate(messages.layouts)
        if layout.number == profile.MESG_NUM_HR
        for place in layout.places
        if place.number == number
    }


def _first(messages: Messages, places: dict[int, Place]) -> tuple[int, int] | None:
    """The first message with a field, and where in it that lies; None where there is none."""
    if not places:
        return None
    at = np.flatnonzero(np.isin(messages.kinds, list(places)))
    return (int(at[0]), places[int(messages.kinds[at[0]])].at) if len(at) else None
