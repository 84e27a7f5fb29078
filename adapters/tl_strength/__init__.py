"""Strength logs as CSV, text or JSON: each layout a table, one engine for all.

Beside them: Garmin's list of activities.
"""

from tl_strength.adapter import StrengthCsvAdapter
from tl_strength.garmin_activities import GarminActivitiesAdapter
from tl_strength.hevy_json import HevyJsonAdapter
from tl_strength.jefit import JefitAdapter
from tl_strength.progression_json import ProgressionAdapter

__all__ = [
    "GarminActivitiesAdapter",
    "HevyJsonAdapter",
    "JefitAdapter",
    "ProgressionAdapter",
    "StrengthCsvAdapter",
]
