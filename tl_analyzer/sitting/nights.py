"""Nights that a wearable saw as stillness and nobody recorded as sleep."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from tl_analyzer.log import Posture, Quality
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.sitting.evidence import Evidence, Kind
from tl_analyzer.sitting.evidence_columns import EvidenceColumns
from tl_analyzer.sitting.spans import Span, overlap, union


def usual_nights(
    profile: Profile, days: Sequence[date], evidence: EvidenceColumns, parameters: Parameters
) -> Iterator[Evidence]:
    """Assume sleep where a wearable was still through a usual night without recording sleep.

    A watch without sleep tracking counts the night as sedentary. Anything that saw the athlete up
    is known better and wins.

    Parameters
    ----------
    profile : Profile
        When the athlete rises, where it says so.
    days : sequence of date
        Days on which nights may end.
    evidence : EvidenceColumns
        What was observed.
    parameters : Parameters
        The usual night.
    """
    still = _spans(evidence, Kind.WRIST, Kind.IDLE_HOUR)
    if not still:
        return
    asleep = _spans(evidence, Kind.SLEEP)
    zone = ZoneInfo(profile.athlete.timezone)
    length = timedelta(hours=parameters.number("sitting.night_hours"))
    usual = timedelta(hours=parameters.number("sitting.rises_hour"))
    rises = profile.sleep.rises or (datetime.min + usual).time()
    following = [day + timedelta(days=1) for day in days[-1:]]
    for day in (*days, *following):
        end = datetime.combine(day, rises, tzinfo=zone)
        night = Span((end - length).timestamp(), end.timestamp())
        if overlap(night, still) and not overlap(night, asleep):
            yield Evidence(
                *night,
                Kind.SLEEP,
                Posture.LYING,
                parameters.number("sitting.p.usual_night"),
                Quality.D,
                "usual night (assumed)",
            )


def _spans(evidence: EvidenceColumns, *kinds: Kind) -> list[Span]:
    rows = evidence.where(frozenset(kinds))
    return union(zip(evidence.start[rows].tolist(), evidence.end[rows].tolist(), strict=True))
