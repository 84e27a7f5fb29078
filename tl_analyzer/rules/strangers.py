"""Applying a stranger's rule: whatever it does costs its own flag alone, and is named."""

import re
from datetime import date, datetime
from functools import cache
from math import isfinite

from tl_analyzer.finding import DataQuality, Evidence, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.week import monday_of
from tl_analyzer.log import Problem
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins.containment import contained, one_line
from tl_analyzer.plugins.verdict_limits import (
    LONGEST_TEXT,
    LONGEST_WORD,
    LOOK_S,
    MOST_FACTS,
    MOST_SESSIONS,
)
from tl_analyzer.rules.rule import Rule, Verdict

_WEEK = re.compile(r"\d{4}-W\d{2}")


class FaultyRuleError(Exception):
    """A rule could not be applied; the message says why."""


def judged_apart(
    rule: Rule, picture: Picture, parameters: Parameters, raised: tuple[Flag, ...]
) -> Flag | None:
    """Apply a stranger's rule.

    Parameters
    ----------
    rule : Rule
        The rule.
    picture, parameters, raised
        As for `Rule.judge`.

    Raises
    ------
    FaultyRuleError
        If it raises, takes too long, or returns what is no verdict.
    """
    unknown = [key for key in rule.parameters if key not in parameters.entries]
    if unknown:
        raise FaultyRuleError(f"names the parameter {_word(unknown[0])}, which is in no set")
    if rule in _stopped():
        raise FaultyRuleError("was stopped before and is not asked again")
    outcome = contained(lambda _: _checked(rule, picture, parameters, raised), LOOK_S)
    if outcome.stopped:
        _stopped().add(rule)
    if outcome.error:
        raise FaultyRuleError(outcome.error)
    return outcome.value


def problem_of(rule: Rule, origin: str, why: str) -> Problem:
    """Say in a report that a rule could not be applied."""
    return Problem(
        file=f"rule {rule.code}",
        found=f"{why} ({origin})",
        expected="a verdict on the week, or none",
        hint=f"The week is judged without {rule.code}. Update or remove {origin}.",
        code="rule-failed",
    )


def _checked(
    rule: Rule, picture: Picture, parameters: Parameters, raised: tuple[Flag, ...]
) -> Flag | None:
    verdict = rule.check(picture, parameters, raised)
    if verdict is None:
        return None
    if not isinstance(verdict, Verdict):
        raise TypeError(f"returned {type(verdict).__name__} instead of a Verdict or None")
    if not isinstance(verdict.severity, Severity) or not isinstance(verdict.quality, DataQuality):
        raise TypeError("returned a Verdict whose severity or quality is none")
    _check_text(verdict.clears_when)
    if not isinstance(verdict.because, tuple) or not 0 < len(verdict.because) <= MOST_FACTS:
        raise ValueError(f"returned a Verdict without 1 to {MOST_FACTS} facts")
    for fact in verdict.because:
        _check_fact(fact)
    return rule.flag_of(verdict, parameters)


def _check_fact(fact: Evidence) -> None:
    if not isinstance(fact, Evidence):
        raise TypeError(f"gave {type(fact).__name__} instead of Evidence")
    for text in (fact.measure, fact.unit, *fact.sessions):
        _check_text(text)
    numbers = (fact.value, fact.threshold, fact.low, fact.high)
    if not all(number is None or isfinite(number) for number in numbers):
        raise ValueError("gave a number that is not finite")
    if len(fact.sessions) > MOST_SESSIONS:
        raise ValueError(f"named more than {MOST_SESSIONS} sessions")
    _check_when(fact.when)


def _check_text(text: str) -> None:
    if not isinstance(text, str) or len(text) > LONGEST_TEXT:
        raise ValueError(f"gave a text that is none, or longer than {LONGEST_TEXT} characters")


def _check_when(when: str) -> None:
    """Refuse what is no day, no instant with its offset, and no ISO week."""
    if _WEEK.fullmatch(when):
        monday_of(when)
    elif "T" in when:
        if datetime.fromisoformat(when).tzinfo is None:
            raise ValueError(f"gave the instant {_word(when)} without its offset")
    else:
        date.fromisoformat(when)


def _word(text: str) -> str:
    return repr(one_line(text, LONGEST_WORD))


@cache
def _stopped() -> set[Rule]:
    # A fleet of many athletes must not wait for the same rule again and again.
    return set()
