"""What the self-screen decides: every combination of answers, from data with sources."""

from itertools import product

import pytest

from tl_analyzer.advice.self_screen import EXTENSION, extension_level, self_screen
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import HingePattern
from tl_analyzer.reference import references
from tl_analyzer.vocabulary import CLINICIAN_SIGNS, EMERGENCY_SIGNS

SCREEN = self_screen()
EVERY = [
    dict(zip((*(s.key for s in SCREEN.steps), EXTENSION), answers, strict=True))
    for answers in product(*(s.answers for s in SCREEN.steps), ("low", "enough", "unknown"))
]


def suggested(**seen: str) -> HingePattern:
    usual = {"wall": "unsure", "forearms": "unsure", "stick": "unsure", EXTENSION: "unknown"}
    return SCREEN.decide({**usual, **seen}).pattern


def test_every_combination_of_answers_is_decided() -> None:
    assert len(EVERY) == 4 * 4 * 4 * 3
    assert {SCREEN.decide(seen).pattern for seen in EVERY} == set(HingePattern)
    used = {id(SCREEN.decide(seen)) for seen in EVERY}
    assert used == {id(row) for row in SCREEN.decisions}, "a row that never holds"


@pytest.mark.parametrize(
    ("seen", "pattern"),
    [
        ({"forearms": "none"}, HingePattern.STIFF),
        ({"forearms": "none", "wall": "ribs", "stick": "rounds"}, HingePattern.STIFF),
        ({"forearms": "fold"}, HingePattern.HINGE),
        ({"forearms": "fold", "stick": "arches", "wall": "ribs"}, HingePattern.HINGE),
        ({EXTENSION: "low"}, HingePattern.STIFF),
        ({"forearms": "spread", "wall": "arrive", "stick": "kept"}, HingePattern.UNKNOWN),
        ({}, HingePattern.UNKNOWN),
    ],
)
def test_answers_that_agree(seen: dict[str, str], pattern: HingePattern) -> None:
    assert suggested(**seen) is pattern


@pytest.mark.parametrize(
    "seen",
    [
        {"forearms": "none", "wall": "arrive"},
        {"forearms": "none", EXTENSION: "enough"},
        {"forearms": "spread", EXTENSION: "low"},
        {"forearms": "spread", "wall": "ribs"},
        {"forearms": "spread", "stick": "arches"},
        {"forearms": "fold", "wall": "arrive", "stick": "kept"},
    ],
)
def test_answers_that_contradict_each_other_say_so_and_suggest_nothing(
    seen: dict[str, str],
) -> None:
    assert suggested(**seen) is HingePattern.UNKNOWN
    usual = {"wall": "unsure", "forearms": "unsure", "stick": "unsure", EXTENSION: "unknown"}
    assert "contradict" in SCREEN.decide({**usual, **seen}).because


def test_a_back_that_is_both_is_neither_in_the_profile() -> None:
    for seen in EVERY:
        stiff = seen["forearms"] == "none" or seen[EXTENSION] == "low"
        over = seen["stick"] == "arches"
        if stiff and over:
            assert SCREEN.decide(seen).pattern is HingePattern.UNKNOWN, seen


def test_nothing_decides_without_a_source_and_a_grade() -> None:
    known = references()
    for row in SCREEN.decisions:
        assert row.reference in known or row.reference == "assumption"
        assert row.evidence in ("secondary", "assumption")
    for question in SCREEN.safety:
        assert question.reference in known or question.reference == "assumption"


def test_safety_asks_every_sign_of_the_two_rules_in_their_words() -> None:
    emergency, clinician, movement = SCREEN.safety
    assert emergency.signs == EMERGENCY_SIGNS and not emergency.unless
    assert clinician.signs == CLINICIAN_SIGNS
    assert list(movement.signs) == ["worse_extension", "worse_overhead"]


def test_it_takes_two_minutes() -> None:
    assert sum(step.seconds for step in (*SCREEN.steps, SCREEN.crest)) <= 120


def test_the_threshold_is_that_of_the_rule() -> None:
    parameters = parameter_set()
    cut = parameters.number("rules.tl202.extension")
    assert extension_level(cut - 0.1, parameters) == "low"
    assert extension_level(cut, parameters) == "enough"
    assert extension_level(None, parameters) == "unknown"
