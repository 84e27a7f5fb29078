"""``-f tl:anna/2026-W46``: the week as Markdown, as llm resolves fragments."""

import pytest

from tests.hosts.llm.conftest import Run

_RESOLVE = """
import sys
import click, sqlite_utils
from llm.cli import resolve_fragments
try:
    (found,) = resolve_fragments(sqlite_utils.Database(memory=True), [sys.argv[1]])
except Exception as why:
    sys.exit(f"{type(why).__name__}: {why}")
print(found.source)
print(found)
"""


def test_a_week_is_markdown_with_its_source(run: Run) -> None:
    source, _, text = run("tl:robin/2026-W46", script=_RESOLVE).stdout.partition("\n")

    assert source == "tl:robin/2026-W46"
    assert text.startswith("# ")
    assert "TL101" in text
    assert "7 of 7 days with data" in text
    assert "not a diagnosis" in text


def test_without_a_week_it_is_the_last_complete_one(run: Run) -> None:
    source, _, text = run("tl:robin", script=_RESOLVE).stdout.partition("\n")

    assert source.startswith("tl:robin/20")
    assert "What was known" in text


@pytest.mark.parametrize("asked", ["tl:nobody/2026-W46", "tl:robin/2026-W99", "tl:"])
def test_what_cannot_be_loaded_is_said(run: Run, asked: str) -> None:
    ended = run(asked, script=_RESOLVE)

    assert ended.returncode == 1
    assert ended.stderr.startswith(f"FragmentNotFound: Could not load fragment {asked}")


@pytest.mark.parametrize("asked", ["tl:robin/W46", "tl:robin/2026-46", "tl:robin/next"])
def test_a_misspelt_week_is_no_unknown_athlete(run: Run, asked: str) -> None:
    said = run(asked, script=_RESOLVE).stderr

    assert "is not an ISO week such as 2026-W46" in said
    assert "no athlete" not in said
