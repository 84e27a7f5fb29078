"""Work stands where it belongs, and what does not fit is said."""

from tests.agenda.week_ahead import DESK, WeekAhead, at, clocks, days_of, flag, item, weekly
from tl_analyzer.advice.catalogue import catalogue
from tl_analyzer.advice.exercise import Place
from tl_analyzer.agenda.agenda import Status
from tl_analyzer.finding import Channel
from tl_analyzer.log import PlannedSport

RIDE, STRENGTH = PlannedSport.RIDE, PlannedSport.STRENGTH


def test_work_before_lifting_leads_into_it_with_the_movement_last(week: WeekAhead) -> None:
    lifter = week.but(
        strength=week.deadlifts(*weekly("18:00"), *weekly("18:00", 3)),
        plan=(
            item("hip_hinge_drill", "TL101", per_week=2),
            item("dead_bug", "TL101", per_week=2),
            item("cat_camel", "TL101", per_week=2),
        ),
    )
    agenda = lifter.agenda()
    thursday = agenda.days[3]
    assert clocks(at(thursday, "hip_hinge_drill")) == "17:57-18:00"
    assert clocks(at(thursday, "dead_bug")) == "17:53-17:57"
    assert clocks(at(thursday, "cat_camel")) == "17:51-17:53"
    assert days_of(agenda, "dead_bug") == ["Mon", "Thu"]
    assert not agenda.left_over


def test_between_desk_and_bar_begins_after_the_desk(week: WeekAhead) -> None:
    lifter = week.but(
        strength=week.deadlifts(*weekly("17:15", 3), *weekly("10:00", 5)),
        desk=(DESK,),
        plan=(item("desk_to_training_reset", "TL401"),),
    )
    agenda = lifter.agenda()
    entry = at(agenda.days[3], "desk_to_training_reset")
    assert clocks(entry) == "17:11-17:15"
    assert entry.place == "between desk and bar"
    assert days_of(agenda, "desk_to_training_reset") == ["Thu"]
    (left,) = agenda.left_over
    assert (left.wanted, left.placed) == (3, 1)
    assert left.reason == "no lifting after desk hours expected on Mon to Wed and Fri to Sun"


def test_a_desk_that_reaches_up_to_the_bar_leaves_no_room(week: WeekAhead) -> None:
    lifter = week.but(
        strength=week.deadlifts(*weekly("17:00", 3)),
        desk=(DESK,),
        plan=(item("desk_to_training_reset", "TL401", per_week=1),),
    )
    (left,) = lifter.agenda().left_over
    assert "no free time at its place on Thu" in left.reason


def test_work_after_a_ride_waits_until_things_are_put_away(week: WeekAhead) -> None:
    rider = week.but(
        rides=week.long_rides(*weekly("09:00", 5)), plan=(item("sphinx", "TL301", per_week=1),)
    )
    entry = at(rider.agenda().days[5], "sphinx")
    assert (clocks(entry), entry.place) == ("10:40-10:43", "after the ride")


def test_an_untimed_session_gets_its_work_without_a_clock(week: WeekAhead) -> None:
    lifter = week.but(
        strength=week.deadlifts(*weekly("", 3)),
        plan=(item("hip_hinge_drill", "TL101", per_week=1),),
    )
    entry = at(lifter.agenda().days[3], "hip_hinge_drill")
    assert (entry.start, entry.end, entry.place) == (None, None, "before lifting")


def test_evening_work_stands_in_the_evening_and_a_late_session_moves_it(week: WeekAhead) -> None:
    rider = week.but(
        rides=week.long_rides(*weekly("18:30", 1)), plan=(item("crook_lying_breathing", "TL702"),)
    )
    agenda = rider.agenda()
    assert clocks(at(agenda.days[0], "crook_lying_breathing")) == "19:00-19:03"
    assert clocks(at(agenda.days[1], "crook_lying_breathing")) == "20:10-20:13"
    assert len(days_of(agenda, "crook_lying_breathing")) == 7


