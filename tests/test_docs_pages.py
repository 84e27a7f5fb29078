"""Every rule and every exercise has its page, made from what the program knows.

``TL_REWRITE_GOLDEN=1`` writes the pages anew.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.parameters import Parameter
from tl_analyzer.plugins import parameter_set
from tl_analyzer.reference import references
from tl_analyzer.rules.catalogue import RULES

DOCS = Path(__file__).parent.parent / "docs"


def rules_page() -> Iterator[str]:
    parameters = parameter_set()
    yield "# The rules\n\nMade from the rules and parameters; `tl explain CODE` says the same."
    for rule in RULES:
        yield f"\n\n## {rule.code} {rule.name.replace('-', ' ')}\n\nChannel: {rule.channel}.\n\n"
        yield re.sub(r"\[([a-z0-9_]+)\]_", r"[\1]", rule.rationale)
        yield "\n\n| parameter | value | range | evidence | source | note |\n" + "|---" * 6 + "|"
        for key in rule.parameters:
            yield threshold(parameters[key])
    yield "\n"


def threshold(p: Parameter) -> str:
    span = "" if p.low is None and p.high is None else f"{p.low:g} to {p.high:g}"
    value = f"{p.value:g}" if isinstance(p.value, int | float) else str(p.value)
    cells = (f"`{p.key}`", f"{value} {p.unit}", span, p.evidence, p.reference, p.note)
    return "\n| " + " | ".join(str(c).replace("|", "/") for c in cells) + " |"


def exercises_page() -> Iterator[str]:
    yield (
        "# The exercises\n\nMade from the catalogue; `tl explain NAME` says the same. Doses without"
        " a trial behind them are marked as assumptions."
    )
    for exercise in catalogue().exercises.values():
        yield f"\n\n## {exercise.name}\n\n`{exercise.key}`, {exercise.purpose}. {exercise.dose}"
        yield f" (evidence: {exercise.dose_evidence}). Sources: "
        yield ", ".join((exercise.reference, *exercise.also)) + "."
        yield "\n" if exercise.cues else ""
        yield "".join(f"\n- {cue}" for cue in exercise.cues)
    yield "\n"


def references_page() -> Iterator[str]:
    yield "# Sources\n\nMade from `tl_analyzer/references.toml`.\n"
    for reference in references().values():
        where = f" {reference.where}." if reference.where else ""
        yield f"\n- **{reference.key}** ({reference.kind}): {reference.citation}{where}"
        yield f" {reference.note}"
    yield "\n"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "rules.md": rules_page,
    "exercises.md": exercises_page,
    "references.md": references_page,
}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_made_from_what_the_program_knows(name: str) -> None:
    page = DOCS / name
    made = "".join(PAGES[name]())
    if os.environ.get("TL_REWRITE_GOLDEN"):
        page.write_text(made, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == made


def test_every_link_between_pages_leads_somewhere() -> None:
    root = DOCS.parent
    for page in (root / "README.md", *DOCS.glob("*.md")):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in link:
                assert (page.parent / link).exists(), f"{page.name}: {link}"
