"""The lines of flags on a page of text: what decided stays in one piece."""

import re

import pytest

from tl_analyzer.report.layout import Layout
from tl_analyzer.report.text import text
from tl_analyzer.report.weekly_report import WeeklyReport


@pytest.mark.parametrize("width", [40, 60, 66, 72, 80, 99, 100, 120])
@pytest.mark.parametrize("value", [5.0, 1984.0])
def test_no_line_ends_inside_the_bracket(report: WeeklyReport, width: int, value: float) -> None:
    first = report.flags[2].because[0].model_copy(update={"value": value, "unit": "points"})
    long = report.flags[2].model_copy(update={"because": (first,)})
    written = text(report.model_copy(update={"flags": (long, *report.flags[:2])}), Layout(width))
    flags = written.split("Flags:")[1].split("Exposure this week")[0]
    assert len(re.findall(r"\(mark [\d.]+\)", flags)) == 2
    assert max(map(len, written.splitlines())) <= width


def test_one_of_a_kind_is_no_plural(report: WeeklyReport) -> None:
    fact = report.flags[2].because[0].model_copy(update={"value": 1.0, "unit": "weeks"})
    one = report.flags[2].model_copy(update={"because": (fact,)})
    written = text(report.model_copy(update={"flags": (one,)}), Layout(120))
    assert "1 week (mark 15)" in written
    assert "1 weeks" not in written
