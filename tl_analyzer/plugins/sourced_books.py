"""Rule books and advice books as a run uses them, and the bibliography of all of them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from tl_analyzer.plugins import advice_books as of_advice
from tl_analyzer.plugins import rule_books as of_rules
from tl_analyzer.plugins.added import added
from tl_analyzer.plugins.advice_books import AdviceBook
from tl_analyzer.plugins.claims import checked, settled
from tl_analyzer.plugins.group import ADVICE, RULES
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.loading import RefusedError, load
from tl_analyzer.plugins.made_books import made_as, shipped_first
from tl_analyzer.plugins.references_text import parsed_references
from tl_analyzer.plugins.rule_books import RuleBook
from tl_analyzer.plugins.shipped import shipped
from tl_analyzer.reference import Reference
from tl_analyzer.reference import references as shipped_references


class Books(NamedTuple):
    """Every book, what is shipped first, those that cannot be used with their error."""

    rules: tuple[Installed[Any], ...]
    advice: tuple[Installed[Any], ...]


def rule_books() -> tuple[Installed[RuleBook], ...]:
    """Every rule book, those that cannot be used with their error."""
    return _books().rules


def advice_books() -> tuple[Installed[AdviceBook], ...]:
    """Every advice book, those that cannot be used with their error."""
    return _books().advice


@cache
def shipped_rule_book() -> RuleBook:
    """The rules that are shipped."""
    return shipped(RULES, made_as(RuleBook))


@cache
def shipped_advice_book() -> AdviceBook:
    """The exercises and answers that are shipped."""
    return shipped(ADVICE, made_as(AdviceBook))


def added_rule_books() -> tuple[Installed[RuleBook], ...]:
    """Rule books that are not shipped; where there are none, nothing is imported."""
    return tuple(b for b in rule_books() if not b.shipped) if added(RULES) else ()


def added_advice_books() -> tuple[Installed[AdviceBook], ...]:
    """Advice books that are not shipped; where there are none, nothing is imported."""
    return tuple(b for b in advice_books() if not b.shipped) if added(ADVICE) else ()


@cache
def references() -> Mapping[str, Reference]:
    """Every source by key: the shipped ones, then those of books in use."""
    return _bibliography((*added_rule_books(), *added_advice_books()))


@cache
def _books() -> Books:
    held = shipped_first(load(RULES, made_as(RuleBook)))
    rules = settled(checked(held, of_rules.refuse_unsound), of_rules.rule_claims)
    advice = settled(shipped_first(load(ADVICE, made_as(AdviceBook))), of_advice.advice_claims)
    # A source may be claimed by a book of either kind.
    both: tuple[Installed[Any], ...] = (*rules, *advice)
    cited = settled(both, _source_claims)
    known = _bibliography(cited)
    sourced = checked(cited, lambda book: _refuse_unknown_sources(book, known))
    return Books(sourced[: len(rules)], sourced[len(rules) :])


def _source_claims(book: RuleBook | AdviceBook) -> Mapping[str, object]:
    return {f"source {key}": one for key, one in parsed_references(book.references).items()}


def _bibliography(books: Sequence[Installed[Any]]) -> Mapping[str, Reference]:
    used = (book.value for book in books if book.value is not None)
    sources = {k: v for book in used for k, v in parsed_references(book.references).items()}
    return {**shipped_references(), **sources}


def _refuse_unknown_sources(book: RuleBook | AdviceBook, known: Mapping[str, Reference]) -> None:
    for place, key in _cited(book):
        if key not in known:
            raise RefusedError(f"its {place} cites {key[:60]!r}, which is in no bibliography")


def _cited(book: RuleBook | AdviceBook) -> Iterator[tuple[str, str]]:
    if isinstance(book, RuleBook):
        return of_rules.sources_cited(book)
    return of_advice.sources_cited(book)
