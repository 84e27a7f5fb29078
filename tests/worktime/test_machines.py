"""Computers, editors and desks: shares, runs and states."""

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.column_map import ColumnMap
from tl_analyzer.log import Clock, Observation, Quality
from tl_worktime import DeskHeightAdapter, RescueTimeAdapter, WakaTimeAdapter, WindowsLockAdapter

if TYPE_CHECKING:
    from tests.worktime.conftest import Read

RESCUE = "Date,Time Spent (seconds),Number of People,Activity,Category,Productivity\n"
HEIGHTS = "entity_id,state,last_changed\n"
LOCKS = "TimeCreated,Id\n"


def buckets(*rows: tuple[str, object]) -> str:
    return RESCUE + "".join(f"2026-05-04T{at}:00,{s},1,secret,c,1\n" for at, s in rows)


def heights(*rows: tuple[str, object], entity: str = "sensor.desk_height") -> str:
    return HEIGHTS + "".join(f"{entity},{h},2026-05-04T{at}Z\n" for at, h in rows)


def locks(*rows: tuple[str, int]) -> str:
    return LOCKS + "".join(f"2026-05-{at}Z,{code}\n" for at, code in rows)


def beats(*rows: tuple[float, str | None]) -> str:
    found = [{"time": 1777878000 + t, "entity": "secret", "category": c} for t, c in rows]
    return json.dumps({"days": [{"date": "2026-05-04", "heartbeats": found}]})


def test_a_bucket_is_a_share_over_all_applications(read: "Read") -> None:
    content = buckets(("09:00", 100), ("09:00", 50), ("09:05", 280), ("09:05", 40), ("09:10", 0))
    found = read(RescueTimeAdapter(), content)
    assert found.walls == [("04 09:00", "04 09:05", "sitting"), ("04 09:05", "04 09:10", "sitting")]
    assert [i.probability for i in found.intervals] == [0.3, 0.6]
    assert {i.quality for i in found.intervals} == {Quality.B}
    assert dict(found.tally.set_aside) == {"no time": 1}
    assert "secret" not in repr(found)


@pytest.mark.parametrize("stamps", [("09:00", "10:00", "11:00"), ("00:00",)])
def test_buckets_of_hours_and_days_are_not_spread(read: "Read", stamps: tuple[str, ...]) -> None:
    found = read(RescueTimeAdapter(), buckets(*((at, 1800) for at in stamps)))
    assert (found.intervals, found.codes) == ([], ["bucket-too-long"])
    assert dict(found.tally.set_aside) == {"bucket too long": len(stamps)}


def test_the_hour_that_a_clock_shows_twice_fills_its_buckets_once(read: "Read") -> None:
    rows = "2026-10-25T02:05:00,300,1,x,c,1\n" * 2
    (interval,) = read(RescueTimeAdapter(), RESCUE + rows).intervals
    assert (interval.probability, interval.start.clock) == (0.6, Clock.AMBIGUOUS)


def test_heartbeats_up_to_five_minutes_apart_are_one_stretch(read: "Read") -> None:
    times = [(0, "coding"), (300, None), (600.0, "debugging"), (901, "coding"), (1000, "coding")]
    found = read(WakaTimeAdapter(), beats(*times, (5000, "coding"), (6000, "meeting")))
    assert [i.minutes for i in found.intervals] == [10, 99 / 60]
    assert [(i.probability, i.quality) for i in found.intervals] == [(0.7, Quality.B)] * 2
    assert dict(found.tally.set_aside) == {"category meeting": 1, "single heartbeat": 1}
    assert "secret" not in repr(found)


@pytest.mark.parametrize("stamp", ["noon", None, True, 10**400, -1, 1e300, float("nan"), [1]])
def test_a_broken_heartbeat_costs_itself_alone(read: "Read", stamp: object) -> None:
    good = json.loads(beats((0, "coding"), (60, "coding")))
    good["days"][0]["heartbeats"].append({"time": stamp, "entity": "x"})
    found = read(WakaTimeAdapter(), json.dumps(good))
    assert (len(found.intervals), found.codes) == (1, ["event-unreadable"])


def test_a_dump_that_breaks_off_keeps_what_stands_before(read: "Read") -> None:
    content = beats((0, "coding"), (60, "coding"), (120, "coding"))
    found = read(WakaTimeAdapter(), content[: content.rindex('"time"')])
    assert ([i.minutes for i in found.intervals], found.codes) == ([1], ["json-broken"])


def test_an_answer_of_the_api(read: "Read") -> None:
    inner = json.loads(beats((0, "coding"), (60, "coding")))["days"][0]["heartbeats"]
    content = json.dumps({"data": inner, "timezone": "UTC"})
    assert len(read(WakaTimeAdapter(), content).intervals) == 1


