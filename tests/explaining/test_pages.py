"""Pages about rules and exercises: each thing once, and what a sceptic asks about it."""

import re

import pytest

import tl_analyzer as tl

WIDE = tl.Layout(width=100)


@pytest.mark.parametrize("rule", tl.rules_in_use(), ids=lambda rule: rule.code)
def test_each_source_of_a_rule_is_listed_once(rule: tl.Rule) -> None:
    _, _, sources = tl.explain(rule.code, WIDE).partition("── Sources")
    keys = re.findall(r"^  ([a-z0-9_]+)$", sources, re.MULTILINE)
    assert bool(keys) is not sources.startswith(": none")
    assert len(keys) == len(set(keys))
    assert set(re.findall(r"\[([a-z0-9_]+)\]_", rule.rationale)) <= set(keys)


def test_tables_by_lift_are_no_coefficients_of_a_rule() -> None:
    page = tl.explain("TL101", WIDE)
    assert re.search(r"^  hinge\.\w+ = ", page, re.MULTILINE)
    assert not re.search(r"^  hinge\.\w+\.\w", page, re.MULTILINE)


def test_a_list_stays_a_list() -> None:
    assert "\n  - leg_weakness" in tl.explain("TL901", WIDE)


def test_what_takes_a_professional_says_so() -> None:
    warned = "For professional hands: never part of a plan."
    assert warned in tl.explain("manipulation", WIDE)
    assert warned not in tl.explain("dead bug", WIDE)