def test_stability_work_leaves_a_day_between(week: WeekAhead) -> None:
    assert days_of(week.but(plan=(item("dead_bug", "TL502"),)).agenda(), "dead_bug") == [
        "Mon",
        "Wed",
        "Fri",
    ]
    friday = week.but(plan=(item("dead_bug", "TL502"),), now="2026-11-20 08:00").agenda()
    assert days_of(friday, "dead_bug") == ["Fri", "Sun"]
    (left,) = friday.left_over
    assert "Sat is kept free, to leave a day between" in left.reason
    assert "Mon to Thu are over already" in left.reason


def test_no_day_holds_more_than_its_minutes(week: WeekAhead) -> None:
    short = week.but(
        minutes=5, plan=(item("crook_lying_breathing", "TL702"), item("open_book", "TL201"))
    )
    agenda = short.agenda()
    assert {day.minutes for day in agenda.days} == {3}
    (left,) = agenda.left_over
    assert left.key == "open_book"
    assert left.reason == "the minutes of the day are taken in the whole week"


def test_what_was_done_this_week_counts(week: WeekAhead) -> None:
    done = week.but(
        now="2026-11-17 12:00",
        strength=(week.lift("2026-11-16 18:00", ("Dead bug", None, 10)),),
        plan=(item("dead_bug", "TL502"),),
    )
    agenda = done.agenda()
    assert agenda.days[0].done == ("Dead bug",)
    assert days_of(agenda, "dead_bug") == ["Wed", "Fri"]
    assert not agenda.left_over


def test_today_begins_now(week: WeekAhead) -> None:
    today = week.but(now="2026-11-16 20:32", plan=(item("crook_lying_breathing", "TL702"),))
    assert clocks(at(today.agenda().days[0], "crook_lying_breathing")) == "20:35-20:38"
    late = week.but(now="2026-11-16 21:59", plan=(item("crook_lying_breathing", "TL702"),))
    assert days_of(late.agenda(), "crook_lying_breathing")[0] == "Tue"


def test_a_change_of_load_stands_beside_the_lifts_it_changes(week: WeekAhead) -> None:
    press = tuple(
        week.lift(wall, *[("Overhead Press", 50.0, 5)] * 3) for wall in weekly("18:00", 1)
    )
    lifter = week.but(
        strength=(*week.deadlifts(*weekly("18:00", 3)), *press),
        rides=week.long_rides(*weekly("09:00", 5)),
        plan=(item("drop_a_top_set", "TL101"), item("trim_overhead", "TL201")),
        flags=(flag("TL101"), flag("TL201", Channel.OVERHEAD)),
    )
    agenda = lifter.agenda()
    beside = {f"{d.day:%a}": s.notes for d in agenda.days for s in d.sessions}
    assert beside == {"Tue": ("trim_overhead",), "Thu": ("drop_a_top_set",), "Sat": ()}
    assert [note.key for note in agenda.notes] == ["drop_a_top_set", "trim_overhead"]
    assert not any(day.entries for day in agenda.days)


def test_splitting_the_long_ride_stands_beside_the_ride_that_was_long(week: WeekAhead) -> None:
    rider = week.but(
        rides=week.long_rides(*weekly("18:00", 1), *weekly("09:00", 5)),
        plan=(item("split_the_long_ride", "TL301"), item("standing_breaks_on_the_bike", "TL301")),
        flags=(flag("TL301", Channel.FLEXION, when=("2026-11-14T09:00+01:00",)),),
    )
    tuesday, saturday = (rider.agenda().days[n].sessions[0].notes for n in (1, 5))
    assert tuesday == ("standing_breaks_on_the_bike",)
    assert saturday == ("split_the_long_ride", "standing_breaks_on_the_bike")


