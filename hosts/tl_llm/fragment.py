"""A week as a fragment: ``llm -f tl:anna/2026-W46 "What should I change?"``."""

import re
from typing import Any

from tl_llm.asked import rendered, stored_athletes, weekly_report

#: What follows the last slash, where it is a week; an id may hold slashes.
_WEEK = re.compile(r"(?:(.*)/)?(\d{4}-W\d{2}|this|last)", re.DOTALL)


def weekly_fragment(argument: str) -> Any:
    """The weekly report of an athlete of the log store, as Markdown: tl:anna or tl:anna/2026-W46.

    It goes to the model you prompt, with everything in it: flags, pain diary, plan.
    """
    from llm import Fragment

    athlete, week = _parts(argument)
    report = weekly_report(athlete=athlete or None, week=week)
    source = f"tl:{report.athlete.id}/{report.week}"
    return Fragment(rendered(report, "md"), source)


def _parts(argument: str) -> tuple[str, str]:
    """The athlete's id, and the week."""
    if match := _WEEK.fullmatch(argument):
        return match[1] or "", match[2]
    athlete, slash, week = argument.rpartition("/")
    # A week that is misspelt is told so, and not that nobody goes by such an id.
    misspelt = slash and athlete in stored_athletes() and argument not in stored_athletes()
    return (athlete, week) if misspelt else (argument, "last")
