"""The formats a weekly report can be written in, by the name the command line uses.

A format is imported when it is asked for: who wants JSON need not wait for the library that lays
out terminal pages.
"""

from collections.abc import Callable, Mapping

from tl_analyzer.remedy import RemediableError
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
