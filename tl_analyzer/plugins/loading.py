"""Loading what other distributions offer; what is shipped comes in by the same doors.

A plugin that cannot be loaded is a value that names its distribution; it never stops the program.
"""

from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint
from time import perf_counter
from typing import Any, TypeVar

from tl_analyzer import __version__
from tl_analyzer.plugins.choice import choice, known_as
from tl_analyzer.plugins.containment import LOAD_S, Outcome, contained, described
from tl_analyzer.plugins.entry_lists import entries, origin
from tl_analyzer.plugins.group import ADAPTERS, GROUPS, Group
from tl_analyzer.plugins.installed import OWN, Installed

__all__ = ["RefusedError", "entries", "load", "load_entry", "origin", "unknown_names", "wanted"]

T = TypeVar("T")


class RefusedError(Exception):
    """What an entry point holds is no plugin of its kind, or for a newer version."""


def wanted(group: Group) -> Iterator[EntryPoint]:
    """Those that a run may load."""
    admitted = choice()
    # Who names a rule book and no adapter does not want to read nothing.
    replaceable = group is ADAPTERS and any(
        admitted.admits(entry.name, origin(entry)[0], replaceable=True) for entry in entries(group)
    )
    for entry in entries(group):
        if admitted.admits(entry.name, origin(entry)[0], replaceable=replaceable):
            yield entry


def load(group: Group, made: Callable[[Any], T]) -> tuple[Installed[T], ...]:
    """Load every plugin of a group, broken ones with their error.

    Parameters
    ----------
    group : Group
        The door.
    made : callable
        Takes what an entry point holds and returns the plugin, or raises `RefusedError`. It runs
        contained, as the import does: here is where foreign code may be asked.
    """
    return tuple(load_entry(entry, group, made) for entry in wanted(group))


def load_entry(entry: EntryPoint, group: Group, made: Callable[[Any], T]) -> Installed[T]:
    """Load one plugin; see `load`."""
    distribution, version = origin(entry)

    def attempt(_: object = None) -> tuple[T | None, str]:
        try:
            value = made(entry.load())
            _check_contract(value, distribution, group)
        except RefusedError as why:
            return None, f"{entry.value} {why}"
        return value, ""

    # What is shipped is trusted: to watch over it would cost every command its time.
    outcome = _plainly(attempt) if distribution == OWN else contained(attempt, LOAD_S)
    value, refused = outcome.value or (None, "")
    return Installed(
        group,
        entry.name,
        distribution,
        version,
        value,
        error=outcome.error or refused,
        printed=outcome.printed,
        took_s=outcome.took_s,
    )


def _plainly(call: Callable[[], tuple[T | None, str]]) -> Outcome[tuple[T | None, str]]:
    # A part of the program may be damaged or lack an extra; the others go on.
    began = perf_counter()
    try:
        return Outcome(call(), took_s=perf_counter() - began)
    except Exception as why:
        return Outcome(None, described(why), took_s=perf_counter() - began)


def _check_contract(value: object, distribution: str, group: Group) -> None:
    contract = getattr(value, "contract", None)
    if contract is None and not group.states_contract:
        return
    if not isinstance(contract, int) or isinstance(contract, bool) or contract < 1:
        raise RefusedError(f"states no contract version: write contract = {group.contract}")
    if contract > group.contract:
        raise RefusedError(
            f"needs {group.kind} contract {contract}, tl-analyzer {__version__} offers"
            f" {group.contract}: update tl-analyzer, or use an older {distribution}"
        )


def unknown_names() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the choice that are nobody's, and the names there are."""
    found = [(entry.name, origin(entry)[0]) for group in GROUPS for entry in entries(group)]
    known = sorted({known_as(name) for pair in found for name in pair})
    return choice().unknown(known), tuple(known)
