"""Sets of parameters, from the packages that hold them."""

from functools import cache
from importlib.metadata import EntryPoint
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import ModuleType
from typing import Any

from tl_analyzer.parameters import ParameterError, Parameters, parse_parameters
from tl_analyzer.plugins.group import PROFILES
from tl_analyzer.plugins.installed import OWN
from tl_analyzer.plugins.loading import RefusedError, load_entry, origin, wanted
from tl_analyzer.plugins.rule_books import parameters_of
from tl_analyzer.plugins.sourced_books import added_rule_books


def parameter_set(name: str = "default") -> Parameters:
    """Return a shipped set - all files of the folder `name` - with those of rule books in use.

    Raises
    ------
    ParameterError
        If no installed package holds such a folder, or a file in it cannot be used.
    """
    return _parameter_set(name)


# Beside it, so that the default set is read once whether or not it is named.
@cache
def _parameter_set(name: str) -> Parameters:
    shipped = [entry for entry in wanted(PROFILES) if origin(entry)[0] == OWN]
    others = [entry for entry in wanted(PROFILES) if origin(entry)[0] != OWN]
    # What is shipped comes first: nobody else's package can take the place of a set in there.
    for entries in (shipped, others):
        found = [(entry, folder) for entry in entries if (folder := _folder(entry, name))]
        if len(found) > 1:
            both = " and ".join(" ".join(origin(entry)).rstrip() for entry, _ in found)
            raise ParameterError(f"the parameter set {name!r} is in {both}")
        if found:
            return _with_rule_books(_merged(name, _texts(found[0][1])))
    raise ParameterError(f"no installed parameter set is called {name!r}")


def _folder(entry: EntryPoint, name: str) -> Traversable | None:
    package = load_entry(entry, PROFILES, as_package).value
    folder = None if package is None else files(package).joinpath(name)
    return folder if folder is not None and folder.is_dir() else None


def _texts(folder: Traversable) -> tuple[tuple[str, str], ...]:
    return tuple(
        (file.name, file.read_text(encoding="utf-8"))
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    )


def as_package(held: Any) -> ModuleType:
    """What the entry point of parameter sets holds.

    Raises
    ------
    RefusedError
        If it is no package.
    """
    if not isinstance(held, ModuleType) or not hasattr(held, "__path__"):
        raise RefusedError("is no package")
    return held


def _with_rule_books(shipped: Parameters) -> Parameters:
    # Their keys stand below the codes of their own rules: nothing shipped can change.
    books = [book.value for book in added_rule_books() if book.value is not None]
    if not books:
        return shipped
    entries = {key: p for book in books for key, p in parameters_of(book).entries.items()}
    return Parameters(entries={**entries, **shipped.entries}, version=shipped.version)


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
