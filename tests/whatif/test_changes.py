"""What each change does to a log, and what it leaves alone."""

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.log import Log, PositionEvidence, RidePosture, RideSession
from tl_analyzer.whatif.change import ChangeError

if TYPE_CHECKING:
    from tests.whatif.conftest import Athlete

MONDAY = "2026-11-09"


def exercises(log: Log, day: str = "") -> Counter[str]:
    """Sets by exercise, of the week under review or of one of its days."""
    return Counter(
        s.exercise
        for session in log.strength
        for s in session.sets
        if (local := session.start.local.date().isoformat()) >= MONDAY and (not day or local == day)
    )


def minutes(ride: RideSession, posture: RidePosture) -> float:
    return sum(b.minutes for b in ride.bouts if b.posture is posture)


@pytest.mark.parametrize(
    "text",
    [
        "skip sat",
        "skip thu:overhead press",
        "swap deadlift>trap bar deadlift",
        "stand 1/10",
        "move sat>sun",
        "walk 10",
        "drop 3",
        "lighter 10%",
    ],
)
def test_other_weeks_and_the_log_itself_stay_as_they_are(
    athlete: "Athlete", heavy_week: Log, text: str
) -> None:
    kept = heavy_week.model_copy(deep=True)
    changed = athlete.changed(heavy_week, text)
    assert changed != heavy_week == kept
    assert changed.strength[: len(athlete.usual())] == athlete.usual()


def test_skip_a_day(athlete: "Athlete", heavy_week: Log) -> None:
    changed = athlete.changed(heavy_week, "skip sat")
    assert not exercises(changed, "2026-11-14")
    assert exercises(changed, "2026-11-12") == exercises(heavy_week, "2026-11-12")
    assert {b.posture for b in changed.rides[1].bouts} == {RidePosture.STOPPED}
    assert changed.rides[0] == heavy_week.rides[0]


def test_skip_a_part_of_a_day(athlete: "Athlete", heavy_week: Log) -> None:
    without_ride = athlete.changed(heavy_week, "skip sat:ride")
    assert without_ride.strength == heavy_week.strength
    assert without_ride.rides != heavy_week.rides
    without_lifting = athlete.changed(heavy_week, "skip sat:lifting")
    assert without_lifting.rides == heavy_week.rides
    assert not exercises(without_lifting, "2026-11-14")


@pytest.mark.parametrize("name", ["deadlift", "Kreuzheben", "deadlift (BARBELL)"])
def test_skip_an_exercise_means_that_lift_in_any_words(
    athlete: "Athlete", heavy_week: Log, name: str
) -> None:
    changed = athlete.changed(heavy_week, f"skip sat:{name}")
    assert exercises(changed, "2026-11-14") == {"Romanian Deadlift": 1}


def test_part_of_a_name_will_do_where_no_lift_is_meant(athlete: "Athlete") -> None:
    log = Log(strength=(athlete.lift("2026-11-12 17:00", ("Zorko lift II", 20, 5)),))
    assert not exercises(athlete.changed(log, "skip thu:zorko"))


def test_a_misspelt_name_is_answered_with_the_nearest(athlete: "Athlete") -> None:
    log = Log(strength=(athlete.lift("2026-11-12 17:00", ("Zorko lift II", 20, 5)),))
    with pytest.raises(ChangeError, match="no sets of 'zorkolft 2'") as raised:
        athlete.changed(log, "skip thu:zorkolft 2")
    assert raised.value.hint == "Did you mean 'Zorko lift II'?"


def test_another_implement_is_another_exercise(athlete: "Athlete", heavy_week: Log) -> None:
    with pytest.raises(ChangeError):
        athlete.changed(heavy_week, "skip thu:dumbbell overhead press")


@pytest.mark.parametrize(
    ("text", "said", "hint"),
    [
        ("skip wed", "no training on Wed", "Tue 2026-11-10, Thu 2026-11-12, Sat 2026-11-14"),
        ("skip thu:ride", "no ride on Thu", "Thu 2026-11-12"),
        ("skip thu:leg press", "leg press", "Deadlift (Barbell)"),
        ("swap bench press>squat", "bench press", "Overhead Press (Barbell)"),
        ("swap deadlift>blargh", "'blargh' is not recognised", "tl exercises"),
        ("swap deadlift>dumbbell deadlift", "one hand", "@0.5"),
        ("drop 500", "fewer than 500", "fewer"),
        ("lighter 10%:squat", "squat", "Deadlift"),
        ("move wed>thu", "no training on Wed", "Thu"),
    ],
)
def test_nothing_to_change_is_said(
    athlete: "Athlete", heavy_week: Log, text: str, said: str, hint: str
) -> None:
    with pytest.raises(ChangeError) as raised:
        athlete.changed(heavy_week, text)
    assert said in str(raised.value)
    assert hint in raised.value.hint


@pytest.mark.parametrize("text", ["stand 1/10", "walk 10", "lighter 10%", "drop 1", "skip mon"])
def test_an_empty_week_has_nothing_to_change(athlete: "Athlete", text: str) -> None:
    with pytest.raises(ChangeError):
        athlete.changed(Log(strength=athlete.usual()), text)


