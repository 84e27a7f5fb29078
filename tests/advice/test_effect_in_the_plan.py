"""Which changes the plan tries, and in which order: by what each of them removes."""

import re
from typing import TYPE_CHECKING

from tl_analyzer.advice.case import cases
from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.effect import REMOVES, effect
from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.advice.situation import situation
from tl_analyzer.advice.trial import Trial
from tl_analyzer.finding import Severity
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules.catalogue import judge

if TYPE_CHECKING:
    from tests.advice.conftest import FlagMaker, Log46


def keys(plan: tuple[PlanItem, ...]) -> list[str]:
    return [item.key for item in plan]


def test_every_change_that_is_tried_answers_a_flag_about_that_exposure() -> None:
    for exposure, changes in REMOVES.items():
        codes = [code for code, a in catalogue().answers.items() if a.exposure is exposure]
        choices = {key for code in codes for key in catalogue().answers[code].choices}
        assert codes, exposure
        assert set(changes) <= choices


def test_without_anything_logged_the_model_says_nothing(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    empty = log46.picture()
    for exposure, changes in REMOVES.items():
        for key in changes:
            trial = Trial(catalogue().exercises[key], flag("TL101"), empty, parameters)
            assert effect(trial, exposure) is None


def test_changes_stand_in_the_order_of_what_they_remove(
    log46: "Log46", parameters: Parameters
) -> None:
    singles = [("Deadlift", 190.0, 1)] * 12
    picture = log46.picture(
        strength=(
            *log46.usual_lifting(),
            log46.lift("2026-11-10 18:00", *singles),
            log46.lift("2026-11-13 18:00", *singles),
        )
    )
    raised = judge(picture, parameters)
    assert {"TL101", "TL102"} <= {f.code for f in raised}
    plan = prescribe(raised, picture, parameters)
    ordered = keys(plan)
    assert ordered.index("swap_to_trap_bar") < ordered.index("cap_near_maximal")
    assert "spread_heavy_hinges" not in ordered, "three days apart; a week's sum stays the same"
    swap = plan[ordered.index("swap_to_trap_bar")]
    assert "it would have taken" in swap.why
    assert "points of hinge dose above your usual" in swap.why


def test_a_small_effect_is_no_argument(log46: "Log46", parameters: Parameters) -> None:
    singles = [("Deadlift", 190.0, 1)] * 12
    days = ("2026-11-10 18:00", "2026-11-13 18:00")
    picture = log46.picture(
        strength=(*log46.usual_lifting(), *(log46.lift(day, *singles) for day in days))
    )
    case = next(
        case
        for case in cases(
            judge(picture, parameters),
            catalogue(),
            situation(picture, parameters),
            picture,
            parameters,
        )
        if case.flag.code == "TL101"
    )
    told = parameters.number("advice.told_share")
    assert told > parameters.number("advice.least_share")
    assert {key for key, one in case.effects.items() if one.share >= told} == set(case.told)
    assert case.told
    for item in prescribe(judge(picture, parameters), picture, parameters):
        if "it would have taken" in item.why:
            assert _share(item.why) >= 0.9 * told


def _share(why: str) -> float:
    """Share of an effect, as far as its words give it away. [1]"""
    found = re.search(r"taken (?:all|([\d.]+) of the) ([\d.]+)", why)
    assert found
    return float(found[1]) / float(found[2]) if found[1] else 1.0


def test_a_change_that_removes_next_to_nothing_is_left_out(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    many = [("Deadlift", 160.0, 5)] * 20
    picture = log46.picture(
        strength=(*log46.usual_lifting(), log46.lift("2026-11-10 18:00", *many))
    )
    plan = keys(prescribe((flag("TL101", Severity.RED),), picture, parameters))
    assert "cap_near_maximal" not in plan, "nothing was near the maximum"
    assert "swap_to_trap_bar" in plan
    assert "drop_a_top_set" in plan


def test_what_is_written_in_the_catalogue_is_what_is_tried(parameters: Parameters) -> None:
    """Doses are prose, trials are numbers: the two must speak of the same change."""
    book = catalogue().exercises

    def says(key: str, *words: str) -> bool:
        return all(word in book[key].dose for word in words)

    assert says(
        "cap_near_maximal", f"at most {parameters.number('advice.near_maximal_reps_a_day'):.0f} "
    )
    assert says("standing_breaks_on_the_bike", "one minute", "every ten")
    assert parameters.number("advice.stand_min") == 1
    assert parameters.number("advice.stand_every_min") == 10
    assert says("planned_ride_stops", f"{parameters.number('advice.stop_every_min'):.0f} minutes")
    assert says("planned_ride_stops", "two minutes")
    assert parameters.number("advice.stop_min") == 2
    assert says("ramp_up_sets", "ten minutes")
    assert parameters.number("rules.tl401.ramp_minutes") == 10
    assert says("short_walk", f"{book['short_walk'].minutes:.0f} minutes")
    assert says("ride_later_after_the_desk", "an hour")
    assert parameters.number("rules.tl302.gap_minutes") == 60
    assert says("fewer_swings", "half")
    assert says("trim_rotation", "half")
    assert says("swap_sit_ups", "half")
    assert says("trim_overhead", "a third")
    assert says("build_back_after_layoff", "two thirds")
