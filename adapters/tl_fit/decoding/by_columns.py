"""A FIT file decoded by columns."""

import struct
from collections import Counter

import numpy as np

from tl_fit.decoding import mending
from tl_fit.decoding.chain import Ended, chained
from tl_fit.decoding.columns import record_table
from tl_fit.decoding.heart_beats import require_begins
from tl_fit.decoding.layout import Unsupported
from tl_fit.decoding.messages import Messages
from tl_fit.decoding.singles import are_kept, single_messages
from tl_fit.decoding.walk import walk
from tl_fit.limits import MAX_FRAMES, MAX_MESSAGES
from tl_fit.message import Decoded, Part

#: What damaged bytes raise that no check foresaw.
_RAISED = (ArithmeticError, LookupError, TypeError, ValueError, struct.error)


def decode_by_columns(data: bytes) -> Decoded:
    """Decode all complete messages of a FIT file, by columns.

    Parameters
    ----------
    data : bytes
        The file, from its header on.

    Returns
    -------
    Decoded
        What `decode_by_fitdecode` makes of it.

    Raises
    ------
    Unsupported
        The file holds something that columns do not cover, or is damaged otherwise than cut off.
    """
    data, stated = mending.with_data_stated(data)
    try:
        return _decoded(data, stated)
    except _RAISED as error:
        raise Unsupported(f"damaged bytes ({error})") from error


def _decoded(data: bytes, stated: bool) -> Decoded:
    parts: list[Part] = []
    stopped = ""
    empty_fields = False
    # What bounds the walk: headers, definitions, messages and checksums; messages kept.
    frames = kept = rows = 0
    try:
        for file in chained(data):
            messages = walk(data, file, MAX_FRAMES - frames - 1)
            frames += 1 + messages.frames
            messages = _with_kept_at_most(messages, MAX_MESSAGES - kept)
            empty_fields |= messages.empty_after is not None
            if len(messages.kinds):
                parts.append(_part(messages, rows))
                rows += len(messages.kinds)
                kept += len(parts[-1].messages)
            if frames >= MAX_FRAMES or kept >= MAX_MESSAGES:
                raise Ended(mending.TOO_MANY)
            if messages.stopped:
                raise Ended(messages.stopped)
            frames += file.whole
            if frames >= MAX_FRAMES:
                raise Ended(mending.TOO_MANY)
    except Ended as ended:
        stopped = str(ended)
    return Decoded(tuple(parts), stopped, mending.said(stated, empty_fields))


def _with_kept_at_most(messages: Messages, most: int) -> Messages:
    """The messages up to the last that is kept, where more would be."""
    kept = np.flatnonzero(are_kept(messages))
    return messages if len(kept) < most else messages.first(int(kept[most - 1]) + 1)


def _part(messages: Messages, rows: int) -> Part:
    counts: Counter[str] = Counter()
    for layout, count in zip(messages.layouts, messages.counts, strict=True):
        if count:
            counts[layout.name] += count
    require_begins(messages)
    return Part(counts, single_messages(messages, rows), record_table(messages))
