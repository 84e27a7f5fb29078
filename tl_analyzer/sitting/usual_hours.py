"""Usual desk hours of the profile: assumed only where the day was not observed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tl_analyzer.log import Posture, Quality
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import WEEKDAYS, Profile
from tl_analyzer.sitting.evidence import OBSERVING, Evidence, Kind
from tl_analyzer.sitting.spans import Span, overlap, subtract, union

#: What observes well enough to say that a day was looked at.
_WELL = (Quality.A, Quality.B)


def usual_hours(
    profile: Profile,
    days: Sequence[date],
    evidence: Iterable[Evidence],
    until: float,
    parameters: Parameters,
) -> Iterator[Evidence]:
    """Working hours, and of them the time that is assumed to be sat through.

    A day of which enough was observed is not filled up outside what was observed: who is not seen
    at the computer after three may have gone home.

    Parameters
    ----------
    profile : Profile
        Usual desk hours.
    days : sequence of date
        Days to fill, in order.
    evidence : iterable of Evidence
        What was observed.
    until : float
        Nothing is assumed after this instant. [s]
    parameters : Parameters
        Share of the hours from which a day counts as observed.
    """
    seen = union(e.span for e in evidence if e.kind in OBSERVING and e.quality in _WELL)
    share = parameters.number("sitting.observed_share")
    for day in days:
        blocks = list(_blocks(profile, day))
        hours = union(b.span for b in blocks)
        length = sum(end - start for start, end in hours)
        observed = sum(overlap(span, seen) for span in hours)
        closed = [*_outside(hours, seen)] if observed >= share * length > 0 else []
        for block in blocks:
            yield replace(block, kind=Kind.WORK_HOURS, posture=Posture.UNKNOWN)
            open_ = Span(block.start, min(block.end, until))
            for start, end in subtract(open_, closed) if open_.end > open_.start else ():
                yield replace(block, start=start, end=end)


def _blocks(profile: Profile, day: date) -> Iterator[Evidence]:
    zone = ZoneInfo(profile.athlete.timezone)
    for block in profile.desk:
        if WEEKDAYS[day.weekday()] in block.days:
            yield Evidence(
                start=datetime.combine(day, block.start, tzinfo=zone).timestamp(),
                end=datetime.combine(day, block.end, tzinfo=zone).timestamp(),
                kind=Kind.USUAL_HOURS,
                posture=Posture.SITTING,
                probability=block.seated_fraction,
                quality=Quality.D,
                source="usual desk hours (profile)",
                style=block.posture,
            )


def _outside(hours: Sequence[Span], seen: Sequence[Span]) -> Iterator[Span]:
    """The working day before the first and after the last thing observed in its hours."""
    first, last = hours[0].start, hours[-1].end
    within = [s for s in seen if s.end > first and s.start < last]
    yield Span(first, max(first, within[0].start))
    yield Span(min(last, within[-1].end), last)
