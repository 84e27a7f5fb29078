"""Doors for other distributions: adapters and parameter sets by entry point.

What is shipped with the core comes in by the same doors. A plugin that cannot be loaded is a
value that names its distribution; it never stops the program.
"""

import os
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files

from tl_analyzer.adapter import CONTRACT, Adapter
from tl_analyzer.parameters import ParameterError, Parameters, parse_parameters

ADAPTERS = "tl_analyzer.adapters"
PROFILES = "tl_analyzer.profiles"

#: Environment variable: comma-separated entry-point names; only these adapters are loaded.
ONLY = "TL_LOAD_PLUGINS"


@dataclass(frozen=True, slots=True)
class InstalledAdapter:
    """An adapter as installed, or the reason why it cannot be used.

    Attributes
    ----------
    name : str
        Name of its entry point.
    distribution, version : str
        The distribution it comes from.
    adapter : Adapter or None
        The adapter itself; None when it could not be loaded.
    error : str
        Why not; empty when it could.
    """

    name: str
    distribution: str
    version: str
    adapter: Adapter | None
    error: str = ""


@cache
def adapters() -> tuple[InstalledAdapter, ...]:
    """Every installed adapter by name, broken ones with their error."""
    only = {name.strip() for name in os.environ.get(ONLY, "").split(",") if name.strip()}
    found = sorted(entry_points(group=ADAPTERS), key=lambda e: (e.name, e.value))
    return tuple(_load(entry) for entry in found if not only or entry.name in only)


def _load(entry: EntryPoint) -> InstalledAdapter:
    dist = entry.dist
    blank = InstalledAdapter(
        name=entry.name,
        distribution=dist.name if dist else "unknown distribution",
        version=dist.version if dist else "",
        adapter=None,
    )
    # A stranger's module may raise anything on import; it must not take the program with it.
    try:
        adapter = entry.load()()
    except Exception as why:
        return replace(blank, error=f"{type(why).__name__}: {why}")
    if not isinstance(adapter, Adapter):
        return replace(blank, error=f"{entry.value} is not an adapter")
    if adapter.contract > CONTRACT:
        newer = f"needs adapter contract {adapter.contract}, this version offers {CONTRACT}"
        return replace(blank, error=newer)
    return replace(blank, adapter=adapter)


def parameter_set(name: str = "default") -> Parameters:
    """Return the parameters of the shipped profile package: all files of its folder `name`.

    Raises
    ------
    ParameterError
        If no installed package holds such a folder, or a file in it cannot be used.
    """
    return _parameter_set(name)


# Beside it, so that the default set is read once whether or not it is named.
@cache
def _parameter_set(name: str) -> Parameters:
    for entry in sorted(entry_points(group=PROFILES), key=lambda e: e.name):
        folder = files(entry.load()).joinpath(name)
        if folder.is_dir():
            return _merged(
                name,
                tuple(
                    (f.name, f.read_text(encoding="utf-8"))
                    for f in sorted(folder.iterdir(), key=lambda f: f.name)
                    if f.name.endswith(".toml")
                ),
            )
    raise ParameterError(f"no installed parameter set is called {name!r}")


def _merged(name: str, texts: tuple[tuple[str, str], ...]) -> Parameters:
    merged = Parameters(entries={})
    for file, text in texts:
        part = parse_parameters(text)
        twice = sorted(set(part.entries) & set(merged.entries))
        if twice:
            raise ParameterError(f"{name}/{file}: {twice[0]!r} is defined twice")
        merged = Parameters(
            entries={**merged.entries, **part.entries}, version=part.version or merged.version
        )
    return merged
