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


def test_after_a_pause_the_last_day_is_said_and_the_dose_begins_lower(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    entry = catalogue().exercises["dead_bug"]

    def dead_bug_when_paused(since: int) -> PlanItem:
        logged = tuple(SUNDAY - timedelta(days=since + n) for n in range(12))
        plan = prescribe((flag("TL601"),), picture(lifts={"dead_bug": logged}), parameters)
        return next(item for item in plan if item.key == "dead_bug")

    fresh, paused = dead_bug_when_paused(13), dead_bug_when_paused(14)
    assert fresh.dose == entry.progression[1]
    assert "logged on 12 days lately" in fresh.why
    assert paused.dose == entry.progression[0]
    assert "last logged on Sun 1 Nov, so it begins one step lower" in paused.why
    assert "lately" not in paused.why


def test_the_dose_holds_while_pain_rises(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    entry = catalogue().exercises["dead_bug"]
    logged = {"dead_bug": tuple(SUNDAY - timedelta(days=2 * n) for n in range(7))}

    def dead_bug(last_week: float, this_week: float) -> PlanItem:
        pain = {
            SUNDAY - timedelta(days=7): ("lumbar", "", last_week),
            SUNDAY: ("lumbar", "", this_week),
        }
        known = picture(lifts=logged, pain=pain)
        return next(
            i for i in prescribe((flag("TL101"),), known, parameters) if i.key == "dead_bug"
        )

    assert dead_bug(3.0, 3.0).dose == entry.progression[0]
    assert dead_bug(3.0, 4.9).dose == entry.progression[0]
    held = dead_bug(3.0, 5.0)
    assert held.dose == entry.dose
    assert "the dose stays as it is while pain is rising" in held.why
    assert dead_bug(5.0, 3.0).dose == entry.progression[0]


@pytest.mark.parametrize(
    ("activity", "key", "counts"),
    [
        ("walking", "short_walk", True),
        ("Hiking", "short_walk", True),
        ("Yoga", "cat_camel", True),
        ("mobility", "cat_camel", True),
        ("running", "short_walk", False),
        ("walking", "cat_camel", False),
    ],
)
def test_an_activity_counts_as_the_work_it_is(
    activity: str,
    key: str,
    counts: bool,
    flag: FlagMaker,
    picture: PictureMaker,
    parameters: Parameters,
) -> None:
    known = picture(activities={activity: days(14)})
    code = "TL401" if key == "short_walk" else "TL101"
    item = next(i for i in prescribe((flag(code),), known, parameters) if i.key == key)
    entry = catalogue().exercises[key]
    assert item.dose == (entry.progression[0] if counts else entry.dose)
    assert ("logged on 14 days" in item.why) is counts


def test_an_activity_of_the_week_to_come_does_not_count(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    later = tuple(SUNDAY + timedelta(days=n) for n in range(1, 15))
    plan = prescribe((flag("TL401"),), picture(activities={"walking": later}), parameters)
    assert "logged" not in next(i for i in plan if i.key == "short_walk").why
