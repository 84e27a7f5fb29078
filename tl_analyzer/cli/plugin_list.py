"""Every plugin that is installed, whichever kind it is of."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tl_analyzer.cli.host_command import as_command
from tl_analyzer.plugin_faults import every_plugin
from tl_analyzer.plugins.group import (
    ADAPTERS,
    ADVICE,
    FORMATS,
    HOSTS,
    LEXICONS,
    PROFILES,
    RULES,
    Group,
)
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.installed_adapters import adapters
from tl_analyzer.plugins.loading import entries, load, origin, wanted
from tl_analyzer.plugins.parameter_sets import as_package
from tl_analyzer.plugins.report_formats import formats_on_offer, load_format
from tl_analyzer.plugins.sourced_books import rule_books

_MS_PER_S = 1000.0

#: States of a plugin.
OK, BROKEN, LEFT_OUT = "ok", "broken", "left out"


@dataclass(frozen=True, slots=True)
class Plugin:
    """One line of the list.

    Attributes
    ----------
    kind, name, distribution, version : str
        What it is, and where it comes from.
    shipped : bool
        Whether it comes with this program.
    contract : int or None
        What it was written for; None where its kind states none, or nothing was loaded.
    state : str
        ``ok``, ``broken`` or ``left out``.
    error : str
        Why it cannot be used.
    printed : str
        What it wrote to standard output while it was loaded.
    load_ms : float
        How long it took to be imported and made. [ms]
    """

    kind: str
    name: str
    distribution: str
    version: str
    shipped: bool
    contract: int | None
    state: str
    error: str
    printed: str
    load_ms: float


def installed_plugins(groups: Iterable[Group]) -> Iterator[Plugin]:
    """Load every plugin of some groups, and say what came of it."""
    for group in groups:
        yield from map(_line, loaded(group))
        admitted = set(wanted(group))
        for entry in entries(group):
            if entry not in admitted:
                blank: Installed[Any] = Installed(group, entry.name, *origin(entry), None)
                yield _line(blank, left_out=True)


def loaded(group: Group) -> tuple[Installed[Any], ...]:
    """Every plugin of a group that may be loaded, broken ones with their error."""
    return _LOADED[group]()


def _line(found: Installed[Any], *, left_out: bool = False) -> Plugin:
    contract = getattr(found.value, "contract", None)
    return Plugin(
        kind=found.group.kind,
        name=found.name,
        distribution=found.distribution,
        version=found.version,
        shipped=found.shipped,
        contract=contract if isinstance(contract, int) else None,
        state=LEFT_OUT if left_out else BROKEN if found.error else OK,
        error=found.error,
        printed=found.printed,
        load_ms=round(found.took_s * _MS_PER_S, 1),
    )


def _formats() -> tuple[Installed[Any], ...]:
    return tuple((not f.error and load_format(f.name)) or f for f in formats_on_offer())


_LOADED: dict[Group, Callable[[], tuple[Installed[Any], ...]]] = {
    ADAPTERS: adapters,
    LEXICONS: lambda: every_plugin(LEXICONS),
    RULES: rule_books,
    ADVICE: lambda: every_plugin(ADVICE),
    FORMATS: _formats,
    HOSTS: lambda: load(HOSTS, as_command),
    PROFILES: lambda: load(PROFILES, as_package),
}
