"""Loading what other distributions offer; what is shipped comes in by the same doors.

A plugin that cannot be loaded is a value that names its distribution; it never stops the program.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TypeVar

from tl_analyzer.plugins.choice import choice
from tl_analyzer.plugins.group import ADAPTERS, Group
from tl_analyzer.plugins.installed import Installed

T = TypeVar("T")


class RefusedError(Exception):
    """What an entry point holds is no plugin of its kind, or for a newer version."""


@cache
def entries(group: Group) -> tuple[EntryPoint, ...]:
    """Entry points of a group by name, as installed; nothing is imported."""
    return tuple(sorted(entry_points(group=group.name), key=lambda e: (e.name, e.value)))


def wanted(group: Group) -> Iterator[EntryPoint]:
    """Those that a run may load."""
    admitted = choice()
    for entry in entries(group):
        if admitted.admits(entry.name, _origin(entry)[0], replaceable=group is ADAPTERS):
            yield entry


def load(group: Group, made: Callable[[Any], T]) -> tuple[Installed[T], ...]:
    """Load every plugin of a group, broken ones with their error.

    Parameters
    ----------
    group : Group
        The door.
    made : callable
        Takes what an entry point holds and returns the plugin, or raises `RefusedError`.
    """
    return tuple(_load(entry, group, made) for entry in wanted(group))


def _load(entry: EntryPoint, group: Group, made: Callable[[Any], T]) -> Installed[T]:
    distribution, version = _origin(entry)
    blank: Installed[T] = Installed(group, entry.name, distribution, version, None)
    # A stranger's module may raise anything on import; it must not take the program with it.
    try:
        value = made(entry.load())
    except RefusedError as why:
        return replace(blank, error=f"{entry.value} {why}")
    except Exception as why:
        return replace(blank, error=f"{type(why).__name__}: {why}")
    contract = getattr(value, "contract", None)
    if not isinstance(contract, int) or isinstance(contract, bool):
        return replace(blank, error=f"{entry.value} states no contract version")
    if contract > group.contract:
        newer = f"needs {group.kind} contract {contract}, this version offers {group.contract}"
        return replace(blank, error=newer)
    return replace(blank, value=value)


def _origin(entry: EntryPoint) -> tuple[str, str]:
    if entry.dist is None:
        return "unknown distribution", ""
    return entry.dist.name, entry.dist.version
