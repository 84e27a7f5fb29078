"""The weekly page in a browser: offline, accessible, by keyboard, on a phone and on paper."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studies.screenshots.weeks import HOSTILE, weeks
from tl_analyzer.report.html import html
from tl_analyzer.report.layout import Layout

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opened

#: Whatever keyboard or pointer can do something with.
INTERACTIVE = "a[href], button, input, select, summary, [tabindex='0']"

WIDTHS = (320, 390, 1280)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("weekly")
    written = {}
    for name, report in weeks().items():
        written[name] = folder / f"{name}.html"
        written[name].write_text(html(report, Layout()), encoding="utf-8")
    return written


def sheets(page: Page) -> int:
    """Sheets of paper that the browser prints."""
    printed = page.pdf(prefer_css_page_size=True, print_background=True)
    return max(int(count) for count in re.findall(rb"/Count (\d+)", printed))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["example", "usual", "emergency", "empty"])
def test_axe_finds_nothing(
    opened: Opened, pages: Mapping[str, Path], name: str, scheme: str
) -> None:
    sync = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    page = opened(pages[name], width=390, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    found = sync.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_axe_would_find_a_picture_without_words_and_pale_letters(
    opened: Opened, pages: Mapping[str, Path]
) -> None:
    sync = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    page = opened(pages["empty"])
    page.evaluate(
        """() => {
          document.querySelector("h2").style.color = "#ccc";
          document.querySelector("main").insertAdjacentHTML("beforeend", "<svg role=img></svg>");
        }"""
    )
    found = {violation["id"] for violation in sync.Axe().run(page).response["violations"]}
    assert {"color-contrast", "svg-img-alt"} <= found


@pytest.mark.parametrize("name", ["example", "usual", "emergency", "empty", "first", "hostile"])
def test_nothing_is_wider_than_the_window(
    opened: Opened, pages: Mapping[str, Path], name: str
) -> None:
    page = opened(pages[name], width=WIDTHS[0])
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_everything_in_order(
    opened: Opened, pages: Mapping[str, Path]
) -> None:
    page = opened(pages["usual"])
    expected = page.evaluate(
        f"""() => {{
          const all = [...document.querySelectorAll("{INTERACTIVE}")].filter((one) =>
            one.checkVisibility());
          all.forEach((one, place) => {{ one.dataset.place = place; }});
          return all.length;
        }}"""
    )
    reached = []
    for _ in range(expected):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.dataset.place"))
    assert reached == [str(place) for place in range(expected)]
    assert expected > 8


def test_what_is_folded_opens_by_keyboard_and_all_at_once(
    opened: Opened, pages: Mapping[str, Path]
) -> None:
    page = opened(pages["example"])
    summary = page.locator("details.flag summary").first
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.flag[open]").count() == 1
    button = page.get_by_role("button", name="Open all details")
    button.click()
    assert page.locator("details:not([open])").count() == 0
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert page.locator("details[open]").count() == 0


def test_hostile_text_is_text(opened: Opened, pages: Mapping[str, Path]) -> None:
    page = opened(pages["hostile"])
    shown = page.locator("main").inner_text()
    assert HOSTILE[0] in shown and HOSTILE[1] in shown
    assert page.locator("main script, main img").count() == 0
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07\x1b]", page.content())


def test_what_is_urgent_stands_first(opened: Opened, pages: Mapping[str, Path]) -> None:
    page = opened(pages["emergency"])
    assert page.locator("main > :first-child").inner_text().startswith("▲▲ EMERGENCY")
    assert page.locator("main h2").first.inner_text().endswith("EMERGENCY: get help today")
    assert page.get_by_text("No exercises are suggested").count() == 1
    quiet = opened(pages["usual"])
    assert quiet.locator(".notice").count() == 0


def test_headings_are_in_order_and_sections_are_named(
    opened: Opened, pages: Mapping[str, Path]
) -> None:
    for name in ("example", "emergency", "empty"):
        page = opened(pages[name])
        levels = page.locator("h1, h2, h3, h4").evaluate_all(
            "(all) => all.map((one) => Number(one.tagName[1]))"
        )
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        for landmark in ("banner", "main", "contentinfo"):
            assert page.get_by_role(landmark).count() == 1


def test_every_picture_has_words(opened: Opened, pages: Mapping[str, Path]) -> None:
    page = opened(pages["example"])
    pictures = page.locator("svg:not([aria-hidden])")
    named = page.locator("svg[role=img][aria-labelledby]")
    assert pictures.count() == named.count() >= 8
    names = page.get_by_role("img").evaluate_all(
        "(all) => all.map((one) => one.querySelector('title').textContent)"
    )
    assert all(names) and len(set(names)) > 5


def test_red_and_amber_are_open_and_milder_flags_are_folded(
    opened: Opened, pages: Mapping[str, Path]
) -> None:
    page = opened(pages["example"])
    assert page.locator("article.flag").count() == 9
    assert page.locator("details.flag").count() == 1
    assert page.locator("#tl101 .clears").is_visible()
    assert not page.locator("#tl601 .clears").is_visible()
    badge = page.locator("#tl101 .badge").inner_text()
    assert badge.casefold().split() == ["▲▲", "red"]


def test_what_was_seen_stands_apart_with_its_note(
    opened: Opened, pages: Mapping[str, Path]
) -> None:
    page = opened(pages["usual"])
    assert "Dead bugs start again next week." in page.locator(".aside").inner_text()
    assert page.locator("#tl601").count() == 0


def test_a_phone_has_its_own_timeline(opened: Opened, pages: Mapping[str, Path]) -> None:
    phone = opened(pages["example"], width=390)
    assert phone.locator(".narrow").is_visible() and not phone.locator(".wide").is_visible()
    desk = opened(pages["example"], width=1280)
    assert desk.locator(".wide").is_visible() and not desk.locator(".narrow").is_visible()


def test_letters_in_pictures_can_be_read_on_a_phone(
    opened: Opened, pages: Mapping[str, Path]
) -> None:
    page = opened(pages["example"], width=390)
    smallest = page.locator(".picture svg text").evaluate_all(
        """(all) => Math.min(...all.filter((one) => one.checkVisibility()).map((one) =>
          parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a))"""
    )
    assert smallest >= 7.5


@pytest.mark.parametrize(("name", "most"), [("example", 2), ("usual", 2), ("emergency", 2)])
def test_it_prints_on_two_pages(
    opened: Opened, pages: Mapping[str, Path], name: str, most: int
) -> None:
    assert sheets(opened(pages[name])) <= most


def test_twelve_flags_need_more_paper(opened: Opened, pages: Mapping[str, Path]) -> None:
    assert sheets(opened(pages["twelve"])) > 2


def test_paper_is_white_at_night(opened: Opened, pages: Mapping[str, Path]) -> None:
    page = opened(pages["example"], scheme="dark")
    paint = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(paint) == "rgb(18, 22, 26)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(paint) == "rgb(255, 255, 255)"


def test_paper_shows_what_is_folded(opened: Opened, pages: Mapping[str, Path]) -> None:
    page = opened(pages["example"])
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.flag:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.flag[open]").count() == 0


def test_everything_is_there_without_its_script(opened: Opened, pages: Mapping[str, Path]) -> None:
    page = opened(pages["example"], script=False)
    assert page.get_by_role("button").count() == 0
    assert page.locator("article.flag").count() == 9
    assert page.locator("#days, #exposure, #plan, #known, #sources").count() == 5


def test_a_page_is_small(pages: Mapping[str, Path]) -> None:
    assert pages["example"].stat().st_size < 100_000
    assert pages["empty"].stat().st_size < 20_000
