"""Files in which each line is one quoted cell that holds the whole row."""

import csv
from collections.abc import Sequence
from itertools import islice

#: Lines looked at for a first one that is not blank.
_LINES_BEFORE = 5
_DELIMITERS = ",;\t"


def unwrap(lines: Sequence[str]) -> Sequence[str]:
    """Take the quotes off lines that are quoted as a whole, if the first line is.

    Any other file comes back as it is; line numbers stay.
    """
    first = next((line for line in islice(lines, _LINES_BEFORE) if line.strip()), "")
    if _inside(first) is None:
        return lines
    return [line if (inside := _inside(line)) is None else inside for line in lines]


def _inside(line: str) -> str | None:
    """The row inside a line that is one quoted cell; None for any other line."""
    text = line.strip().lstrip("\ufeff")
    if not (text.startswith('"') and text.endswith('"')):
        return None
    for delimiter in _DELIMITERS:
        try:
            cells = next(csv.reader([text], delimiter=delimiter, strict=True))
        except (csv.Error, StopIteration):
            return None
        if len(cells) > 1:
            return None
    inside = cells[0]
    return f"{inside}\n" if any(mark in inside for mark in _DELIMITERS) else None
