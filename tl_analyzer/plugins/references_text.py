"""Sources that a plugin brings."""

from collections.abc import Mapping

from tl_analyzer.plugins.book_text import bounded
from tl_analyzer.plugins.loading import RefusedError
from tl_analyzer.reference import Reference, parse_references


def parsed_references(text: str) -> Mapping[str, Reference]:
    """Sources by key.

    Raises
    ------
    RefusedError
        If the text cannot be read.
    """
    try:
        return parse_references(bounded(text, "references"))
    except ValueError as why:
        raise RefusedError(f"its references cannot be used: {why}") from why
