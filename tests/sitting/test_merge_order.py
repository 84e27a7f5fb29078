"""Many sources, one day: each row of the order in which evidence is merged, as a day."""

from typing import Any

import pytest

from tl_analyzer.log import Observation, Posture, Quality, SittingStyle

ACTIVE, IDLE = Observation.COMPUTER_ACTIVE, Observation.COMPUTER_IDLE
WRIST, STEPS, STAND = Observation.WRIST_STILL, Observation.STEPS, Observation.STAND_TIME
SIT, UP, MOVE = Posture.SITTING, Posture.STANDING, Posture.MOVING


def rows(day: Any, until: str = "24:00") -> list[tuple[str, str, str, float]]:
    return [(p.start, p.end, p.rule, p.p) for p in day.pieces(until)]


def test_a_thigh_sensor_beats_the_computer_and_the_wrist(day: Any) -> None:
    day.see(ACTIVE, "9:00", "10:00").see(WRIST, "9:00", "10:00")
    day.see(Observation.POSTURE_SENSOR, "9:20", "9:40", UP)
    assert rows(day) == [
        ("9:00", "9:20", "computer", 0.8),
        ("9:20", "9:40", "sensor", 0.97),
        ("9:40", "10:00", "computer", 0.8),
    ]


def test_a_recorded_ride_beats_the_computer_it_ran_on_and_the_conflict_is_kept(day: Any) -> None:
    line = day.see(ACTIVE, "9:00", "12:00").ride("10:00", "11:00").line()
    assert [s.minutes for s in line.sitting] == [60, 60]
    assert [s.verdict.conflict for s in line.stretches] == [
        "",
        "a computer in use during a recorded activity",
        "",
    ]


def test_a_saddle_is_no_desk_chair_even_to_a_thigh_sensor(day: Any) -> None:
    day.see(Observation.POSTURE_SENSOR, "10:00", "11:00").ride("10:00", "11:00")
    assert [p.rule for p in day.pieces()] == ["recorded"]


def test_a_traffic_light_is_the_ride_and_a_long_stop_is_open_to_others(day: Any) -> None:
    day.ride("10:00", "12:00", ("10:30", "10:33"), ("11:00", "11:20"))
    day.see(ACTIVE, "9:00", "12:00")
    assert rows(day)[1:4] == [
        ("10:00", "11:00", "recorded", 1.0),
        ("11:00", "11:20", "computer", 0.8),
        ("11:20", "12:00", "recorded", 1.0),
    ]


def test_sleep_takes_away_what_a_watch_calls_sedentary(day: Any) -> None:
    day.see(WRIST, "0:00", "9:00").see(Observation.SLEEP, "0:00", "7:00")
    assert rows(day) == [("0:00", "7:00", "asleep", 0.95), ("7:00", "9:00", "still", 0.65)]


def test_a_usual_night_gives_way_to_somebody_at_the_keyboard(day: Any) -> None:
    day.see(Observation.SLEEP, "0:00", "7:00", quality=Quality.D).see(ACTIVE, "0:00", "1:00")
    assert rows(day)[0] == ("0:00", "1:00", "computer", 0.8)


def test_a_still_night_without_recorded_sleep_is_taken_for_sleep(day: Any) -> None:
    day.see(WRIST, "0:00", "9:00").see(STEPS, "3:00", "3:05")
    assert rows(day) == [
        ("23:00", "3:00", "asleep", 0.7),
        ("3:00", "3:05", "on_feet", 0.95),
        ("3:05", "6:30", "asleep", 0.7),
        ("6:30", "9:00", "still", 0.65),
    ]


def test_an_evening_of_stillness_is_no_night(day: Any) -> None:
    assert rows(day.see(WRIST, "20:00", "22:00")) == [("20:00", "22:00", "still", 0.65)]


def test_steps_are_a_break_of_stillness_and_contradict_a_keyboard(day: Any) -> None:
    day.see(WRIST, "9:00", "9:30").see(STEPS, "9:10", "9:15")
    day.see(ACTIVE, "10:00", "10:30").see(STEPS, "10:10", "10:15")
    assert rows(day) == [
        ("9:00", "9:10", "still", 0.65),
        ("9:10", "9:15", "on_feet", 0.95),
        ("9:15", "9:30", "still", 0.65),
        ("10:00", "10:10", "computer", 0.8),
        ("10:10", "10:15", "on_feet", 0.5),
        ("10:15", "10:30", "computer", 0.8),
    ]
    conflicts = [s.verdict.conflict for s in day.line().stretches if s.verdict.conflict]
    assert conflicts == ["time on the feet while a computer was in use"]


