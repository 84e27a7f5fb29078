"""The plan follows the athlete: branch, signs of the diary, lifts and equipment."""

from collections.abc import Callable
from datetime import date, timedelta

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.plan_item import PlanItem, Purpose
from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.finding import Flag, Severity
from tl_analyzer.load.picture import Picture
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import HingePattern

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]

SUNDAY = date(2026, 11, 15)
EVERYTHING = ("foam_roller", "band", "bench", "ball", "hex_bar", "standing_desk")
STIFF, HINGE = HingePattern.STIFF, HingePattern.HINGE


def keys(plan: tuple[PlanItem, ...]) -> list[str]:
    return [item.key for item in plan]


def days(number: int) -> tuple[date, ...]:
    """The last `number` days of the week under review and before."""
    return tuple(SUNDAY - timedelta(days=n) for n in range(number))


def test_a_stiff_back_begins_with_extension(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    known = picture(pattern=STIFF, equipment=("foam_roller",))
    plan = prescribe((flag("TL201"), flag("TL202")), known, parameters)
    work = [item for item in plan if item.purpose is not Purpose.LOAD]
    assert work[0].key == "foam_roller_extension"
    assert "stiff" in work[0].why


def test_an_over_extending_back_begins_with_breathing_and_is_never_arched(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    known = picture(pattern=HINGE, equipment=EVERYTHING)
    raised = tuple(flag(code, Severity.RED) for code in ("TL101", "TL201", "TL202", "TL301"))
    plan = prescribe(raised, known, parameters)
    assert not {"foam_roller_extension", "sphinx", "thoracic_self_mobilisation"} & set(keys(plan))
    alone = prescribe((flag("TL101"),), known, parameters)
    work = [item for item in alone if item.purpose is not Purpose.LOAD]
    assert work[0].purpose is Purpose.BREATHING
    assert "dying_bug" in keys(alone)


def test_measured_stiffness_counts_where_no_pattern_is_stated(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    raised = (flag("TL202"),)
    stiff = picture(extension_deg=5.0, equipment=("foam_roller",))
    free = picture(extension_deg=20.0, equipment=("foam_roller",))
    stated = picture(pattern=HINGE, extension_deg=5.0, equipment=("foam_roller",))
    assert "foam_roller_extension" in keys(prescribe(raised, stiff, parameters))
    assert "foam_roller_extension" not in keys(prescribe(raised, free, parameters))
    assert "foam_roller_extension" not in keys(prescribe(raised, stated, parameters))


def test_an_unknown_back_is_offered_the_screen_and_nothing_strong(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((flag("TL202"),), picture(equipment=EVERYTHING), parameters)
    assert plan[-1].key == "movement_screen"
    assert "foam_roller_extension" not in keys(plan)
    for pattern in (STIFF, HINGE):
        known = prescribe((flag("TL202"),), picture(pattern=pattern), parameters)
        assert "movement_screen" not in keys(known)


def test_no_screen_where_the_plan_holds_no_exercise(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((flag("TL305", Severity.WATCH),), picture(), parameters)
    assert keys(plan) == ["desk_breaks", "posture_changes"]


def test_walking_is_not_advised_to_those_whom_walking_hurts(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    raised = (flag("TL302"), flag("TL305"), flag("TL401"))
    usual = keys(prescribe(raised, picture(minutes=60), parameters))
    assert {"short_walk", "desk_breaks"} <= set(usual)
    sore = picture(minutes=60, signs={SUNDAY: ("worse_walking",)})
    spared = keys(prescribe(raised, sore, parameters))
    assert not {"short_walk", "desk_breaks"} & set(spared)
    assert "posture_changes" in spared


def test_an_old_sign_no_longer_rules_anything_out(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    def plan_when_logged(day: date) -> list[str]:
        sore = picture(signs={day: ("worse_walking",)})
        return keys(prescribe((flag("TL401"),), sore, parameters))

    assert "short_walk" not in plan_when_logged(SUNDAY - timedelta(days=27))
    assert "short_walk" in plan_when_logged(SUNDAY - timedelta(days=28))


def test_the_trap_bar_is_for_those_who_pull_and_own_one(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    def plan(lift: str, *equipment: str, sign: str = "") -> list[str]:
        known = picture(
            lifts={lift: days(2)}, equipment=equipment, signs={SUNDAY: (sign,) if sign else ()}
        )
        return keys(prescribe((flag("TL102", Severity.RED),), known, parameters))

    assert "swap_to_trap_bar" in plan("deadlift", "trap bar")
    assert "swap_to_trap_bar" not in plan("deadlift")
    assert "swap_to_trap_bar" not in plan("bench_press", "trap bar")
    assert "swap_to_trap_bar" not in plan("deadlift", "trap bar", sign="worse_squatting")


def test_work_for_one_branch_keeps_its_first_dose_until_the_branch_is_known(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    def sphinx(pattern: HingePattern) -> PlanItem:
        known = picture(pattern=pattern, lifts={"sphinx": days(28)})
        plan = prescribe((flag("TL301"),), known, parameters)
        return next(item for item in plan if item.key == "sphinx")

    entry = catalogue().exercises["sphinx"]
    assert sphinx(STIFF).dose == entry.progression[1]
    assert sphinx(HingePattern.UNKNOWN).dose == entry.dose
    assert "until the screen says which half is yours" in sphinx(HingePattern.UNKNOWN).why


def test_an_over_extending_back_gets_control_before_range(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    known = picture(pattern=HINGE, minutes=60, equipment=EVERYTHING)
    plan = prescribe((flag("TL101", Severity.RED),), known, parameters)
    work = [i.purpose for i in plan if not catalogue().exercises[i.key].is_measure]
    assert work[0] is Purpose.BREATHING
    assert work.index(Purpose.STABILITY) < work.index(Purpose.MOBILITY)


def test_nobody_whose_branch_is_unknown_is_pressed_into_extension(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    for code in ("TL201", "TL202", "TL301", "TL303"):
        known = picture(minutes=120, equipment=EVERYTHING)
        plan = keys(prescribe((flag(code, Severity.RED),), known, parameters))
        assert not {"foam_roller_extension", "thoracic_self_mobilisation"} & set(plan)
        assert plan[-1] == "movement_screen"
