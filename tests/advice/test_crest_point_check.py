"""A guided self-check is offered for pain on one side, and never as more than a look."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.plan_item import PlanItem, Purpose
from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.finding import Channel, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]

SUNDAY = date(2026, 11, 15)
KEY = "crest_point_check"


def keys(plan: tuple[PlanItem, ...]) -> list[str]:
    return [item.key for item in plan]


@pytest.mark.parametrize("region", ["iliac_crest", "flank", "groin", "gluteal"])
@pytest.mark.parametrize("side", ["left", "right"])
def test_it_is_offered_for_pain_on_one_side(
    region: str, side: str, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((), picture(pain={SUNDAY: (region, side, 3.0)}), parameters)
    assert keys(plan) == [KEY]
    assert plan[0].because == ()
    assert plan[0].purpose is Purpose.PATTERN


@pytest.mark.parametrize(
    "pain",
    [
        {SUNDAY: ("iliac_crest", "both", 3.0)},
        {SUNDAY: ("iliac_crest", "", 3.0)},
        {SUNDAY: ("lumbar", "left", 3.0)},
        {SUNDAY: ("knee", "left", 3.0)},
        {SUNDAY: ("groin", "left", 0.0)},
        {SUNDAY - timedelta(days=1): ("groin", "left", 3.0), SUNDAY: ("groin", "left", 0.0)},
        {SUNDAY - timedelta(days=1): ("groin", "left", 3.0), SUNDAY: ("flank", "right", 3.0)},
        {SUNDAY - timedelta(days=28): ("groin", "left", 3.0)},
    ],
)
def test_it_is_not_offered_for_other_pain(
    pain: dict[date, tuple[str, str, float]], picture: PictureMaker, parameters: Parameters
) -> None:
    assert prescribe((), picture(pain=pain), parameters) == ()


def test_once_logged_it_is_not_asked_again_for_four_weeks(
    picture: PictureMaker, parameters: Parameters
) -> None:
    pain = {SUNDAY: ("iliac_crest", "left", 3.0)}

    def offered_when_logged(day: date) -> bool:
        known = picture(pain=pain, signs={day: ("tender_crest_point",)})
        return KEY in keys(prescribe((), known, parameters))

    assert not offered_when_logged(SUNDAY)
    assert not offered_when_logged(SUNDAY - timedelta(days=27))
    assert offered_when_logged(SUNDAY - timedelta(days=28))


def test_it_names_the_day_to_check_again(picture: PictureMaker, parameters: Parameters) -> None:
    plan = prescribe((), picture(pain={SUNDAY: ("flank", "left", 3.0)}), parameters)
    assert plan[0].when.endswith("; check again on Mon 14 Dec")


def test_it_stands_beside_the_plan_and_names_the_flag_that_asks_for_an_examination(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    raised = (flag("TL101", Severity.RED), flag("TL703", Severity.AMBER, Channel.SYMPTOMS))
    plan = prescribe(raised, picture(pain={SUNDAY: ("groin", "left", 5.0)}), parameters)
    assert plan[0].key == "have_it_examined"
    assert plan[-1].key == KEY
    assert plan[-1].because == ("TL703",)


@pytest.mark.parametrize("code", ["TL901", "TL902"])
def test_signs_that_call_for_care_come_before_any_self_check(
    code: str, flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    known = picture(pain={SUNDAY: ("groin", "left", 5.0)})
    assert prescribe((flag(code, Severity.RED),), known, parameters) == ()


def test_it_says_where_how_and_how_little_it_means() -> None:
    entry = catalogue().exercises[KEY]
    said = " ".join((entry.reason, *entry.cues))
    assert {entry.reference, *entry.also} == {"maigne_1997", "clinic_tl_dysfunction"}
    for needed in ("about 7 cm", "7-8 cm", "just under the rim", "painless side first"):
        assert needed in said
    for needed in ("proves nothing", "tender in many people", "can miss", "both sides alike"):
        assert needed in said
    assert not re.search(r"\byou have\b|syndrome|maigne", said, re.IGNORECASE)


def test_an_examination_names_what_else_it_may_be_and_finds_nothing() -> None:
    entry = catalogue().exercises["have_it_examined"]
    for mimic in ("low back", "sacroiliac", "narrow spinal canal", "hip", "hernia"):
        assert mimic in entry.reason
    assert "only an examination tells apart" in entry.reason
    assert set(entry.answers) == {"TL701", "TL703"}


@pytest.mark.parametrize("code", ["TL701", "TL703"])
def test_an_examination_comes_first(
    code: str, flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((flag("TL101", Severity.RED), flag(code)), picture(), parameters)
    assert plan[0].key == "have_it_examined"
    assert plan[0].because == (code,)
