"""Times of all-day monitoring, most of which are the lower 16 bits of a time only.

Such a short time starts anew every 18.2 h. It is completed from the last full time before it, so a
silence longer than one round cannot be told from a shorter one; a full time afterwards shows that
there was one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from tl_fit.evidence import evidence
from tl_fit.limits import SHORT_TIME_S
from tl_fit.message import Message

_FULL, _SHORT = "timestamp", "timestamp_16"


class Row(NamedTuple):
    """A monitoring message at its instant [FIT time, s]."""

    time_s: int
    message: Message


class Timed(NamedTuple):
    """Rows in time order, and how many have no time that one can be sure of. [1]"""

    rows: list[Row]
    ambiguous: int


def timed_rows(messages: Sequence[Message]) -> Timed:
    """Give every row its instant.

    Parameters
    ----------
    messages : sequence of Message
        ``monitoring_info``, which only sets the clock, and ``monitoring`` messages in file order;
        without sums, whose time may lie ahead.

    Returns
    -------
    Timed
        Short times before any full time are ambiguous, and so are all those between two full
        times that lie more than a round apart without them, or run backward.
    """
    rows: list[Row] = []
    since: list[Row] = []
    back_s = evidence().limit.backward_s
    now_s: int | None = None
    ambiguous = 0
    for message in messages:
        full_s, short_s = message.instant(_FULL), message.number(_SHORT)
        if full_s is not None:
            if since and now_s is not None and not -back_s <= full_s - now_s < SHORT_TIME_S:
                ambiguous += len(since)
                since = []
            rows += since
            since = []
            now_s = full_s
            if message.name == "monitoring":
                rows.append(Row(full_s, message))
        elif short_s is None or now_s is None:
            ambiguous += message.name == "monitoring"
        else:
            now_s += (short_s - now_s + back_s) % SHORT_TIME_S - back_s
            since.append(Row(now_s, message))
    rows += since
    return Timed(sorted(rows, key=lambda row: row.time_s), ambiguous)
