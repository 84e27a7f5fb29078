"""Truth tables of the diary rules, sign by sign, and what the catalogue does with all flags."""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.finding import Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules.catalogue import judge
from tl_analyzer.rules.usual import fewest_to_drop
from tl_analyzer.vocabulary import (
    CLINICIAN_SIGNS,
    EMERGENCY_SIGNS,
    OTHER_SIGNS,
    PROVOKING_SIGNS,
    SIGNS,
)

Build = Callable[[Mapping[str, Any]], Picture]
Diary = Callable[..., set[str]]

TOGETHER = [
    {"cancer_history", "weight_loss", "night_pain"},
    {"fever", "immunosuppression", "night_pain"},
    {"trauma", "osteoporosis", "steroid_use", "deformity"},
    {"leg_weakness", "both_legs", "numbness"},
]


@pytest.fixture
def diary(a_picture: Build, parameters: Parameters) -> Diary:
    """Codes of the flags that a diary of one line raises."""

    def raised(signs: Iterable[str], **line: Any) -> set[str]:
        entry = {"on": "tue", "signs": list(signs), "region": "lumbar", **line}
        return {f.code for f in judge(a_picture({"check_ins": [entry]}), parameters)}

    return raised


@pytest.mark.parametrize("sign", SIGNS)
def test_one_sign_alone_is_an_emergency_or_nothing(sign: str, diary: Diary) -> None:
    assert diary([sign]) == ({"TL901"} if sign in EMERGENCY_SIGNS else set())


def test_no_number_of_other_signs_is_an_emergency(diary: Diary) -> None:
    assert "TL901" not in diary(set(SIGNS) - set(EMERGENCY_SIGNS))


def test_two_signs_ask_for_a_clinician_when_they_belong_together(diary: Diary) -> None:
    for pair in combinations([*CLINICIAN_SIGNS, "numbness", "tingling", "worse_walking"], 2):
        expected = {"TL902"} if any(set(pair) <= one for one in TOGETHER) else set()
        assert diary(pair) == expected, pair


def test_any_three_clinician_signs_do(diary: Diary) -> None:
    for three in combinations(CLINICIAN_SIGNS, 3):
        assert diary(three) == {"TL902"}, three


@pytest.mark.parametrize("region", ["iliac_crest", "flank", "groin", "gluteal", "hip", "lumbar"])
@pytest.mark.parametrize("side", ["left", "right", "both", ""])
@pytest.mark.parametrize("crest_point", [True, False])
@pytest.mark.parametrize("provoking", [0, 1, 2])
def test_referred_pain(
    region: str, side: str, crest_point: bool, provoking: int, diary: Diary
) -> None:
    signs = ["tender_crest_point"] * crest_point + list(PROVOKING_SIGNS)[:provoking]
    pattern = region in ("iliac_crest", "flank", "groin") and side in ("left", "right")
    expected = {"TL701"} if pattern and (crest_point or provoking >= 2) else set()
    assert diary(signs, region=region, side=side, score=4) == expected


def test_other_findings_are_no_pattern(diary: Diary) -> None:
    signs = set(OTHER_SIGNS) - {"tender_crest_point"}
    assert diary(signs, region="iliac_crest", side="left", score=4) == set()


@pytest.mark.parametrize("rise", [1.9, 2.0])
@pytest.mark.parametrize(
    "channel", ["hinge_dose", "overhead_dose", "flexion_dose", "rotation_reps"]
)
@pytest.mark.parametrize("this", [10.0, 10.1])
def test_pain_and_load(
    rise: float, channel: str, this: float, a_picture: Build, parameters: Parameters
) -> None:
    case = {
        "weekly": {channel: {"this": this, "usual": 10.0}},
        "check_ins": [{"on": "wed -1", "score": 2.0}, {"on": "wed", "score": 2.0 + rise}],
    }
    codes = {f.code for f in judge(a_picture(case), parameters)}
    assert ("TL702" in codes) == (rise >= 2.0 and this > 10.0)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("most", [True, False])
@pytest.mark.parametrize("lately", [True, False])
def test_pain_that_lasts(
    before: bool, most: bool, lately: bool, a_picture: Build, parameters: Parameters
) -> None:
    lines = [
        {"on": "sun -4", "score": 3 * before},
        {"on": "mon -3..sun -1", "score": 3 * most},
        {"on": "mon..sun", "score": 3 * lately},
    ]
    codes = {f.code for f in judge(a_picture({"check_ins": lines}), parameters)}
    assert ("TL703" in codes) == (before and most and lately)


