"""Rides, sitting, movement and the pain diary of a case."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tl_analyzer.finding import DataQuality
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.log import CheckIn, PositionEvidence, Provenance, Quality, When
from tl_analyzer.sitting.sitting import MovedBy, Moving, Sitting
from tl_analyzer.testing.cases.moments import ZONE, Moment, days

Row = Mapping[str, Any]

#: Flexion of somebody on the hoods, and slumped at a desk, where a case does not say. [1]
_RIDING_U, _SITTING_U = 0.4, 0.37


def ride(row: Row) -> RideExposure:
    """A ride of two measured hours, flexed throughout, unless the row says otherwise."""
    start = Moment.parse(row["at"])
    minutes = row.get("minutes", 120)
    flexed = row.get("flexed", minutes)
    measured = row.get("measured", True)
    return RideExposure(
        label=f"{row['at']} ride",
        start=start.seconds,
        end=start.seconds + 60.0 * minutes,
        day=start.day.toordinal(),
        distance_km=row.get("km", 0.0),
        evidence=PositionEvidence.EVENTS if measured else PositionEvidence.NONE,
        position="hoods",
        bouts=(),
        flexed_min=flexed,
        longest_bout_min=row.get("bout", flexed),
        dose_u_min=_RIDING_U * flexed,
        upper_bound=not measured,
        quality=DataQuality.MEASURED if measured else DataQuality.OBSERVED,
    )


def sitting(row: Row) -> Sitting:
    """Sitting from ``at`` until a time of the same day."""
    start = Moment.parse(row["at"])
    until = Moment.parse(f"{row['at'].split()[0]} {row['until']}")
    return Sitting(
        start=start.seconds,
        end=until.seconds,
        u=row.get("u", _SITTING_U),
        probability=row.get("p", 0.95),
        quality=Quality(row.get("quality", "B")),
        source="computer",
        posture="desk_slumped",
    )


def moving(row: Row) -> Moving:
    """Certain movement of twenty minutes, unless the row says otherwise."""
    start = Moment.parse(row["at"]).seconds
    end = start + 60.0 * row.get("minutes", 20)
    return Moving(start, end, row.get("label", "walking"), MovedBy(row.get("by", "activity")))


def check_ins(rows: Iterable[Row]) -> Iterator[CheckIn]:
    """One entry of the diary a day in ``on`` (``"mon -1..sat -1"`` is six of them)."""
    for row in rows:
        yield from (
            CheckIn(
                start=When.from_date(day, ZONE),
                region=row.get("region", "iliac_crest"),
                side=row.get("side", ""),
                score=row.get("score"),
                signs=tuple(row.get("signs", [])),
                provenance=Provenance(adapter="test", file="diary.csv", digest=""),
            )
            for day in days(row["on"])
        )
