"""What is wrong with the rules, lexicons, advice and formats of others, for whoever reads a report.

Nothing of it stops a report: what cannot be used is left out, and said to be.
"""

from collections.abc import Callable, Mapping
from typing import Any

from tl_analyzer.advice.catalogue import added_advice
from tl_analyzer.log import Problem
from tl_analyzer.movement.added_lexicons import added as added_words
from tl_analyzer.plugins.added import added
from tl_analyzer.plugins.group import ADVICE, FORMATS, LEXICONS, RULES, Group
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.lexicons import lexicons
from tl_analyzer.plugins.report_formats import formats_on_offer
from tl_analyzer.plugins.sourced_books import added_rule_books, advice_books, rule_books

_CHECKED: Mapping[Group, Callable[[], tuple[Installed[Any], ...]]] = {
    RULES: added_rule_books,
    LEXICONS: lambda: added_words().lexicons,
    ADVICE: added_advice,
    FORMATS: lambda: formats_on_offer() if added(FORMATS) else (),
}

_LOADED: Mapping[Group, Callable[[], tuple[Installed[Any], ...]]] = {
    RULES: rule_books,
    LEXICONS: lexicons,
    ADVICE: advice_books,
    FORMATS: formats_on_offer,
}


def faults(*groups: Group) -> tuple[Problem, ...]:
    """Plugins that cannot be used, with the distribution of each; adapters speak for themselves.

    Parameters
    ----------
    *groups : Group
        Where to look; everywhere without.
    """
    plugins = (plugin for group in groups or _CHECKED for plugin in checked_plugins(group))
    return tuple(_problem_of(plugin) for plugin in plugins if plugin.error)


def checked_plugins(group: Group) -> tuple[Installed[Any], ...]:
    """Plugins of others, looked through to the last entry; formats are not loaded."""
    return _CHECKED[group]()


def every_plugin(group: Group) -> tuple[Installed[Any], ...]:
    """The same after those that are shipped, for a list of what is installed."""
    return (*(plugin for plugin in _LOADED[group]() if plugin.shipped), *checked_plugins(group))


def _problem_of(plugin: Installed[Any]) -> Problem:
    return Problem(
        file=f"{plugin.group.kind} {plugin.name}",
        found=f"{plugin.error} ({plugin.origin})",
        expected=f"{plugin.group.kind} contract {plugin.group.contract}, and what nobody else owns",
        hint=f"It is left out. Update or remove {plugin.distribution}.",
        code="plugin-refused",
    )
