"""The catalogue keeps its promises: complete, sourced, calm, and nothing named is missing."""

import re

import pytest

from tl_analyzer.advice.catalogue import CatalogueError, catalogue, parse_catalogue
from tl_analyzer.advice.equipment import available, canonical
from tl_analyzer.advice.exercise import Exercise, Role
from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.reference import references

#: What the clinic articles name, by the entry that stands for it.
NAMED_BY_THE_ARTICLES = {
    "segmental cat-camel": "cat_camel",
    "foam rolling": "foam_rolling",
    "extension over the roller at the junction": "foam_roller_extension",
    "quadruped thoracic rotation": "thoracic_rotation",
    "thoracic sphinx": "sphinx",
    "dead-bug variations": "dead_bug",
    "dead-bug variation for overhead work": "dead_bug_overhead",
    "dying-bug series with breathing": "dying_bug",
    "Pallof press, half-kneeling": "pallof_half_kneeling",
    "Pallof press, standing": "pallof_standing",
    "bird dog": "bird_dog",
    "90/90 hip lift with breathing": "ninety_ninety_breathing",
    "normal breathing mechanics": "crook_lying_breathing",
    "clamshell": "clamshell",
    "glute bridge": "glute_bridge",
    "Copenhagen plank": "copenhagen_plank",
    "iliopsoas flexibility": "hip_flexor_stretch",
    "erector flexibility": "erector_stretch",
    "neutral ribs at lockout": "neutral_rib_lockout",
    "hip-hinge drills": "hip_hinge_drill",
    "saddle height and posture": "saddle_and_reach",
    "mobilise before training after sitting": "desk_to_training_reset",
    "break up long flexed sitting": "desk_breaks",
    "no slouching, supported sitting": "supported_sitting",
    "mobilisation of the fixated area": "manual_mobilisation",
    "manipulation and adjustments": "manipulation",
    "restrictions in the whole chain": "whole_chain_treatment",
    "opening the foramen": "foramen_opening",
    "myofascial release": "soft_tissue_work",
    "instrument-assisted work": "instrument_assisted_work",
    "cupping before stretching": "cupping",
    "gliding of the nerves": "neural_gliding",
    "electrical stimulation": "electrical_stimulation",
    "ice": "ice",
    "surgical release": "nerve_release",
    "regular back strengthening": "regular_strengthening",
    "yoga or tai chi": "balance_and_strength_practice",
    "warm up before any activity": "warm_up",
    "calcium and vitamin D": "calcium_and_vitamin_d",
    "healthy body weight": "body_weight",
    "lift with legs and trunk": "lift_with_the_legs",
}

ANSWERED_FLAGS = (
    *("TL101", "TL102", "TL103", "TL104", "TL105", "TL201", "TL202"),
    *("TL301", "TL302", "TL303", "TL304", "TL305", "TL401", "TL402", "TL403"),
    *("TL501", "TL502", "TL503", "TL601", "TL701", "TL702", "TL703"),
)

FORBIDDEN = re.compile(
    r"\b(diagnos\w*|injur\w*|risk\w*|cure[sd]?|heal(s|ed|ing)?|guarantee\w*|prevents?|"
    r"ligaments?|pain[- ]free|fix(es)? your)\b|%",
    re.IGNORECASE,
)

ENTRIES = tuple(catalogue().exercises.values())


def by_key(entry: Exercise) -> str:
    return entry.key


@pytest.mark.parametrize("named", NAMED_BY_THE_ARTICLES)
def test_everything_the_articles_name_is_there(named: str) -> None:
    assert NAMED_BY_THE_ARTICLES[named] in catalogue().exercises


@pytest.mark.parametrize("entry", ENTRIES, ids=by_key)
def test_an_entry_speaks_calmly(entry: Exercise) -> None:
    said = (entry.name, entry.reason, entry.dose, *entry.progression, *entry.cues)
    assert not [line for line in said if FORBIDDEN.search(line)]


@pytest.mark.parametrize("entry", ENTRIES, ids=by_key)
def test_an_entry_is_sourced(entry: Exercise) -> None:
    assert {entry.reference, *entry.also} <= set(references())