def test_light_movement_at_the_wrist_is_that_of_typing_too(day: Any) -> None:
    day.see(ACTIVE, "9:00", "10:00").see(STEPS, "9:10", "9:20", p=0.6)
    day.see(STEPS, "11:00", "11:10", p=0.6)
    assert rows(day) == [("9:00", "10:00", "computer", 0.8), ("11:00", "11:10", "on_feet", 0.6)]


def test_the_height_of_the_desk_decides_while_somebody_works_at_it(day: Any) -> None:
    height = Observation.DESK_HEIGHT
    day.desk("9:00", "12:00", SittingStyle.SIT_STAND).see(ACTIVE, "9:00", "11:00")
    day.see(height, "9:00", "10:00").see(height, "10:00", "12:00", UP)
    day.see(STEPS, "9:30", "9:35")
    got = day.pieces(until="11:00")
    assert [(p.start, p.end, p.rule, p.posture, p.p) for p in got][:2] == [
        ("9:00", "10:00", "desk_height", SIT, 0.9),
        ("10:00", "11:00", "desk_height", UP, 0.9),
    ]


def test_a_raised_desk_without_anybody_says_nothing(day: Any) -> None:
    assert rows(day.see(Observation.DESK_HEIGHT, "9:00", "10:00", UP)) == []


def test_a_desk_that_may_be_raised_makes_a_computer_say_less(day: Any) -> None:
    day.desk("8:00", "8:30", SittingStyle.SIT_STAND).see(ACTIVE, "9:00", "10:00")
    assert ("9:00", "10:00", "computer", 0.55) in rows(day)


@pytest.mark.parametrize(
    ("back", "rule", "p"),
    [("9:34", "short_pause", 0.7), ("9:40", "pause", 0.45)],
)
def test_a_pause_at_the_computer_goes_by_its_length(
    day: Any, back: str, rule: str, p: float
) -> None:
    day.see(ACTIVE, "9:00", "9:30").see(IDLE, "9:30", back).see(ACTIVE, back, "10:00")
    assert rows(day)[1] == ("9:30", back, rule, p)


def test_a_long_absence_is_unknown_and_within_working_hours_less_likely_than_not(day: Any) -> None:
    day.see(ACTIVE, "9:00", "9:30").see(IDLE, "9:30", "10:30").see(ACTIVE, "10:30", "11:00")
    assert [(p.rule, p.posture) for p in day.pieces()][1] == ("away", Posture.UNKNOWN)
    day.desk("9:00", "11:00")
    assert rows(day)[1] == ("9:30", "10:30", "away", 0.4)


@pytest.mark.parametrize(
    ("beside", "back", "p"),
    [
        (WRIST, "9:40", 0.65),
        (Observation.MEETING, "9:40", 0.6),
        (WRIST, "10:20", 0.6),
        (Observation.MEETING, "10:20", 0.6),
    ],
)
def test_a_still_wrist_or_a_meeting_tips_an_absence(
    day: Any, beside: Observation, back: str, p: float
) -> None:
    day.see(ACTIVE, "9:00", "9:30").see(IDLE, "9:30", back).see(ACTIVE, back, "11:00")
    day.see(beside, "9:30", back)
    assert day.pieces()[1].p == p


def test_a_pause_with_steps_is_no_sitting(day: Any) -> None:
    day.see(ACTIVE, "9:00", "9:30").see(IDLE, "9:30", "9:34").see(ACTIVE, "9:34", "10:00")
    day.see(STEPS, "9:30", "9:34")
    assert day.pieces()[1].posture is MOVE


