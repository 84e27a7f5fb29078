"""A week that is not over says so wherever it is compared with whole weeks."""

import re

import pytest

from tl_analyzer.reference import Reference
from tl_analyzer.report.formats import FORMATS
from tl_analyzer.report.layout import Layout
from tl_analyzer.report.page import page
from tl_analyzer.report.week_so_far import week_so_far
from tl_analyzer.report.weekly_report import Channels, WeeklyReport

THURSDAY = "2026-11-12T12:00:00+01:00"


@pytest.mark.parametrize(
    ("as_of", "days", "begins"),
    [
        (THURSDAY, 4, "So far, up to Thu 12 Nov 12:00"),
        ("2026-11-15T23:59:00+01:00", 7, "So far, up to Sun 15 Nov 23:59"),
        ("2026-11-09T00:00:00+01:00", 1, "So far, up to Mon 9 Nov 00:00"),
        ("2026-11-06T10:00:00+01:00", 0, "This week has not begun"),
    ],
)
def test_how_far_it_has_come(as_of: str, days: int, begins: str) -> None:
    found = week_so_far("2026-W46", as_of)
    assert found is not None
    assert (found.days, found.words) == (days, begins)


@pytest.mark.parametrize("as_of", ["2026-11-16T00:00:00+01:00", "2027-01-01T08:00:00+01:00"])
def test_a_week_that_is_over_is_a_week(as_of: str) -> None:
    assert week_so_far("2026-W46", as_of) is None
    assert week_so_far("some week", THURSDAY) is None


def test_every_comparison_says_so(
    followed: WeeklyReport, bibliography: dict[str, Reference]
) -> None:
    said = page(followed.model_copy(update={"as_of": THURSDAY}), bibliography)
    assert said.title.endswith(", not over")
    assert "so far" in said.exposure_title
    assert said.channels[0].compared == "1.9 x usual so far"
    assert said.pain is not None and "up 2 points so far" in said.pain.change
    assert said.coverage[0].text == "6 days with data; 4 of 7 days have begun"
    assert any("usual and last week are whole weeks" in note for note in said.unit_notes)


@pytest.mark.parametrize("form", ["text", "md", "html"])
def test_no_format_calls_it_up_or_down_on_last_week(followed: WeeklyReport, form: str) -> None:
    pattern = re.compile(r"%\s(?:up|down)\s+on\s+last|of\s7\sdays\swith\sdata|times\slast\sweek")
    assert pattern.search(FORMATS[form](followed, Layout()))
    running = FORMATS[form](followed.model_copy(update={"as_of": THURSDAY}), Layout())
    assert not pattern.search(running)
    assert "not over" in running


def test_a_week_without_exposure_has_a_page(report: WeeklyReport) -> None:
    nothing = {"this_week": 0.0, "daily": (0.0,) * 7, "trend": (), "details": {}}
    named = {name: getattr(report.channels, name) for name in Channels.model_fields}
    channels = Channels(**{name: one.model_copy(update=nothing) for name, one in named.items()})
    silent = report.model_copy(update={"channels": channels, "as_of": THURSDAY})
    assert "none this week" in FORMATS["text"](silent, Layout())