@pytest.mark.parametrize("entry", ENTRIES, ids=by_key)
def test_an_entry_is_complete(entry: Exercise) -> None:
    assert 1 <= len(entry.cues) <= 4
    assert all(line.endswith((".", "?")) for line in entry.cues)
    assert not entry.reason.endswith(".")
    assert entry.dose not in entry.progression
    if entry.role is Role.OFFERED:
        assert entry.answers, "an entry that answers nothing is never offered"
    if entry.role is Role.OFFERED and not entry.is_measure:
        assert entry.minutes > 0
        assert entry.per_week > 0
        assert entry.logged_as, "work that no log can show never moves on"


@pytest.mark.parametrize("entry", ENTRIES, ids=by_key)
def test_professional_care_is_only_ever_something_to_ask_about(entry: Exercise) -> None:
    if entry.professional:
        assert re.match(r"Ask a (professional|specialist)", entry.cues[0])
        assert not entry.answers
    assert ("decided by the professional" in entry.dose) <= entry.professional


def test_every_flag_about_the_body_has_an_answer_and_no_other_has() -> None:
    assert tuple(catalogue().answers) == ANSWERED_FLAGS


def test_what_comes_before_an_examination_asks_little() -> None:
    gentle = [e for e in ENTRIES if e.before_examination and not e.is_measure]
    assert {e.key for e in gentle} == {"cat_camel", "crook_lying_breathing"}


def test_arching_and_bending_are_withheld_from_those_they_hurt() -> None:
    book = catalogue().exercises
    assert {"hinge", "unknown", "worse_extension"} <= set(book["foam_roller_extension"].not_if)
    assert {"hinge", "worse_extension"} <= set(book["sphinx"].not_if)
    assert "worse_walking" in book["short_walk"].not_if
    assert "worse_standing" in book["sit_stand_alternation"].not_if
    assert "worse_squatting" in book["swap_to_trap_bar"].not_if


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("foam_roller", "foam_roller"),
        ("Foam Roller", "foam_roller"),
        ("foam-rollers", "foam_roller"),
        ("Resistance bands", "band"),
        ("trap bar", "hex_bar"),
        ("massage balls", "ball"),
        ("bench", "bench"),
        ("unicycle", "unicycle"),
    ],
)
def test_equipment_is_understood_however_it_is_written(written: str, meant: str) -> None:
    assert canonical(written) == meant


def test_everybody_has_a_wall_and_nobody_a_roller_unsaid() -> None:
    assert "wall" in available(())
    assert "foam_roller" not in available(())


def test_equipment_of_the_catalogue_is_written_in_its_own_words() -> None:
    assert all(canonical(word) == word for entry in ENTRIES for word in entry.equipment)


ENTRY = """
[plank]
name = "Plank"
purpose = "stability"
reason = "it holds the trunk still"
dose = "2 holds of 20 s"
progression = ["3 holds of 20 s"]
cues = ["Hold still."]
minutes = 2
per_week = 3
reference = "assumption"
dose_evidence = "assumption"
"""
ANSWER = '[TL101]\nneeds = ["stability"]\nchoices = ["plank"]\n'


def test_a_catalogue_is_read_and_knows_what_its_entries_answer() -> None:
    book = parse_catalogue(ENTRY, ANSWER)
    assert book.exercises["plank"].answers == ("TL101",)
    assert book.choices("TL101")[0].purpose is Purpose.STABILITY
    assert book.choices("TL999") == ()


@pytest.mark.parametrize(
    ("entry", "answer"),
    [
        (ENTRY, '[TL101]\nchoices = ["planks"]\n'),
        (ENTRY, '[TL101]\nneeds = ["mobility"]\nchoices = ["plank"]\n'),
        (ENTRY, "[TL101]\nchoices = []\n"),
        (ENTRY + 'role = "professional"\n', ANSWER),
        (ENTRY + 'not_if = ["worse_dancing"]\n', ANSWER),
        (ENTRY + "minuts = 3\n", ANSWER),
        (ENTRY.replace('cues = ["Hold still."]', "cues = []"), ANSWER),
        (ENTRY.replace('dose = "2 holds of 20 s"', ""), ANSWER),
        ("plank = 3", ANSWER),
        ("[plank", ANSWER),
    ],
)
def test_a_faulty_catalogue_is_refused(entry: str, answer: str) -> None:
    with pytest.raises(CatalogueError):
        parse_catalogue(entry, answer)
