"""Every link within a page leads somewhere."""

import re

import pytest

from studies.screenshots.weeks import weeks
from tests.roster_values import pages_of
from tl_analyzer.report.follow_up import Acknowledged
from tl_analyzer.report.html import html, static_html
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.weekly_report import WeeklyReport
from tl_analyzer.roster.roster_html import roster_pages

WEEKS = weeks()


def astray(page: str) -> set[str]:
    """Places that a page links to and has not; every place is named once."""
    named = re.findall(r'\sid="([^"]*)"', page)
    assert len(set(named)) == len(named)
    return set(re.findall(r'href="#([^"]*)"', page)) - set(named)


def put_aside(report: WeeklyReport) -> WeeklyReport:
    """The week with all of its flags put aside."""
    seen = tuple(
        Acknowledged(
            code=flag.code,
            until="2026-11-30",
            note="",
            made_on="2026-11-14",
            severity=flag.severity,
        )
        for flag in report.flags
    )
    return report.model_copy(update={"acknowledged": seen})


@pytest.mark.parametrize("name", WEEKS)
def test_links_of_a_week_lead_somewhere(name: str) -> None:
    for report in (WEEKS[name], put_aside(WEEKS[name])):
        assert astray(html(report, Layout())) == set()
        assert astray(static_html(report, Layout())) == set()


def test_channels_point_to_flags_that_count_and_to_no_others() -> None:
    report = WEEKS["example"]
    badge = re.compile(r'<a class="badge[^>]*href="#tl')
    assert badge.search(html(report, Layout()))
    assert not badge.search(html(put_aside(report), Layout()))


def test_links_of_a_roster_lead_somewhere() -> None:
    for path, page in roster_pages(*pages_of()):
        assert astray(page) == set(), path
