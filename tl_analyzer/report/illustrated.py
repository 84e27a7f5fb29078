"""What the pictures of a report are drawn from, added to it."""

from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.report.exposure_calendar import exposure_calendar
from tl_analyzer.report.flexion_day import flexion_day
from tl_analyzer.report.timeline import week_timeline
from tl_analyzer.report.weekly_report import WeeklyReport


def illustrated(report: WeeklyReport, picture: Picture, parameters: Parameters) -> WeeklyReport:
    """Add days, calendar and state to a report.

    Apart from `compose`, because a fleet or a roster has no use for them and they cost as much
    as a third of the analysis.

    Parameters
    ----------
    report : WeeklyReport
        The report of a week.
    picture : Picture
        The same week as it was understood.
    parameters : Parameters
        Coefficients and thresholds.
    """
    return report.model_copy(
        update={
            "timeline": week_timeline(picture, report.flags, parameters),
            "calendar": exposure_calendar(picture, parameters),
            "flexion_day": flexion_day(picture, parameters),
        }
    )
