"""Desk time and the pain diary: posture logs, ActivityWatch exports, check-ins."""

from tl_desk.activitywatch import ActivityWatchAdapter
from tl_desk.check_in import CheckInAdapter
from tl_desk.evidence import Evidence, Grades, Limits, shipped_evidence
from tl_desk.posture_csv import PostureCsvAdapter

__all__ = [
    "ActivityWatchAdapter",
    "CheckInAdapter",
    "Evidence",
    "Grades",
    "Limits",
    "PostureCsvAdapter",
    "shipped_evidence",
]
