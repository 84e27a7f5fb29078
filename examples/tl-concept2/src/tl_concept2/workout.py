"""One workout of the logbook as a session of the log."""

from datetime import timedelta

from tl_analyzer.log import (
    ActivitySession,
    PostureBout,
    Provenance,
    RidePosture,
    RideSession,
    When,
)
from tl_analyzer.parsing.dates import Dates

from tl_concept2.cells import Cells


def workout(
    row: Cells, dates: Dates, zone: str, source: Provenance
) -> RideSession | ActivitySession:
    """A ride on the BikeErg where its clock is known; an activity otherwise.

    Raises
    ------
    CellError
        If a cell cannot be read.
    """
    ended, work_s, rest_s = row.end(dates, zone), row.work_s(), row.rest_s()
    metres = row.metres("metres") + row.metres("rest_metres")
    took = timedelta(seconds=work_s + rest_s)
    # Of a bare date the log keeps noon: nothing is before or after it, so it is not moved.
    start = When(utc=ended.utc - took, zone=zone, clock=ended.clock) if ended.timed else ended
    end, sport = start.utc + took, row.sport
    if not (sport.is_ride and start.timed):
        return ActivitySession(
            start=start,
            end=end,
            sport=sport.name,
            moving_s=work_s,
            distance_m=metres or None,
            provenance=source,
        )
    return RideSession(
        start=start,
        end=end,
        elapsed_s=work_s + rest_s,
        moving_s=work_s,
        distance_m=metres or None,
        sub_sport=sport.sub_sport,
        indoor=True,
        average_power_w=row.amount("watts") or None,
        device="Concept2 BikeErg",
        bouts=_bouts(start, work_s, rest_s),
        recorded=False,
        provenance=source,
    )


def _bouts(start: When, work_s: float, rest_s: float) -> tuple[PostureBout, ...]:
    """First the riding, then the rests: the logbook says how long they were, and not when."""
    turn = start.utc + timedelta(seconds=work_s)
    riding = PostureBout(start=start.utc, end=turn, posture=RidePosture.UNKNOWN)
    if not rest_s:
        return (riding,)
    end = turn + timedelta(seconds=rest_s)
    return (riding, PostureBout(start=turn, end=end, posture=RidePosture.STOPPED))
