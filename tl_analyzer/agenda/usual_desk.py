"""Desk hours of a day to come: those of the profile, else those of measured habit."""

from collections.abc import Sequence
from datetime import date, time

from tl_analyzer.agenda.agenda import Basis
from tl_analyzer.agenda.commitment import AtDesk
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import instant_at
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import WEEKDAYS, Profile
from tl_analyzer.sitting.sitting import Sitting
from tl_analyzer.sitting.spans import Span, overlap, union

#: Pieces in which the clock is looked at. [min]
_PIECE = 15
_PIECES = range(0, 24 * 60, _PIECE)


def desk_on(day: int, picture: Picture, parameters: Parameters) -> tuple[AtDesk, ...]:
    """Desk hours to expect on a day to come.

    Parameters
    ----------
    day : int
        The day. [ordinal]
    picture : Picture
        Of its week or of the week before it: profile and sitting.
    parameters : Parameters
        ``plan.habit_window_weeks`` and what makes sitting desk hours.
    """
    return of_profile(day, picture.profile) or _measured(day, picture, parameters)


def of_profile(day: int, profile: Profile) -> tuple[AtDesk, ...]:
    """Desk hours that the profile states for a day [ordinal], in time order."""
    zone = profile.athlete.timezone
    weekday = WEEKDAYS[date.fromordinal(day).weekday()]
    blocks = (
        (instant_at(day, block.start, zone), instant_at(day, block.end, zone))
        for block in profile.desk
        if weekday in block.days
    )
    return tuple(AtDesk(*span, Basis.PROFILE) for span in union(blocks))


def _measured(day: int, picture: Picture, parameters: Parameters) -> tuple[AtDesk, ...]:
    """Clock times that were sat through on this weekday in most of the last weeks."""
    zone = picture.week.zone
    weeks = int(parameters.number("plan.habit_window_weeks"))
    before = [day - 7 * n for n in range(1, weeks + 1)]
    sat = [_seated(each, picture, parameters) for each in before]
    if sum(map(bool, sat)) < parameters.number("plan.habit_weeks"):
        return ()
    share = parameters.number("plan.desk_share")
    usual = []
    for minute in _PIECES:
        clocks = time(minute // 60, minute % 60)
        full = 0
        for each, seats in zip(before, sat, strict=True):
            start = instant_at(each, clocks, zone)
            piece = Span(start, start + 60 * _PIECE)
            full += overlap(piece, seats) >= share * (piece.end - piece.start)
        if full >= parameters.number("plan.habit_weeks"):
            start = instant_at(day, clocks, zone)
            usual.append((start, start + 60 * _PIECE))
    seam = 60 * parameters.number("plan.desk_seam_min")
    least = 60 * parameters.number("plan.desk_least_min")
    return tuple(
        AtDesk(span.start, span.end, Basis.HABITUAL)
        for span in union(usual, seam)
        if span.end - span.start >= least
    )


def _seated(day: int, picture: Picture, parameters: Parameters) -> Sequence[Span]:
    """Measured sitting of a day [ordinal]."""
    zone = picture.week.zone
    start, end = instant_at(day, time.min, zone), instant_at(day + 1, time.min, zone)
    least = parameters.number("flexion.seated_probability")

    def counts(sat: Sitting) -> bool:
        return sat.measured and sat.probability >= least

    return union((s.start, s.end) for s in picture.seated_within(start, end) if counts(s))
