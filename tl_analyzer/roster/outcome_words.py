"""Outcome statistics in words: counts of what was logged, each with how sure it is."""

from collections.abc import Iterator

from tl_analyzer.report.wording import clean, count, number, share
from tl_analyzer.roster.outcomes import Incidence, Outcomes, PlaceOfPain, WeekOfDiaries

#: Regions that are named before the rest is counted. [1]
_NAMED = 6


def outcome_lines(found: Outcomes) -> Iterator[str]:
    """Say what was logged, then what is not said; how it is counted are its ``notes``."""
    weeks = count(len(found.weeks), "week")
    kept = f"{found.with_diary} of {count(found.athletes, 'athlete')} checked in at all"
    mean = "" if found.response is None else f", {percent(found.response)} % in a mean week"
    yield f"{weeks} to {found.last_week}: {kept}{mean}."
    if found.incidence is not None:
        yield incidence_in_words(found.incidence)
    told = [week for week in found.weeks if week.share is not None]
    if told:
        yield week_in_words(told[-1])
        yield _over_the_weeks(told)
    if found.places:
        yield places_in_words(found.places)
    if found.already_there:
        yield (
            f"{count(found.already_there, 'episode')} began too early in a diary to tell whether"
            " new; not counted."
        )
    yield from found.too_little


def incidence_in_words(found: Incidence) -> str:
    """``6 new episodes in 1870 h of training: 3.21 per 1,000 h (95 % interval 1.2 to 7)``."""
    assumed = f", {share(found.assumed_share)} of them assumed" if found.assumed_share else ""
    return (
        f"{count(found.episodes, 'new episode')} in {number(found.hours, 4)} h of training"
        f"{assumed}: {number(found.per_1000_h, 2)} per 1,000 h"
        f" (95 % interval {number(found.low, 2)} to {number(found.high, 2)})."
    )


def week_in_words(week: WeekOfDiaries) -> str:
    """``2026-W46: 17 of 44 who checked in had any pain, 39 % (95 % interval 26 to 53 %)``."""
    said = f"{week.week}: {week.with_pain} of {week.checked_in} who checked in logged any pain"
    if week.share is None or week.low is None or week.high is None:
        return f"{said}; too few for a share."
    return (
        f"{said}, {percent(week.share)} %"
        f" (95 % interval {percent(week.low)} to {percent(week.high)} %)."
    )


def percent(part: float) -> str:
    """A share of few athletes: whole per cent are known at best."""
    return f"{100 * part:.0f}"


def places_in_words(places: tuple[PlaceOfPain, ...]) -> str:
    """``New episodes by region: lumbar 5 (5 both sides), ...``."""
    named = [_place(place) for place in places[:_NAMED]]
    rest = sum(place.episodes for place in places[_NAMED:])
    return f"New episodes by region: {', '.join([*named, f'{rest} elsewhere'] if rest else named)}."


def _place(place: PlaceOfPain) -> str:
    sides = (("left", place.left), ("right", place.right), ("both sides", place.both))
    told = ", ".join(f"{n} {side}" for side, n in (*sides, ("side not said", place.not_said)) if n)
    region = clean(place.region).replace("_", " ") or "region not said"
    outside = "" if place.junction else "; not around the junction"
    return f"{region} {place.episodes} ({told}{outside})"


def _over_the_weeks(weeks: list[WeekOfDiaries]) -> str:
    shares = [week.share for week in weeks if week.share is not None]
    return (
        f"Over {count(len(shares), 'week')}: between {percent(min(shares))} and"
        f" {percent(max(shares))} % of those who checked in logged any pain."
    )
