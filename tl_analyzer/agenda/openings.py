"""When an entry could stand on one day: the openings that its place in the day leaves."""

from datetime import time
from typing import NamedTuple

from tl_analyzer.advice.exercise import Place
from tl_analyzer.agenda.commitment import Commitment, KnownDay
from tl_analyzer.agenda.rhythm import Rhythm
from tl_analyzer.local_days import instant_at
from tl_analyzer.log import PlannedSport
from tl_analyzer.sitting.spans import Span

_BEFORE = {
    Place.BEFORE_RIDE: PlannedSport.RIDE,
    Place.BEFORE_LIFTING: PlannedSport.STRENGTH,
    Place.BETWEEN_DESK_AND_BAR: PlannedSport.STRENGTH,
}
_AFTER = {Place.AFTER_RIDE: PlannedSport.RIDE, Place.AFTER_LIFTING: PlannedSport.STRENGTH}


class Opening(NamedTuple):
    """A stretch of a day in which an entry may stand.

    Attributes
    ----------
    place : Place
        Which of its places it is.
    span : Span or None
        From when to when [s]; None where the session it belongs to has no clock time.
    late : bool
        Whether the entry belongs to the end of the stretch, just before a session.
    """

    place: Place
    span: Span | None
    late: bool = False


def openings(place: Place, known: KnownDay, rhythm: Rhythm, zone: str) -> tuple[Opening, ...]:
    """Openings for a place on one day, best first; none where the day has no such occasion.

    Parameters
    ----------
    place : Place
        The place.
    known : KnownDay
        The day: desk hours and sessions.
    rhythm : Rhythm
        The hours of the athlete's day.
    zone : str
        IANA zone of its clocks.
    """

    def at(clock: time) -> float:
        return instant_at(known.day, clock, zone)

    if place in _BEFORE:
        before = (_before(place, s, known, rhythm) for s in _of(_BEFORE[place], known))
        return tuple(opening for opening in before if opening is not None)
    if place in _AFTER:
        return tuple(_after(place, s, rhythm) for s in _of(_AFTER[place], known))
    rises = at(rhythm.rises) + rhythm.after_rising_s
    evening = Opening(Place.EVENING, Span(at(rhythm.evening_from), at(rhythm.evening_until)))
    morning = Opening(Place.MORNING, Span(rises, rises + rhythm.morning_s))
    if place is Place.MORNING:
        return (morning,)
    if place is Place.EVENING:
        return (evening,)
    whole = Opening(Place.ANY, Span(rises, at(rhythm.evening_until)))
    return (evening, morning, whole)


def waking(known: KnownDay, rhythm: Rhythm, zone: str) -> Span:
    """From rising to the end of the evening [s]; who trains before an assumed hour rose earlier."""
    rises = instant_at(known.day, rhythm.rises, zone)
    if not rhythm.rises_known:
        starts = [session.start for session in known.sessions if session.start is not None]
        rises = min([rises, *(start - rhythm.before_session_s for start in starts)])
    return Span(rises, instant_at(known.day, rhythm.evening_until, zone))


def _of(sport: PlannedSport, known: KnownDay) -> list[Commitment]:
    return [session for session in known.sessions if session.sport is sport]


def _before(place: Place, session: Commitment, known: KnownDay, rhythm: Rhythm) -> Opening | None:
    if session.start is None:
        return None if place is Place.BETWEEN_DESK_AND_BAR else Opening(place, None)
    begin = session.start - rhythm.before_session_s
    if place is Place.BETWEEN_DESK_AND_BAR:
        ends = [desk.end for desk in known.desk if desk.end <= session.start]
        if not ends:
            return None
        begin = max(begin, *ends)
    return Opening(place, Span(begin, session.start), late=True)


def _after(place: Place, session: Commitment, rhythm: Rhythm) -> Opening:
    if session.end is None:
        return Opening(place, None)
    return Opening(
        place,
        Span(session.end + rhythm.after_session_s, session.end + rhythm.after_session_most_s),
    )
