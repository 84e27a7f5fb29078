"""Styled words, and how they are wrapped to a width: characters may be two columns wide.

`rich` could do it and a hundred things more; loading it and laying a page out with it takes twice
the time that the report itself does. What a character's width is, it is asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from rich.cells import cell_len, chop_cells, set_cell_size

#: One text in one style.
Run = tuple[str, str]

_WORD = re.compile(r"\s*\S+\s*")
#: Bell, backspace, vertical tab, form feed and carriage return do not belong on a page.
_NOISE = dict.fromkeys((7, 8, 11, 12, 13))
_TAB = 8
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Words:
    """Text in one style or several.

    Attributes
    ----------
    runs : tuple of (str, str)
        Texts with their styles, in order.
    fill : str
        Style of the blanks that fill a line up.
    """

    runs: tuple[Run, ...]
    fill: str = ""

    @classmethod
    def of(cls, text: str, style: str) -> Self:
        """Text in one style."""
        clean = text.translate(_NOISE)
        return cls(((clean.expandtabs(_TAB) if "\t" in clean else clean, style),), style)

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join([text for text, _ in self.runs])

    def __len__(self) -> int:
        return sum([len(text) for text, _ in self.runs])

    def part(self, start: int, end: int, add: str = "") -> "Words":
        """Cut a part out; `add` goes on in the style the text would have gone on in."""
        found: list[Run] = []
        place = 0
        for text, style in self.runs:
            kept = text[max(start - place, 0) : max(end - place, 0)]
            if place <= end < place + len(text):
                kept += add
            if kept:
                found.append((kept, style))
            place += len(text)
        return Words(tuple(found), self.fill)


def wrapped(text: Words, width: int, *, fold: bool = True) -> list[Words]:
    """Wrap text to a width.

    Parameters
    ----------
    text : Words
        The text; line feeds in it are kept.
    width : int
        Columns a line may fill. [characters]
    fold : bool
        Whether a word that is longer goes on in the next line, or is cut with an ellipsis.

    Returns
    -------
    list of Words
        One value a line; at least one.
    """
    lines: list[Words] = []
    for line in parted(text):
        plain = line.plain
        for start, end in pairwise([0, *_breaks(plain, width, fold=fold), len(plain)]):
            piece = plain[start:end]
            blank = len(piece) - len(piece.rstrip())
            over = min(max(cell_len(piece) - width, 0), blank)
            lines.append(cut(line.part(start, end - over), width, fold=fold))
    return lines


def parted(text: Words) -> list[Words]:
    """Part text at its line feeds."""
    lines: list[Words] = []
    begin = 0
    for line in text.plain.split("\n"):
        lines.append(text.part(begin, begin + len(line)))
        begin += len(line) + 1
    return lines


def filled(line: Words, width: int) -> Words:
    """Cut a line to a width, or fill it up."""
    fitting = cut(line, width, fold=False)
    blank = " " * (width - cell_len(fitting.plain))
    if fitting.runs and fitting.runs[-1][1] == line.fill:
        last, style = fitting.runs[-1]
        return Words((*fitting.runs[:-1], (last + blank, style)), line.fill)
    return Words((*fitting.runs, (blank, line.fill)), line.fill)


def cut(line: Words, width: int, *, fold: bool = True) -> Words:
    """Cut a line to a width; unless folded, an ellipsis shows it."""
    plain = line.plain
    if cell_len(plain) <= width:
        return line
    kept = set_cell_size(plain, width if fold else width - 1)
    # Where only half of a wide character would fit, a blank stands in for it.
    same = len(kept) if plain.startswith(kept) else len(kept) - 1
    return line.part(0, same, kept[same:] + ("" if fold else _CUT))


def _breaks(line: str, width: int, *, fold: bool) -> Iterator[int]:
    """Where a line goes on in the next one. [characters]."""
    used = 0
    for found in _WORD.finditer(line):
        word, start = found[0], found.start()
        long = cell_len(word.rstrip())
        if long <= width - used:
            used += cell_len(word)
        elif long <= width or not fold:
            if start and (used or long > width):
                yield start
            if used or long > width:
                used = cell_len(word)
        else:
            pieces = chop_cells(word, width)
            for piece in pieces:
                if start:
                    yield start
                start += len(piece)
            used = cell_len(pieces[-1])
