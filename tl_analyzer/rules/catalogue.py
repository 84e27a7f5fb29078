"""All rules in use, and the one function that applies them.

The shipped ones are judged first, so that no rule of a stranger can change what they say.
"""

from functools import cache
from typing import NamedTuple

from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.log import Problem
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins.sourced_books import added_rule_books, shipped_rule_book
from tl_analyzer.rules.rule import Rule
from tl_analyzer.rules.shipped import RULES
from tl_analyzer.rules.strangers import FaultyRuleError, judged_apart, problem_of

__all__ = ["RULES", "Judgement", "judge", "judgement", "origin_of", "rules_in_use"]


class Judgement(NamedTuple):
    """What the rules say of a week.

    Attributes
    ----------
    flags : tuple of Flag
        Most urgent first: by severity, symptoms before exposure, then by code.
    faults : tuple of Problem
        Rules of strangers that could not be applied.
    """

    flags: tuple[Flag, ...]
    faults: tuple[Problem, ...]


def rules_in_use() -> tuple[Rule, ...]:
    """Every rule, in the order of judging."""
    return (*shipped_rule_book().rules, *_added())


def origin_of(rule: Rule) -> str:
    """Distribution and version of a stranger's rule; empty for one that is shipped."""
    return _added().get(rule, "")


def judge(picture: Picture, parameters: Parameters) -> tuple[Flag, ...]:
    """Apply every rule to one week.

    Parameters
    ----------
    picture : Picture
        Everything known about the week.
    parameters : Parameters
        Thresholds.

    Returns
    -------
    tuple of Flag
        Most urgent first: by severity, symptoms before exposure, then by code.
    """
    return judgement(picture, parameters).flags


def judgement(picture: Picture, parameters: Parameters) -> Judgement:
    """Apply every rule to one week, and say which could not be applied.

    Parameters
    ----------
    picture, parameters
        As for `judge`.
    """
    raised: tuple[Flag, ...] = ()
    faults = []
    for rule in shipped_rule_book().rules:
        flag = rule.judge(picture, parameters, raised)
        if flag is not None:
            raised = (*raised, flag)
    for rule, origin in _added().items():
        try:
            flag = judged_apart(rule, picture, parameters, raised)
        except FaultyRuleError as why:
            faults.append(problem_of(rule, origin, str(why)))
        else:
            if flag is not None:
                raised = (*raised, flag.model_copy(update={"added_by": origin}))
    return Judgement(tuple(sorted(raised, key=_urgency)), tuple(faults))


def _urgency(flag: Flag) -> tuple[int, bool, str]:
    return -flag.severity.rank, flag.channel is not Channel.SYMPTOMS, flag.code


@cache
def _added() -> dict[Rule, str]:
    """Rules of strangers with their origin; two that name the same rule count once."""
    return {
        rule: book.origin
        for book in added_rule_books()
        if book.value is not None
        for rule in book.value.rules
    }
