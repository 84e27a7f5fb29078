"""What a word means: a rule, an exercise or the model, as a page."""

from difflib import get_close_matches

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.exercise import Exercise
from tl_analyzer.explaining.explain_fit import NAME, fit_text
from tl_analyzer.explaining.explain_text import exercise_text, rule_text
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.layout import Layout
from tl_analyzer.rules.catalogue import origin_of, rules_in_use
from tl_analyzer.rules.rule import Rule


def explained(subject: str, layout: Layout) -> str:
    """Lay out the page about a rule, an exercise, or the model of the flexed back.

    Parameters
    ----------
    subject : str
        Code or name of a rule, key or name of an exercise, or ``flexion-state``.
    layout : Layout
        The page.

    Raises
    ------
    RemediableError
        If nothing is called so.
    """
    rules = rules_in_use()
    rule = _rule(subject, rules)
    if rule is not None:
        return rule_text(rule, layout, origin_of(rule))
    if _plain(subject) == NAME:
        return fit_text(layout)
    return exercise_text(_exercise(subject, catalogue().exercises, rules), layout)


def _plain(words: str) -> str:
    return "_".join(words.lower().replace("-", " ").replace("_", " ").split())


def _rule(typed: str, rules: tuple[Rule, ...]) -> Rule | None:
    wanted = _plain(typed)
    return next((rule for rule in rules if wanted in (_plain(rule.code), _plain(rule.name))), None)


def _exercise(typed: str, exercises: dict[str, Exercise], rules: tuple[Rule, ...]) -> Exercise:
    named = {name: e for e in exercises.values() for name in (e.key, _plain(e.name))}
    wanted = _plain(typed)
    if wanted in named:
        return named[wanted]
    words = {name: e.key for name, e in named.items()}
    words[NAME] = NAME
    words |= {_plain(name): rule.code for rule in rules for name in (rule.code, rule.name)}
    near = dict.fromkeys(words[name] for name in get_close_matches(wanted, words, n=3))
    codes = sorted(rule.code for rule in rules if not origin_of(rule))
    raise RemediableError(
        f"neither a flag nor an exercise is called {typed!r}",
        f"Did you mean {' or '.join(near)}?"
        if near
        else f"Flags are {codes[0]} to {codes[-1]}; `tl plugins` lists what others add.",
    )
