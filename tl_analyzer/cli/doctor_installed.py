"""What is installed: the program, Python, the database, extras, plugins."""

import platform
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, NamedTuple

import click

from tl_analyzer import __version__, plugins
from tl_analyzer.cli.doctor_fact import Fact, State
from tl_analyzer.cli.plugin_list import loaded
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.plugins.choice import ONLY
from tl_analyzer.plugins.containment import PATIENCE, is_patience
from tl_analyzer.plugins.entry_lists import damaged_distributions
from tl_analyzer.plugins.group import GROUPS
from tl_analyzer.plugins.installed import Installed
from tl_analyzer.plugins.loading import unknown_names
from tl_analyzer.report.wording import clean
from tl_analyzer.store.glance import engine_version


class Extra(NamedTuple):
    """An extra of this distribution: what it is for, and the modules it brings."""

    purpose: str
    modules: tuple[str, ...]


#: Every extra; the names are those of pyproject.toml.
EXTRAS: Final[Mapping[str, Extra]] = {
    "dask": Extra("tl fleet on a cluster", ("distributed", "pyarrow")),
    "datasette": Extra("the log store in datasette", ("datasette",)),
    "ics": Extra("reading calendars", ("icalendar", "recurring_ical_events")),
    "llm": Extra("llm tl", ("llm",)),
    "mcp": Extra("tl mcp", ("mcp",)),
    "parquet": Extra("Parquet files", ("pyarrow",)),
    "pdf": Extra("reports as PDF", ("weasyprint",)),
    "xlsx": Extra("Excel files", ("openpyxl",)),
}
#: Modules that need libraries of the system: being installed is not enough for them.
_NEEDS_LIBRARIES = ("weasyprint",)


def installed(environment: Mapping[str, str]) -> Iterator[Fact]:
    """Look at everything that was installed."""
    yield Fact("tl-analyzer", __version__)
    yield Fact("Python", f"{platform.python_version()}, {platform.platform(terse=True)}")
    yield Fact("SQLite", engine_version())
    for name, extra in EXTRAS.items():
        yield _extra(name, extra)
    yield from _adapters(environment)


def _extra(name: str, extra: Extra) -> Fact:
    label, remedy = f"extra {name}", f"pip install 'tl-analyzer[{name}]'"
    missing = [module for module in extra.modules if find_spec(module) is None]
    if missing:
        told = f"not installed ({extra.purpose})"
        return Fact(label, told, State.NOTE, remedy)
    for module in extra.modules:
        if module in _NEEDS_LIBRARIES and (why := _refusal(module)):
            told = f"installed, but cannot be loaded ({extra.purpose}): {why}"
            return Fact(label, told, State.NOTE, "Install the system libraries it names (Pango).")
    return Fact(label, f"installed ({extra.purpose})")


def _refusal(module: str) -> str:
    """Why a module cannot be loaded; empty where it can."""
    # A missing library shows as whatever the module makes of it.
    try:
        import_module(module)
    except Exception as why:
        return f"{type(why).__name__}: {' '.join(str(why).split())[:120]}"
    return ""


def _adapters(environment: Mapping[str, str]) -> Iterator[Fact]:
    found = plugins.adapters()
    broken = [one for one in found if one.value is None]
    whole = len(found) - len(broken)
    if whole:
        yield Fact("adapters", f"{whole} in order")
    else:
        yield Fact(
            "adapters", "none: nothing can be read", State.MEND, "Install tl-analyzer again."
        )
    for group in GROUPS:
        yield from map(_broken, (one for one in loaded(group) if one.error))
    for name in damaged_distributions():
        told = "says in no readable way what it offers; its plugins are not seen"
        yield Fact(f"distribution {name}", told, State.MEND, "Install it again, or remove it.")
    yield from unknown_plugins()
    yield from _patience(environment)


def _broken(one: Installed[Any]) -> Fact:
    return Fact(
        f"{one.group.kind} {one.name}",
        f"cannot be used: {one.error}",
        State.MEND,
        f"Update or remove the distribution {one.origin}.",
    )


def unknown_plugins() -> Iterator[Fact]:
    """Say which names of ``TL_LOAD_PLUGINS`` are no plugin's."""
    unknown, known = unknown_names()
    for name in unknown:
        remedy = did_you_mean(name, known, f"Unset {ONLY} for all of them.")
        yield Fact(ONLY, f"names no plugin: {name}", State.MEND, remedy)


def say_unknown_plugins() -> None:
    """Say the same on standard error."""
    for fact in unknown_plugins():
        click.echo(f"note: {fact.name} {clean(fact.told)}. {fact.remedy}", err=True)


def _patience(environment: Mapping[str, str]) -> Iterator[Fact]:
    said = environment.get(PATIENCE, "")
    if said and not is_patience(said):
        told = f"is {said[:40]!r}: the time limits of plugins are as by default"
        yield Fact(PATIENCE, told, State.MEND, "Give a number above 0, such as 3, or unset it.")
