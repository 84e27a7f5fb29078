"""Names in hand-written pages are names of something: links, anchors, files, sources, commands."""

import re
import tomllib
from pathlib import Path

import pytest

from tl_analyzer.testing.cases.names import names

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.rglob("*.md")))
FENCED = re.compile(r"```.*?```", re.DOTALL)


def prose(page: Path) -> str:
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """Anchors of the headings, as the site and code hosts make them."""
    heads = re.findall(r"^#+ (.*)$", prose(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.strip().lower()).replace(" ", "-") for head in heads}


def label(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=label)
def test_every_link_leads_to_a_page_and_its_anchor(page: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if "://" not in link:
            file, _, anchor = link.partition("#")
            there = page.parent / file if file else page
            assert there.exists(), link
            assert not anchor or anchor in anchors(there), link


def test_every_page_is_reached_from_the_index() -> None:
    trees = re.findall(r"```\{toctree\}(.*?)```", (DOCS / "index.md").read_text(), flags=re.DOTALL)
    listed = {line for tree in trees for line in tree.split() if not line.startswith(":")}
    pages = {page.relative_to(DOCS).with_suffix("").as_posix() for page in DOCS.rglob("*.md")}
    assert pages - {"index"} <= listed


def test_every_file_that_the_architecture_names_is_there() -> None:
    """A bare file name in a row is one of the room that the row begins with."""
    rows = [line for line in prose(DOCS / "architecture.md").splitlines() if line.startswith("| `")]
    named = 0
    for row in rows:
        room, _, holds = row.strip("| ").partition(" | ")
        rooms = [ROOT / part for part in re.findall(r"`([\w/.]+)`", room)]
        for name in re.findall(r"`([\w/]+(?:\.py|\.toml|/))`", holds):
            named += 1
            above = [*rooms, ROOT, ROOT / "tl_analyzer"]
            assert any((place / name).exists() for place in above), name
    assert named > 15


def test_every_strength_app_that_is_read_is_named() -> None:
    told = {(DOCS / "sources.md").read_text(encoding="utf-8").casefold()}
    told.add((ROOT / "README.md").read_text(encoding="utf-8").casefold())
    apps = {"Progression", "JEFIT"}
    for dialects in (ROOT / "adapters" / "tl_strength" / "dialects").glob("*.toml"):
        apps |= set(re.findall(r'^app = "(.*)"', dialects.read_text("utf-8"), flags=re.MULTILINE))
    # Named in both places by the short form of its community.
    apps = {"BTWB" if app == "Beyond the Whiteboard" else app.partition(" (")[0] for app in apps}
    assert len(apps) > 15
    assert not [app for app in apps for text in told if app.casefold() not in text]


def test_every_extra_that_a_page_offers_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].keys()
    for page in PAGES:
        for offered in re.findall(r"(?:tl-analyzer|'\.)\[([\w,]+)\]", page.read_text("utf-8")):
            assert set(offered.split(",")) <= extras, f"{label(page)}: {offered}"


def test_every_lift_and_quantity_that_a_case_may_name_is_told() -> None:
    page = (DOCS / "adapters.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([^`\n]+)`", page))
    assert {*names()["movements"], *names()["weekly"]} <= told
