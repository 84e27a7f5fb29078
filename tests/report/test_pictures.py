"""What the pictures are drawn from says the same as the figures of the week."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from tests.athlete_log import SOURCE
from tests.report.reviewed_week import BUILD, RECOGNISER, reviewed
from tl_analyzer.analysis import illustrated_report, weekly_report
from tl_analyzer.load.week import Week
from tl_analyzer.log import ActivitySession, Log, PostureInterval, RidePosture
from tl_analyzer.parameters import Parameters
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile
from tl_analyzer.report.drawn_stretches import MOST_A_DAY
from tl_analyzer.report.pictures import Lane, TimelineBar, TimelineDay
from tl_analyzer.report.weekly_report import WeeklyReport


def day(report: WeeklyReport, number: int) -> TimelineDay:
    return report.timeline[number]


def lane(report: WeeklyReport, number: int, wanted: Lane) -> list[TimelineBar]:
    return [bar for bar in day(report, number).bars if bar.lane is wanted]


def clocks(bars: list[TimelineBar]) -> list[tuple[str, str]]:
    return [(bar.start[11:16], bar.end[11:16]) for bar in bars]


def seated(*hours: tuple[str, str]) -> tuple[PostureInterval, ...]:
    return tuple(BUILD.sit(*wall) for wall in hours)


SEATED, STANDING, STOPPED = RidePosture.SEATED, RidePosture.STANDING, RidePosture.STOPPED


def test_desk_then_hoods_then_heavy_pulls() -> None:
    """Thursday: the chair, a ride on the hoods, and the pulls, one after the other on one axis."""
    log = Log(
        postures=seated(("2026-11-12 08:00", "2026-11-12 16:00")),
        rides=(BUILD.ride("2026-11-12 16:10", (SEATED, 95)),),
        strength=(BUILD.lift("2026-11-12 18:00", *[("Deadlift", 150.0, 3)] * 5),),
    )
    report = reviewed(log)
    bars = day(report, 3).bars
    assert [bar.lane for bar in bars] == [Lane.DESK, Lane.RIDE, Lane.LIFT]
    desk, ride, lift = bars
    assert (desk.start, desk.end) == ("2026-11-12T08:00+01:00", "2026-11-12T16:00+01:00")
    assert (ride.label, ride.level) == ("ride, 1 h 35 min, hoods", 0.40)
    assert lift.label == "strength" and lift.level is not None and lift.level > 0.7
    assert desk.flags == ()
    assert "TL302" in ride.flags and "TL402" in lift.flags
    assert all(not day(report, n).bars for n in (0, 1, 2, 4, 5, 6))


def test_a_plain_report_has_no_pictures_and_is_else_the_same() -> None:
    log = Log(rides=(BUILD.ride("2026-11-12 16:10", (SEATED, 95)),))
    profile = Profile.model_validate({"athlete": {"id": "a", "timezone": BUILD.zone}})
    moment = datetime(2026, 11, 16, tzinfo=UTC)
    week = Week.parse("2026-W46", BUILD.zone, moment)
    case = (log, profile, week, moment, parameter_set(), RECOGNISER)
    plain, full = weekly_report(*case), illustrated_report(*case)
    assert plain.timeline == () and plain.calendar is None and plain.flexion_day is None
    bare = {"timeline": (), "calendar": None, "flexion_day": None}
    assert full.timeline and full.calendar and full.flexion_day
    assert full.model_copy(update=bare) == plain


def test_neighbouring_seats_are_one_bar_and_a_real_break_is_seen() -> None:
    log = Log(
        postures=seated(
            ("2026-11-12 08:00", "2026-11-12 09:00"),
            ("2026-11-12 09:02", "2026-11-12 10:00"),
            ("2026-11-12 10:10", "2026-11-12 11:00"),
        )
    )
    assert clocks(lane(reviewed(log), 3, Lane.DESK)) == [("08:00", "10:00"), ("10:10", "11:00")]


def test_improbable_sitting_is_not_drawn() -> None:
    doubtful = BUILD.sit("2026-11-12 08:00", "2026-11-12 10:00", probability=0.4)
    assert not day(reviewed(Log(postures=(doubtful,))), 3).bars


def test_a_day_in_crumbs_is_drawn_more_coarsely() -> None:
    begin = datetime(2026, 11, 12, 7)
    crumbs = [
        (begin + timedelta(minutes=10 * n), begin + timedelta(minutes=10 * n + 5))
        for n in range(90)
    ]
    log = Log(postures=seated(*((f"{a:%F %H:%M}", f"{b:%F %H:%M}") for a, b in crumbs)))
    bars = lane(reviewed(log), 3, Lane.DESK)
    assert 0 < len(bars) <= MOST_A_DAY
    assert (clocks(bars)[0][0], clocks(bars)[-1][1]) == ("07:00", "21:55")


def test_a_ride_is_told_apart_where_its_posture_changes() -> None:
    """A minute out of the saddle is too narrow to see; half an hour, and the stop, are not."""
    ride = BUILD.ride(
        "2026-11-12 09:00",
        (SEATED, 40),
        (STANDING, 1),
        (SEATED, 19),
        (STOPPED, 15),
        (STANDING, 30),
    )
    bars = lane(reviewed(Log(rides=(ride,))), 3, Lane.RIDE)
    assert clocks(bars) == [("09:00", "10:00"), ("10:15", "10:45")]
    hoods, standing = bars
    assert hoods.label == "ride, 1 h 30 min, hoods"
    assert hoods.level == pytest.approx((59 * 0.40 + 1 * 0.10) / 60)
    assert standing.label.endswith("out of the saddle") and standing.level == 0.10


def test_bars_are_cut_at_the_midnights_of_the_athlete() -> None:
    log = Log(
        postures=seated(("2026-11-12 23:00", "2026-11-13 00:30")),
        rides=(BUILD.ride("2026-11-15 23:00", (SEATED, 120)),),
        strength=(BUILD.lift("2026-11-08 23:30", ("Deadlift", 100.0, 5)),),
    )
    report = reviewed(log)
    assert lane(report, 3, Lane.DESK)[0].end == "2026-11-13T00:00+01:00"
    assert clocks(lane(report, 4, Lane.DESK)) == [("00:00", "00:30")]
    # Of what runs over the ends of the week, that part.
    assert clocks(lane(report, 0, Lane.LIFT)) == [("00:00", "00:30")]
    assert lane(report, 6, Lane.RIDE)[0].end == "2026-11-16T00:00+01:00"


@pytest.mark.parametrize(
    ("week", "night", "hours"),
    [("2026-W13", "2026-03-29", 23), ("2026-W43", "2026-10-25", 25)],
)
def test_days_of_other_lengths(week: str, night: str, hours: int) -> None:
    """A night ride over a change of the clocks, and the state of that day."""
    report = reviewed(Log(rides=(BUILD.ride(f"{night} 00:30", (SEATED, 240)),)), week)
    (bar,) = lane(report, 6, Lane.RIDE)
    start, end = map(datetime.fromisoformat, (bar.start, bar.end))
    assert end - start == timedelta(hours=4)
    assert report.flexion_day is not None and report.flexion_day.date == night
    points = [datetime.fromisoformat(point.at) for point in report.flexion_day.points]
    assert points[-1] - points[0] == timedelta(hours=hours)
    assert all(timedelta(0) < b - a <= timedelta(minutes=10) for a, b in pairwise(points))


def test_sessions_with_dates_only_stand_beside_the_axis() -> None:
    log = Log(
        strength=(BUILD.lift("2026-11-12", ("Deadlift", 100.0, 5)),),
        rides=(BUILD.ride("2026-11-13", (SEATED, 60)),),
        activities=(activity("2026-11-14", "2026-11-14 13:00", "trail_running"),),
    )
    report = reviewed(log)
    assert not any(each.bars for each in report.timeline)
    assert [each.untimed for each in report.timeline[3:6]] == [
        ("strength",),
        ("ride, 1 h 00 min",),
        ("trail running",),
    ]


def test_a_session_without_a_length_says_that_it_is_assumed() -> None:
    known = BUILD.lift("2026-11-12 18:00", ("Deadlift", 100.0, 5))
    guessed = BUILD.lift("2026-11-13 18:00", *[("Plank", None, 5)] * 4, duration_s=None)
    report = reviewed(Log(strength=(known, guessed)))
    (told,) = lane(report, 3, Lane.LIFT)
    # Nothing but core work is no lifting.
    (assumed,) = lane(report, 4, Lane.OTHER)
    assert (told.label, told.known) == ("strength", "measured")
    assert (assumed.label, assumed.known) == ("strength, length assumed", "assumed")
    assert assumed.level is None and assumed.start < assumed.end


def test_a_session_ends_with_its_last_timed_set(parameters: Parameters) -> None:
    session = BUILD.lift("2026-11-12 18:00", *[("Deadlift", 100.0, 5)] * 3, duration_s=None)
    timed = [
        each.model_copy(update={"start": BUILD.at(f"2026-11-12 18:{10 * n:02d}")})
        for n, each in enumerate(session.sets)
    ]
    report = reviewed(Log(strength=(session.model_copy(update={"sets": tuple(timed)}),)))
    (bar,) = lane(report, 3, Lane.LIFT)
    last = timedelta(minutes=int(20 + parameters.number("exposure.minutes_per_set")))
    assert datetime.fromisoformat(bar.end) - datetime.fromisoformat(bar.start) == last
    assert (bar.label, bar.known) == ("strength", "measured")


def activity(start: str, end: str, sport: str) -> ActivitySession:
    begin, until = BUILD.at(start), BUILD.at(end)
    return ActivitySession(start=begin, end=until.utc, sport=sport, provenance=SOURCE)


def test_other_movement_and_lifting_without_sets() -> None:
    log = Log(
        activities=(
            activity("2026-11-12 07:00", "2026-11-12 08:00", "trail_running"),
            activity("2026-11-12 18:00", "2026-11-12 19:00", "strength_training"),
        )
    )
    run, lift = day(reviewed(log), 3).bars
    assert (run.lane, run.label, run.level) == (Lane.OTHER, "trail running", None)
    assert (lift.lane, lift.label, lift.level) == (Lane.LIFT, "strength training", None)


def test_a_week_without_anything() -> None:
    report = reviewed(Log())
    assert len(report.timeline) == 7 and not any(each.bars for each in report.timeline)
    assert report.flexion_day is None
    assert report.calendar is not None
    assert {*report.calendar.hinge, *report.calendar.flexion, *report.calendar.pain} == {None}


def test_the_day_of_the_highest_state() -> None:
    log = Log(
        rides=(
            BUILD.ride("2026-11-10 18:00", (SEATED, 30)),
            BUILD.ride("2026-11-14 09:00", (SEATED, 200)),
        )
    )
    report = reviewed(log, bike="aero")
    found = report.flexion_day
    assert found is not None and found.date == "2026-11-14"
    highest = max(found.points, key=lambda point: point.creep_deg)
    assert highest.at == "2026-11-14T12:20+01:00"
    assert highest.creep_deg == pytest.approx(report.channels.flexion.details["state peak [deg]"])
    assert found.points[0].at == "2026-11-14T00:00+01:00"
    assert found.points[-1].at == "2026-11-15T00:00+01:00"
    levels = [mark.creep_deg for mark in found.marks]
    assert levels == sorted(levels) and found.marks[1].words.startswith("as after an hour")


def test_the_state_is_carried_from_the_evening_before() -> None:
    late = BUILD.ride("2026-11-12 21:00", (SEATED, 170))
    long = BUILD.ride("2026-11-13 06:00", (SEATED, 170))
    found = reviewed(Log(rides=(late, long))).flexion_day
    alone = reviewed(Log(rides=(long,))).flexion_day
    assert found is not None and alone is not None
    assert found.date == alone.date == "2026-11-13"
    assert found.points[0].creep_deg > 0.2 and alone.points[0].creep_deg == 0.0
