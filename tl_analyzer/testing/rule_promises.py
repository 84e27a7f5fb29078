"""What a rule promises beside its cases: that it is explained, and that its marks have sources."""

import re
from collections.abc import Iterator
from pathlib import Path

from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins.containment import described
from tl_analyzer.plugins.raised_at import raised_at
from tl_analyzer.promises import Broken
from tl_analyzer.remedy import RemediableError
from tl_analyzer.rules.rule import Rule
from tl_analyzer.testing.books import Book
from tl_analyzer.testing.cases.case_file import Case, cases_in
from tl_analyzer.testing.cases.verdict import unlike

#: A docstring shorter than this explains nothing to a sceptic. [characters]
LEAST_RATIONALE = 120

_CITED = re.compile(r"\[([a-z0-9_]+)\]_")


def explained(rule: Rule) -> Iterator[Broken]:
    """Its docstring says why it exists, and how weak that is."""
    text = rule.rationale
    if len(text) < LEAST_RATIONALE:
        how = f"its docstring has {len(text)} characters; {LEAST_RATIONALE} say why, and how weak"
        yield Broken("explains itself", rule.code, how)


def sourced(rule: Rule, book: Book) -> Iterator[Broken]:
    """Every threshold is a parameter, every parameter and citation has a source."""
    known = book.references or {}
    for key in rule.parameters:
        parameter = book.parameters.entries.get(key)
        if parameter is None:
            yield Broken("has a source for each mark", rule.code, f"there is no parameter {key!r}")
        elif parameter.reference not in known:
            how = f"{key} rests on {parameter.reference!r}, which is in no bibliography"
            yield Broken("has a source for each mark", rule.code, how)
    mine = f"rules.{rule.code.lower()}."
    for key in (key for key in book.own.entries if key.startswith(mine)):
        if key not in rule.parameters:
            yield Broken("has a source for each mark", rule.code, f"{key} is not declared")
    for key in _CITED.findall(rule.rationale):
        if key not in known:
            how = f"its docstring cites {key!r}, which is in no bibliography"
            yield Broken("has a source for each mark", rule.code, how)


def has_cases(rule: Rule, folder: Path) -> Iterator[Broken]:
    """At least one case in which it fires, and one in which it stays silent."""
    file = folder / f"{rule.code.lower()}.toml"
    if not file.is_file():
        yield Broken("has cases", rule.code, f"there is no {file.name}")
        return
    try:
        fires = ["fires" in case for case in cases_in(file)]
    except RemediableError as why:
        yield Broken("has cases", rule.code, f"{why.message}. {why.remedy}")
        return
    for wanted, word in ((True, "fires"), (False, "stays silent")):
        if wanted not in fires:
            yield Broken("has cases", rule.code, f"no case of {file.name} in which it {word}")


def holds(case: Case, rule: Rule, parameters: Parameters) -> Iterator[Broken]:
    """The rule does what the case says, in words fit for an athlete."""
    # What an author wrote may raise anything: his case when it is built, his rule when asked.
    try:
        hows = list(unlike(case, rule, parameters))
    except (Exception, SystemExit) as why:
        place = raised_at(why)
        what = "raised" if place else "could not be tried:"
        hows = [f"{what} {described(why)}{place}"]
    yield from (Broken(case["says"], rule.code, how) for how in hows)