def test_two_computers_are_one_person(day: Any) -> None:
    day.see(ACTIVE, "9:00", "9:30").see(IDLE, "9:30", "9:50").see(ACTIVE, "9:50", "10:00")
    day.see(ACTIVE, "9:30", "9:48", source="laptop").see(IDLE, "9:48", "10:30", source="laptop")
    assert rows(day)[:3] == [
        ("9:00", "9:30", "computer", 0.8),
        ("9:30", "9:48", "computer", 0.8),
        ("9:48", "9:50", "short_pause", 0.7),
    ]


def test_a_computer_that_is_off_says_nothing(day: Any) -> None:
    day.see(ACTIVE, "9:00", "9:30").see(ACTIVE, "9:34", "10:00")
    assert rows(day) == [("9:00", "9:30", "computer", 0.8), ("9:34", "10:00", "computer", 0.8)]


def test_an_idle_hour_is_likelier_sat_through_and_a_stood_hour_removes_nothing(day: Any) -> None:
    day.see(WRIST, "9:00", "11:00").see(Observation.STAND_HOUR, "9:00", "10:00")
    day.see(Observation.STAND_HOUR, "10:00", "11:00", Posture.UNKNOWN)
    assert rows(day) == [("9:00", "10:00", "still", 0.75), ("10:00", "11:00", "still", 0.65)]


def test_a_meeting_adds_only_where_the_computer_is_silent(day: Any) -> None:
    day.see(Observation.MEETING, "9:00", "10:00").see(ACTIVE, "9:30", "10:00")
    assert rows(day) == [("9:00", "9:30", "meeting", 0.6), ("9:30", "10:00", "computer", 0.8)]


def test_a_timer_turns_nothing_into_work_and_gives_way_to_absence(day: Any) -> None:
    day.see(Observation.TIME_TRACKER, "9:00", "11:00")
    day.see(ACTIVE, "10:00", "10:10").see(IDLE, "10:10", "11:00")
    assert rows(day) == [
        ("9:00", "10:00", "tracker", 0.5),
        ("10:00", "10:10", "computer", 0.8),
        ("10:10", "11:00", "away", 1.0),
    ]


def test_usual_hours_stand_in_for_a_day_nobody_saw(day: Any) -> None:
    assert rows(day.desk("9:00", "17:00")) == [("9:00", "17:00", "usual", 0.78)]


def test_usual_hours_end_with_what_was_seen_of_the_day(day: Any) -> None:
    day.desk("9:00", "17:00").see(ACTIVE, "9:30", "11:00").see(ACTIVE, "12:00", "13:00")
    assert [(p.start, p.end, p.rule) for p in day.pieces()] == [
        ("9:30", "11:00", "computer"),
        ("11:00", "12:00", "usual"),
        ("12:00", "13:00", "computer"),
    ]


def test_out_of_office_turns_plans_and_habits_off_and_nothing_else(day: Any) -> None:
    day.desk("9:00", "17:00").see(Observation.OUT_OF_OFFICE, "0:00", "24:00")
    day.see(Observation.MEETING, "9:00", "10:00").see(ACTIVE, "11:00", "11:30")
    assert [p.rule for p in day.pieces() if p.posture is SIT] == ["computer"]


def test_the_same_evidence_twice_counts_once(day: Any) -> None:
    day.see(ACTIVE, "9:00", "10:00").see(ACTIVE, "9:00", "10:00")
    (piece,) = day.line().stretches
    assert len(piece.verdict.evidence) == 1


def test_equal_sources_that_disagree_are_averaged_and_said(day: Any) -> None:
    sensor = Observation.POSTURE_SENSOR
    day.see(sensor, "9:00", "10:00", p=0.9, source="left")
    day.see(sensor, "9:00", "10:00", UP, p=0.9, source="right")
    (piece,) = day.line().stretches
    assert piece.verdict.probability == pytest.approx(0.5)
    assert piece.verdict.conflict == "posture sensor says sitting and standing at once"


def test_two_programs_of_unlike_worth_are_averaged_never_maximised(day: Any) -> None:
    day.see(ACTIVE, "9:00", "10:00").see(ACTIVE, "9:00", "10:00", p=0.6, source="unlocked")
    assert rows(day) == [("9:00", "10:00", "computer", 0.7)]


def test_nothing_is_assumed_after_now(day: Any) -> None:
    assert rows(day.desk("9:00", "17:00"), until="11:00") == [("9:00", "11:00", "usual", 0.78)]
