"""The formats a weekly report can be written in, by the name the command line uses.

A format is imported when it is asked for: who wants JSON need not wait for the library that lays
out terminal pages.
"""

from collections.abc import Callable, Mapping

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport

#: A pure function of the report value and the page it is written for.
Format = Callable[[WeeklyReport, Layout], str]


def _text(report: WeeklyReport, layout: Layout) -> str:
    from tl_analyzer.report.text import text

    return text(report, layout)


def _markdown(report: WeeklyReport, layout: Layout) -> str:
    from tl_analyzer.report.markdown import markdown

    return markdown(report, layout)


def _json(report: WeeklyReport, layout: Layout) -> str:
    from tl_analyzer.report.json_report import json_report

    return json_report(report, layout)


FORMATS: Mapping[str, Format] = {"text": _text, "md": _markdown, "json": _json}
