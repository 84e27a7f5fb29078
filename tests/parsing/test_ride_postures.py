"""Samples of a ride become bouts of one posture: one order, whatever it was recorded with."""

import tomllib
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.log import PostureBout, RidePosture
from tl_analyzer.parsing.ride_postures import Cuts, Motion, Stretches, posture_bouts, stopped
from tl_analyzer.parsing.rider_position import Report, Turn, turns
from tl_analyzer.parsing.sample_runs import mean_running

ZERO = datetime(2026, 11, 9, 17, tzinfo=UTC)
SPEED, CADENCE, POWER = 8.0, 85.0, 200.0
COLUMN = st.lists(st.sampled_from([0.0, 0.3, 90.0, float("nan")]), min_size=60, max_size=60)
REPORTS = st.lists(st.tuples(st.integers(-10, 70), st.sampled_from(Report))).map(
    lambda reports: sorted(reports, key=lambda report: report[0])
)


def instant(second: int) -> datetime:
    return ZERO + timedelta(seconds=second)


def ridden(
    columns: dict[str, list[float]], moved: list[Turn] | None, silent: range = range(0)
) -> tuple[PostureBout, ...]:
    """Bouts of a ride of one sample a second, the last at 59 s."""
    motion = Motion(*(np.array(columns[name]) for name in ("speed", "cadence", "power")))
    stretches = Stretches.of(np.arange(60), [turn.at for turn in moved or ()], ticks_per_s=1)
    held = np.isin(stretches.row, silent)
    return posture_bouts(stretches, motion, stopped(stretches, motion, held), moved, instant)


def steady(**changed: tuple[range, float]) -> dict[str, list[float]]:
    columns = {"speed": [SPEED] * 60, "cadence": [CADENCE] * 60, "power": [POWER] * 60}
    for name, (seconds, value) in changed.items():
        for second in seconds:
            columns[name][second] = value
    return columns


def told(bouts: tuple[PostureBout, ...]) -> list[tuple[str, int, int]]:
    return [(b.posture.value, (b.start - ZERO).seconds, (b.end - ZERO).seconds) for b in bouts]


def test_without_positions_a_ride_is_unknown_and_with_them_seated() -> None:
    assert told(ridden(steady(), None)) == [("unknown", 0, 59)]
    assert told(ridden(steady(), [])) == [("seated", 0, 59)]
    assert told(ridden(steady(), [Turn(20, True), Turn(30, False)])) == [
        ("seated", 0, 20), ("standing", 20, 30), ("seated", 30, 59),
    ]  # fmt: skip


def test_standing_outranks_coasting_and_a_stop_outranks_both() -> None:
    freewheeling = steady(cadence=(range(10, 30), 0.0), power=(range(10, 30), 0.0))
    up = [Turn(20, True), Turn(40, False)]
    assert told(ridden(freewheeling, up)) == [
        ("seated", 0, 10), ("coasting", 10, 20), ("standing", 20, 40), ("seated", 40, 59),
    ]  # fmt: skip
    freewheeling["speed"][15:25] = [0.0] * 10
    assert told(ridden(freewheeling, up))[1:4] == [
        ("coasting", 10, 15), ("stopped", 15, 25), ("standing", 25, 40),
    ]  # fmt: skip


@pytest.mark.parametrize(("seconds", "stands"), [(4, False), (5, True)])
def test_a_track_stand_is_no_stop(seconds: int, stands: bool) -> None:
    halt = range(20, 20 + seconds)
    bouts = ridden(steady(speed=(halt, 0.0), cadence=(halt, 0.0), power=(halt, 0.0)), None)
    assert ("stopped" in {posture for posture, _, _ in told(bouts)}) is stands


def test_whoever_pedals_at_no_speed_rides_on() -> None:
    assert told(ridden(steady(speed=(range(20, 40), 0.0)), None)) == [("unknown", 0, 59)]


def test_one_pedalling_sensor_is_enough_to_ride_on() -> None:
    halt = range(20, 40)
    assert told(ridden(steady(speed=(halt, 0.0), cadence=(halt, 0.0)), None)) == [
        ("unknown", 0, 59)
    ]
    assert told(ridden(steady(cadence=(halt, 0.0)), None)) == [("unknown", 0, 59)]


