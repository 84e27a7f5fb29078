"""The formats a weekly report can be written in, by the name the command line uses."""

from collections.abc import Callable, Mapping

from tl_analyzer.report.json_report import json_report
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.markdown import markdown
from tl_analyzer.report.text import text
from tl_analyzer.report.weekly_report import WeeklyReport

#: A pure function of the report value and the page it is written for.
Format = Callable[[WeeklyReport, Layout], str]

FORMATS: Mapping[str, Format] = {"text": text, "md": markdown, "json": json_report}
