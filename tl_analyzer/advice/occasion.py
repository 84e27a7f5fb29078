"""Where in the athlete's own week an entry belongs, as far as the log shows it."""

from collections.abc import Sequence
from datetime import datetime

from tl_analyzer.advice.day_words import listed, weekday, weekdays_listed
from tl_analyzer.advice.exercise import Place
from tl_analyzer.advice.trial import instants_of
from tl_analyzer.finding import Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import day_at

#: Flags whose evidence holds the instants that an entry at this place should come before.
_COMES_BEFORE = {Place.BETWEEN_DESK_AND_BAR: "TL401", Place.BEFORE_RIDE: "TL302"}

#: Flags that make the evening after a ride the evening to choose.
_OF_RIDES = frozenset({"TL301", "TL303", "TL304"})

_AT_RIDES = (Place.AFTER_RIDE, Place.ON_THE_BIKE)
_AT_LIFTS = (Place.BEFORE_LIFTING, Place.AFTER_LIFTING)


def occasion(place: Place, flags: Sequence[Flag], picture: Picture) -> str:
    """Say when an entry has its place, in this athlete's week.

    Parameters
    ----------
    place : Place
        Its place in the day.
    flags : sequence of Flag
        The flags it answers.
    picture : Picture
        The week: rides, lifts and sitting.

    Returns
    -------
    str
        ``between desk and bar on days like Thursday, before 17:10``; the place alone where the
        log shows no more.
    """
    moments = [m for f in flags if f.code == _COMES_BEFORE.get(place) for m in instants_of(f)]
    if moments:
        return f"{place.words} on days like {_before(moments)}"
    if place is Place.EVENING and not _OF_RIDES.isdisjoint(flag.code for flag in flags):
        days = _ride_days(picture)
        return f"{place.words} after rides{_as_on(days)}" if days else place.words
    if place in _AT_RIDES:
        return f"{place.words}{_as_on(_ride_days(picture))}"
    if place in _AT_LIFTS:
        return f"{place.words}{_as_on(_lifting_days(picture))}"
    if place is Place.AT_THE_DESK:
        return f"{place.words}{_as_on(_desk_days(picture))}"
    return place.words


def _before(moments: Sequence[datetime]) -> str:
    """Weekdays, each with its first moment; one clock time for all where they agree."""
    first: dict[str, str] = {}
    for moment in sorted(moments):
        first.setdefault(weekday(moment), f"{moment:%H:%M}")
    if len(set(first.values())) == 1:
        return f"{listed(first)}, before {next(iter(first.values()))}"
    return listed(f"{day} (before {clock})" for day, clock in first.items())


def _as_on(days: set[int]) -> str:
    return f", as on {weekdays_listed(days)}" if days else ""


def _ride_days(picture: Picture) -> set[int]:
    return {ride.day for ride in picture.rides_this_week() if ride.flexed_min > 0.0}


def _lifting_days(picture: Picture) -> set[int]:
    """Days with work that an entry before lifting prepares for: hinges and overhead lifts."""
    sets = picture.sets
    loading = sets.hard_hinge | (sets.overhead_dose > 0.0) | (sets.ballistic_reps > 0.0)
    return set(sets.day[picture.this_week() & loading].tolist())


def _desk_days(picture: Picture) -> set[int]:
    week = picture.week
    begun = (s.start for s in picture.seated_within(week.start, week.end))
    return {day_at(start, week.zone) for start in begun if start >= week.start}
