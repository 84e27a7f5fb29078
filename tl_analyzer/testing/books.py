"""Rule books of the package under test, with every number and source they may rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import EntryPoint

from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.plugins.containment import described
from tl_analyzer.plugins.group import RULES
from tl_analyzer.plugins.loading import RefusedError
from tl_analyzer.plugins.raised_at import raised_at
from tl_analyzer.plugins.references_text import parsed_references
from tl_analyzer.plugins.rule_books import RuleBook, parameters_of, refuse_unsound
from tl_analyzer.reference import Reference
from tl_analyzer.reference import references as shipped_references
from tl_analyzer.rules.rule import Rule


def _none() -> Parameters:
    return Parameters({})


@dataclass(frozen=True)
class Book:
    """What an entry point holds.

    Attributes
    ----------
    entry : str
        Its name.
    rules : tuple of Rule
        Its rules; none where it cannot be used.
    own : Parameters
        Its own thresholds.
    parameters : Parameters
        These and the shipped ones.
    references : mapping of str to Reference
        Its own sources and the shipped ones.
    error : str
        Why it cannot be used.
    """

    entry: str
    rules: tuple[Rule, ...] = ()
    own: Parameters = field(default_factory=_none)
    parameters: Parameters = field(default_factory=_none)
    references: Mapping[str, Reference] | None = None
    error: str = ""


def book(entry: EntryPoint, *, shipped: bool) -> Book:
    """Load a rule book and see whether it is one of this contract.

    Parameters
    ----------
    entry : EntryPoint
        Where it is.
    shipped : bool
        Whether it comes with this program; its numbers then are those of the profiles.
    """
    blank = Book(entry.name)
    # An author's module may raise anything on import, and his book when it is looked at.
    try:
        held = entry.load()
        made = held() if callable(held) else held
        if not isinstance(made, RuleBook):
            return replace(blank, error=f"{entry.value} is no RuleBook")
        if isinstance(made.contract, bool) or not 0 < made.contract <= RULES.contract:
            offered = f"this version offers {RULES.contract}"
            return replace(blank, error=f"its contract is {made.contract!r}, and {offered}")
        if not shipped:
            refuse_unsound(made)
        basis, own = parameter_set(), parameters_of(made)
        return Book(
            entry.name,
            made.rules,
            own,
            replace(basis, entries={**basis.entries, **own.entries}),
            {**shipped_references(), **parsed_references(made.references)},
        )
    except RefusedError as why:
        return replace(blank, error=f"{entry.value}: {why}")
    except (Exception, SystemExit) as why:
        return replace(blank, error=f"{entry.value}: {described(why)}{raised_at(why)}")
