"""Toggl Track: the detailed report as CSV."""

from typing import ClassVar

from tl_analyzer.parsing.layout import Layout
from tl_worktime.timers import TimerAdapter

_TIMES = ("start date", "start time", "end date", "end time", "duration")
_LAYOUT = Layout(
    known=_TIMES,
    required=frozenset(_TIMES),
    anchors=("start date",),
    also={"stop date": "end date", "stop time": "end time"},
)


class TogglAdapter(TimerAdapter):
    """Reads the detailed report of Toggl."""

    name: ClassVar[str] = "toggl"
    recognised: ClassVar[str] = "Toggl Track: detailed report as CSV"
    layout = _LAYOUT
    source = "time tracker (Toggl)"
