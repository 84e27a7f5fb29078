"""Which sessions of a log stand on a timeline, and what of a bucket is taken for ours."""

from datetime import UTC, date, datetime, timedelta
from typing import cast

import pytest

from tl_activitywatch.bucket import Changes, bucket_name, changes, sessions_there, write
from tl_activitywatch.training import Training, period_of, training_of
from tl_analyzer.activitywatch_server import ActivityWatchServer
from tl_analyzer.log import (
    ActivitySession,
    Log,
    PostureBout,
    Provenance,
    RidePosture,
    RideSession,
    StrengthSession,
    StrengthSet,
    When,
)

ZONE = "Europe/Berlin"
MONDAY = date(2026, 11, 9)
BEGUN = datetime(2026, 11, 12, 17, tzinfo=UTC)
PULL = Training(BEGUN, 3600, "lift", "Pull", 3)
SOURCE = Provenance(adapter="test", file="log", digest="")


class Bucket:
    """A bucket in memory, in place of a server."""

    def __init__(self, *events: object) -> None:
        self.held = list(events)

    def events(self, bucket: str) -> list[object]:
        return self.held

    def put_events(self, bucket: str, events: list[object]) -> None:
        self.held += events


def server(bucket: Bucket) -> ActivityWatchServer:
    return cast(ActivityWatchServer, bucket)


def lift(start: When, title: str = "Pull", **more: object) -> StrengthSession:
    done = StrengthSet(exercise="Deadlift", row=1)
    about = {"start": start, "title": title, "sets": (done,), "provenance": SOURCE, **more}
    return StrengthSession.model_validate(about)


def at(text: str) -> When:
    return When(utc=datetime.fromisoformat(text), zone=ZONE)


def week(log: Log) -> tuple[Training, ...]:
    return training_of(log, MONDAY, ZONE).sessions


def test_the_week_is_cut_in_the_athletes_zone() -> None:
    sunday, monday = lift(at("2026-11-08T22:59+00:00")), lift(at("2026-11-08T23:00+00:00"))
    assert [one.start for one in week(Log(strength=(sunday, monday)))] == [monday.start.utc]


def test_a_session_without_a_time_of_day_is_counted_and_left_out() -> None:
    found = training_of(Log(strength=(lift(When.from_date(MONDAY, ZONE)),)), MONDAY, ZONE)
    assert (found.sessions, found.untimed) == ((), 1)


def test_a_length_that_is_not_logged_is_not_made_up() -> None:
    timed = StrengthSet(exercise="Deadlift", row=1, start=at("2026-11-12T17:20:30+00:00"))
    told = lift(at("2026-11-12T17:00+00:00"), sets=(timed,))
    bare = lift(at("2026-11-13T17:00+00:00"))
    assert [one.duration_s for one in week(Log(strength=(told, bare)))] == [1230, 0]


def test_lengths_are_rounded_and_never_made_up_from_odd_clocks() -> None:
    begun = at("2026-11-12T17:00:00+00:00")
    before = StrengthSet(exercise="Deadlift", row=1, start=at("2026-11-12T16:50:00+00:00"))
    day = StrengthSet(exercise="Deadlift", row=1, start=When.from_date(date(2026, 11, 13), ZONE))
    odd = [lift(begun, duration_s=3599.6), lift(begun, sets=(before,)), lift(begun, sets=(day,))]
    assert [week(Log(strength=(one,)))[0].duration_s for one in odd] == [3600, 0, 0]


def test_a_ride_says_whether_it_was_ridden_indoors() -> None:
    start, end = at("2026-11-12T17:00+00:00"), datetime(2026, 11, 12, 18, tzinfo=UTC)
    bout = PostureBout(start=start.utc, end=end, posture=RidePosture.UNKNOWN)
    rides = [
        RideSession(
            start=start, end=end, elapsed_s=3600, moving_s=3600, indoor=indoor, bouts=(bout,),
            provenance=SOURCE,
        )
        for indoor in (None, False, True)
    ]  # fmt: skip
    titles = [one.title for one in week(Log(rides=tuple(rides)))]
    assert titles == ["Ride", "Ride", "Ride, indoors"]


