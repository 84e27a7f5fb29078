"""One FIT file -> the row of its rides, as `tl_analyzer` itself counts them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tl_analyzer as tl

#: How a posture is known, best first; a row is known as its least known ride is.
_KNOWN = ("measured", "observed", "assumed")

#: As many as the JSON of a report gives.
_DECIMALS = 4

#: Rides of one file in which the hands lay differently.
_SEVERAL = "several"


def ride_row(activity: str, file: Path, profile: Path | None) -> dict[str, Any] | None:
    """Values of the table for one activity; None where the file holds no ride.

    Parameters
    ----------
    activity : str
        GarminDB's id of the activity.
    file : Path
        The FIT file it was read from.
    profile : Path or None
        The athlete's profile, for the position on the bike.

    Raises
    ------
    RemediableError
        If the file or the profile cannot be read.
    """
    rides = tl.rides(tl.read(file, profile=profile), week=None)
    if not rides:
        return None
    positions = {ride.position for ride in rides}
    return {
        "activity_id": activity,
        "rides": len(rides),
        "position": positions.pop() if len(positions) == 1 else _SEVERAL,
        "riding_min": round(sum(ride.minutes for ride in rides), _DECIMALS),
        "flexed_min": round(sum(ride.flexed_min for ride in rides), _DECIMALS),
        "flexed_u_min": round(sum(ride.u_min for ride in rides), _DECIMALS),
        "longest_unbroken_min": round(max(ride.longest_unbroken_min for ride in rides), _DECIMALS),
        "longest_is_upper_bound": any(ride.longest_is_upper_bound for ride in rides),
        "standing_s": _whole(ride.standing_s for ride in rides),
        "seated_s": _whole(ride.seated_s for ride in rides),
        "known": max((str(ride.quality) for ride in rides), key=_KNOWN.index),
        "parameters": rides[0].parameter_version,
        "tl_analyzer": tl.__version__,
    }


def _whole(parts: Iterable[float | None]) -> float | None:
    """Sum of the parts; None where one is not known."""
    known = list(parts)
    if None in known:
        return None
    return round(sum(part for part in known if part is not None), _DECIMALS)