def test_half_a_metre_a_second_is_no_standstill() -> None:
    slow = steady(speed=(range(20, 40), 0.5), cadence=(range(20, 40), 0.0))
    slow["power"] = slow["cadence"]
    assert told(ridden(slow, None))[1] == ("coasting", 20, 40)
    slow["speed"][20:40] = [0.49] * 20
    assert told(ridden(slow, None))[1] == ("stopped", 20, 40)


def test_a_stop_makes_no_coasting_of_the_second_before_it() -> None:
    rolling = steady(cadence=(range(20, 40), 0.0), power=(range(20, 40), 0.0))
    rolling["speed"][22:40] = [0.0] * 18
    assert told(ridden(rolling, None)) == [
        ("unknown", 0, 22), ("stopped", 22, 40), ("unknown", 40, 59),
    ]  # fmt: skip


def test_without_speed_half_a_minute_without_pedalling_is_coasting() -> None:
    rollers = steady(speed=(range(60), 0.0), cadence=(range(20, 50), 0.0))
    rollers["power"] = rollers["cadence"]
    assert told(ridden(rollers, None))[1] == ("coasting", 20, 50)


def test_zeros_throughout_are_no_sensor() -> None:
    bare = steady(cadence=(range(60), 0.0), power=(range(60), 0.0))
    assert told(ridden(bare, None)) == [("unknown", 0, 59)]


def test_between_two_samples_the_earlier_one_holds() -> None:
    cut = Stretches.of(np.array([0, 10, 20, 30]), [30, 15, 20, 0, 16, 99], ticks_per_s=1)
    assert cut.edges.tolist() == [0, 10, 15, 16, 20, 30]
    assert cut.row.tolist() == [0, 1, 1, 1, 2]


def test_the_mean_is_of_what_was_measured_while_the_recording_ran() -> None:
    power = np.array([100.0, float("nan"), 900.0, 300.0])
    assert mean_running(power, np.array([False, False, True])) == 200
    assert mean_running(np.array([0.0, 0.0]), np.array([False])) is None
    assert mean_running(np.array([50.0, float("nan")]), np.array([True])) is None


def test_a_silence_is_a_stop_and_takes_in_the_standstill_beside_it() -> None:
    halt = range(20, 22)
    columns = steady(speed=(halt, 0.0), cadence=(halt, 0.0), power=(halt, 0.0))
    assert told(ridden(columns, None, silent=range(22, 30))) == [
        ("unknown", 0, 20), ("stopped", 20, 30), ("unknown", 30, 59),
    ]  # fmt: skip


@given(COLUMN, COLUMN, COLUMN, st.none() | REPORTS)
def test_bouts_follow_each_other_and_miss_no_second(
    speed: list[float],
    cadence: list[float],
    power: list[float],
    reports: list[tuple[int, Report]] | None,
) -> None:
    moved = None if reports is None else turns(reports)
    bouts = ridden({"speed": speed, "cadence": cadence, "power": power}, moved)
    assert (bouts[0].start, bouts[-1].end) == (instant(0), instant(59))
    for one, other in pairwise(bouts):
        assert one.end == other.start and one.posture is not other.posture
    if moved is None:
        assert not {b.posture for b in bouts} & {RidePosture.SEATED, RidePosture.STANDING}


@pytest.mark.parametrize(
    ("reports", "standing"),
    [
        ([(5, Report.STANDING), (9, Report.SEATED)], [(5, True), (9, False)]),
        ([(5, Report.TO_STANDING), (6, Report.STANDING)], [(5, True), (6, True)]),
        ([(5, Report.TO_STANDING), (6, Report.SEATED)], [(6, False)]),
        ([(5, Report.TO_STANDING), (9, Report.TO_SEATED)], [(5, True), (9, False)]),
    ],
    ids=["plain", "confirmed", "taken back", "nothing but transitions"],
)
def test_a_transition_counts_when_the_next_report_confirms_it(
    reports: list[tuple[int, Report]], standing: list[tuple[int, bool]]
) -> None:
    assert turns(reports) == standing


def test_every_cut_says_its_unit_and_why() -> None:
    text = files("tl_analyzer.parsing").joinpath("ride_postures.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    assert list(table) == [field.name for field in fields(Cuts)]
    for name, entry in table.items():
        assert name.endswith(entry["unit"].replace("m/s", "mps"))
        assert len(entry["note"]) > 40 and entry["reference"] == "assumption"
