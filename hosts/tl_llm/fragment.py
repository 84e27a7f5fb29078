"""A week as a fragment: ``llm -f tl:anna/2026-W46 "What should I change?"``."""

import re
from typing import Any

from tl_llm.asked import rendered, weekly_report

#: What follows the last slash, where it is a week; an id may hold slashes.
_WEEK = re.compile(r"(?:(.*)/)?(\d{4}-W\d{2}|this|last)", re.DOTALL)


def weekly_fragment(argument: str) -> Any:
    """The weekly report of an athlete of the log store, as Markdown: tl:anna or tl:anna/2026-W46.

    It goes to the model you prompt, with everything in it: flags, pain diary, plan.
    """
    from llm import Fragment

    match = _WEEK.fullmatch(argument)
    athlete, week = (match[1] or "", match[2]) if match else (argument, "last")
    report = weekly_report(athlete=athlete or None, week=week)
    source = f"tl:{report.athlete.id}/{report.week}"
    return Fragment(rendered(report, "md"), source)
