"""The plan's work, item by item, onto the days of the week ahead."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from tl_analyzer.advice.catalogue import Catalogue
from tl_analyzer.advice.day_words import listed, weekdays_listed
from tl_analyzer.advice.exercise import Place
from tl_analyzer.advice.places import places
from tl_analyzer.advice.plan_item import PlanItem, Purpose
from tl_analyzer.agenda.agenda import LeftOver
from tl_analyzer.agenda.day_sheet import Chosen, DaySheet
from tl_analyzer.agenda.openings import Opening, openings
from tl_analyzer.agenda.rhythm import Rhythm
from tl_analyzer.agenda.spread import Wish, spread

#: Work like strength training: a day between serves it.
_LIKE_STRENGTH = (Purpose.STABILITY, Purpose.HIP)


#: So often a week it can be done with a day between; what is meant more often needs none. [days]
_WITH_REST = 4


class Obstacle(StrEnum):
    """Why an item does not stand on a day."""

    OVER = "over"
    NO_OCCASION = "no_occasion"
    NO_MINUTES = "no_minutes"
    NO_ROOM = "no_room"


#: What a place waits for, where a day has none of it.
_OCCASIONS = {
    Place.BEFORE_LIFTING: "no lifting",
    Place.AFTER_LIFTING: "no lifting",
    Place.BETWEEN_DESK_AND_BAR: "no lifting after desk hours",
    Place.BEFORE_RIDE: "no ride",
    Place.AFTER_RIDE: "no ride",
}


class Way(NamedTuple):
    """How an item can stand on one day."""

    opening: Opening
    preferred: bool


def place_all(
    items: Sequence[PlanItem],
    sheets: Sequence[DaySheet],
    book: Catalogue,
    rhythm: Rhythm,
    zone: str,
) -> tuple[LeftOver, ...]:
    """Put every item onto days, and say what did not fit.

    Items that may stand at their own place alone choose first; within each kind the order is that
    of the plan.

    Parameters
    ----------
    items : sequence of PlanItem
        Items that take time.
    sheets : sequence of DaySheet
        The seven days; they are filled.
    book : Catalogue
        Knows the place of each item.
    rhythm : Rhythm
        The hours of the athlete's day.
    zone : str
        IANA zone of its clocks.
    """
    left = {}
    for item in sorted(items, key=lambda i: book.exercises[i.key].place is Place.ANY):
        own = places(book.exercises[item.key], item.because, book)
        anywhere = book.exercises[item.key].place is Place.ANY
        found = {s.known.day: _way(item, own, anywhere, s, rhythm, zone) for s in sheets}
        done = [s.known.day for s in sheets if item.key in s.done]
        ways = {d: w for d, w in found.items() if isinstance(w, Way) and d not in done}
        laden = {s.known.day: sum(c.item.minutes for c in s.chosen) for s in sheets}
        preferred = {day: way.preferred for day, way in ways.items()}
        days = spread(preferred, _wish(item, len(done), anywhere), done, laden)
        for sheet in sheets:
            if sheet.known.day in days:
                sheet.chosen.append(Chosen(item, ways[sheet.known.day].opening))
        if len(done) + len(days) < _wanted(item):
            others = {d: met for d, met in found.items() if d not in (*days, *done)}
            left[item.key] = LeftOver(
                key=item.key,
                exercise=item.exercise,
                wanted=_wanted(item),
                placed=len(days),
                done=len(done),
                reason=_reason(others, own, len(sheets)),
            )
    return tuple(left[item.key] for item in items if item.key in left)


def _wanted(item: PlanItem) -> int:
    return max(item.per_week, 1)


def _wish(item: PlanItem, done: int, anywhere: bool) -> Wish:
    strength = item.purpose in _LIKE_STRENGTH
    return Wish(
        days=_wanted(item) - done,
        apart=strength,
        never_next=strength and anywhere and _wanted(item) <= _WITH_REST,
    )


def _way(
    item: PlanItem,
    own: Sequence[Place],
    anywhere: bool,
    sheet: DaySheet,
    rhythm: Rhythm,
    zone: str,
) -> Way | Obstacle:
    """How an item can stand on a day: at its places first; at any time where none is its own."""
    if not sheet.open:
        return Obstacle.OVER
    known = sheet.known
    preferred = [o for place in own for o in openings(place, known, rhythm, zone)]
    other = openings(Place.ANY, known, rhythm, zone) if anywhere else ()
    if not preferred and not other:
        return Obstacle.NO_OCCASION
    if not sheet.has_time_for(item):
        return Obstacle.NO_MINUTES
    for offered, is_own in ((preferred, True), (other, False)):
        opening = sheet.first_fit(item, offered)
        if opening is not None:
            return Way(opening, is_own)
    return Obstacle.NO_ROOM


def _reason(others: Mapping[int, Way | Obstacle], own: Sequence[Place], whole: int) -> str:
    """Say why an item does not stand on some days [ordinal]; `whole` is all days of the week."""
    occasions = dict.fromkeys(_OCCASIONS[place] for place in own if place in _OCCASIONS)
    words = {
        Obstacle.NO_OCCASION: f"{listed(occasions)} expected",
        Obstacle.NO_ROOM: "no free time at its place",
        Obstacle.NO_MINUTES: "the minutes of the day are taken",
    }
    parts = []
    for obstacle, said in words.items():
        days = [day for day, met in others.items() if met is obstacle]
        if days:
            when = "in the whole week" if len(days) == whole else f"on {weekdays_listed(days)}"
            parts.append(f"{said} {when}")
    over = [day for day, met in others.items() if met is Obstacle.OVER]
    # It would fit there, and was left out so that no two days follow each other.
    rest = [day for day, met in others.items() if isinstance(met, Way)]
    for days, said in ((rest, "kept free, to leave a day between"), (over, "over already")):
        if days:
            parts.append(f"{weekdays_listed(days)} {'is' if len(days) == 1 else 'are'} {said}")
    return "; ".join(parts)
