"""The formats a weekly report can be written in, by the name the command line uses.

A format is imported when it is asked for: who wants JSON need not wait for the library that lays
out terminal pages, and formats of others are looked for where none is shipped of that name.
"""

from collections.abc import Callable, Mapping

from tl_analyzer.nearest import did_you_mean
from tl_analyzer.plugins.group import FORMATS as DOOR
from tl_analyzer.plugins.report_formats import (
    AnyFormat,
    BinaryReportFormat,
    ReportFormat,
    added_format_names,
    load_format,
)
from tl_analyzer.remedy import RemediableError
from tl_analyzer.report.added_formats import writes_apart
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport

#: A pure function of the report value and the page it is written for.
Format = Callable[[WeeklyReport, Layout], str]
#: The same for what is no text.
BinaryFormat = Callable[[WeeklyReport, Layout], bytes]


def _text(report: WeeklyReport, layout: Layout) -> str:
    from tl_analyzer.report.text import text

    return text(report, layout)


def _markdown(report: WeeklyReport, layout: Layout) -> str:
    from tl_analyzer.report.markdown import markdown

    return markdown(report, layout)


def _html(report: WeeklyReport, layout: Layout) -> str:
    from tl_analyzer.report.html import html

    return html(report, layout)


def _json(report: WeeklyReport, layout: Layout) -> str:
    from tl_analyzer.report.json_report import json_report

    return json_report(report, layout)


def _message(report: WeeklyReport, layout: Layout) -> str:
    from tl_analyzer.report.message import message_format

    return message_format(report, layout)


def _pdf() -> BinaryFormat:
    try:
        from tl_analyzer.report.pdf import pdf
    except (ImportError, OSError) as why:
        # The package is missing, or a library of the system that it draws with.
        raise RemediableError(
            f"PDF needs WeasyPrint, which cannot be loaded ({why})",
            "Install it with: pip install 'tl-analyzer[pdf]'; or print --format html in a browser.",
        ) from why
    return pdf


FORMATS: Mapping[str, Format] = {
    "text": _text,
    "md": _markdown,
    "html": _html,
    "json": _json,
    "message": _message,
}

#: Formats that are no text, to be loaded first: what they need may be missing.
BINARY_FORMATS: Mapping[str, Callable[[], BinaryFormat]] = {"pdf": _pdf}

#: The same as they come in by the door of all formats.
TEXT = ReportFormat(DOOR.contract, _text)
MARKDOWN = ReportFormat(DOOR.contract, _markdown)
HTML = ReportFormat(DOOR.contract, _html)
JSON = ReportFormat(DOOR.contract, _json)
MESSAGE = ReportFormat(DOOR.contract, _message)
PDF = BinaryReportFormat(
    DOOR.contract,
    write=lambda report, layout: BINARY_FORMATS["pdf"]()(report, layout),
    ready=lambda: BINARY_FORMATS["pdf"](),
)


def is_text(name: str) -> bool:
    """Whether a format is text, so that a terminal can show it.

    Raises
    ------
    RemediableError
        If there is no such format, or it cannot be used.
    """
    return isinstance(_held(name), ReportFormat)


def text_format(name: str) -> Format:
    """The format of that name.

    Raises
    ------
    RemediableError
        If there is no such format, it cannot be used, or it is no text.
    """
    held = _held(name)
    if isinstance(held, ReportFormat):
        return held.write
    raise RemediableError(f"format {name!r} is no text", "Use `render_bytes`.")


def binary_format(name: str) -> BinaryFormat:
    """The format of that name that is no text, with all that it needs.

    Raises
    ------
    RemediableError
        If there is no such format, it cannot be used, or it is text.
    """
    held = _held(name)
    if isinstance(held, BinaryReportFormat):
        held.ready()
        return held.write
    raise RemediableError(f"format {name!r} is text", "Use `render`.")


def format_names() -> tuple[str, ...]:
    """Names of all formats, the shipped ones first; nothing is imported."""
    return (*FORMATS, *BINARY_FORMATS, *added_format_names())


def _held(name: str) -> AnyFormat:
    found = load_format(name)
    if found is None:
        there = f"There are: {', '.join(format_names())}."
        raise RemediableError(f"no format {name!r}", did_you_mean(name, format_names(), there))
    if found.value is None:
        raise RemediableError(
            f"format {name!r} of {found.origin} cannot be used: {found.error}",
            f"Update or remove {found.distribution}, or use another format.",
        )
    return found.value if found.shipped else writes_apart(name, found.value, found.origin)
