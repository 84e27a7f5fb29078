"""Usual desk hours of the profile: assumed only where the day was not observed."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter

from tl_analyzer.local_days import instant_at
from tl_analyzer.log import Posture, Quality
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import WEEKDAYS, DeskBlock, Profile
from tl_analyzer.sitting.evidence import OBSERVING, Evidence, Kind
from tl_analyzer.sitting.spans import Span, overlap, subtract, union

#: What observes well enough to say that a day was looked at.
_WELL = (Quality.A, Quality.B)

_SOURCE = "usual desk hours (profile)"


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
    if not profile.desk:
        return
    seen = union([e[:2] for e in evidence if e.kind in OBSERVING and e.quality in _WELL])
    share = parameters.number("sitting.observed_share")
    for day in days:
        weekday = WEEKDAYS[day.weekday()]
        blocks = [(b, _hours(b, day, profile)) for b in profile.desk if weekday in b.days]
        closed = _closed([hours for _, hours in blocks], seen, share) if seen else ()
        for block, hours in blocks:
            assumed = _assumed(block, hours)
            yield assumed._replace(kind=Kind.WORK_HOURS, posture=Posture.UNKNOWN)
            open_ = Span(hours.start, min(hours.end, until))
            for left in subtract(open_, closed) if open_.end > open_.start else ():
                yield assumed.over(*left, Kind.USUAL_HOURS)


def _assumed(block: DeskBlock, hours: Span) -> Evidence:
    return Evidence(
        *hours,
        Kind.USUAL_HOURS,
        Posture.SITTING,
        block.seated_fraction,
        Quality.D,
        _SOURCE,
        block.posture,
    )


def _hours(block: DeskBlock, day: date, profile: Profile) -> Span:
    zone, ordinal = profile.athlete.timezone, day.toordinal()
    return Span(instant_at(ordinal, block.start, zone), instant_at(ordinal, block.end, zone))


def _closed(blocks: Sequence[Span], seen: Sequence[Span], share: float) -> Sequence[Span]:
    """What of a working day is not filled up, since enough of the day was observed."""
    hours = union(blocks)
    length = sum(end - start for start, end in hours)
    observed = sum(overlap(span, seen) for span in hours)
    return [*_outside(hours, seen)] if observed >= share * length > 0 else ()


def _outside(hours: Sequence[Span], seen: Sequence[Span]) -> Iterator[Span]:
    """The working day before the first and after the last thing observed in its hours."""
    first, last = hours[0].start, hours[-1].end
    earliest = seen[bisect_right(seen, first, key=itemgetter(1))]
    latest = seen[bisect_left(seen, last, key=itemgetter(0)) - 1]
    yield Span(first, max(first, earliest.start))
    yield Span(min(last, latest.end), last)
