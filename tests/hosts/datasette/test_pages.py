"""Pages below /-/tl: what the report says, escaped, without scripts, to those who may see it."""

import json
import re
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

import tl_datasette
from tests.hosts.datasette.conftest import PATIENCE_S, Ask
from tl_analyzer.store.athletes import remember
from tl_analyzer.store.connection import open_for_writing

ATTACK = "<script>alert(1)</script>'\"/../&%2F"


def content(text: str) -> str:
    """What the plugin shows, without the frame that datasette puts around it."""
    found = re.search(r'<section class="content">(.*)</section>', text, re.DOTALL)
    assert found
    return found[1]


@pytest.fixture(scope="module")
def page(ask: Ask, store: Path) -> str:
    return content(ask("/-/tl/robin?week=2026-W46&weeks=3", store).text)


def test_weeks_stand_with_flags_and_exposure(page: str) -> None:
    named = {
        week: dict(re.findall(r'<td data-label="([^"]+)">([^<]*)</td>', cells))
        for week, cells in re.findall(r'week=(2026-W\d\d)#week">(.*?)</tr>', page, re.DOTALL)
    }
    rows = {week: (of["Highest severity"], of["hinge [points]"]) for week, of in named.items()}

    assert rows == {
        "2026-W46": ("red", "506.4 (usual 61.7)"),
        "2026-W45": ("none", "69.5 (usual 56.9)"),
        "2026-W44": ("none", "64 (usual 52.5)"),
    }
    assert '<a href="/-/tl/rule/TL101"' in page
    assert "hinge [points]" in page


def test_coverage_and_what_it_is_not_are_said(page: str) -> None:
    said = unescape(page)

    assert "not a diagnosis" in said
    assert "7 of 7 days with any record" in said
    assert "35.9 h observed, 0 h assumed" in said
    assert "As of 2026-11-16T00:00" in said


def test_the_page_needs_no_script_and_nothing_from_elsewhere(page: str) -> None:
    assert not re.search(r"<script|<style|<img|<link|\sstyle=|\son\w+=|https?://", page)


def test_on_a_narrow_screen_cells_say_what_they_are(ask: Ask, store: Path, page: str) -> None:
    # There datasette hides the head of a table: each cell brings its own.
    assert not re.findall(r"<td(?! data-label)", page)

    (style,) = re.findall(r'href="(/[^"]*pages\.css)"', ask("/-/tl", store).text)
    assert "attr(data-label)" in ask(style, store).text


def test_a_week_of_the_table_leads_to_that_week_and_keeps_the_table(
    ask: Ask, store: Path, page: str
) -> None:
    # On a phone the week in full lies many cards below.
    (link,) = re.findall(r'href="([^"]*week=2026-W44#week)"', page)
    path, _, place = unescape(link).partition("#")
    led_to = content(ask(path, store).text)

    assert f'<h2 id="{place}">2026-W44</h2>' in led_to
    assert len(re.findall("#week", led_to)) == 3


def test_a_week_without_any_record_is_not_shown_as_rest(ask: Ask, store: Path) -> None:
    shown = content(ask("/-/tl/robin?week=2026-W46&weeks=12", store).text)
    (row,) = re.findall(r"week=2026-W35#week.*?</tr>", shown, re.DOTALL)

    assert "nothing known" in row
    assert "nothing recorded" in row
    assert ">0<" not in row


def test_hostile_names_are_text(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "log.sqlite"
    profile = f'[athlete]\nid = {json.dumps(ATTACK)}\nname = "<b>Bo</b>"\ntimezone = "UTC"\n'
    with open_for_writing(file) as connection:
        remember(connection, ATTACK, profile)

    index = content(ask("/-/tl", file).text)
    (link,) = re.findall(r'href="(/-/tl/[^"]*database=[^"]*)"', index)
    own = ask(unescape(link), file)

    assert own.found
    assert "&lt;script&gt;alert(1)" in index
    assert "&lt;b&gt;Bo&lt;/b&gt;" in own.text
    assert not re.search("<script>alert|<b>Bo", index + own.text)


def test_no_template_takes_a_text_for_html() -> None:
    """Exercises and sessions stand in what clears a flag: everything is escaped."""
    templates = list(Path(tl_datasette.__file__).with_name("plugin").glob("templates/*.html"))

    assert len(templates) == 6
    for template in templates:
        assert not re.search("safe|autoescape|Markup", template.read_text()), template.name


def test_a_rule_is_explained_and_an_unknown_one_is_not(ask: Ask, store: Path) -> None:
    assert "Fires when" in content(ask("/-/tl/rule/TL101", store).text)

    unknown = ask("/-/tl/rule/%3Cb%3ETL9", store)
    assert not unknown.found
    assert "there is no rule &#39;&lt;b&gt;TL9&#39;" in unknown.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/-/tl/anna", "no athlete &#39;anna&#39;"),
        ("/-/tl/robin?week=soon", "is not a week"),
        ("/-/tl/robin?week=9999-W52", "is not a week"),
    ],
)
def test_what_is_not_there_is_said(ask: Ask, store: Path, path: str, said: str) -> None:
    answer = ask(path, store)

    assert not answer.found
    assert said in answer.text


_HEADERS = """
import asyncio, sys
from datasette.app import Datasette

async def main():
    datasette = Datasette([sys.argv[1]])
    for path in ("/-/tl", "/-/tl/robin?week=2026-W46", "/-/tl/rule/TL101", "/-/tl/nobody"):
        answer = await datasette.client.get(path)
        print(answer.headers["cache-control"], answer.headers["referrer-policy"])

asyncio.run(main())
"""


def test_no_page_is_kept_on_the_way_or_named_elsewhere(
    host_python: Callable[[str], Path], store: Path, tmp_path: Path
) -> None:
    line = [str(host_python("datasette")), "-c", _HEADERS, str(store)]
    ended = subprocess.run(line, capture_output=True, text=True, cwd=tmp_path, timeout=PATIENCE_S)

    assert ended.stdout.splitlines() == ["private, no-store same-origin"] * 4, ended.stderr


def test_who_may_not_view_the_database_sees_no_name(ask: Ask, store: Path, tmp_path: Path) -> None:
    rules = tmp_path / "metadata.json"
    rules.write_text('{"databases": {"log": {"allow": {"id": "coach"}}}}')

    for path in ("/-/tl", "/-/tl/robin", "/-/tl/robin?database=log"):
        answer = ask(path, store, "-m", rules)
        assert not answer.found
        assert not re.search("Robin|TL101", answer.text)
