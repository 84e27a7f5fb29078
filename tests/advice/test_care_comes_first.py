"""Signs that call for care empty the plan; what must be examined is kept gentle."""

from collections.abc import Callable

import pytest

from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.finding import Channel, Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import HingePattern

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]
EVERYTHING = ("foam_roller", "band", "bench", "ball", "hex_bar", "standing_desk")


@pytest.mark.parametrize("code", ["TL901", "TL902"])
def test_care_comes_before_any_plan(
    code: str, flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    raised = (flag("TL101", Severity.RED), flag(code, Severity.RED, Channel.SYMPTOMS))
    assert prescribe(raised, picture(), parameters) == ()
    assert prescribe(raised[:1], picture(), parameters) != ()


@pytest.mark.parametrize("code", ["TL701", "TL703"])
@pytest.mark.parametrize("pattern", list(HingePattern))
def test_what_has_to_be_examined_is_kept_gentle(
    code: str,
    pattern: HingePattern,
    flag: FlagMaker,
    picture: PictureMaker,
    parameters: Parameters,
) -> None:
    raised = (flag("TL101", Severity.RED), flag("TL301"), flag("TL401"), flag(code))
    known = picture(pattern=pattern, minutes=60, equipment=EVERYTHING)
    plan = prescribe(raised, known, parameters)
    assert plan
    done = {item.key for item in plan if item.purpose not in (Purpose.LOAD, Purpose.ERGONOMIC)}
    assert done <= {
        *("have_it_examined", "crook_lying_breathing", "cat_camel", "short_walk"),
        *("desk_breaks", "posture_changes", "planned_ride_stops"),
    }
    assert all("until the pain has been examined" in item.why for item in plan)
