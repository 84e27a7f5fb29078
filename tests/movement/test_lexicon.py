"""The tables themselves: no word said twice, no rule about a concept that no word carries."""

from collections import defaultdict
from pathlib import Path

from tl_analyzer.movement.lexicon import lexicon_entries, load_lexicon, load_settings
from tl_analyzer.movement.movement import Pattern
from tl_analyzer.movement.rules import COLUMNS, load_tables

#: Keys of the demand coefficients, as the load model names them.
LIFTS = set((Path(__file__).parent / "lifts.txt").read_text(encoding="utf-8").split())


def test_a_form_has_one_meaning_in_all_languages() -> None:
    lexicon = load_lexicon()
    meanings: dict[tuple[str, ...], set[frozenset[str]]] = defaultdict(set)
    for concepts, form in lexicon_entries():
        meanings[tuple(lexicon.key_words(form))].add(frozenset(concepts.split()))
    assert not {form for form, said in meanings.items() if len(said) > 1}


def test_phrases_fit_the_length_that_is_looked_up() -> None:
    longest = load_settings().longest_phrase
    assert all(len(load_lexicon().key_words(form)) <= longest for _, form in lexicon_entries())


def test_rules_speak_of_concepts_that_exist() -> None:
    tables = load_tables()
    concepts = {word for said, _ in lexicon_entries() for word in said.split()}
    concepts |= {rule.result for rule in tables.derived}
    concepts |= {"=" + pattern for pattern in Pattern}
    concepts |= {"=" + rule.result for rule in tables.columns["equipment"]}
    concepts |= set(COLUMNS)
    rules = [*tables.derived, *(rule for table in tables.columns.values() for rule in table)]
    used = {word for rule in rules for options in rule.needs for word in options}
    used |= {word for rule in rules for word in rule.bans}
    assert not used - concepts


def test_tables_decide_known_values_only() -> None:
    tables = load_tables()
    assert {rule.result for rule in tables.columns["pattern"]} == set(Pattern)
    assert {rule.result for rule in tables.columns["lift"]} <= LIFTS
    for flag in ("tl_hinge", "tl_overhead", "tl_rotation", "tl_flexion_loaded", "axial"):
        assert {rule.result for rule in tables.columns[flag]} == {"0", "1"}
