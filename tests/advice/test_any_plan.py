"""Whatever the week, a plan fits the athlete and answers what fired."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.equipment import available
from tl_analyzer.advice.exercise import Role
from tl_analyzer.advice.plan_item import Purpose
from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.finding import Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import HingePattern
from tl_analyzer.vocabulary import PROVOKING_SIGNS

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]

SUNDAY = date(2026, 11, 15)
EVERYTHING = ("foam_roller", "band", "bench", "ball", "hex_bar", "standing_desk")
MOVES = (Purpose.STABILITY, Purpose.PATTERN)
LOOSENS_OR_BREAKS = (Purpose.MOBILITY, Purpose.BREAK)
NEEDED = {
    **dict.fromkeys(("TL101", "TL102", "TL105"), MOVES),
    **dict.fromkeys(("TL201", "TL202"), (Purpose.MOBILITY,)),
    **dict.fromkeys(("TL301", "TL302", "TL303", "TL401", "TL402"), LOOSENS_OR_BREAKS),
    "TL305": (Purpose.BREAK,),
}


def days(number: int) -> tuple[date, ...]:
    """The last `number` days of the week under review and before."""
    return tuple(SUNDAY - timedelta(days=n) for n in range(number))


CODES = (*catalogue().answers, "TL801", "TL803", "TL806", "TL999")


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_plan_fits_the_athlete(
    data: st.DataObject, flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    severities = st.sampled_from(list(Severity))
    raised = tuple(
        flag(code, data.draw(severities))
        for code in data.draw(st.lists(st.sampled_from(CODES), max_size=8))
    )
    known = picture(
        pattern=data.draw(st.sampled_from(list(HingePattern))),
        extension_deg=data.draw(st.none() | st.floats(0, 60)),
        minutes=data.draw(st.integers(0, 60)),
        equipment=tuple(data.draw(st.sets(st.sampled_from(EVERYTHING)))),
        signs={SUNDAY: tuple(data.draw(st.sets(st.sampled_from(sorted(PROVOKING_SIGNS)))))},
        lifts={
            lift: days(data.draw(st.integers(1, 56)))
            for lift in data.draw(st.sets(st.sampled_from(["dead_bug", "cat_camel", "deadlift"])))
        },
    )
    plan = prescribe(raised, known, parameters)
    book = catalogue().exercises
    entries = [book[item.key] for item in plan]
    signs = {sign for check_in in known.check_ins for sign in check_in.signs}

    assert plan == prescribe(raised[::-1], known, parameters), "the order of flags does not matter"
    counted = [entry for entry in entries if entry.role is not Role.SCREEN]
    assert len(counted) <= parameters.number("advice.most_items")
    assert sum(item.minutes for item in plan) <= known.profile.plan.minutes_per_day
    assert {code for item in plan for code in item.because} <= {f.code for f in raised}
    for n, entry in enumerate(entries):
        assert entry.role in (Role.OFFERED, Role.SCREEN)
        assert signs.isdisjoint(entry.not_if)
        assert known.profile.screen.pattern not in entry.not_if or entry.key in (
            "foam_roller_extension",
            "thoracic_self_mobilisation",
        )
        owned = available(known.profile.plan.equipment)
        assert not entry.equipment or not owned.isdisjoint(entry.equipment)
        assert not any(entry.same_work(other) for other in entries[:n]), "no duplicates"
        assert entry.role is Role.SCREEN or set(plan[n].because) <= set(entry.answers)


@settings(max_examples=100, deadline=None)
@given(
    codes=st.sets(st.sampled_from(sorted(set(CODES) - {"TL701", "TL703"}))),
    pattern=st.sampled_from(list(HingePattern)),
)
def test_any_mixture_of_flags_gets_what_each_needs(
    codes: set[str],
    pattern: HingePattern,
    flag: FlagMaker,
    picture: PictureMaker,
    parameters: Parameters,
) -> None:
    plan = prescribe(tuple(map(flag, codes)), picture(pattern=pattern), parameters)
    purposes = {item.purpose for item in plan}
    for code in codes & set(NEEDED):
        assert purposes & set(NEEDED[code]), code


@pytest.mark.parametrize("pattern", list(HingePattern))
@pytest.mark.parametrize("severity", [Severity.AMBER, Severity.RED])
def test_three_flags_at_once_leave_room_for_mobility_and_stability(
    pattern: HingePattern,
    severity: Severity,
    flag: FlagMaker,
    picture: PictureMaker,
    parameters: Parameters,
) -> None:
    known = picture(pattern=pattern, minutes=30)
    for codes in combinations(NEEDED, 3):
        plan = prescribe(tuple(flag(code, severity) for code in codes), known, parameters)
        assert {Purpose.MOBILITY, Purpose.STABILITY} <= {item.purpose for item in plan}, codes


def test_every_entry_that_is_offered_can_be_reached(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    """An entry that no plan ever holds would be dead text."""
    signs = ("", "worse_walking", "worse_standing", "worse_flexion", "worse_rotation")
    owned = ((), ("ball",), EVERYTHING)
    weeks = [
        picture(
            pattern=pattern,
            equipment=equipment,
            lifts={"deadlift": days(2)},
            signs={SUNDAY: (sign,) if sign else ()},
        )
        for pattern in HingePattern
        for equipment in owned
        for sign in signs
    ]
    reached = {
        item.key
        for code in catalogue().answers
        for severity in (Severity.WATCH, Severity.AMBER, Severity.RED)
        for week in weeks
        for item in prescribe((flag(code, severity),), week, parameters)
    }
    sore = picture(pain={SUNDAY: ("iliac_crest", "left", 4.0)})
    reached |= {item.key for item in prescribe((), sore, parameters)}
    offered = {e.key for e in catalogue().exercises.values() if e.role is not Role.HABIT}
    assert {key for key in offered if not catalogue().exercises[key].professional} == reached
