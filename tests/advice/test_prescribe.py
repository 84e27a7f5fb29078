"""A flag gets the work it needs, and every item says why."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.finding import Channel, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import ParameterError, Parameters
from tl_analyzer.profile import HingePattern

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]

STIFF = HingePattern.STIFF
MOVES = (Purpose.STABILITY, Purpose.PATTERN)
LOOSENS_OR_BREAKS = (Purpose.MOBILITY, Purpose.BREAK)
NEEDED = {
    **dict.fromkeys(("TL101", "TL102", "TL105"), MOVES),
    **dict.fromkeys(("TL201", "TL202"), (Purpose.MOBILITY,)),
    **dict.fromkeys(("TL301", "TL302", "TL303", "TL401", "TL402"), LOOSENS_OR_BREAKS),
    "TL305": (Purpose.BREAK,),
}
CLEARED_BY_LOAD = ("TL101", "TL102", "TL103", "TL104", "TL105", "TL201", "TL401", "TL402", "TL702")


@pytest.mark.parametrize("code", NEEDED)
@pytest.mark.parametrize("pattern", list(HingePattern))
@pytest.mark.parametrize("minutes", [5, 15, 30])
def test_a_flag_gets_the_kind_of_work_it_needs(
    code: str,
    pattern: HingePattern,
    minutes: int,
    flag: FlagMaker,
    picture: PictureMaker,
    parameters: Parameters,
) -> None:
    plan = prescribe((flag(code),), picture(pattern=pattern, minutes=minutes), parameters)
    assert {item.purpose for item in plan} & set(NEEDED[code])


@pytest.mark.parametrize("code", CLEARED_BY_LOAD)
def test_a_flag_that_a_change_of_load_clears_gets_one_first(
    code: str, flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((flag(code),), picture(), parameters)
    assert plan[0].purpose is Purpose.LOAD


@pytest.mark.parametrize("code", list(catalogue().answers))
def test_every_flag_is_answered_and_every_item_says_why(
    code: str, flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((flag(code),), picture(), parameters)
    assert plan
    for item in plan:
        assert code in item.because
        assert item.why.endswith(".")
        assert item.why.count(". ") == 0, "one sentence"
        if item.key != "movement_screen":
            assert f"(what {code} measures: 260 points, mark 150; 2026-W46)" in item.why


def test_no_flags_no_plan(picture: PictureMaker, parameters: Parameters) -> None:
    assert prescribe((), picture(), parameters) == ()


@pytest.mark.parametrize("code", ["TL801", "TL802", "TL803", "TL804", "TL805", "TL806"])
def test_flags_about_the_data_prescribe_nothing(
    code: str, flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    raised = (flag(code, Severity.INFO, Channel.DATA),)
    assert prescribe(raised, picture(), parameters) == ()


def test_a_note_prescribes_nothing(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    assert prescribe((flag("TL304", Severity.INFO),), picture(), parameters) == ()


def test_a_milder_flag_asks_for_less(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    known = picture(pattern=STIFF)
    sizes = [
        len(prescribe((flag("TL301", severity),), known, parameters))
        for severity in (Severity.WATCH, Severity.AMBER, Severity.RED)
    ]
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("code", list(catalogue().answers))
@pytest.mark.parametrize("pattern", list(HingePattern))
def test_one_flag_never_brings_too_much_of_one_kind(
    code: str,
    pattern: HingePattern,
    flag: FlagMaker,
    picture: PictureMaker,
    parameters: Parameters,
) -> None:
    known = picture(pattern=pattern, minutes=120)
    plan = prescribe((flag(code, Severity.RED),), known, parameters)
    served = Counter(item.purpose for item in plan)
    assert max(served.values()) <= parameters.number("advice.most_of_a_purpose")


def test_one_item_may_answer_two_flags(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((flag("TL101"), flag("TL102")), picture(), parameters)
    dead_bug = next(item for item in plan if item.key == "dead_bug")
    assert dead_bug.because == ("TL101", "TL102")


def test_the_worst_flag_is_answered_first(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    raised = (flag("TL201", Severity.WATCH), flag("TL101", Severity.RED))
    plan = prescribe(raised, picture(minutes=5), parameters)
    assert plan[0].because[0] == "TL101"


def test_loosening_stands_between_desk_and_bar_when_the_desk_was_the_trouble(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((flag("TL401"),), picture(), parameters)
    walk = next(item for item in plan if item.key == "short_walk")
    assert walk.when == "between desk and bar"
    both = prescribe((flag("TL302"), flag("TL401")), picture(), parameters)
    walk = next(item for item in both if item.key == "short_walk")
    assert walk.when == "before the ride and between desk and bar"


def test_a_parameter_file_must_speak_of_every_severity(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    short = replace(parameters["advice.items_by_severity"], value=(0.0, 2.0))
    wrong = replace(parameters, entries={**parameters.entries, short.key: short})
    with pytest.raises(ParameterError, match="one number for each severity"):
        prescribe((flag("TL101"),), picture(), wrong)
