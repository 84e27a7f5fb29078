"""``tl explain``: why a flag exists and what it compares; how an exercise is done."""

from typing import TYPE_CHECKING

import click

from tl_analyzer.cli.examples import examples
from tl_analyzer.cli.failure import UsageFailure
from tl_analyzer.cli.kinds import SUBJECT

if TYPE_CHECKING:
    from tl_analyzer.advice.exercise import Exercise
    from tl_analyzer.rules.rule import Rule


@click.command(
    short_help="Explain a flag or an exercise, with sources.",
    epilog=examples("tl explain TL101", "tl explain dead bug"),
)
@click.argument("subject", metavar="CODE|EXERCISE", type=SUBJECT, nargs=-1, required=True)
def explain(subject: tuple[str, ...]) -> None:
    """Explain a flag (TL101, or its name) or an exercise (dead_bug, or "Dead bug").

    `tl explain flexion-state` shows how well the model of the flexed back meets the experiments
    it was fitted to.
    """
    from tl_analyzer.advice.catalogue import catalogue
    from tl_analyzer.cli.explain_fit import NAME, fit_text
    from tl_analyzer.cli.explain_text import exercise_text, rule_text
    from tl_analyzer.cli.terminal import terminal_layout
    from tl_analyzer.rules.catalogue import RULES

    typed = " ".join(subject)
    layout = terminal_layout()
    rule = _rule(typed, RULES)
    if rule is not None:
        written = rule_text(rule, layout)
    elif _plain(typed) == NAME:
        written = fit_text(layout)
    else:
        written = exercise_text(_exercise(typed, catalogue().exercises, RULES), layout)
    click.echo(written, nl=False, color=layout.color)


def _plain(words: str) -> str:
    return "_".join(words.lower().replace("-", " ").replace("_", " ").split())


def _rule(typed: str, rules: "tuple[Rule, ...]") -> "Rule | None":
    wanted = _plain(typed)
    return next((rule for rule in rules if wanted in (_plain(rule.code), _plain(rule.name))), None)


def _exercise(
    typed: str, exercises: "dict[str, Exercise]", rules: "tuple[Rule, ...]"
) -> "Exercise":
    from difflib import get_close_matches

    from tl_analyzer.cli.explain_fit import NAME

    named = {name: e for e in exercises.values() for name in (e.key, _plain(e.name))}
    wanted = _plain(typed)
    if wanted in named:
        return named[wanted]
    words = {name: e.key for name, e in named.items()}
    words[NAME] = NAME
    words |= {_plain(name): rule.code for rule in rules for name in (rule.code, rule.name)}
    near = dict.fromkeys(words[name] for name in get_close_matches(wanted, words, n=3))
    raise UsageFailure(
        f"neither a flag nor an exercise is called {typed!r}",
        f"Did you mean {' or '.join(near)}?" if near else "Flags are TL101 to TL902.",
    )
