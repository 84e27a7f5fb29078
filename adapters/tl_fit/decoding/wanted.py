"""What is taken out of a FIT file: columns of records, and messages kept with their fields."""

import math
from collections.abc import Sequence

import numpy as np

from tl_fit.limits import LATEST_FIT_S
from tl_fit.message import FloatArray, Records, Scalar

#: The message that is one row of the record table.
RECORD = "record"

#: Fields that feed the record table, and the column of each: the first value wins, because some
#: programs write a field twice, once without a value.
COLUMNS = {
    "timestamp": 0,
    "speed": 1,
    "enhanced_speed": 1,
    "cadence": 2,
    "power": 3,
    "distance": 4,
    "position_lat": 5,
}

#: Columns of the record table.
WIDTH = 1 + max(COLUMNS.values())

#: Messages kept with their fields; all others are counted by name.
KEPT = frozenset(
    {
        "activity",
        "event",
        "exercise_title",
        "file_id",
        "lap",
        "monitoring",
        "monitoring_info",
        "session",
        "set",
        "sport",
        "user_profile",
        "weight_scale",
        "workout_step",
    }
)

#: Fields that may hold several numbers at once: a watch guesses exercises by the list.
CODED = frozenset({"category", "category_subtype", "exercise_category", "exercise_name"})


def records(columns: Sequence[FloatArray]) -> Records:
    """The record table.

    Parameters
    ----------
    columns : sequence of array of float
        In the order of `COLUMNS`; NaN where there is no value.
    """
    time_s, *others = columns
    with np.errstate(invalid="ignore"):
        known = (time_s >= 0) & (time_s <= LATEST_FIT_S)
    return Records(np.where(known, time_s, -1.0).astype(np.int64), *others)


def scalar(value: object) -> Scalar | None:
    """A single value; of an array the first that is there."""
    if isinstance(value, tuple):
        value = next((item for item in value if item is not None), None)
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and math.isfinite(value):
        return value
    return None


def codes(raw: object) -> tuple[int | None, ...]:
    """The numbers of a field that may hold several, as they stand in the file."""
    several = raw if isinstance(raw, tuple) else (raw,)
    return tuple(number if isinstance(number, int) else None for number in several)
