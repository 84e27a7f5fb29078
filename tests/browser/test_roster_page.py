"""The coach's pages in a browser: filters, order, links, keyboard, and nobody's name is markup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.roster_values import LONG, SCRIPT, pages_of
from tl_analyzer.cli.page_folder import write_pages
from tl_analyzer.roster.roster_html import roster_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.browser.conftest import Opened

ALL = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("roster")
    write_pages(made, dict(roster_pages(*pages_of())))
    return made


@pytest.fixture
def index(folder: Path) -> Path:
    return folder / "index.html"


def names(page: Page) -> list[str]:
    """Names of the athletes that are shown, from above."""
    return page.locator(".roster tbody tr:visible .name").all_inner_texts()


def shown(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def combobox(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name)


def test_the_most_urgent_stand_first_and_everybody_is_shown(opened: Opened, index: Path) -> None:
    page = opened(index)
    assert names(page)[:3] == ["דנה כהן", "Şeyma Ünal", "carla"]
    assert names(page)[-1] == "Paul"
    assert shown(page) == f"{ALL} of {ALL} athletes shown"


def test_headings_sort_both_ways_and_say_so(opened: Opened, index: Path) -> None:
    page = opened(index)
    head = page.get_by_role("columnheader", name="Athlete")
    before = names(page)
    head.get_by_role("button").click()
    up = names(page)
    assert head.get_attribute("aria-sort") == "ascending"
    assert up != before and sorted(up) == sorted(before)
    assert [n for n in up if n[0] in "AcHŞ"] == ["Anna Ström", "carla", "Henk", "Şeyma Ünal"]
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert names(page) == up[::-1]
    page.get_by_role("columnheader", name="Level").get_by_role("button").click()
    assert head.get_attribute("aria-sort") is None
    assert names(page) == before


def test_the_order_may_be_by_change_and_by_the_last_day_with_data(
    opened: Opened, index: Path
) -> None:
    page = opened(index)
    page.get_by_role("columnheader", name="This week").get_by_role("button").click()
    assert set(names(page)[:3]) == {"Şeyma Ünal", "carla", "فريد الحسن"}
    page.get_by_role("columnheader", name="Last data").get_by_role("button").click()
    assert set(names(page)[:2]) == {"Gone", "Paul"} and names(page)[2:4] == ["Henk", "carla"]
    page.get_by_role("checkbox", name="reversed").check()
    assert set(names(page)[-2:]) == {"Gone", "Paul"}


def test_lists_boxes_and_words_filter(opened: Opened, index: Path) -> None:
    page = opened(index)
    level, group = combobox(page, "Level"), combobox(page, "Group")
    words = page.get_by_role("searchbox", name="Search")
    for chosen, expected in (
        (lambda: level.select_option("red"), {"Şeyma Ünal"}),
        (lambda: level.select_option("no data"), {"Henk", "Gone"}),
        (lambda: level.select_option("not read"), {"Paul"}),
        (lambda: group.select_option("0"), {"דנה כהן", "Şeyma Ünal", "carla", "Paul"}),
        (
            lambda: page.get_by_role("checkbox", name="new or worse").check(),
            {"Şeyma Ünal", "carla", "فريد الحسن"},
        ),
        (lambda: page.get_by_role("checkbox", name="no data").check(), {"Henk", "Gone", "Paul"}),
        (lambda: words.fill("STROM"), {"Anna Ström"}),
        (lambda: words.fill("december meet"), {"Şeyma Ünal"}),
        (lambda: words.fill("דנה"), {"דנה כהן"}),
        (lambda: words.fill("nobody"), set[str]()),
    ):
        chosen()
        assert set(names(page)) == expected
        assert shown(page) == f"{len(expected)} of {ALL} athletes shown"
        page.get_by_role("button", name="Show all").click()
        page.locator("#shown", has_text=f"{ALL} of {ALL}").wait_for()
        assert len(names(page)) == ALL


def test_what_was_chosen_stands_in_the_address(opened: Opened, index: Path) -> None:
    page = opened(index)
    combobox(page, "Group").select_option("1")
    combobox(page, "Order").select_option("name")
    chosen = names(page)
    again = opened(index, at="#" + page.url.partition("#")[2])
    assert names(again) == chosen and len(chosen) == 5
    astray = opened(index, at="#level=none&length=0&sort=__proto__&group=%3Cb%3E")
    assert astray.get_by_role("heading", level=1).is_visible()


def test_the_keyboard_reaches_and_works_everything(opened: Opened, index: Path) -> None:
    page = opened(index)
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "(e => e.name || e.textContent.trim().slice(0, 20))(document.activeElement)"
            )
        )
    for wanted in ("q", "level", "group", "changed", "silent", "sort", "back", "Show all"):
        assert wanted in reached
    for wanted in ("Skip to the content", "Level", "Athlete", "This week", "Last data"):
        assert wanted in reached
    assert {"Şeyma Ünal", "carla", "Henk"} <= set(reached)
    page.get_by_role("columnheader", name="Athlete").get_by_role("button").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("columnheader", name="Athlete").get_attribute("aria-sort")
    page.get_by_role("checkbox", name="new or worse").focus()
    page.keyboard.press("Space")
    assert len(names(page)) == 3
    page.get_by_role("link", name="carla").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/athletes/carla.html")


@pytest.mark.parametrize("name", ["index.html", "athletes/dana.html"])
def test_axe_finds_nothing_in_light_and_dark_on_desktop_and_phone(
    opened: Opened, folder: Path, name: str
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(folder / name)
    for width, scheme in ((1280, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found = axe.run(page).response["violations"]
        told = [(v["id"], [n["html"][:120] for n in v["nodes"]][:2]) for v in found]
        assert told == [], (width, scheme)


@pytest.mark.parametrize("name", ["index.html", "athletes/mallory.html", "athletes/long.html"])
def test_nothing_is_wider_than_the_page(opened: Opened, folder: Path, name: str) -> None:
    page = opened(folder / name)
    for width in (320, 390, 800, 1100, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_names_are_text(opened: Opened, folder: Path) -> None:
    page = opened(folder / "index.html")
    assert SCRIPT in names(page)
    assert page.title().startswith("Roster")
    assert page.locator("main img, main script, main b b").count() == 0
    assert page.get_by_text("<b>unknown key</b>").is_visible()
    long = next(name for name in names(page) if name.startswith(LONG[:30]))
    assert long.endswith("…") and len(long) <= 80
    page = opened(folder / "athletes" / "mallory.html")
    assert page.locator("h1").inner_text() == SCRIPT
    assert page.title().startswith(SCRIPT)
    assert page.locator("main img, main script").count() == 0
    message = page.locator("#message").text_content()
    assert message == f"Hi {SCRIPT}, how was the week?"


def test_a_script_that_is_not_ours_does_not_run_even_where_it_got_in(
    browser: Browser, index: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "index.html"
    copy.write_text(index.read_text().replace("</main>", f"{SCRIPT}<img src=http://x.invalid/>"))
    refused: list[str] = []
    page = browser.new_page(offline=True)
    page.on("console", lambda said: refused.append(said.text))
    page.goto(copy.as_uri())
    assert page.title().startswith("Roster")
    assert any("script" in text for text in refused) and any("image" in text for text in refused)
    page.close()


def test_links_lead_from_page_to_page(opened: Opened, folder: Path) -> None:
    page = opened(folder / "index.html")
    order = [n for n in names(page) if n != "Paul"]
    page.get_by_role("link", name="דנה כהן").click()
    seen = []
    for _ in order:
        seen.append(page.locator("h1").inner_text())
        onward = page.get_by_role("navigation", name="Athletes", exact=True).locator("[rel=next]")
        if onward.count():
            onward.click()
    assert seen == order
    page.get_by_role("link", name="All athletes").first.click()
    assert names(page)[0] == order[0]
    assert page.get_by_role("link", name="Paul").count() == 0


def test_the_message_is_copied_by_a_button_or_selected_by_a_click(
    opened: Opened, folder: Path
) -> None:
    page = opened(folder / "athletes" / "seyma.html")
    text = "Hi Şeyma Ünal, how was the week?"
    page.get_by_role("button", name="Copy the message").click()
    page.get_by_text("Copied.").wait_for()
    page.evaluate(
        "document.body.prepend(Object.assign(document.createElement('textarea'), {id: 'paste'}))"
    )
    page.locator("#paste").focus()
    page.keyboard.press("Control+V")
    assert page.locator("#paste").input_value() == text
    page.get_by_text("Read the message").click()
    page.locator("#message").click()
    assert page.evaluate("getSelection().toString()").strip() == text


def test_without_its_script_everything_can_be_read(opened: Opened, folder: Path) -> None:
    page = opened(folder / "index.html", script=False)
    assert len(names(page)) == ALL
    assert page.locator("button:visible, input:visible, select:visible").count() == 0
    page = opened(folder / "athletes" / "seyma.html", script=False)
    assert page.locator("button:visible").count() == 0
    page.get_by_text("Read the message").click()
    assert page.locator("#message").is_visible()


def test_on_paper_there_is_a_list_without_controls(opened: Opened, index: Path) -> None:
    page = opened(index)
    page.emulate_media(media="print")
    assert page.locator("form:visible").count() == 0
    assert len(names(page)) == ALL
    assert page.locator(".roster thead:visible").count() == 1
