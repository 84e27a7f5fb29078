"""The numbers behind a picture as cells of a table, and the signs of its legend."""

from typing import NamedTuple

from tl_analyzer.report.glyphs import UNICODE
from tl_analyzer.report.wording import number


class Key(NamedTuple):
    """A sign of a legend and what it stands for."""

    sign: str
    words: str


class Table(NamedTuple):
    """The numbers behind a picture: its head, and rows that begin with their name."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def cell(value: float | None) -> str:
    """Write a value; what is not known has a sign of its own, and is no zero."""
    return UNICODE.gap if value is None else number(value)
