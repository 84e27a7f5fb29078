"""Every rule and every exercise has its page, made from what the program knows.

``TL_REWRITE_GOLDEN=1`` writes the pages anew.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.exercise import Exercise
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
        " a trial behind them are marked as assumptions. A step takes some weeks of logged work."
    )
    for exercise in catalogue().exercises.values():
        yield f"\n\n## {exercise.name}\n\n{exercise.reason[0].upper()}{exercise.reason[1:]}.\n\n"
        yield from (f"- {label}: {words}\n" for label, words in facts(exercise) if words)
        yield "".join(f"\n{n}. {cue}" for n, cue in enumerate(exercise.cues, start=1))
    yield "\n"


def facts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield "purpose", f"{exercise.purpose} (`{exercise.key}`)"
    yield "dose", f"{exercise.dose} (evidence: {exercise.dose_evidence})"
    yield "then", "; ".join(exercise.progression)
    yield "where in the day", exercise.place.words
    minutes = f"{exercise.minutes:g} min" if exercise.minutes else ""
    often = f"{exercise.per_week} x a week" if exercise.per_week else ""
    yield "time", ", ".join(filter(None, (minutes, often)))
    yield "needs one of", plain(exercise.equipment)
    yield "first for", plain(s for s in exercise.suits if s != "all")
    yield "not with", plain(exercise.not_if)
    yield "answers", ", ".join(map(linked, exercise.answers))
    yield "sources", ", ".join((exercise.reference, *exercise.also))


def plain(words: Iterable[str]) -> str:
    return ", ".join(word.replace("_", " ") for word in words)


def linked(code: str) -> str:
    rule = next(rule for rule in RULES if rule.code == code)
    return f"[{code}](rules.md#{code.lower()}-{rule.name})"


def references_page() -> Iterator[str]:
    yield "# References\n\nMade from `tl_analyzer/references.toml`.\n"
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
