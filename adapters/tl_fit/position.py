"""Seated or standing, from the position changes that a head unit records as events."""

from collections.abc import Iterable

from tl_analyzer.parsing.rider_position import Report, Turn, turns
from tl_fit.message import Message

_REPORTS = {report.value: report for report in Report}


def position_changes(events: Iterable[Message]) -> list[Turn]:
    """The changes of position, in time order [FIT time, s].

    Parameters
    ----------
    events : iterable of Message
        Event messages of any kind.

    Returns
    -------
    list of Turn
        Empty when the device reports no positions.
    """
    reports = sorted(
        (time_s, event.row, position)
        for event in events
        if event.word("event") == "rider_position_change"
        and (position := event.word("rider_position")) in _REPORTS
        and (time_s := event.instant("timestamp")) is not None
    )
    return turns([(time_s, _REPORTS[position]) for time_s, _, position in reports])
