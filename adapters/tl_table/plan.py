"""Cells that say what was to be done, not what was: ranges, percentages, AMRAP."""

import re

from tl_table.words import plain, words

_RANGE = re.compile(
    r"(?<![\d.,/-])(\d{1,3})\s*(?:-|\u2013|\u2014|to|bis|a)\s*(\d{1,3})(?![\d.,/-])"
)
_OPEN = re.compile(r"\d\s*\+(?!\s*\d)|%")
_WORD = re.compile(r"[^\W\d_]+")


def is_plan(text: str) -> bool:
    """Whether a cell with repetitions or sets in short is a plan."""
    bare = plain(text)
    if _OPEN.search(bare) or any(word in words().cells.plan for word in _WORD.findall(bare)):
        return True
    return any(int(low) < int(high) for low, high in _RANGE.findall(bare))
