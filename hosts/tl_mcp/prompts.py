"""The prompts: a weekly check-in with an athlete, and a coach's morning round."""

import tl_analyzer as tl
from tl_mcp.answers import LOG_TEXT
from tl_mcp.doors import Doors
from tl_mcp.limits import LINES, AthleteId, Instant, WeekLabel
from tl_mcp.saying import footing
from tl_mcp.week_answers import report_answer, report_on, roster_answer

#: How to speak of what follows, whoever it is for. Nothing of a log stands in here or in the tasks
#: below: a name could read as one more of them.
_MANNERS = (
    "Use the numbers below as they are, each with its unit, and compute no new ones. They are"
    " exposure beside the athlete's own usual: say 'above your usual', never what is or will be"
    " wrong with a back, and give no probability. Say what was not covered. If the report refers"
    f" the athlete to care, say that first and nothing that weakens it. {LOG_TEXT}"
)

_CHECK_IN = (
    "Hold a short weekly check-in about week {week} with the athlete of the report below. Begin"
    " with the headline in plain, calm words. Then at most three flags, the most urgent first:"
    " what was measured, and what would clear it. Then the plan in two or three sentences. End with"
    " one question: how does the back feel, and does the plan fit the coming week? `explain` says"
    " why a flag exists; `what_if` shows what one change would have come to."
)

_ROUND = (
    "Lead a coach through the morning round. Begin with athletes who are referred to care, then"
    " with what is new or worse, most urgent first; one or two sentences each, and the question to"
    " ask. Name who is silent, and since when. Leave out who is quiet, but for their number."
    " `weekly_report` shows one athlete's week, `flags` what is behind it."
)


class Prompts:
    """The prompts of one server.

    Parameters
    ----------
    doors : Doors
        Who may be asked about.
    """

    def __init__(self, doors: Doors) -> None:
        self._doors = doors

    def weekly_check_in(
        self, athlete: AthleteId = "", week: WeekLabel = "last", as_of: Instant = ""
    ) -> str:
        """Talk one athlete's week through with them, from their report."""
        report = report_on(self._doors, athlete, week, as_of)
        return "\n\n".join(
            (
                _CHECK_IN.format(week=report.week),
                _MANNERS,
                tl.render(report, "text").rstrip(),
                footing(report_answer(report)),
            )
        )

    def morning_round(self, week: WeekLabel = "last", as_of: Instant = "") -> str:
        """Go through the athletes of a coach, most urgent first."""
        answer = roster_answer(self._doors, week, as_of, LINES)
        return "\n\n".join((_ROUND, _MANNERS, answer.model_dump_json(), footing(answer)))
