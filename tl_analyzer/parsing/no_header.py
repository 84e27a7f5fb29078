"""What is no header of a table, told by a look: the start of a document, too many cells."""

import re
from collections.abc import Sequence

from tl_analyzer.parsing.bounds import bounds

#: JSON, XML, HTML. A title such as ``[2026]`` and a cell such as ``<span>`` are none of these.
_DOCUMENT = re.compile(r'\{\s*(?:["}]|$)|\[\s*(?:[\[{"\]]|$)|<[?!]')


def begins_document(line: str) -> bool:
    """Whether a document begins with this line, which no table does."""
    return _DOCUMENT.match(line.lstrip("\ufeff \t\r\n")) is not None


def may_be_header(cells: Sequence[str]) -> bool:
    """Whether cells are not too many for a header; empty ones after it are not counted."""
    most = bounds().header_cells
    if len(cells) <= most:
        return True
    return any(cell.strip() for cell in cells[:most]) and not any(
        cell.strip() for cell in cells[most:]
    )
