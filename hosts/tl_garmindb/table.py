"""The table GarminDB keeps for us in ``garmin_activities.db``: one row an activity with a ride."""

from typing import Any

from sqlalchemy import Boolean, Float, Integer, String

#: GarminDB refuses to open a database that holds a table in another version, and with it every
#: activity: a changed layout takes a new name, never a new version.
NAME = "tl_ride_posture"
VERSION = 1
KEY = ("activity_id",)

#: Each column with its type, and its unit as GarminDB keeps it beside the table.
_COLUMNS: dict[str, tuple[Any, str]] = {
    "activity_id": (String, ""),
    "rides": (Integer, ""),
    "position": (String, ""),
    "riding_min": (Float, "min"),
    "flexed_min": (Float, "min"),
    "flexed_u_min": (Float, "u-min"),
    "longest_unbroken_min": (Float, "min"),
    "longest_is_upper_bound": (Boolean, ""),
    "standing_s": (Float, "s"),
    "seated_s": (Float, "s"),
    "known": (String, ""),
    "parameters": (String, ""),
    "tl_analyzer": (String, ""),
}


def columns() -> dict[str, dict[str, Any]]:
    """The columns as GarminDB takes them."""
    return {
        name: {"args": [kind]} | ({"units": unit} if unit else {})
        for name, (kind, unit) in _COLUMNS.items()
    }
