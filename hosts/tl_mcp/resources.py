"""The resources: whole reports, and the pages of the rules."""

import tl_analyzer as tl
from tl_analyzer.remedy import RemediableError
from tl_mcp.doors import Doors
from tl_mcp.general_answers import explain_answer, rules_answer
from tl_mcp.limits import AthleteId, Instant, Subject, WeekLabel
from tl_mcp.saying import footing
from tl_mcp.week_answers import report_answer, report_on


class Resources:
    """The resources of one server.

    Parameters
    ----------
    doors : Doors
        Who may be asked about.
    """

    def __init__(self, doors: Doors) -> None:
        self._doors = doors

    def report(self, athlete: AthleteId, week: WeekLabel, as_of: Instant = "") -> str:
        """One athlete's week as JSON: the report by its published schema, complete."""
        report = report_on(self._doors, athlete, week, as_of)
        return report_answer(report).model_dump_json()

    def rules(self) -> str:
        """Every rule by code, and the address of its page."""
        return rules_answer().model_dump_json()

    def rule(self, code: Subject) -> str:
        """What one rule says: marks, evidence, limits, sources."""
        if code not in {rule.code for rule in tl.rules_in_use()}:
            raise RemediableError("there is no rule of this code", "tl://rules lists them all.")
        answer = explain_answer(code)
        return f"{answer.page.rstrip()}\n\n{footing(answer)}"
