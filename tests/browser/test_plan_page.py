"""The week ahead in a browser: offline, accessible, on a phone and on one sheet of paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.agenda.week_ahead import DESK, WeekAhead, flag, item, weekly
from tl_analyzer.agenda.html import html
from tl_analyzer.finding import Channel
from tl_analyzer.log import PlannedSport
from tl_analyzer.report.layout import Layout

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opened

NAMES = ("full", "keep", "emergency", "hostile")

HOSTILE = "<script>alert(1)</script> \u202eevil \N{PERSON IN LOTUS POSITION} " + "x" * 300


def _weeks() -> Mapping[str, WeekAhead]:
    week = WeekAhead()
    training = week.but(
        strength=week.deadlifts(*weekly("18:00"), *weekly("18:00", 3)),
        rides=week.long_rides(*weekly("17:30", 1), *weekly("09:00", 5), minutes=180),
        desk=(DESK,),
    )
    return {
        "full": training.but(
            flags=(flag("TL101"), flag("TL301", Channel.FLEXION)),
            plan=(
                item("drop_a_top_set", "TL101"),
                item("split_the_long_ride", "TL301"),
                item("standing_breaks_on_the_bike", "TL301"),
                item("desk_breaks", "TL305"),
                item("hip_hinge_drill", "TL101"),
                item("cat_camel", "TL101"),
                item("dead_bug", "TL101"),
                item("crook_lying_breathing", "TL702"),
            ),
        ),
        "keep": training,
        "emergency": training.but(check_ins=(week.feels("2026-11-13", "saddle_numbness"),)),
        "hostile": week.but(
            planned=(week.intends(PlannedSport.STRENGTH, "2026-11-19 18:00", title=HOSTILE),),
            plan=(item("dead_bug", "TL101"),),
        ),
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("plan")
    written = {name: folder / f"{name}.html" for name in NAMES}
    for name, week in _weeks().items():
        written[name].write_text(html(week.agenda(), Layout()), encoding="utf-8")
    return written


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["full", "emergency"])
def test_axe_finds_nothing(
    opened: Opened, pages: Mapping[str, Path], name: str, scheme: str
) -> None:
    sync = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    found = sync.Axe().run(opened(pages[name], width=390, scheme=scheme))
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_the_window(
    opened: Opened, pages: Mapping[str, Path], name: str, width: int
) -> None:
    page = opened(pages[name], width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    inside = (
        "[...document.querySelectorAll('.day, .card')].filter(e => e.scrollWidth > e.clientWidth)"
    )
    assert page.evaluate(f"{inside}.length") == 0


def test_the_week_fits_one_sheet_of_paper(opened: Opened, pages: Mapping[str, Path]) -> None:
    for name in NAMES:
        assert _sheets(opened(pages[name])) == 1, name


def test_boxes_are_ticked_by_keyboard_and_named(opened: Opened, pages: Mapping[str, Path]) -> None:
    page = opened(pages["full"])
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("input:checked").count() == 1
    box = page.get_by_role("checkbox", name=re.compile("Dead bug"))
    assert box.count() == 3


def test_hostile_names_are_shown_as_text(opened: Opened, pages: Mapping[str, Path]) -> None:
    page = opened(pages["hostile"])
    assert "<script>alert(1)</script>" in page.inner_text("main")
    assert page.locator("main script").count() == 0


def _sheets(page: Page) -> int:
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    return max(int(count) for count in re.findall(rb"/Count (\d+)", printed))
