"""Answers on athletes' weeks."""

import tl_analyzer as tl
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.roster.roster_line import RosterLine
from tl_mcp.answers import AthleteWeek, FlagsAnswer, ReportAnswer, RosterAnswer, WhatIfAnswer
from tl_mcp.coverage import (
    coverage_of_report,
    coverage_of_roster,
    units_of_report,
    units_of_roster,
)
from tl_mcp.doors import Doors
from tl_mcp.places import named_alone, unplaced

#: What the pages for people are drawn from, and a reader of numbers does without.
_PICTURES = {"timeline": (), "calendar": None, "flexion_day": None}


def report_on(
    doors: Doors, athlete: str, week: str, as_of: str, changes: tuple[str, ...] = ()
) -> WeeklyReport:
    """Ask for one athlete's week.

    Raises
    ------
    RemediableError
        If the athlete may not be asked about, or there is no such report.
    """
    asked = doors.athlete(athlete)
    return named_alone(tl.weekly_report(asked, week, as_of=as_of or None, what_if=changes))


def without_pictures(report: WeeklyReport) -> WeeklyReport:
    """The report without what only pictures are drawn from."""
    return report.model_copy(update=_PICTURES)


def report_answer(report: WeeklyReport) -> ReportAnswer:
    """The week, complete."""
    return ReportAnswer(
        notice=tl.NOT_A_DIAGNOSIS,
        units=units_of_report(report),
        coverage=coverage_of_report(report),
        report=report,
    )


def flags_answer(report: WeeklyReport) -> FlagsAnswer:
    """The week's flags alone."""
    return FlagsAnswer(
        notice=tl.NOT_A_DIAGNOSIS,
        units=units_of_report(report),
        coverage=coverage_of_report(report),
        athlete=report.athlete.id,
        week=report.week,
        as_of=report.as_of,
        headline=report.headline,
        referral=report.referral,
        flags=report.flags,
        acknowledged=report.acknowledged,
    )


def what_if_answer(report: WeeklyReport) -> WhatIfAnswer:
    """The week as it would have been."""
    return WhatIfAnswer(
        notice=tl.NOT_A_DIAGNOSIS,
        units=units_of_report(report),
        coverage=coverage_of_report(report),
        athlete=report.athlete.id,
        week=report.week,
        as_of=report.as_of,
        referral=report.referral,
        what_if=report.what_if,
    )


def roster_answer(doors: Doors, week: str, as_of: str, most: int) -> RosterAnswer:
    """The weeks of all who may be asked about, the most urgent ones."""
    roster = doors.roster(week, as_of or None)
    shown = roster.lines[:most]
    return RosterAnswer(
        notice=tl.NOT_A_DIAGNOSIS,
        units=units_of_roster(roster),
        coverage=coverage_of_roster(roster, len(shown)),
        as_of=roster.as_of,
        athletes=len(roster.lines),
        lines=tuple(_line(line, doors) for line in shown),
    )


def _line(line: RosterLine, doors: Doors) -> AthleteWeek:
    told = AthleteWeek.model_validate(line)
    return told.model_copy(update={"error": unplaced(told.error, doors.places)})
