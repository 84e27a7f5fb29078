"""Tables of a Fitbit or Google Health takeout."""

from typing import TYPE_CHECKING

from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    Entry,
    Observation,
    Posture,
    PostureInterval,
    RidePosture,
    RideSession,
)
from tl_wearable import GoogleHealthAdapter

if TYPE_CHECKING:
    from tests.wearable.conftest import Read

ADAPTER = GoogleHealthAdapter()
PERIODS = "start time,end time,data source\n"
LEVELS = "timestamp,level,data source\n"
STEPS = "timestamp,steps,data source\n"
WEIGHTS = "timestamp,weight grams,data source\n"


def outline(entries: list[Entry]) -> list[tuple[str, str, Posture, float]]:
    """Start and end as clocks in UTC, posture and probability."""
    return [
        (f"{e.start.utc:%H:%M}", f"{e.end:%H:%M}", e.posture, e.probability)
        for e in entries
        if isinstance(e, PostureInterval)
    ]


def test_periods_without_movement_speak_for_sitting(read: "Read") -> None:
    content = PERIODS + "2026-11-09T08:04:00Z,2026-11-09T09:11:00Z,Charge 6\n"
    (entry,), problems, _ = read(ADAPTER, content, "sedentary_period_2026-11-01.csv")
    assert isinstance(entry, PostureInterval)
    assert (entry.posture, entry.probability) == (Posture.SITTING, 0.65)
    assert (entry.quality.value, entry.observation) == ("B", Observation.WRIST_STILL)
    assert problems == []


def test_what_came_back_from_health_connect_is_set_aside(read: "Read") -> None:
    row = "2026-11-09T08:04:00Z,2026-11-09T09:11:00Z,"
    content = PERIODS + f"{row}Watch Health Connect\n{row}Charge 6\n{row}Charge 6\n"
    entries, _, tally = read(ADAPTER, content, "sedentary_period_2026-11-01.csv")
    assert len(entries) == 1
    assert tally.set_aside == (("duplicate", 1), ("round trip through Health Connect", 1))


def test_names_of_devices_are_never_copied(read: "Read") -> None:
    content = (
        PERIODS + "soon,later,Annas Charge\n2026-11-09T08:04Z,2026-11-09T09:11Z,Annas Charge\n"
    )
    entries, problems, _ = read(ADAPTER, content, "sedentary_period_2026-11-01.csv")
    assert len(entries) == len(problems) == 1
    assert "Anna" not in repr(entries) + repr(problems)


def test_a_level_holds_until_the_next(read: "Read") -> None:
    rows = (
        "2026-11-09T09:11:00Z,VERY_ACTIVE,A\n2026-11-09T08:04:00Z,SEDENTARY,A\n"
        "2026-11-09T08:30:00Z,SEDENTARY,A\n2026-11-09T09:20:00Z,SEDENTARY,A\n"
    )
    entries, _, tally = read(ADAPTER, LEVELS + rows, "a.csv")
    assert outline(entries) == [
        ("08:04", "09:11", Posture.SITTING, 0.65),
        ("09:11", "09:20", Posture.MOVING, 0.9),
    ]
    assert tally.set_aside == (("level without a known end", 1),)


def test_a_level_does_not_hold_while_nothing_is_seen(read: "Read") -> None:
    rows = "2026-11-09T08:00:00Z,SEDENTARY,A\n2026-11-09T20:00:00Z,SEDENTARY,A\n"
    entries, _, tally = read(ADAPTER, LEVELS + rows, "a.csv")
    assert (entries, tally.set_aside) == ([], (("level without a known end", 2),))


