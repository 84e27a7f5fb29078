"""Next week's plan beside this week's flags: where it repeats an order that was flagged."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from tl_analyzer.agenda.usual_desk import desk_on
from tl_analyzer.finding import Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.local_days import instant_at
from tl_analyzer.log import PlannedSession, PlannedSport
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.week_preview import PreviewSession, WeekPreview
from tl_analyzer.report.wording import number


class _Case(NamedTuple):
    """A flag of this week and the plan of the next.

    Attributes
    ----------
    flag, picture, parameters : Flag, Picture, Parameters
        The flag, its week, and the marks of the rules.
    rides, lifts : sequence of PlannedSession
        What is planned, in time order.
    """

    flag: Flag
    picture: Picture
    parameters: Parameters
    rides: Sequence[PlannedSession]
    lifts: Sequence[PlannedSession]

    def mark(self, name: str) -> float:
        """A mark of the rule behind the flag."""
        return self.parameters.number(f"rules.{self.flag.code.lower()}.{name}")

    def said(self, session: PlannedSession) -> str:
        """When a session is planned, as a report writes instants."""
        return _start(session, self.picture.week.zone)


def preview(
    planned: Sequence[PlannedSession],
    picture: Picture,
    flags: Sequence[Flag],
    parameters: Parameters,
) -> WeekPreview | None:
    """List what is planned for the week after the one under review, with remarks.

    Parameters
    ----------
    planned : sequence of PlannedSession
        Everything that is planned.
    picture : Picture
        The week under review.
    flags : sequence of Flag
        Its flags.
    parameters : Parameters
        The marks of the rules: the same as for what was done.

    Returns
    -------
    WeekPreview or None
        None where nothing is planned for that week.
    """
    week = picture.week.back(-1)
    sessions = sorted(
        (s for s in planned if week.holds(s.start.day_in(week.zone).toordinal())),
        key=lambda s: (s.start.day_in(week.zone), s.start.utc, s.sport, s.title),
    )
    if not sessions:
        return None
    rides = [s for s in sessions if s.sport is PlannedSport.RIDE]
    lifts = [s for s in sessions if s.sport is PlannedSport.STRENGTH]
    return WeekPreview(
        week=week.label,
        sessions=tuple(
            PreviewSession(
                start=_start(s, week.zone), minutes=_minutes(s), sport=s.sport, label=s.title
            )
            for s in sessions
        ),
        remarks=tuple(
            remark
            for flag in flags
            if flag.code in _REMARKS
            for remark in _REMARKS[flag.code](_Case(flag, picture, parameters, rides, lifts))
        ),
    )


def _start(session: PlannedSession, zone: str) -> str:
    wall = session.start.wall_in(zone)
    if not session.start.timed:
        return wall.date().isoformat()
    return wall.isoformat(timespec="minutes")


def _minutes(session: PlannedSession) -> float | None:
    if session.end is None or not session.start.timed:
        return None
    return (session.end - session.start.utc).total_seconds() / 60.0


def _day(session: PlannedSession, case: _Case) -> date:
    return session.start.day_in(case.picture.week.zone)


def _as_long_as_flagged(case: _Case) -> Iterator[str]:
    """TL301: a ride at least as long as the bout that was flagged."""
    bout = case.flag.because[0].value
    for ride in case.rides:
        minutes = _minutes(ride)
        if minutes is not None and minutes >= bout:
            yield (
                f"The ride of {number(minutes)} min planned for {case.said(ride)} leaves room for"
                f" another unbroken {number(bout)} min like this week's: plan to stand up in time."
            )


def _straight_from_the_desk(case: _Case) -> Iterator[str]:
    """TL302: a ride soon after the usual end of long sitting."""
    for ride in case.rides:
        minutes = _minutes(ride)
        gap = _after_desk(ride, case)
        if gap is not None and (minutes is None or minutes >= case.mark("flexed_minutes")):
            yield (
                f"The ride planned for {case.said(ride)} starts {_soon(gap)} your usual desk hours,"
                " the same order as this week: leave room for a walk in between."
            )


def _desk_into_lifting(case: _Case) -> Iterator[str]:
    """TL401: lifting soon after the usual end of sitting."""
    for lift in case.lifts:
        gap = _after_desk(lift, case)
        if gap is not None:
            yield (
                f"The lifting planned for {case.said(lift)} starts {_soon(gap)} your usual desk"
                " hours, the same order as this week: leave room for a walk and ramp-up sets."
            )


def _soon(gap_min: float) -> str:
    return f"{number(gap_min)} min after" if gap_min > 0 else "straight from"


def _after_desk(session: PlannedSession, case: _Case) -> float | None:
    """Minutes from the usual desk to a session; None where the two are no matter of that rule."""
    if not session.start.timed:
        return None
    start = session.start.utc.timestamp()
    desks = [
        desk
        for desk in desk_on(_day(session, case).toordinal(), case.picture, case.parameters)
        if desk.start < start
    ]
    begin = start - 60 * case.mark("window_minutes")
    seated = sum(max(0.0, min(desk.end, start) - max(desk.start, begin)) for desk in desks)
    if not desks or seated < 60 * case.mark("seated_minutes"):
        return None
    gap = (start - min(desks[-1].end, start)) / 60
    return gap if gap <= case.mark("gap_minutes") else None


def _lifting_after_riding(case: _Case) -> Iterator[str]:
    """TL402: lifting within hours after a long ride."""
    hours = case.mark("hours")
    for lift in case.lifts:
        for ride in case.rides:
            minutes = _minutes(ride)
            if ride.end is None or minutes is None or not lift.start.timed:
                continue
            since = (lift.start.utc - ride.end).total_seconds() / 3600
            if minutes >= case.mark("unbroken_minutes") and 0 <= since <= hours:
                yield (
                    f"The lifting planned for {case.said(lift)} starts {number(since)} h after a"
                    f" ride of {number(minutes)} min, the same order as this week if it is heavy:"
                    " lift first, or keep it light."
                )


def _back_to_back(case: _Case) -> Iterator[str]:
    """TL104: two days of lifting too close together."""
    hours = case.mark("hours")
    for one, two in pairwise(case.lifts):
        days = (_day(two, case) - _day(one, case)).days
        timed = one.start.timed and two.start.timed
        apart = (two.start.utc - one.start.utc).total_seconds() / 3600
        if days and (apart < hours if timed else days == 1):
            between = f"{number(apart)} h" if timed else "one day"
            yield (
                f"Lifting is planned for {case.said(one)} and {case.said(two)}, {between} apart:"
                " only one of the two should be heavy, after heavy days so close this week."
            )


def _soon_after_rising(case: _Case) -> Iterator[str]:
    """TL403: lifting within hours of the usual rising time."""
    rises = case.picture.profile.sleep.rises
    for lift in case.lifts:
        if rises is None or not lift.start.timed:
            continue
        risen = instant_at(_day(lift, case).toordinal(), rises, case.picture.week.zone)
        since = (lift.start.utc.timestamp() - risen) / 3600
        if 0 <= since <= case.mark("hours"):
            yield (
                f"The lifting planned for {case.said(lift)} starts {number(since)} h after you"
                " usually rise, as early as this week: keep it light, or start later."
            )


_REMARKS: Mapping[str, Callable[[_Case], Iterator[str]]] = {
    "TL104": _back_to_back,
    "TL301": _as_long_as_flagged,
    "TL302": _straight_from_the_desk,
    "TL401": _desk_into_lifting,
    "TL402": _lifting_after_riding,
    "TL403": _soon_after_rising,
}
