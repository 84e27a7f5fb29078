"""Paths as callers write them."""

from os import PathLike
from pathlib import Path

#: A path as the standard library takes it.
PathName = str | PathLike[str]


def path_of(name: PathName | None) -> Path | None:
    """The path of a name, where there is one."""
    return None if name is None else Path(name)