def test_an_empty_week_raises_nothing(a_picture: Build, parameters: Parameters) -> None:
    assert judge(a_picture({}), parameters) == ()


#: A week in which nearly everything happens.
BUSY = {
    "profile": "[sleep]\nrises = 06:30:00\n[screen]\nthoracic_extension_deg = 5",
    "weekly": {
        "hinge_dose": {"daily": [0, 0, 0, 300, 0, 0, 0], "usual": 100},
        "hinge_index": {"this": 200, "usual": 100},
        "hard_hinge_sets": {"this": 12, "usual": 4},
        "near_maximal_reps": {"this": 12},
        "overhead_dose": {"this": 200, "usual": 100},
        "distance_km": {"this": 200},
    },
    "sets": [
        {"at": "thu 07:00", "D": 0.95, "reps": 1, "sets": 12, "H": 25, "O": 10, "I": 0.8},
        {"at": "fri 17:05", "D": 0.85, "sets": 3},
    ],
    "sitting": [{"at": "fri 09:00", "until": "17:00"}],
    "rides": [{"at": "thu 09:00", "minutes": 240}, {"at": "fri 10:00", "minutes": 200}],
    "check_ins": [
        {"on": "tue", "side": "left", "score": 4, "signs": ["tender_crest_point"]},
        {"on": "wed", "signs": ["bladder_change", "fever", "night_pain"]},
    ],
    "coverage": {"guessed_units": True, "desk_hours_measured": 0},
    "problems": [{}],
    "history": {"rides": 1},
}


@pytest.fixture
def busy(a_picture: Build, parameters: Parameters) -> tuple[Flag, ...]:
    return judge(a_picture(BUSY), parameters)


def test_the_most_urgent_comes_first(busy: tuple[Flag, ...]) -> None:
    ranks = [flag.severity.rank for flag in busy]
    assert ranks == sorted(ranks, reverse=True)
    assert [flag.code for flag in busy[:2]] == ["TL901", "TL902"]
    assert len({flag.code for flag in busy}) == len(busy) > 12


def test_no_word_of_a_flag_predicts_or_diagnoses(busy: tuple[Flag, ...]) -> None:
    for flag in busy:
        words = " ".join([flag.clears_when, *(fact.measure for fact in flag.because)]).casefold()
        for banned in ("injur", "probab", "diagnos", "syndrome", "danger", "herniat", "ligament"):
            assert banned not in words, (flag.code, banned)


def test_every_flag_is_written_to_be_read(busy: tuple[Flag, ...]) -> None:
    for flag in busy:
        assert flag.clears_when[0].isupper() and flag.clears_when.endswith("."), flag.code
        assert len(flag.clears_when) < 300, flag.code
        assert all(len(fact.measure) < 120 for fact in flag.because), flag.code


def test_the_same_week_gives_the_same_flags(
    busy: tuple[Flag, ...], a_picture: Build, parameters: Parameters
) -> None:
    assert judge(a_picture(BUSY), parameters) == busy


def test_emergency_signs_do_not_ask_for_exercises(a_picture: Build, parameters: Parameters) -> None:
    case = {
        "sets": [{"at": "mon -1", "D": 0.5}, {"at": "mon", "D": 0.5}],
        "check_ins": [{"on": "wed", "signs": ["bladder_change"]}],
    }
    flags = judge(a_picture(case), parameters)
    assert [flag.code for flag in flags] == ["TL901"]
    assert flags[0].severity is Severity.RED


@given(st.lists(st.floats(0.1, 500.0), min_size=1, max_size=30), st.floats(0.0, 1.0))
def test_the_fewest_sets_to_drop_are_enough_and_fewest(doses: list[float], share: float) -> None:
    excess = share * sum(doses)
    n = fewest_to_drop(np.array(doses), excess)
    heaviest = sorted(doses, reverse=True)
    assert n == len(doses) or sum(heaviest[:n]) >= excess * (1 - 1e-9)
    assert n == 1 or sum(heaviest[: n - 1]) <= excess * (1 + 1e-9)
