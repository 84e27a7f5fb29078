"""Outings that are no rides: known by sport and time."""

from datetime import datetime, timedelta

from tl_analyzer.log import ActivitySession, Clock, When
from tl_fit.clock import utc
from tl_fit.context import Context
from tl_fit.outing import Outing


def activity(outing: Outing, zone: str, context: Context) -> ActivitySession | None:
    """Make an activity of an outing; None when it is not known when it was or how long."""
    lasted = extent(outing, broken_off=bool(context.stopped))
    if lasted is None:
        return None
    start, end = lasted
    timer_s = outing.total("total_timer_time")
    return ActivitySession(
        start=When(utc=start, zone=zone, clock=Clock.STATED),
        end=end,
        sport=outing.label,
        moving_s=timer_s if timer_s and timer_s <= (end - start).total_seconds() + 1 else None,
        distance_m=outing.total("total_distance") or None,
        provenance=context.provenance(outing.row),
    )


def extent(outing: Outing, *, broken_off: bool) -> tuple[datetime, datetime] | None:
    """From when to when an outing went; None when nothing says so.

    The records say so. Sets of lifts and lengths of a pool may have none, and in a damaged file
    they break off; then the session message says it.
    """
    time_s = outing.records.time_s
    recorded = (utc(int(time_s[0])), utc(int(time_s[-1]))) if len(time_s) > 1 else None
    if recorded and not broken_off:
        return recorded
    start_s = outing.summary.instant("start_time") if outing.summary else None
    if start_s is None or not outing.elapsed_s:
        return recorded
    stated = (utc(start_s), utc(start_s) + timedelta(seconds=outing.elapsed_s))
    agree = recorded and stated[0] <= recorded[1] <= stated[1]
    return stated if agree or not recorded else recorded
