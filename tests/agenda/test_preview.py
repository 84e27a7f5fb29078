"""Next week's plan in the report: listed, compared with what was flagged, and never counted."""

import pytest

from tests.agenda.week_ahead import DESK, WeekAhead, flag, weekly
from tl_analyzer.agenda.preview import preview
from tl_analyzer.finding import Channel, Flag
from tl_analyzer.load.exposure import picture_of
from tl_analyzer.load.week import Week
from tl_analyzer.log import PlannedSport
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.report.week_preview import WeekPreview

RIDE, STRENGTH, OTHER = PlannedSport.RIDE, PlannedSport.STRENGTH, PlannedSport.OTHER
LONG_RIDE = flag("TL301", Channel.FLEXION, when=("2026-11-14T09:00+01:00",))


def ahead(week: WeekAhead, *flags: Flag) -> WeekPreview | None:
    reviewed = Week.parse(week.reviewed, week.zone, week.as_of)
    case = (week.log, week.profile, reviewed, week.as_of, parameter_set(), Recogniser())
    return preview(week.planned, picture_of(*case), flags, parameter_set())


def remarks(week: WeekAhead, *flags: Flag) -> tuple[str, ...]:
    seen = ahead(week, *flags)
    assert seen is not None
    return seen.remarks


def test_what_is_planned_is_listed_in_order(week: WeekAhead) -> None:
    known = week.but(
        planned=(
            week.intends(RIDE, "2026-11-21 09:00", 240, "Long one"),
            week.intends(STRENGTH, "2026-11-19 18:00", None, "Pull"),
            week.intends(OTHER, "2026-11-17"),
            week.intends(RIDE, "2026-11-15 09:00"),
            week.intends(RIDE, "2026-11-23 09:00"),
        )
    )
    seen = ahead(known)
    assert seen is not None and seen.week == "2026-W47" and seen.remarks == ()
    assert [(s.start, s.minutes, s.sport, s.label) for s in seen.sessions] == [
        ("2026-11-17", None, "other", ""),
        ("2026-11-19T18:00+01:00", None, "strength", "Pull"),
        ("2026-11-21T09:00+01:00", 240, "ride", "Long one"),
    ]
    assert known.report().preview == seen


def test_a_week_without_plans_has_no_preview(week: WeekAhead) -> None:
    assert ahead(week) is None
    assert week.report().preview is None


@pytest.mark.parametrize(
    ("code", "clock", "said"),
    [
        ("TL302", "17:25", "25 min after"),
        ("TL302", "17:00", "straight from"),
        ("TL302", "18:01", ""),
        ("TL302", "07:00", ""),
        ("TL401", "17:10", "10 min after"),
        ("TL401", "17:20", ""),
        ("TL101", "17:05", ""),
    ],
)
def test_a_session_right_after_the_usual_desk(
    week: WeekAhead, code: str, clock: str, said: str
) -> None:
    sport = STRENGTH if code == "TL401" else RIDE
    planned = (week.intends(sport, f"2026-11-17 {clock}", 90),)
    found = remarks(week.but(desk=(DESK,), planned=planned), flag(code))
    assert bool(found) is bool(said)
    assert all(said in each and "as this week" in each for each in found)
    assert not remarks(week.but(desk=(), planned=planned), flag(code)), "no desk is known"


def test_measured_habit_is_a_desk_too(week: WeekAhead) -> None:
    sat = tuple(week.sit(f"{day} 09:00", f"{day} 17:00") for day in weekly("", 1))
    planned = (week.intends(RIDE, "2026-11-17 17:20", 90),)
    assert remarks(week.but(postures=sat, planned=planned), flag("TL302"))


def test_no_remark_names_a_rule_by_its_code(week: WeekAhead) -> None:
    """The first of them stands in the message to the athlete."""
    codes = ("TL104", "TL301", "TL302", "TL401", "TL402", "TL403")
    raised = [flag(code) for code in codes if code != "TL301"]
    planned = (
        week.intends(RIDE, "2026-11-17 17:05", 240),
        week.intends(STRENGTH, "2026-11-17 21:30"),
        week.intends(STRENGTH, "2026-11-18 17:05"),
        week.intends(STRENGTH, "2026-11-19 07:30"),
    )
    found = remarks(week.but(desk=(DESK,), planned=planned), *raised, LONG_RIDE)
    assert len(found) >= len(codes)
    assert not [each for each in found if "TL" in each]


@pytest.mark.parametrize(("minutes", "said"), [(200, True), (199, False), (None, False)])
def test_a_ride_as_long_as_the_one_that_was_flagged(
    week: WeekAhead, minutes: float | None, said: bool
) -> None:
    planned = (week.intends(RIDE, "2026-11-21 09:00", minutes),)
    found = remarks(week.but(planned=planned), LONG_RIDE)
    assert bool(found) is said
    assert all("2026-11-21T09:00+01:00" in each for each in found)


@pytest.mark.parametrize(
    ("clock", "ridden", "said"), [("15:00", 180, True), ("19:00", 180, False), ("15:00", 50, False)]
)
def test_lifting_within_hours_after_a_long_ride(
    week: WeekAhead, clock: str, ridden: float, said: bool
) -> None:
    planned = (
        week.intends(RIDE, "2026-11-21 09:00", ridden),
        week.intends(STRENGTH, f"2026-11-21 {clock}"),
    )
    assert bool(remarks(week.but(planned=planned), flag("TL402"))) is said


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("2026-11-17 18:00", "2026-11-19 17:00", True),
        ("2026-11-17 18:00", "2026-11-19 18:00", False),
        ("2026-11-17 08:00", "2026-11-17 18:00", False),
        ("2026-11-17", "2026-11-18", True),
        ("2026-11-17", "2026-11-19", False),
    ],
)
def test_two_days_of_lifting_too_close_together(
    week: WeekAhead, first: str, second: str, said: bool
) -> None:
    planned = (week.intends(STRENGTH, first), week.intends(STRENGTH, second))
    assert bool(remarks(week.but(planned=planned), flag("TL104"))) is said
    assert not remarks(week.but(planned=planned)), "no flag, no remark"


@pytest.mark.parametrize(("clock", "said"), [("07:30", True), ("09:00", False), ("06:00", False)])
def test_lifting_soon_after_rising(week: WeekAhead, clock: str, said: bool) -> None:
    planned = (week.intends(STRENGTH, f"2026-11-17 {clock}"),)
    assert bool(remarks(week.but(planned=planned), flag("TL403"))) is said
    assert not remarks(week.but(planned=planned, rises=None), flag("TL403"))


def test_what_comes_later_changes_no_channel_and_no_flag(week: WeekAhead) -> None:
    known = week.but(
        strength=week.deadlifts(*weekly("18:00", 3)),
        rides=week.long_rides(*weekly("09:00", 5), minutes=200),
        desk=(DESK,),
    )
    later = known.but(
        strength=(*known.strength, *week.deadlifts("2026-11-16 05:00", "2026-11-17 18:00")),
        rides=(*known.rides, *week.long_rides("2026-11-18 09:00", minutes=300)),
        planned=(week.intends(RIDE, "2026-11-21 09:00", 400),),
    )
    one, two = known.report(), later.report()
    assert one.flags and one.flags == two.flags
    assert (one.channels, one.plan, one.symptoms) == (two.channels, two.plan, two.symptoms)
    assert two.preview is not None and len(two.preview.sessions) == 1