def test_swap_renames_the_lift_and_keeps_the_load(athlete: "Athlete", heavy_week: Log) -> None:
    changed = athlete.changed(heavy_week, "swap deadlift>trap bar deadlift")
    assert exercises(changed) == {
        "trap bar deadlift": 10,
        "Overhead Press (Barbell)": 3,
        "Romanian Deadlift": 1,
    }
    assert [s.weight for s in changed.strength[-1].sets] == [
        s.weight for s in heavy_week.strength[-1].sets
    ]


def test_swap_may_scale_the_load(athlete: "Athlete", heavy_week: Log) -> None:
    weight = athlete.changed(heavy_week, "swap deadlift>rdl@0.5").strength[-1].sets[0].weight
    assert weight is not None
    assert weight.kg == pytest.approx(65.0)


def test_stand_rebuilds_the_rides_and_measures_them(athlete: "Athlete", heavy_week: Log) -> None:
    short, long = athlete.changed(heavy_week, "stand 1/10").rides
    assert minutes(long, RidePosture.STOPPED) == 10
    # 190 minutes hold 19 turns; the one from 100 to 110 minutes is the stop.
    assert minutes(long, RidePosture.STANDING) == pytest.approx(18)
    # The ride's own two minutes from 40 on, and six turns of which none falls on them.
    assert minutes(short, RidePosture.STANDING) == pytest.approx(8)
    for ride in (short, long):
        assert ride.position_evidence is PositionEvidence.EVENTS
        assert sum(b.minutes for b in ride.bouts) * 60 == pytest.approx(ride.elapsed_s)
        assert all(a.end == b.start for a, b in zip(ride.bouts, ride.bouts[1:], strict=False))


def test_move_takes_rides_sets_and_bouts_along(athlete: "Athlete", heavy_week: Log) -> None:
    changed = athlete.changed(heavy_week, "move sat>sun:10:30")
    lift, ride = changed.strength[-1], changed.rides[-1]
    assert ride.start == athlete.at("2026-11-15 10:30")
    assert ride.bouts[0].start == ride.start.utc
    assert ride.bouts[-1].end == ride.end
    assert lift.start == athlete.at("2026-11-15 14:30")


def test_moving_keeps_the_log_in_time_order(athlete: "Athlete", heavy_week: Log) -> None:
    changed = athlete.changed(heavy_week, "move sat:lifting>mon")
    starts = [s.start.utc for s in changed.strength]
    assert starts == sorted(starts)
    assert changed.rides == heavy_week.rides


def test_a_bare_date_may_be_given_a_time(athlete: "Athlete") -> None:
    log = Log(strength=(athlete.lift("2026-11-12", ("Deadlift", 100, 5)),))
    assert athlete.changed(log, "move thu>fri").strength[0].start == athlete.at("2026-11-13")
    timed = athlete.changed(log, "move thu>fri:19:00").strength[0].start
    assert timed == athlete.at("2026-11-13 19:00")


def test_nothing_is_moved_out_of_the_week(athlete: "Athlete", heavy_week: Log) -> None:
    with pytest.raises(ChangeError, match="leave the week"):
        athlete.changed(heavy_week, "move sat>sun:21:00")


def test_a_walk_comes_between_chair_and_bar(athlete: "Athlete", heavy_week: Log) -> None:
    (walk,) = athlete.changed(heavy_week, "walk 15").activities
    assert walk.start.utc == athlete.at("2026-11-12 16:55").utc
    assert walk.end == athlete.at("2026-11-12 17:10").utc


def test_no_walk_where_something_else_came_between(athlete: "Athlete") -> None:
    log = Log(
        strength=(athlete.lift("2026-11-12 18:10", ("Deadlift", 100, 5)),),
        rides=(athlete.ride("2026-11-12 17:10", (RidePosture.SEATED, 55)),),
        postures=(athlete.sit("2026-11-12 13:00", "2026-11-12 17:05"),),
    )
    (walk,) = athlete.changed(log, "walk 10").activities
    assert walk.end == log.rides[0].start.utc


def test_drop_takes_the_hardest_and_of_equals_the_last(athlete: "Athlete", heavy_week: Log) -> None:
    one = athlete.changed(heavy_week, "drop 1")
    assert exercises(one, "2026-11-12") == exercises(heavy_week, "2026-11-12")
    assert [s.row for s in one.strength[-1].sets] == [2, 3, 4, 5, 7]
    assert exercises(athlete.changed(heavy_week, "drop 10")) == {
        "Overhead Press (Barbell)": 3,
        "Romanian Deadlift": 1,
    }


def test_lighter_leaves_body_weight_alone(athlete: "Athlete") -> None:
    log = Log(
        strength=(athlete.lift("2026-11-12 17:00", ("Deadlift", 100, 5), ("Pull Up", None, 5)),)
    )
    pull, hang = athlete.changed(log, "lighter 10%").strength[0].sets
    assert pull.weight is not None
    assert pull.weight.kg == pytest.approx(90.0)
    assert hang == log.strength[0].sets[1]


def test_what_was_skipped_is_no_training_for_the_next_change(
    athlete: "Athlete", heavy_week: Log
) -> None:
    with pytest.raises(ChangeError):
        athlete.changed(heavy_week, "skip sat", "skip sat")
