"""The tools: each asks the public face of `tl_analyzer`, none has an analysis of its own.

The docstring of a tool is what an assistant reads of it.
"""

from typing import Annotated

from mcp_types import CallToolResult

import tl_analyzer as tl
from tl_mcp.answers import (
    AthletesAnswer,
    ExercisesAnswer,
    ExplainAnswer,
    FlagsAnswer,
    ReportAnswer,
    RosterAnswer,
    WhatIfAnswer,
)
from tl_mcp.doors import Doors
from tl_mcp.general_answers import athletes_answer, exercises_answer, explain_answer
from tl_mcp.limits import LINES, AthleteId, Changes, Instant, Lines, Names, Subject, WeekLabel
from tl_mcp.saying import said
from tl_mcp.week_answers import (
    flags_answer,
    report_answer,
    report_on,
    roster_answer,
    what_if_answer,
    without_pictures,
)


class Tools:
    """The tools of one server.

    Parameters
    ----------
    doors : Doors
        Who may be asked about.
    """

    def __init__(self, doors: Doors) -> None:
        self._doors = doors

    def athletes(self) -> Annotated[CallToolResult, AthletesAnswer]:
        """List the ids of the athletes who may be asked about."""
        return said(athletes_answer(self._doors))

    def weekly_report(
        self, athlete: AthleteId = "", week: WeekLabel = "last", as_of: Instant = ""
    ) -> Annotated[CallToolResult, ReportAnswer]:
        """Report one athlete's week: exposure beside their own usual, flags, plan, coverage.

        The text is the report as people read it; the structured content holds every number.
        """
        report = without_pictures(report_on(self._doors, athlete, week, as_of))
        return said(report_answer(report), tl.render(report, "text"))

    def flags(
        self, athlete: AthleteId = "", week: WeekLabel = "last", as_of: Instant = ""
    ) -> Annotated[CallToolResult, FlagsAnswer]:
        """List the flags of one athlete's week: what is behind each, and what would clear it."""
        return said(flags_answer(report_on(self._doors, athlete, week, as_of)))

    def what_if(
        self,
        changes: Changes,
        athlete: AthleteId = "",
        week: WeekLabel = "last",
        as_of: Instant = "",
    ) -> Annotated[CallToolResult, WhatIfAnswer]:
        """Show what one athlete's week would have come to after some changes, and which flags.

        It is the arithmetic of the model on a changed log; symptoms do not follow from it. If a
        referral is given, pass its message on first.
        """
        report = report_on(self._doors, athlete, week, as_of, tuple(changes))
        return said(what_if_answer(report))

    def roster(
        self, week: WeekLabel = "last", as_of: Instant = "", most: Lines = LINES
    ) -> Annotated[CallToolResult, RosterAnswer]:
        """Sum up the week of every athlete who may be asked about, most urgent first."""
        return said(roster_answer(self._doors, week, as_of, most))

    def explain(self, subject: Subject) -> Annotated[CallToolResult, ExplainAnswer]:
        """Explain a rule (by code or name) or an exercise: marks, evidence, limits, sources."""
        answer = explain_answer(subject)
        return said(answer, answer.page)

    def exercises(self, names: Names) -> Annotated[CallToolResult, ExercisesAnswer]:
        """Tell how exercise names are understood, what they load, and why."""
        return said(exercises_answer(names))