def test_what_belongs_to_no_session_is_for_the_week(week: WeekAhead) -> None:
    plan = (item("have_it_examined", "TL701"), item("drop_a_top_set", "TL101"))
    agenda = week.but(plan=plan, flags=(flag("TL101"),)).agenda()
    assert agenda.for_the_week == ("have_it_examined", "drop_a_top_set")


def test_breaks_at_the_desk_come_back_through_its_hours(week: WeekAhead) -> None:
    desk = week.but(desk=(DESK,), plan=(item("desk_breaks", "TL305"),))
    entry = at(desk.agenda().days[0], "desk_breaks")
    assert (clocks(entry), entry.every_min, entry.minutes) == ("09:30-17:00", 30, 0)
    assert len(days_of(desk.agenda(), "desk_breaks")) == 5
    at_noon = desk.but(now="2026-11-16 12:10").agenda()
    assert clocks(at(at_noon.days[0], "desk_breaks")) == "12:30-17:00"
    homeless = week.but(plan=(item("desk_breaks", "TL305"),)).agenda()
    assert homeless.for_the_week == ("desk_breaks",)


def test_a_chair_is_set_up_once(week: WeekAhead) -> None:
    desk = week.but(desk=(DESK,), plan=(item("supported_sitting", "TL305"),)).agenda()
    assert [d.desk[0].notes for d in desk.days[:2]] == [("supported_sitting",), ()]


def test_nothing_is_added_to_a_week_without_flags(week: WeekAhead) -> None:
    agenda = week.but(strength=week.deadlifts(*weekly("18:00", 3))).agenda()
    assert agenda.status is Status.KEEP
    assert "keep what you do" in agenda.message
    assert agenda.days[3].sessions and not any(day.entries for day in agenda.days)


def test_care_comes_before_any_plan(week: WeekAhead) -> None:
    signs = week.feels("2026-11-13", "saddle_numbness")
    agenda = week.but(check_ins=(signs,), plan=(item("dead_bug", "TL101"),)).agenda()
    assert agenda.status is Status.REFERRAL
    assert agenda.referral and agenda.referral.level == "emergency"
    assert agenda.message == agenda.referral.message
    assert not (agenda.days or agenda.notes or agenda.left_over)


def test_a_week_that_is_over_is_not_planned_any_more(week: WeekAhead) -> None:
    agenda = week.but(now="2026-11-25 08:00", plan=(item("dead_bug", "TL101"),)).agenda()
    assert agenda.status is Status.OVER
    assert all(day.over for day in agenda.days)
    assert not any(day.entries for day in agenda.days) and not agenda.left_over


def test_the_morning_follows_the_rising_time(week: WeekAhead) -> None:
    busy = {"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}
    desk = {**busy, "start": "09:00:00", "end": "23:00:00"}
    plan = (item("cat_camel", "TL502"),)
    agenda = week.but(desk=(desk,), plan=plan).agenda()
    assert clocks(at(agenda.days[1], "cat_camel")) == "07:00-07:02"
    unknown = week.but(desk=(desk,), plan=plan, rises=None).agenda()
    assert clocks(at(unknown.days[1], "cat_camel")) == "07:30-07:32"
    assert any("Rising time is not known" in words for words in unknown.assumptions)


def test_who_trains_before_the_assumed_hour_prepares_before_it_too(week: WeekAhead) -> None:
    early = week.but(
        planned=(week.intends(STRENGTH, "2026-11-17 06:30"),),
        plan=(item("hip_hinge_drill", "TL101"),),
        rises=None,
    )
    assert clocks(at(early.agenda().days[1], "hip_hinge_drill")) == "06:27-06:30"
    assert not days_of(early.but(rises="06:30:00").agenda(), "hip_hinge_drill")


def test_breaks_that_come_back_are_breaks_at_the_desk() -> None:
    again = {key for key, entry in catalogue().exercises.items() if entry.every_min}
    assert again == {"desk_breaks", "sit_stand_alternation", "posture_changes"}
    for key in again:
        assert catalogue().exercises[key].place is Place.AT_THE_DESK
