"""Work as machines and timers saw it: time trackers, editors, locks, desks, thigh sensors."""

from tl_worktime.acti_motus import ActiMotusAdapter
from tl_worktime.activpal import ActivpalAdapter
from tl_worktime.activpal_sleep import ActivpalSleepAdapter
from tl_worktime.clockify import ClockifyAdapter
from tl_worktime.desk_height import DeskHeightAdapter
from tl_worktime.evidence import Evidence, Grades, Limits, shipped_evidence
from tl_worktime.rescuetime import RescueTimeAdapter
from tl_worktime.toggl import TogglAdapter
from tl_worktime.wakatime import WakaTimeAdapter
from tl_worktime.windows_lock import WindowsLockAdapter

__all__ = [
    "ActiMotusAdapter",
    "ActivpalAdapter",
    "ActivpalSleepAdapter",
    "ClockifyAdapter",
    "DeskHeightAdapter",
    "Evidence",
    "Grades",
    "Limits",
    "RescueTimeAdapter",
    "TogglAdapter",
    "WakaTimeAdapter",
    "WindowsLockAdapter",
    "shipped_evidence",
]
