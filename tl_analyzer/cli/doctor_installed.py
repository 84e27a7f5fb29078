"""What is installed: the program, Python, the database, extras, adapters."""

import platform
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Final, NamedTuple

from tl_analyzer import __version__, plugins
from tl_analyzer.cli.doctor_fact import Fact, State
from tl_analyzer.nearest import did_you_mean
from tl_analyzer.plugins.choice import ONLY
from tl_analyzer.plugins.group import ADAPTERS
from tl_analyzer.plugins.loading import entries
from tl_analyzer.store.glance import engine_version


class Extra(NamedTuple):
    """An extra of this distribution: what it is for, and the modules it brings."""

    purpose: str
    modules: tuple[str, ...]


#: Every extra; the names are those of pyproject.toml.
EXTRAS: Final[Mapping[str, Extra]] = {
    "dask": Extra("tl fleet on a cluster", ("distributed", "pyarrow")),
    "ics": Extra("reading calendars", ("icalendar", "recurring_ical_events")),
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
    for one in broken:
        yield Fact(
            f"adapter {one.name}",
            f"cannot be used: {one.error}",
            State.MEND,
            f"Update or remove the distribution {one.distribution} {one.version}".rstrip() + ".",
        )
    yield from unknown_adapters(environment)


def unknown_adapters(environment: Mapping[str, str]) -> Iterator[Fact]:
    """Say which names of ``TL_LOAD_PLUGINS`` are no adapter's."""
    known = {entry.name for entry in entries(ADAPTERS)}
    for name in filter(None, map(str.strip, environment.get(ONLY, "").split(","))):
        if name not in known:
            remedy = did_you_mean(name, sorted(known), f"Unset {ONLY} for all of them.")
            yield Fact(ONLY, f"names no adapter: {name}", State.MEND, remedy)
