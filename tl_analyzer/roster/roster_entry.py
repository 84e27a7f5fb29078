"""What one athlete gives a roster: a line of it, and what further pages are made of."""

from dataclasses import dataclass

from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.roster.athlete_outcomes import AthleteOutcomes
from tl_analyzer.roster.roster_line import RosterLine


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """One athlete.

    Attributes
    ----------
    line : RosterLine
        The line of the roster.
    report : WeeklyReport or None
        The report behind it, where reports are asked for and there is one.
    outcomes : AthleteOutcomes or None
        What the diary and the training of the weeks asked for hold; None without a log.
    """

    line: RosterLine
    report: WeeklyReport | None = None
    outcomes: AthleteOutcomes | None = None
