"""The straight line: one athlete's log -> picture -> flags -> advice -> report value."""

from datetime import datetime

from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.report.compose import compose
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.rules.catalogue import judge


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
        Everything read for the athlete; what lies after `week` is not looked at.
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
        The same for the same arguments, whatever the machine or the time.
    """
    picture = picture_of(log, profile, week, as_of, parameters, recogniser)
    flags = judge(picture, parameters)
    plan = prescribe(flags, picture, parameters)
    return compose(picture, flags, plan, parameters)
