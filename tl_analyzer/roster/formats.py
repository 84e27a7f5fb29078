"""Formats of the roster, by name."""

from collections.abc import Callable

from tl_analyzer.report.layout import Layout
from tl_analyzer.roster.roster import Roster
from tl_analyzer.roster.roster_csv import roster_csv
from tl_analyzer.roster.roster_text import roster_text


def _json(found: Roster, layout: Layout) -> str:
    return found.model_dump_json(indent=2) + "\n"


FORMATS: dict[str, Callable[[Roster, Layout], str]] = {
    "text": roster_text,
    "json": _json,
    "csv": roster_csv,
}
