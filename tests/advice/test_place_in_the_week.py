"""A plan says when, in the words of the athlete's own week."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tl_analyzer.advice.day_words import moment_words, weekdays_listed
from tl_analyzer.advice.plan_item import PlanItem
from tl_analyzer.advice.prescribe import prescribe
from tl_analyzer.day_names import day_and_month
from tl_analyzer.finding import DataQuality, Flag
from tl_analyzer.load.picture import Picture
from tl_analyzer.load.ride_exposure import RideExposure
from tl_analyzer.log import PositionEvidence
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import HingePattern

FlagMaker = Callable[..., Flag]
PictureMaker = Callable[..., Picture]

MONDAY = date(2026, 11, 9)
THURSDAY = "2026-11-12T17:10+01:00"
TUESDAY = "2026-11-10T18:00+01:00"


def item(plan: tuple[PlanItem, ...], key: str) -> PlanItem:
    return next(i for i in plan if i.key == key)


def test_between_desk_and_bar_names_the_day_and_the_hour(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((flag("TL401", when=THURSDAY),), picture(), parameters)
    walk = item(plan, "short_walk")
    assert walk.when == "between desk and bar on days like Thursday, before 17:10"
    assert "Thu 12 Nov 17:10" in walk.why
    assert "2026-11" not in walk.why


def test_two_days_with_two_hours_are_told_apart(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    one, two = flag("TL302", when=THURSDAY), flag("TL302", when=TUESDAY)
    both = one.model_copy(update={"because": one.because + two.because})
    walk = item(prescribe((both,), picture(), parameters), "short_walk")
    assert (
        walk.when
        == "before the ride on days like Tuesday (before 18:00) and Thursday (before 17:10)"
    )


def ride(day: date) -> RideExposure:
    start = 86_400.0 * (day - date(1970, 1, 1)).days + 36_000.0
    return RideExposure(
        label="ride",
        start=start,
        end=start + 3600.0,
        day=day.toordinal(),
        distance_km=25.0,
        evidence=PositionEvidence.EVENTS,
        position="hoods",
        bouts=(),
        flexed_min=60.0,
        longest_bout_min=60.0,
        dose_u_min=24.0,
        upper_bound=False,
        quality=DataQuality.MEASURED,
    )


def test_after_rides_names_the_days_of_riding(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    saturday, sunday = (MONDAY + timedelta(days=n) for n in (5, 6))
    riding = replace(picture(pattern=HingePattern.STIFF), rides=(ride(saturday), ride(sunday)))
    plan = prescribe((flag("TL301"),), riding, parameters)
    assert item(plan, "sphinx").when == "after the ride, as on Sat and Sun"
    assert item(plan, "standing_breaks_on_the_bike").when == "on the bike, as on Sat and Sun"
    evening = [i for i in plan if i.when.startswith("in the evening")]
    assert all(i.when == "in the evening after rides, as on Sat and Sun" for i in evening)


def test_a_screen_names_the_day_to_repeat_it(
    flag: FlagMaker, picture: PictureMaker, parameters: Parameters
) -> None:
    plan = prescribe((flag("TL202"),), picture(), parameters)
    assert item(plan, "movement_screen").when == "in the evening; screen again on Mon 14 Dec"


@pytest.mark.parametrize(
    ("offsets", "words"),
    [
        ((), ""),
        ((3,), "Thu"),
        ((0, 1), "Mon and Tue"),
        ((0, 2, 4), "Mon, Wed and Fri"),
        ((0, 1, 2, 3, 4), "Mon to Fri"),
        ((5, 0, 1, 2), "Mon to Wed and Sat"),
        ((0, 7), "Mon"),
    ],
)
def test_weekdays_are_listed_as_people_do(offsets: tuple[int, ...], words: str) -> None:
    assert weekdays_listed(MONDAY.toordinal() + n for n in offsets) == words


def test_days_and_instants_are_written_in_words_and_weeks_left_alone() -> None:
    assert day_and_month(date(2026, 1, 1)) == "Thu 1 Jan"
    assert moment_words("2026-11-12") == "Thu 12 Nov"
    assert moment_words(THURSDAY) == "Thu 12 Nov 17:10"
    assert moment_words("2026-W46") == "2026-W46"