def test_lifting_that_a_watch_recorded_is_a_lift_and_a_walk_is_not() -> None:
    start, end = at("2026-11-12T17:00+00:00"), datetime(2026, 11, 12, 18, tzinfo=UTC)
    walk, gym = (
        ActivitySession(start=start, end=end, sport=sport, provenance=SOURCE)
        for sport in ("walking", "strength_training")
    )
    assert week(Log(activities=(walk, gym))) == (Training(BEGUN, 3600, "lift", "Strength"),)


@pytest.mark.parametrize(
    ("title", "written"),
    [("", "Strength"), ("\x1b[2J \u202eheavy\n", "[2J heavy"), ("x" * 500, "x" * 120)],
)
def test_foreign_titles_are_one_harmless_line(title: str, written: str) -> None:
    (one,) = week(Log(strength=(lift(at("2026-11-12T17:00+00:00"), title),)))
    assert one.title == written


def compared(wanted: tuple[Training, ...], bucket: Bucket) -> Changes:
    there = sessions_there(server(bucket), "ours", "anna")
    return changes(wanted, there, period_of(MONDAY, ZONE))


def event(number: object = 1, **more: object) -> dict[str, object]:
    data = {"title": "Pull", "sport": "lift", "athlete": "anna", "sets": 3}
    stamp = "2026-11-12T17:00:00+00:00"
    return {"id": number, "timestamp": stamp, "duration": 3600.0, "data": data, **more}


def test_what_is_there_is_the_same_and_twins_are_two() -> None:
    twins = (PULL, PULL)
    assert compared(twins, Bucket(event(1), event(2))).same == twins
    one_new = compared(twins, Bucket(event(1)))
    assert (one_new.same, one_new.new) == ((PULL,), (PULL,))


def test_events_of_other_weeks_are_not_missed() -> None:
    before = event(timestamp="2026-11-08T22:59:00+00:00")
    inside = event(timestamp="2026-11-08T23:00:00+00:00")
    after = event(timestamp="2026-11-15T23:00:00+00:00")
    assert len(compared((PULL,), Bucket(before, inside, after)).gone) == 1


def test_a_clock_change_within_the_week_moves_its_end() -> None:
    begin, end = period_of(date(2026, 10, 19), ZONE)
    assert end.astimezone(UTC) - begin.astimezone(UTC) == timedelta(days=7, hours=1)
    last = lift(at("2026-10-25T22:59+00:00"))
    assert len(training_of(Log(strength=(last,)), date(2026, 10, 19), ZONE).sessions) == 1
    there = sessions_there(server(Bucket(event(timestamp="2026-10-25T22:59:00Z"))), "ours", "anna")
    assert len(changes((), there, (begin, end)).gone) == 1


def test_what_a_server_keeps_a_hair_short_is_the_same_and_counts_are_numbers() -> None:
    assert compared((PULL,), Bucket(event(duration=3599.999999))).same == (PULL,)
    data = {"title": "Pull", "sport": "lift", "athlete": "anna", "sets": "\x1b[2Jmany"}
    (stays,) = compared((), Bucket(event(data=data))).gone
    assert stays.sets is None


@pytest.mark.parametrize(
    "strange",
    [
        None,
        [],
        event(number="x"),
        event(timestamp="soon"),
        event(timestamp="2026-11-12T17:00:00"),
        event(timestamp="9999-12-31T23:59:59-14:00"),
        event(timestamp=0),
        event(duration="long"),
        event(duration=float("nan")),
        event(duration=10**400),
        event(data=None),
        event(data={"title": "Pull"}),
        event(data={"title": "Pull", "sport": "lift", "athlete": "bea"}),
    ],
)
def test_events_that_are_no_session_of_the_athlete_are_passed_by(strange: object) -> None:
    assert compared((PULL,), Bucket(strange)) == Changes(
        new=(PULL,), corrected=(), same=(), gone=()
    )


def test_a_correction_keeps_the_number_of_its_event() -> None:
    bucket = Bucket(event(7, duration=60))
    write(server(bucket), "ours", "anna", compared((PULL,), bucket))
    assert bucket.held[1] == event(7, duration=3600)


def test_nothing_is_sent_without_a_change() -> None:
    bucket = Bucket(event())
    write(server(bucket), "ours", "anna", compared((PULL,), bucket))
    assert bucket.held == [event()]


def test_the_name_of_a_bucket_is_safe_in_an_address() -> None:
    assert bucket_name("Anna's PC/2") == "tl-analyzer_Anna-s-PC-2"