def test_a_desk_is_low_or_high_and_never_in_between(read: "Read") -> None:
    content = heights(
        ("07:00:00", 72.4),
        ("08:00:00", 80.1),
        ("08:00:04", 97.0),
        ("08:00:09", 110.0),
        ("09:00:00", "unavailable"),
        ("09:05:00", 110.2),
        ("09:30:00", 94.9),
        ("10:00:00", "unknown"),
    )
    found = read(DeskHeightAdapter(), content)
    assert found.walls == [
        ("04 09:00", "04 10:00", "sitting"),
        ("04 10:00:09", "04 11:00", "standing"),
        ("04 11:05", "04 11:30", "standing"),
        ("04 11:30", "04 12:00", "sitting"),
    ]
    assert {i.observation for i in found.intervals} == {Observation.DESK_HEIGHT}
    assert dict(found.tally.set_aside) == {"height in passing": 2, "sensor away": 2}


@pytest.mark.parametrize(
    ("low", "high"), [("72,5", "110,0"), ("0.725", "1.10"), ("28.5", "43.3"), ("725", "1100")]
)
def test_heights_in_any_unit(read: "Read", low: str, high: str) -> None:
    rows = (("07:00:00", low), ("08:00:00", high), ("09:00:00", low))
    content = "entity_id;state;last_changed\n" + "".join(
        f"sensor.desk_height;{height};2026-05-04T{at}Z\n" for at, height in rows
    )
    found = read(DeskHeightAdapter(), content)
    assert [i.posture.value for i in found.intervals] == ["sitting", "standing"]


def test_noise_of_the_sensor_is_no_movement(read: "Read") -> None:
    rows = [(f"07:00:{s:02d}", 72 + s % 3 * 0.1) for s in range(0, 60, 10)]
    found = read(DeskHeightAdapter(), heights(*rows))
    assert [i.minutes for i in found.intervals] == [50 / 60]


def test_other_sensors_are_left_alone_unless_the_athlete_names_the_file(read: "Read") -> None:
    rows = heights(("07:00:00", 72), ("08:00:00", 73), entity="sensor.ikea_thing")
    assert dict(read(DeskHeightAdapter(), rows).tally.set_aside) == {"another sensor": 2}
    named = ColumnMap(adapter="desk-height", means={"state": "state"})
    assert len(read(DeskHeightAdapter(), rows, named).intervals) == 1


def test_a_day_of_locks(read: "Read") -> None:
    content = locks(
        ("04T07:00:00.1234567", 4801),
        ("04T09:00:00", 4800),
        ("04T09:01:00", 4802),
        ("04T09:10:00", 4803),
        ("04T09:11:00", 4801),
        ("04T11:00:00", 42),
        ("04T12:00:00", 107),
        ("04T12:30:00", 4800),
        ("04T13:00:00", 4801),
    )
    found = read(WindowsLockAdapter(), content)
    assert found.walls == [
        ("04 09:00", "04 11:00", "sitting"),
        ("04 11:00", "04 11:11", "unknown"),
        ("04 11:11", "04 13:00", "sitting"),
        ("04 14:00", "04 14:30", "sitting"),
        ("04 14:30", "04 15:00", "unknown"),
    ]
    assert [i.probability for i in found.intervals] == [0.55, 0.5, 0.55, 0.55, 0.5]
    assert found.intervals[1].observation is Observation.COMPUTER_IDLE


def test_a_lock_that_is_missing_leaves_a_hole(read: "Read") -> None:
    content = locks(("04T07:00:00", 4801), ("05T07:00:00", 4801), ("05T14:00:00", 4800))
    found = read(WindowsLockAdapter(), content)
    assert found.walls == [("05 09:00", "05 16:00", "sitting")]
    # Seven hours without one pause.
    assert (found.intervals[0].probability, found.codes) == (0.4, ["lock-missing"])


def test_order_and_repetition_of_events_change_nothing(read: "Read") -> None:
    rows = [
        ("04T07:00:00", 4801),
        ("04T08:00:00", 4800),
        ("04T09:00:00", 4801),
        ("04T09:30:00", 42),
    ]
    once = read(WindowsLockAdapter(), locks(*rows))
    again = read(WindowsLockAdapter(), "#TYPE x\n" + locks(*rows[::-1], *rows))
    assert again.walls == once.walls
    assert dict(again.tally.set_aside) == {"duplicate": 4}


@given(st.lists(st.tuples(st.integers(0, 59), st.sampled_from([4800, 4801, 4802, 4803, 42, 107]))))
def test_locks_in_any_order_never_overlap(read: "Read", rows: list[tuple[int, int]]) -> None:
    content = locks(*((f"04T07:{minute:02d}:00", code) for minute, code in rows))
    found = read(WindowsLockAdapter(), content)
    ends = [i.end for i in found.intervals]
    assert all(end <= i.start.utc for end, i in zip(ends, found.intervals[1:], strict=False))
