"""What a change is said to remove is what the load model gives for the changed log."""

from typing import TYPE_CHECKING

import pytest

from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.effect import Effect, Exposure, effect
from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.advice.trial import Trial, instants_of
from tl_analyzer.finding import Flag
from tl_analyzer.load.overhead import OverheadModel, extension_factor
from tl_analyzer.load.picture import Picture
from tl_analyzer.log import RidePosture
from tl_analyzer.parameters import Parameters
from tl_analyzer.rules.catalogue import judge

if TYPE_CHECKING:
    from tests.advice.conftest import FlagMaker, Log46

SEATED, STANDING = RidePosture.SEATED, RidePosture.STANDING


def tried(
    key: str, exposure: Exposure, raised: Flag, picture: Picture, parameters: Parameters
) -> Effect:
    found = effect(Trial(catalogue().exercises[key], raised, picture, parameters), exposure)
    assert found is not None
    return found


def keys(plan: tuple[PlanItem, ...]) -> list[str]:
    return [item.key for item in plan]


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        ("swap_to_trap_bar", [("Trap Bar Deadlift", 170.0, 5), ("Trap Bar Deadlift", 180.0, 3)]),
        ("drop_a_top_set", [("Deadlift", 170.0, 5)]),
        ("cap_near_maximal", [("Deadlift", 170.0, 5), ("Deadlift", 180.0, 3)]),
        ("spread_heavy_hinges", [("Deadlift", 170.0, 5), ("Deadlift", 180.0, 3)]),
    ],
)
def test_a_change_in_the_gym_removes_what_the_changed_log_lacks(
    key: str,
    changed: list[tuple[str, float, int]],
    log46: "Log46",
    flag: "FlagMaker",
    parameters: Parameters,
) -> None:
    before = log46.usual_lifting()
    done = log46.lift("2026-11-12 18:00", ("Deadlift", 170.0, 5), ("Deadlift", 180.0, 3))
    instead = log46.lift("2026-11-12 18:00", *changed)
    as_it_was = log46.picture(strength=(*before, done)).weekly["hinge_dose"]
    as_changed = log46.picture(strength=(*before, instead)).weekly["hinge_dose"]
    found = tried(
        key,
        Exposure.HINGE_DOSE,
        flag("TL101"),
        log46.picture(strength=(*before, done)),
        parameters,
    )
    assert as_it_was.usual is not None
    assert found.removes == pytest.approx(as_it_was.this - as_changed.this)
    assert found.stands == pytest.approx(as_it_was.this - as_it_was.usual)
    assert found.what == "points of hinge dose above your usual"


