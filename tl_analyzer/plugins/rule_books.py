"""What a rule book holds, and what makes it sound; authors import `tl_analyzer.rule_book`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from inspect import getdoc, isfunction
from math import isfinite
from sys import modules
from typing import TYPE_CHECKING, Any

from tl_analyzer.finding import RULE_CODE
from tl_analyzer.parameters import Parameter, Parameters, parse_parameters
from tl_analyzer.plugins.book_text import bounded, is_plain
from tl_analyzer.plugins.loading import RefusedError

if TYPE_CHECKING:
    from tl_analyzer.rules.rule import Rule

#: Most rules of one book. [1]
MOST_RULES = 100
#: Longest name of a rule: it stands in headlines. [characters]
_LONGEST_NAME = 60
#: Longest rationale: some pages. [characters]
_LONGEST_RATIONALE = 10_000

#: What every rule has.
_PARTS = ("code", "name", "channel", "parameters", "check", "judge", "rationale")

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CITED = re.compile(r"\[([a-z0-9_]+)\]_")


@dataclass(frozen=True)
class RuleBook:
    """Rules with the numbers they compare with, and where these come from.

    Attributes
    ----------
    contract : int
        Version of the contract it was written for.
    rules : tuple of Rule
        The rules, in the order of judging.
    parameters : str
        TOML of their thresholds, below ``rules.<code>``: value, unit, reference, evidence, note.
    references : str
        TOML of the sources that are not in the shipped bibliography.
    """

    contract: int
    rules: "tuple[Rule, ...]"
    parameters: str = ""
    references: str = ""


def rule_claims(book: RuleBook) -> Mapping[str, object]:
    """What a book owns: codes and names of its rules, and their parameters.

    Raises
    ------
    RefusedError
        If two rules share a code or a name, or parameters cannot be read.
    """
    claims: dict[str, object] = {}
    for rule in book.rules:
        for what in (f"rule code {rule.code}", f"rule name {rule.name}"):
            if what in claims:
                raise RefusedError(f"it holds {what} twice")
            claims[what] = rule
    return {**claims, **{f"parameter {p.key}": p for p in parameters_of(book)}}


def refuse_unsound(book: RuleBook) -> None:
    """Refuse a book that is not made as it should, or leaves open where its marks come from.

    Raises
    ------
    RefusedError
        With the first thing that is wrong.
    """
    if not isinstance(book.rules, tuple) or not 0 < len(book.rules) <= MOST_RULES:
        raise RefusedError(f"its rules are no tuple of 1 to {MOST_RULES}")
    for rule in book.rules:
        _refuse_rule(rule)
    own = tuple(f"rules.{rule.code.lower()}." for rule in book.rules)
    for parameter in parameters_of(book):
        # Anywhere else it might change what is shipped.
        if not parameter.key.startswith(own):
            raise RefusedError(f"its parameter {parameter.key} does not stand below {own[0]}")
        if fault := _fault(parameter):
            raise RefusedError(f"its parameter {parameter.key} {fault}")


def parameters_of(book: RuleBook) -> Parameters:
    """Thresholds of a book.

    Raises
    ------
    RefusedError
        If they cannot be read.
    """
    try:
        return parse_parameters(bounded(book.parameters, "parameters"))
    except (ValueError, TypeError, AttributeError) as why:
        raise RefusedError(f"its parameters cannot be used: {why}") from why


def sources_cited(book: RuleBook) -> Iterator[tuple[str, str]]:
    """Keys of sources with the place that cites them."""
    for parameter in parameters_of(book):
        yield f"parameter {parameter.key}", parameter.reference
    for rule in book.rules:
        for key in _CITED.findall(rule.rationale):
            yield f"rule {rule.code}", key


def _refuse_rule(rule: Any) -> None:
    # Whoever made a rule has loaded it; a command that loads parameters alone has not.
    from tl_analyzer.finding import Channel

    if not all(hasattr(rule, part) for part in _PARTS):
        raise RefusedError(f"one of its rules is no Rule but {type(rule).__name__}")
    if not isinstance(rule.code, str) or not RULE_CODE.fullmatch(rule.code):
        raise RefusedError(f"its rule code {str(rule.code)[:20]!r} is not like XY101")
    if (
        not isinstance(rule.name, str)
        or not _NAME.fullmatch(rule.name)
        or len(rule.name) > _LONGEST_NAME
    ):
        raise RefusedError(f"the name of its rule {rule.code} is not like hinge-dose-above-usual")
    if not isinstance(rule.channel, Channel):
        raise RefusedError(f"the channel of its rule {rule.code} is no Channel")
    keys = rule.parameters
    if not isinstance(keys, tuple) or not all(isinstance(key, str) for key in keys):
        raise RefusedError(f"the parameters of its rule {rule.code} are no tuple of keys")
    if not keys:
        raise RefusedError(f"its rule {rule.code} names no parameter: every mark needs a source")
    if not isfunction(rule.check):
        raise RefusedError(f"the check of its rule {rule.code} is no function")
    rationale = getdoc(rule.check) or getdoc(modules.get(rule.check.__module__)) or ""
    if not rationale or not is_plain(rationale, _LONGEST_RATIONALE):
        limits = f"1 to {_LONGEST_RATIONALE} printable characters"
        raise RefusedError(f"its rule {rule.code} has no docstring of {limits}")


def _fault(parameter: Parameter) -> str:
    texts = (parameter.unit, parameter.reference, parameter.note)
    if not all(isinstance(text, str) for text in texts):
        return "has a unit, reference or note that is no text"
    if not all(map(is_plain, (*texts, parameter.key))):
        return "has a text that is too long or not printable"
    if not parameter.note:
        return "has no note that says why it was chosen"
    value = parameter.value
    numbers = [n for n in (parameter.low, parameter.high) if n is not None]
    numbers += value if isinstance(value, tuple) else [] if isinstance(value, str) else [value]
    for number in numbers:
        if isinstance(number, bool) or not isinstance(number, int | float) or not isfinite(number):
            return "is no finite number"
    return ""
