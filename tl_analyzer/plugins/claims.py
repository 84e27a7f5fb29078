"""Who owns what: of two plugins that claim the same, the error names both."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from tl_analyzer.plugins.containment import described
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.loading import RefusedError

T = TypeVar("T")
R = TypeVar("R")

#: What a plugin claims, in words (``rule code XY101``), with what it makes of it.
Claims = Callable[[T], Mapping[str, object]]


def checked(
    plugins: Sequence[Installed[T]], check: Callable[[T], object]
) -> tuple[Installed[T], ...]:
    """Refuse plugins of strangers that are not sound.

    Parameters
    ----------
    plugins : sequence of Installed
        Plugins as loaded.
    check : callable
        Raises `RefusedError` if a plugin is not sound.
    """
    return tuple(plugin if plugin.shipped else _asked(plugin, check)[0] for plugin in plugins)


def settled(plugins: Sequence[Installed[T]], claims: Claims[T]) -> tuple[Installed[T], ...]:
    """Refuse plugins that claim what another one makes something else of.

    What is shipped always stands. Of two strangers neither is used: which of them the athlete
    means cannot be told.

    Parameters
    ----------
    plugins : sequence of Installed
        Plugins as loaded; those that have an error already claim nothing.
    claims : callable
        Says what a plugin claims, or raises `RefusedError` if that cannot be read.
    """
    if all(plugin.shipped for plugin in plugins):
        return tuple(plugins)
    asked = [_asked(plugin, claims) for plugin in plugins]
    found = [plugin for plugin, _ in asked]
    claimed = [said or {} for _, said in asked]
    owners: dict[str, list[int]] = defaultdict(list)
    for at, said in enumerate(claimed):
        for what in said:
            owners[what].append(at)
    for what, all_of_it in owners.items():
        if all(claimed[at][what] == claimed[all_of_it[0]][what] for at in all_of_it):
            continue
        for at in all_of_it:
            if not found[at].shipped:
                others = [plugins[each] for each in all_of_it if each != at]
                found[at] = _refused(found[at], _shared(what, others))
    return tuple(found)


def _asked(plugin: Installed[T], ask: Callable[[T], R]) -> tuple[Installed[T], R | None]:
    if plugin.value is None:
        return plugin, None
    # What a stranger put into the value may raise anything when it is looked at.
    try:
        return plugin, ask(plugin.value)
    except RefusedError as why:
        return _refused(plugin, str(why)), None
    except Exception as why:
        return _refused(plugin, described(why)), None


def _shared(what: str, others: Sequence[Installed[Any]]) -> str:
    return f"{what} is also in {' and '.join(other.origin for other in others)}"


def _refused(plugin: Installed[T], why: str) -> Installed[T]:
    return replace(plugin, value=None, error=plugin.error or why)
