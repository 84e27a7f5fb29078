"""What stands in a page is allowed by its policy, and nothing else is."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

from tl_analyzer.pages.environment import asset, environment, rendered, running_header

HOSTILE = '</style><script>alert(1)</script>"};\\ אב 🏋️'


class Found(HTMLParser):
    """Styles, scripts and the policy of a page, as a browser takes them."""

    def __init__(self) -> None:
        super().__init__()
        self.policy = ""
        self.texts: dict[str, list[str]] = {"style": [], "script": []}
        self.attributes: set[str] = set()
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.attributes |= set(known)
        if known.get("http-equiv") == "Content-Security-Policy":
            self.policy = known["content"] or ""
        self._inside = tag if tag in self.texts else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.texts[self._inside].append(data)


def read(page: str) -> Found:
    found = Found()
    found.feed(page)
    return found


def source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_what_stands_in_the_page_and_nothing_else() -> None:
    found = read(rendered("base.html.j2", running=HOSTILE))
    directives = dict(part.strip().split(" ", 1) for part in found.policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["style-src"].split() == [source(text) for text in found.texts["style"]]
    assert directives["script-src"].split() == [source(text) for text in found.texts["script"]]
    assert len(found.texts["style"]) == 2 and len(found.texts["script"]) == 1


def test_a_static_page_has_no_script() -> None:
    found = read(rendered("base.html.j2", static=True))
    assert found.texts["script"] == [] and "script-src 'none'" in found.policy


def test_a_name_at_the_head_of_a_sheet_cannot_leave_its_string() -> None:
    text = running_header(HOSTILE).text
    string = re.fullmatch(r'@page\{@top-left\{content:"([^"]*)";[^"]*\}\}', text)
    assert string is not None
    assert re.fullmatch(r"(?:[A-Za-z0-9 .,:-]|\\[0-9a-f]{6} )*", string[1])
    read_back = re.sub(r"\\([0-9a-f]{6}) ", lambda code: chr(int(code[1], 16)), string[1])
    assert read_back == HOSTILE


def test_a_style_loses_its_comments_and_keeps_its_rules() -> None:
    style = asset("style.css").text
    assert "/*" not in style and "\n" not in style
    assert style.count("{") == style.count("}") > 100
    assert "@media print{" in style and "--ink: #1b2127;" in style


def test_long_words_may_break_on_paper_only() -> None:
    shown = environment().from_string("{{ word }}")
    assert shown.render(word="W" * 60, static=False) == "W" * 60
    assert shown.render(word="W" * 60, static=True).count("\u200b") == 2
    assert shown.render(word="an ordinary sentence", static=True) == "an ordinary sentence"


def test_scripts_and_styles_ask_for_nothing() -> None:
    for name in ("style.css", "page.js"):
        assert not re.search(r"url\(|@import|https?:|fetch|XMLHttp|eval", asset(name).text)
    assert len(asset("page.js").text) < 1200
