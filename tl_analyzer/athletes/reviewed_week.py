"""One athlete's week, reviewed: the report with what somebody has seen, and with what-ifs."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tl_analyzer.acknowledgement import Acknowledgement
from tl_analyzer.analysis import illustrated_report
from tl_analyzer.athletes.case import Case
from tl_analyzer.load.week import Week
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import Profile
from tl_analyzer.report.follow_up import follow_up
from tl_analyzer.report.follow_up_words import followed_up
from tl_analyzer.report.weekly_report import WeeklyReport

if TYPE_CHECKING:
    from tl_analyzer.whatif.change import Proposal

#: Log, profile, week, moment, parameters and recogniser -> the report.
Analysis = Callable[[Log, Profile, Week, datetime, Parameters, Recogniser], WeeklyReport]


def reviewed_week(
    case: Case,
    seen: Sequence[Acknowledgement],
    changes: "Sequence[Proposal]" = (),
    analyse: Analysis = illustrated_report,
) -> WeeklyReport:
    """Report on a week.

    Parameters
    ----------
    case : Case
        Log, profile, week and what configures the analysis.
    seen : sequence of Acknowledgement
        Flags that somebody has seen.
    changes : sequence of Proposal
        Changes to show the week with as well.
    analyse : callable
        The analysis: with pictures by default.

    Raises
    ------
    RemediableError
        If the week holds nothing a change could apply to.
    """
    report = analyse(*case)
    followed = follow_up(report.flags, seen, case.week, case.as_of, case.parameters)
    report = followed_up(report, followed)
    if not changes:
        return report
    # What works changes out is loaded when one is asked for.
    from tl_analyzer.athletes.changes import changed_week

    return report.model_copy(update={"what_if": changed_week(case, changes)})
