"""The package's tables, read where they lie."""

from importlib.resources import files
from importlib.resources.abc import Traversable

import tomli


def table(folder: str, name: str) -> dict[str, object]:
    """Read ``folder/name`` (TOML)."""
    return _parse(files("tl_strength").joinpath(folder, name))


def tables(folder: str) -> dict[str, dict[str, object]]:
    """Read all tables of a folder, by file name, in the order of their names."""
    found = (
        item for item in files("tl_strength").joinpath(folder).iterdir() if _is_table(item.name)
    )
    return {item.name: _parse(item) for item in sorted(found, key=lambda item: item.name)}


def _is_table(name: str) -> bool:
    return name.endswith(".toml")


def _parse(resource: Traversable) -> dict[str, object]:
    return tomli.loads(resource.read_text(encoding="utf-8"))