def test_capped_days_keep_the_hardest_repetitions(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    heavy = [("Deadlift", 200.0, 1)] * 5 + [("Deadlift", 205.0, 2)]
    light = [("Deadlift", 200.0, 1)] * 2 + [("Deadlift", 205.0, 2)] + [("Deadlift", 176.0, 3)]
    day = "2026-11-12 18:00"
    done = log46.picture(strength=(log46.lift(day, *heavy),), deadlift=220.0)
    instead = log46.picture(strength=(log46.lift(day, *light),), deadlift=220.0)
    found = tried("cap_near_maximal", Exposure.HINGE_DOSE, flag("TL102"), done, parameters)
    lost = done.weekly["hinge_dose"].this - instead.weekly["hinge_dose"].this
    assert found.removes == pytest.approx(lost)
    assert found.what == "points of hinge dose this week", "without a usual, all of it"


def test_standing_one_minute_in_ten_is_what_a_ride_so_ridden_gives(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    before = log46.usual_riding()
    day = "2026-11-14 09:00"
    done = log46.picture(rides=(*before, log46.ride(day, (SEATED, 180.0))))
    stood = log46.picture(
        rides=(*before, log46.ride(day, *[(SEATED, 9.0), (STANDING, 1.0)] * 18)),
    )
    for exposure in (Exposure.LONGEST_BOUT, Exposure.RIDING_DOSE):
        found = tried("standing_breaks_on_the_bike", exposure, flag("TL301"), done, parameters)
        was, would = done.weekly[exposure.value], stood.weekly[exposure.value]
        assert was.usual is not None
        assert found.removes == pytest.approx(was.this - would.this)
        assert found.stands == pytest.approx(was.this - was.usual)


def test_a_split_ride_is_half_as_long_on_end_and_no_less_in_all(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    picture = log46.picture(rides=(log46.ride("2026-11-14 09:00", (SEATED, 180.0)),))
    longest = tried(
        "split_the_long_ride", Exposure.LONGEST_BOUT, flag("TL301"), picture, parameters
    )
    in_all = tried("split_the_long_ride", Exposure.RIDING_DOSE, flag("TL303"), picture, parameters)
    assert longest.removes == pytest.approx(90.0)
    assert longest.stands == pytest.approx(180.0)
    assert in_all.removes == 0.0


def test_a_second_long_ride_limits_what_splitting_the_first_can_do(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    rides = (
        log46.ride("2026-11-12 09:00", (SEATED, 150.0)),
        log46.ride("2026-11-14 09:00", (SEATED, 180.0)),
    )
    found = tried(
        "split_the_long_ride",
        Exposure.LONGEST_BOUT,
        flag("TL301"),
        log46.picture(rides=rides),
        parameters,
    )
    assert found.removes == pytest.approx(30.0)


def test_planned_stops_leave_three_quarters_of_an_hour_on_end(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    picture = log46.picture(rides=(log46.ride("2026-11-14 09:00", (SEATED, 180.0)),))
    found = tried("planned_ride_stops", Exposure.LONGEST_BOUT, flag("TL301"), picture, parameters)
    assert found.removes == pytest.approx(180.0 - 45.0)


def test_a_walk_between_desk_and_bar_lets_creep_fade_and_more_does_more(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    picture = log46.picture(
        strength=(log46.lift("2026-11-12 17:10", ("Deadlift", 170.0, 5)),),
        postures=(log46.slump("2026-11-12 14:00", "2026-11-12 17:05"),),
    )
    raised = flag("TL401", when="2026-11-12T17:10+01:00")
    walk = tried("short_walk", Exposure.CARRIED_CREEP, raised, picture, parameters)
    ramp = tried("ramp_up_sets", Exposure.CARRIED_CREEP, raised, picture, parameters)
    at_the_bar = picture.states[instants_of(raised)[0].timestamp()]
    assert walk.stands == pytest.approx(at_the_bar.creep_deg, rel=1e-3)
    assert 0.0 < walk.removes < ramp.removes < ramp.stands


def test_days_too_close_are_spread_by_what_came_too_soon(
    log46: "Log46", parameters: Parameters
) -> None:
    heavy = [("Deadlift", 170.0, 3)] * 2
    picture = log46.picture(
        strength=(
            log46.lift("2026-11-10 18:00", *heavy),
            log46.lift("2026-11-11 18:00", *heavy),
        )
    )
    raised = tuple(f for f in judge(picture, parameters) if f.code == "TL104")
    found = tried("spread_heavy_hinges", Exposure.CLOSE_HINGE_DOSE, raised[0], picture, parameters)
    assert found.removes == found.stands == pytest.approx(picture.weekly["hinge_dose"].this / 2)
    assert keys(prescribe(raised, picture, parameters))[0] == "spread_heavy_hinges"


def test_presses_at_an_angle_score_what_incline_presses_score(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    picture = log46.picture(
        strength=(log46.lift("2026-11-10 18:00", *[("Overhead Press", 75.0, 5)] * 5),)
    )
    found = tried("press_at_an_angle", Exposure.OVERHEAD_DOSE, flag("TL201"), picture, parameters)
    share = parameters.number("overhead.elevation.incline_press")
    model = OverheadModel.from_parameters(parameters)
    available = model.default_extension_deg
    upright, inclined = (float(extension_factor(p, available, model)) for p in (1.0, share))
    left = share * inclined / upright
    assert found.removes == pytest.approx((1.0 - left) * picture.weekly["overhead_dose"].this)
    fewer = tried("trim_overhead", Exposure.OVERHEAD_DOSE, flag("TL201"), picture, parameters)
    left_out = parameters.number("advice.overhead_sets_left_out")
    assert fewer.share == pytest.approx(left_out)


def test_lifting_before_the_ride_takes_what_the_ride_left_at_the_bar(
    log46: "Log46", parameters: Parameters
) -> None:
    lifting = log46.lift("2026-11-14 13:30", ("Deadlift", 170.0, 5))
    ride = log46.ride("2026-11-14 09:00", (SEATED, 240.0))
    desk = log46.slump("2026-11-14 06:00", "2026-11-14 08:00")
    picture = log46.picture(strength=(lifting,), rides=(ride,), postures=(desk,))
    raised = next(f for f in judge(picture, parameters) if f.code == "TL402")
    found = tried("lift_before_the_ride", Exposure.CARRIED_DOSE, raised, picture, parameters)
    without = log46.picture(strength=(lifting,), postures=(desk,))
    at_the_bar = lifting.start.utc.timestamp()
    assert found.stands == pytest.approx(picture.states[at_the_bar].dose_u_min, rel=0.01)
    assert found.stands - found.removes == pytest.approx(
        without.states[at_the_bar].dose_u_min, rel=0.05
    )
    assert "lift_before_the_ride" in keys(prescribe((raised,), picture, parameters))


def test_hands_on_the_tops_for_half_the_ride_halve_the_longest_bout(
    log46: "Log46", flag: "FlagMaker", parameters: Parameters
) -> None:
    picture = log46.picture(rides=(log46.ride("2026-11-14 09:00", (SEATED, 120.0)),))
    longest = tried("raise_the_bars", Exposure.LONGEST_BOUT, flag("TL301"), picture, parameters)
    in_all = tried("raise_the_bars", Exposure.RIDING_DOSE, flag("TL303"), picture, parameters)
    hoods, tops = (parameters.number(f"flexion.u.bike_{p}") for p in ("hoods", "tops"))
    assert longest.removes == pytest.approx(60.0)
    assert in_all.removes == pytest.approx(60.0 * (hoods - tops))
