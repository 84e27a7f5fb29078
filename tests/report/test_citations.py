"""Sources as readers see them."""

import pytest

from tl_analyzer.reference import Reference, references
from tl_analyzer.report.citations import full_citations, short_citation, short_citations


def source(key: str, citation: str) -> dict[str, Reference]:
    return {key: Reference(key, citation, "", "laboratory", "")}


@pytest.mark.parametrize(
    ("key", "citation", "short"),
    [
        ("a_2017", "Gallagher S, Sesek RF (2017). Development of a tool. Ergonomics.", "Gallagher"),
        ("b_2010b", "Schulz SJ, Gordon SJ (2010). Position. Journal.", "Schulz 2010b"),
        ("c_2012", "Van Hoof W, Volkaerts K (2012). Kinematics.", "Van Hoof 2012"),
        ("d_2025", "Shoji and others (2025). Flexion during the deadlift.", "Shoji 2025"),
        ("e", "Prilepin AS. Table of repetitions.", "Prilepin"),
        ("f", "The Hidden Culprit: of back pain. Blog (2025).", "The Hidden Culprit 2025"),
    ],
)
def test_sources_are_short_and_readable(key: str, citation: str, short: str) -> None:
    assert short_citation(key, source(key, citation)).startswith(short)


def test_an_assumption_and_a_lost_source_say_so(bibliography: dict[str, Reference]) -> None:
    assert short_citation("assumption", bibliography) == "assumption of this project"
    assert short_citation("lost", bibliography) == "lost (not in the bibliography)"


def test_assumptions_come_after_what_was_measured(bibliography: dict[str, Reference]) -> None:
    said = short_citations(("assumption", "creep_1992", "breaks_2001"), bibliography)
    assert said == "Doe 1992; Poe 2001; assumption of this project"


def test_every_source_of_the_bibliography_has_a_short_form() -> None:
    known = references()
    for key in known.keys() - {"assumption"}:
        short = short_citation(key, known)
        assert 3 <= len(short) <= 41, key
        assert "(" not in short
        assert "  " not in short


def test_full_citations_are_named_as_in_the_text(bibliography: dict[str, Reference]) -> None:
    ((short, full),) = full_citations(("creep_1992", "assumption", "creep_1992"), bibliography)
    assert short == "Doe 1992"
    assert full.startswith("Doe, Roe (1992): Creep")
    assert full.endswith("doi:10.1/a.")
