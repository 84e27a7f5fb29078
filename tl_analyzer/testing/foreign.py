"""Files that others read, as far as their heads go (``foreign.toml``)."""

from collections.abc import Container
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import tomli

from tl_analyzer.adapter import SourceFile


class ForeignFile(NamedTuple):
    """A file, and the adapter it belongs to."""

    of: str
    file: SourceFile


@cache
def known_files() -> tuple[ForeignFile, ...]:
    """All of them."""
    text = files("tl_analyzer.testing").joinpath("foreign.toml").read_text(encoding="utf-8")
    return tuple(
        ForeignFile(row["of"], SourceFile.of_bytes(row["name"], row["head"].encode()))
        for row in tomli.loads(text)["file"]
    )


def foreign_files(own: Container[str]) -> list[SourceFile]:
    """Those that belong to none of some adapters.

    Parameters
    ----------
    own : container of str
        Names of the adapters.
    """
    return [each.file for each in known_files() if each.of not in own]
