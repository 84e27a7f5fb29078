"""Seated or standing, from the series POSITION.

Two numberings are in use under this one name. A ride imported from a FIT file keeps the numbers of
FIT: 0 seated, 1 standing, 2 and 3 on the way to sitting and to standing. GoldenCheetah itself, in
its train mode and in its tool that tidies up positions, counts as the sensors do by radio: 0
seated, 1 on the way to sitting, 2 standing, 3 on the way to standing; its tool adds 10 (rolling
without pedalling) and 11 (standing still). Nothing in the file says which one it is. A rider who is
on the way to standing (3 in both) then stands: the number that follows tells.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tl_analyzer.parsing import rider_position
from tl_analyzer.parsing.rider_position import Report, Turn

_RISING, _ONE, _TWO = 3, 1, 2
_SHARED = {
    0: Report.SEATED,
    _RISING: Report.TO_STANDING,
    10: Report.SEATED,
    11: Report.SEATED,
}
_OF_FIT = {**_SHARED, _ONE: Report.STANDING, _TWO: Report.TO_SEATED}
_OF_RADIO = {**_SHARED, _ONE: Report.TO_SEATED, _TWO: Report.STANDING}

#: Every number that tells a position; others, such as FIT's 255, tell none.
CODES = frozenset(_OF_FIT)


class Reported(NamedTuple):
    """A report of position: time since the start [ms], and the number in the file (`CODES`)."""

    ms: int
    code: int


def turns(reports: Sequence[Reported]) -> list[Turn] | None:
    """The changes of position, in time order [ms after the start].

    Parameters
    ----------
    reports : sequence of Reported
        Reports; those of one instant in the order of the file.

    Returns
    -------
    list of Turn or None
        Empty without reports; None where it cannot be told which numbering they follow.
    """
    # Times are whole seconds: within one, the order of the file tells what came first.
    ordered = sorted(reports, key=lambda report: report.ms)
    numbering = _numbering([report.code for report in ordered])
    if numbering is None:
        return None
    return rider_position.turns([(report.ms, numbering[report.code]) for report in ordered])


def _numbering(codes: Sequence[int]) -> Mapping[int, Report] | None:
    after = Counter(b for a, b in pairwise(codes) if a == _RISING)
    if after[_ONE] != after[_TWO]:
        return _OF_FIT if after[_ONE] > after[_TWO] else _OF_RADIO
    held = {_ONE, _TWO} & set(codes)
    if not held:
        return _OF_FIT
    # Only one of both, and nobody on the way to standing: a way back without a way there is none.
    if _RISING not in codes and len(held) == 1:
        return _OF_FIT if _ONE in held else _OF_RADIO
    return None
