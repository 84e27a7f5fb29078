"""The texts a plugin brings: bounded, and read as tables."""

from collections.abc import Iterator, Mapping
from typing import Any

import tomli

from tl_analyzer.plugins.loading import RefusedError

#: Longest text of a plugin; what is shipped is a third of it. [characters]
LONGEST_TEXT = 1_000_000
#: Most tables of one text. [1]
MOST_TABLES = 5_000
#: Longest single text in a table: a page. [characters]
LONGEST_LINE = 2_000


def bounded(text: object, what: str) -> str:
    """A text that is one, and not too long.

    Raises
    ------
    RefusedError
        If it is not.
    """
    if not isinstance(text, str):
        raise RefusedError(f"its {what} are no text")
    if len(text) > LONGEST_TEXT:
        raise RefusedError(f"its {what} are longer than {LONGEST_TEXT} characters")
    return text


def tables(text: object, what: str) -> dict[str, Mapping[str, Any]]:
    """The tables of a TOML text.

    Raises
    ------
    RefusedError
        If it is no TOML, holds something else than tables, or too many or too long ones.
    """
    try:
        tree = tomli.loads(bounded(text, what))
    except tomli.TOMLDecodeError as why:
        raise RefusedError(f"its {what} are no TOML: {why}") from why
    if len(tree) > MOST_TABLES:
        raise RefusedError(f"its {what} hold more than {MOST_TABLES} tables")
    for name, table in tree.items():
        if not isinstance(table, dict):
            raise RefusedError(f"its {what}: {name} is no table")
        if not (is_plain(name) and all(map(is_plain, _texts(table)))):
            limits = f"{LONGEST_LINE} printable characters"
            raise RefusedError(f"its {what}: {name[:60]!r} holds a text of more than {limits}")
    return tree


def is_plain(text: str, longest: int = LONGEST_LINE) -> bool:
    """Whether a text holds nothing that a terminal would act upon, and is not too long.

    Parameters
    ----------
    text : str
        The text; it may have several lines.
    longest : int
        Most that it may have. [characters]
    """
    return len(text) <= longest and text.replace("\n", " ").isprintable()


def _texts(node: object) -> Iterator[str]:
    """Every text in a tree."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from (text for each in node.items() for part in each for text in _texts(part))
    elif isinstance(node, list):
        yield from (text for each in node for text in _texts(each))
