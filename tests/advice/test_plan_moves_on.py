"""Logged work counts as done, moves the dose on, and makes room when it is outgrown."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.finding import Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]

SUNDAY = date(2026, 11, 15)


def keys(plan: tuple[PlanItem, ...]) -> list[str]:
    return [item.key for item in plan]


def days(number: int) -> tuple[date, ...]:
    """The last `number` days of the week under review and before."""
    return tuple(SUNDAY - timedelta(days=n) for n in range(number))


def test_logged_work_moves_the_dose_on(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    entry = catalogue().exercises["dead_bug"]

    def dead_bug_after(done: int) -> PlanItem:
        logged = {"dead_bug": tuple(SUNDAY - timedelta(days=2 * n) for n in range(done))}
        plan = prescribe((flag("TL101"),), picture(lifts=logged), parameters)
        return next(item for item in plan if item.key == "dead_bug")

    assert dead_bug_after(0).dose == entry.dose
    assert "logged" not in dead_bug_after(0).why
    assert dead_bug_after(5).dose == entry.dose
    assert "logged on 5 days lately" in dead_bug_after(5).why
    assert dead_bug_after(6).dose == entry.progression[0]
    assert "the dose moves on" in dead_bug_after(6).why
    assert dead_bug_after(12).dose == entry.progression[1]
    assert dead_bug_after(18).dose == entry.progression[2]


def test_two_sets_on_one_day_are_one_day(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    logged = {"dead_bug": (SUNDAY,) * 20}
    plan = prescribe((flag("TL101"),), picture(lifts=logged), parameters)
    dead_bug = next(item for item in plan if item.key == "dead_bug")
    assert dead_bug.dose == catalogue().exercises["dead_bug"].dose
    assert "logged on 1 day lately" in dead_bug.why


@pytest.mark.parametrize(("ago", "counts"), [(55, True), (56, False)])
def test_after_a_long_pause_the_dose_begins_again(
    ago: int, counts: bool, flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    entry = catalogue().exercises["dead_bug"]
    earlier = (*days(5), SUNDAY - timedelta(days=ago))
    plan = prescribe((flag("TL101"),), picture(lifts={"dead_bug": earlier}), parameters)
    dead_bug = next(item for item in plan if item.key == "dead_bug")
    assert dead_bug.dose == (entry.progression[0] if counts else entry.dose)


def test_work_that_is_outgrown_makes_room_for_other_work(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    logged = {"dead_bug": days(56)}
    fresh = keys(prescribe((flag("TL101"),), picture(), parameters))
    later = keys(prescribe((flag("TL101"),), picture(lifts=logged), parameters))
    assert "dead_bug" in fresh
    assert "dead_bug" not in later
    assert "bird_dog" in later
