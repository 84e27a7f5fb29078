"""Formats of the roster, by name; pages of many athletes are `tl_analyzer.roster.roster_html`."""

from collections.abc import Callable, Mapping

from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.layout import Layout
from tl_analyzer.roster.roster import Roster

#: A pure function of the roster and the page it is written for.
Format = Callable[[Roster, Layout], str]
#: The same for what is no text.
BinaryFormat = Callable[[Roster, Layout], bytes]


def _text(found: Roster, layout: Layout) -> str:
    from tl_analyzer.roster.roster_text import roster_text

    return roster_text(found, layout)


def _markdown(found: Roster, layout: Layout) -> str:
    from tl_analyzer.roster.roster_md import roster_markdown

    return roster_markdown(found, layout)


def _json(found: Roster, layout: Layout) -> str:
    from tl_analyzer.report.json_report import json_text

    return json_text(found, layout)


def _json_lines(found: Roster, layout: Layout) -> str:
    from tl_analyzer.report.json_report import json_text

    return "".join(json_text(line, layout, indent=None) for line in found.lines)


def _csv(found: Roster, layout: Layout) -> str:
    from tl_analyzer.roster.roster_csv import roster_csv

    return roster_csv(found, layout)


def _workbook() -> BinaryFormat:
    try:
        from tl_analyzer.roster.roster_xlsx import roster_xlsx
    except ImportError as why:
        raise RemediableError(
            f"a workbook needs openpyxl, which cannot be loaded ({why})",
            "Install it with: pip install 'tl-analyzer[xlsx]'; or write --format csv.",
        ) from why
    return roster_xlsx


FORMATS: Mapping[str, Format] = {
    "text": _text,
    "md": _markdown,
    "json": _json,
    "jsonl": _json_lines,
    "csv": _csv,
}

#: Formats that are no text, to be loaded first: what they need may be missing.
BINARY_FORMATS: Mapping[str, Callable[[], BinaryFormat]] = {"xlsx": _workbook}
