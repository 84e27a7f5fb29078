"""What a week ahead is expected to hold, and how that is known."""

import pytest

from tests.agenda.week_ahead import DESK, WeekAhead, item, weekly
from tl_analyzer.agenda.agenda import Agenda, AgendaSession, Basis
from tl_analyzer.log import PlannedSport

RIDE, STRENGTH, OTHER = PlannedSport.RIDE, PlannedSport.STRENGTH, PlannedSport.OTHER


def sessions(agenda: Agenda) -> list[tuple[str, str, Basis]]:
    """Weekday, clock and basis of every session of the week."""
    return [(f"{d.day:%a}", _clock(s), s.basis) for d in agenda.days for s in d.sessions]


def _clock(session: AgendaSession) -> str:
    return f"{session.start:%H:%M}" if session.start else ""


def test_what_comes_back_every_week_is_expected(week: WeekAhead) -> None:
    rides = week.long_rides(*weekly("09:30", 5))
    lifts = week.deadlifts(*weekly("18:00", 3))
    agenda = week.but(rides=rides, strength=lifts).agenda()
    assert sessions(agenda) == [
        ("Thu", "18:00", Basis.HABITUAL),
        ("Sat", "09:30", Basis.HABITUAL),
    ]
    saturday = agenda.days[5].sessions[0]
    assert saturday.start and saturday.end
    assert (saturday.end - saturday.start).total_seconds() == 90 * 60


def test_twice_in_four_weeks_is_no_habit(week: WeekAhead) -> None:
    assert sessions(week.but(strength=week.deadlifts(*weekly("18:00", 3, weeks=2))).agenda()) == []
    three = week.but(strength=week.deadlifts(*weekly("18:00", 3, weeks=3)))
    assert sessions(three.agenda()) == [("Thu", "18:00", Basis.HABITUAL)]


def test_a_wandering_clock_leaves_the_day_alone(week: WeekAhead) -> None:
    days = weekly("", 3)
    at = ("06:30", "12:00", "17:00", "21:00")
    lifts = week.deadlifts(*(f"{day} {clock}" for day, clock in zip(days, at, strict=True)))
    assert sessions(week.but(strength=lifts).agenda()) == [("Thu", "", Basis.HABITUAL)]


def test_a_log_without_clock_times_makes_a_habit_without_one(week: WeekAhead) -> None:
    lifts = week.deadlifts(*weekly("", 3))
    assert sessions(week.but(strength=lifts).agenda()) == [("Thu", "", Basis.HABITUAL)]


def test_the_ride_to_work_and_the_ride_home_are_two_habits(week: WeekAhead) -> None:
    rides = week.long_rides(*weekly("07:30"), *weekly("17:30"), minutes=30)
    commuter = week.but(rides=rides)
    both = [("Mon", "07:30", Basis.HABITUAL), ("Mon", "17:30", Basis.HABITUAL)]
    assert sessions(commuter.agenda()) == both
    at_noon = commuter.but(
        now="2026-11-16 12:00", rides=(*rides, *week.long_rides("2026-11-16 07:35", minutes=30))
    )
    assert sessions(at_noon.agenda()) == [("Mon", "07:35", Basis.RECORDED), both[1]]


def test_a_plan_replaces_the_habits_of_its_sport_alone(week: WeekAhead) -> None:
    known = week.but(
        rides=week.long_rides(*weekly("09:30", 5)),
        strength=week.deadlifts(*weekly("18:00", 3)),
        planned=(week.intends(STRENGTH, "2026-11-17 19:00", title="Pull"),),
    )
    agenda = known.agenda()
    assert sessions(agenda) == [
        ("Tue", "19:00", Basis.PLANNED),
        ("Sat", "09:30", Basis.HABITUAL),
    ]
    assert agenda.days[1].sessions[0].label == "Pull"


def test_what_was_done_beats_what_was_planned_and_usual(week: WeekAhead) -> None:
    known = week.but(
        now="2026-11-19 20:00",
        strength=week.deadlifts(*weekly("18:00", 3), "2026-11-19 16:00"),
        planned=(week.intends(STRENGTH, "2026-11-19 18:00"),),
    )
    assert sessions(known.agenda()) == [("Thu", "16:00", Basis.RECORDED)]


def test_what_was_planned_and_not_done_is_gone(week: WeekAhead) -> None:
    known = week.but(
        now="2026-11-19 20:00",
        planned=(
            week.intends(RIDE, "2026-11-17 18:00"),
            week.intends(RIDE, "2026-11-18"),
            week.intends(RIDE, "2026-11-21 10:00", minutes=None),
            week.intends(RIDE, "2026-11-28 10:00"),
        ),
    )
    assert sessions(known.agenda()) == [("Sat", "10:00", Basis.PLANNED)]


def test_a_plan_for_one_day_stands_for_the_whole_week(week: WeekAhead) -> None:
    known = week.but(
        now="2026-11-18 20:00",
        rides=week.long_rides(*weekly("09:30", 5)),
        planned=(week.intends(RIDE, "2026-11-17 18:00"),),
    )
    assert sessions(known.agenda()) == []


def test_a_session_that_has_begun_still_takes_its_time(week: WeekAhead) -> None:
    riding = week.but(
        now="2026-11-16 19:00",
        planned=(week.intends(RIDE, "2026-11-16 18:30", 120),),
        plan=(item("crook_lying_breathing", "TL702"),),
    )
    monday = riding.agenda().days[0]
    assert [f"{entry.start:%H:%M}" for entry in monday.entries] == ["20:40"]


def test_nothing_logged_after_the_moment_of_the_plan_is_known(week: WeekAhead) -> None:
    lifts = week.deadlifts(*weekly("18:00", 3))
    later = week.lift("2026-11-17 07:00", ("Dead bug", None, 10))
    one = week.but(strength=lifts, plan=(item("dead_bug", "TL101"),)).agenda()
    assert week.but(strength=(*lifts, later), plan=(item("dead_bug", "TL101"),)).agenda() == one


@pytest.mark.parametrize("basis", [Basis.PROFILE, Basis.HABITUAL])
def test_desk_hours_are_those_of_the_profile_or_of_measured_habit(
    week: WeekAhead, basis: Basis
) -> None:
    sat = tuple(
        week.sit(f"{day} {start}", f"{day} {end}")
        for day in weekly("", 1)
        for start, end in (("08:00", "12:00"), ("13:00", "16:30"))
    )
    desk = (DESK,) if basis is Basis.PROFILE else ()
    agenda = week.but(postures=sat, desk=desk).agenda()
    hours = [(f"{d.start:%H:%M}-{d.end:%H:%M}", d.basis) for d in agenda.days[1].desk]
    expected = "09:00-17:00" if basis is Basis.PROFILE else "08:00-16:30"
    assert hours == [(expected, basis)]
    assert bool(agenda.days[2].desk) is (basis is Basis.PROFILE)


def test_evenings_on_the_sofa_are_no_desk_hours(week: WeekAhead) -> None:
    sat = tuple(week.sit(f"{day} 20:00", f"{day} 21:30") for day in weekly("", 1))
    assert not any(day.desk for day in week.but(postures=sat).agenda().days)


def test_other_appointments_only_take_time(week: WeekAhead) -> None:
    yoga = week.intends(OTHER, "2026-11-16 19:00", minutes=180, title="Choir")
    busy = week.but(planned=(yoga,), plan=(item("open_book", "TL201"),)).agenda()
    assert busy.days[0].sessions[0].label == "Choir"
    assert not busy.days[0].entries