def test_levels_of_two_devices_do_not_end_each_other(read: "Read") -> None:
    rows = (
        "2026-11-09T08:00:00Z,SEDENTARY,A\n2026-11-09T08:10:00Z,VERY_ACTIVE,B\n"
        "2026-11-09T08:20:00Z,SEDENTARY,B\n2026-11-09T08:30:00Z,VERY_ACTIVE,A\n"
    )
    entries, _, _ = read(ADAPTER, LEVELS + rows, "a.csv")
    assert [(start, end) for start, end, *_ in outline(entries)] == [
        ("08:00", "08:30"),
        ("08:10", "08:20"),
    ]


def test_minutes_at_a_walking_rate_are_walking(read: "Read") -> None:
    rows = "".join(f"2026-11-09T08:0{m}:00Z,{n},A\n" for m, n in enumerate((29, 30, 88, 0, 45)))
    entries, _, tally = read(ADAPTER, STEPS + rows, "a.csv")
    assert outline(entries) == [
        ("08:01", "08:03", Posture.MOVING, 0.9),
        ("08:04", "08:05", Posture.MOVING, 0.9),
    ]
    assert tally.set_aside == (("below a walking rate", 2),)


def test_steps_of_two_devices_are_not_added(read: "Read") -> None:
    rows = "2026-11-09T08:00:00Z,20,Watch\n2026-11-09T08:00:10.5Z,20,Phone\n"
    entries, _, _ = read(ADAPTER, STEPS + rows, "a.csv")
    assert entries == []


def test_weights_are_grams(read: "Read") -> None:
    rows = "2026-11-09T06:00:00Z,71400,A\n2026-11-09T06:00:00Z,71400,B\n2026-11-10T06:00:00Z,71,A\n"
    (mass,), (problem,), tally = read(ADAPTER, WEIGHTS + rows, "weight.csv")
    assert isinstance(mass, BodyMass)
    assert mass.mass.kg == 71.4
    assert "grams" in problem.expected
    assert (tally.read, tally.refused, tally.set_aside) == (1, 1, (("duplicate", 1),))


def test_nights_lie_down(read: "Read") -> None:
    content = (
        "sleep_id,sleep_type,sleep_start,sleep_end\n"
        "1,STAGES,2026-11-09T21:32:30Z,2026-11-10T04:58:30Z\n"
    )
    (night,), _, _ = read(ADAPTER, content, "UserSleeps_2026-11-01.csv")
    assert isinstance(night, PostureInterval)
    assert (night.posture, night.observation) == (Posture.LYING, Observation.SLEEP)


def test_exercises_by_name(read: "Read") -> None:
    content = (
        "exercise_id,exercise_start,exercise_end,activity_name\n"
        "1,2026-11-09T16:00:00Z,2026-11-09T17:10:00Z,Spinning\n"
        "2,2026-11-10T16:00:00Z,2026-11-10T17:10:00Z,Weights\n"
        "3,2026-11-11T16:00:00Z,2026-11-11T17:10:00Z,Dance with Bob\n"
    )
    (ride, lift, other), _, _ = read(ADAPTER, content, "UserExercises_2026-11-01.csv")
    assert isinstance(ride, RideSession)
    assert (ride.sub_sport, ride.indoor, ride.elapsed_s) == ("spin", True, 4200)
    assert [b.posture for b in ride.bouts] == [RidePosture.UNKNOWN]
    assert isinstance(lift, ActivitySession)
    assert isinstance(other, ActivitySession)
    assert (lift.sport, other.sport) == ("strength_training", "generic")


def test_other_measures_are_counted_by_name(read: "Read") -> None:
    content = "timestamp,beats per minute,data source\n" + "2026-11-09T08:00:00Z,61,A\n" * 5
    entries, problems, tally = read(ADAPTER, content, "heart_rate_2026-11-09.csv")
    assert (entries, problems) == ([], [])
    assert tally.set_aside == (("other measure", 5),)


def test_a_file_without_data_is_empty_by_nature(read: "Read") -> None:
    entries, problems, tally = read(ADAPTER, "no data", "Glucose 202611.csv")
    assert (entries, problems, tally.read, tally.refused) == ([], [], 0, 0)
