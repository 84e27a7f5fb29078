"""The straight line: plan, flags and the week as it is expected -> the agenda."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.agenda.agenda import Agenda, AgendaDay, LeftOver, Status
from tl_analyzer.agenda.agenda_day import agenda_day, local, note
from tl_analyzer.agenda.commitment import KnownDay
from tl_analyzer.agenda.day_sheet import day_sheet
from tl_analyzer.agenda.expected import expected_days
from tl_analyzer.agenda.measures import attach
from tl_analyzer.agenda.placing import place_all
from tl_analyzer.agenda.rhythm import Rhythm, rhythm_of
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.report.weekly_report import WeeklyReport

_MESSAGES = {
    Status.PLANNED: "The work of the plan, placed around your sessions and your desk.",
    Status.KEEP: "Nothing was flagged that asks for work: keep what you do.",
    Status.OVER: "This week is over; nothing is planned in the past.",
}


#: Says that zone and athlete had to be assumed.
_NO_PROFILE = "profile-assumed"


class _Filled(NamedTuple):
    days: tuple[AgendaDay, ...] = ()
    for_the_week: tuple[str, ...] = ()
    left_over: tuple[LeftOver, ...] = ()
    assumptions: tuple[str, ...] = ()


def make_agenda(
    report: WeeklyReport,
    log: Log,
    profile: Profile,
    as_of: datetime,
    parameters: Parameters,
    recogniser: Recogniser,
) -> Agenda:
    """Place the plan of a reviewed week in the week after it.

    Parameters
    ----------
    report : WeeklyReport
        The reviewed week: plan, flags, referral.
    log : Log
        Everything read for the athlete, with what is planned.
    profile : Profile
        The athlete's profile.
    as_of : datetime
        The moment of the plan, with a zone; nothing is placed before it, and nothing counts that
        was logged after it.
    parameters : Parameters
        Hours, habits and distances, under ``plan``.
    recogniser : Recogniser
        How exercise names are understood.

    Returns
    -------
    Agenda
        The same for the same arguments, whatever the machine or the time.
    """
    week = Week.parse(report.week, report.timezone, as_of).back(-1)
    by_then = _known_at(log, as_of)
    ahead = picture_of(by_then, profile, week, as_of, parameters, recogniser)
    status = _status(report, ahead)
    filled = _Filled() if report.referral else _filled(report, by_then, ahead, parameters)
    return Agenda(
        athlete=report.athlete,
        week=week.label,
        reviewed=report.week,
        timezone=week.zone,
        as_of=local(ahead.as_of, week.zone),
        status=status,
        message=report.referral.message if report.referral else _MESSAGES[status],
        referral=report.referral,
        minutes_per_day=profile.plan.minutes_per_day,
        days=filled.days,
        notes=tuple(note(i) for i in report.plan if i.minutes <= 0 and status is Status.PLANNED),
        for_the_week=filled.for_the_week,
        left_over=filled.left_over,
        assumptions=filled.assumptions,
        parameter_version=report.parameter_version,
    )


def _known_at(log: Log, as_of: datetime) -> Log:
    """The log as it was at an instant: what was done, and all that is planned."""
    return log.model_copy(
        update={
            "strength": tuple(s for s in log.strength if s.start.utc <= as_of),
            "rides": tuple(r for r in log.rides if r.start.utc <= as_of),
            "activities": tuple(a for a in log.activities if a.start.utc <= as_of),
        }
    )


def _status(report: WeeklyReport, ahead: Picture) -> Status:
    if report.referral is not None:
        return Status.REFERRAL
    if ahead.as_of >= ahead.week.end:
        return Status.OVER
    return Status.PLANNED if report.plan else Status.KEEP


def _filled(report: WeeklyReport, log: Log, ahead: Picture, parameters: Parameters) -> _Filled:
    book, zone = catalogue(), ahead.week.zone
    rhythm = rhythm_of(ahead.profile, parameters)
    known = expected_days(log, ahead, rhythm, parameters)
    items = () if ahead.as_of >= ahead.week.end else report.plan
    work = [item for item in items if item.minutes > 0]
    sheets = [day_sheet(day, work, ahead, rhythm, book) for day in known]
    left = place_all(work, sheets, book, rhythm, zone)
    changes = [item for item in items if item.minutes <= 0]
    measures = attach(changes, known, ahead.as_of, report.flags, book)
    return _Filled(
        days=tuple(agenda_day(sheet, measures, zone) for sheet in sheets),
        for_the_week=measures.for_the_week,
        left_over=left,
        assumptions=tuple(_assumed(log, known, rhythm)) if work else (),
    )


def _assumed(log: Log, known: Sequence[KnownDay], rhythm: Rhythm) -> Iterator[str]:
    """Say what was not known about the week."""
    yield from (problem.hint for problem in log.problems if problem.code == _NO_PROFILE)
    if not any(day.sessions for day in known):
        yield "No ride and no lifting is recorded, planned or usual for this week."
    if not any(day.desk for day in known):
        yield "No desk hours are known: neither the profile nor the log says when you sit."
    if not rhythm.rises_known:
        yield (
            f"Rising time is not known: nothing is placed before {rhythm.rises:%H:%M} that does not"
            " belong to an earlier session."
        )
