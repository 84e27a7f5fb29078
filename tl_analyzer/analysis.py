"""The straight line: one athlete's log -> picture -> flags -> advice -> report value."""

from datetime import datetime

from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.agenda.preview import preview
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log, PlannedSession
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugin_faults import faults
from tl_analyzer.profile import Profile
from tl_analyzer.report.compose import compose
from tl_analyzer.report.illustrated import illustrated
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.rules.catalogue import judgement


def weekly_report(
    log: Log,
    profile: Profile,
    week: Week,
    as_of: datetime,
    parameters: Parameters,
    recogniser: Recogniser,
) -> WeeklyReport:
    """Analyse one week of one athlete.

    Parameters
    ----------
    log : Log
        Everything read for the athlete; of what lies after `week` only the plans are looked at,
        and for the preview alone.
    profile : Profile
        The athlete's profile.
    week : Week
        The week under review.
    as_of : datetime
        The moment of the report, with a zone; nothing is assumed after it.
    parameters : Parameters
        Coefficients and thresholds.
    recogniser : Recogniser
        How exercise names are understood.

    Returns
    -------
    WeeklyReport
        The same for the same arguments, whatever the machine or the time; without pictures.
    """
    picture = picture_of(log, profile, week, as_of, parameters, recogniser)
    return _report(picture, log.planned, parameters)


def illustrated_report(
    log: Log,
    profile: Profile,
    week: Week,
    as_of: datetime,
    parameters: Parameters,
    recogniser: Recogniser,
) -> WeeklyReport:
    """Analyse one week of one athlete for a reader who sees pictures.

    Parameters
    ----------
    log, profile, week, as_of, parameters, recogniser
        As for `weekly_report`.

    Returns
    -------
    WeeklyReport
        The same report with its timeline, calendar and flexion day.
    """
    picture = picture_of(log, profile, week, as_of, parameters, recogniser)
    return illustrated(_report(picture, log.planned, parameters), picture, parameters)


def _report(
    picture: Picture, planned: tuple[PlannedSession, ...], parameters: Parameters
) -> WeeklyReport:
    flags, unjudged = judgement(picture, parameters)
    plan = prescribe(flags, picture, parameters)
    ahead = preview(planned, picture, flags, parameters)
    report = compose(picture, flags, plan, parameters, ahead)
    left_out = (*faults(), *unjudged)
    if not left_out:
        return report
    return report.model_copy(update={"diagnostics": (*report.diagnostics, *left_out)})
