"""Rides and other activities as GoldenCheetah keeps them."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hosts.goldencheetah.ride_json import Read, ride_json, riding
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.log import Problem, RidePosture, RideSession, Tally
from tl_analyzer.promises import broken_promises
from tl_goldencheetah.reading import GoldenCheetahAdapter

UNKNOWN, COASTING, STOPPED = RidePosture.UNKNOWN, RidePosture.COASTING, RidePosture.STOPPED


def postures(ride: RideSession) -> list[tuple[RidePosture, float]]:
    return [(bout.posture, round(60 * bout.minutes, 3)) for bout in ride.bouts]


def test_a_ride_has_its_start_length_distance_power_and_device() -> None:
    ride = Read(ride_json(riding(range(601)), {"Sport": "Bike", "SubSport": "route"})).ride
    assert ride.start.utc.isoformat() == "2026-11-10T16:25:00+00:00"
    assert (ride.elapsed_s, ride.moving_s, ride.average_power_w) == (600, 600, 200)
    assert ride.distance_m == pytest.approx(4800)
    assert (ride.sub_sport, ride.device, ride.indoor) == ("road", "Garmin Edge 840", None)
    assert postures(ride) == [(UNKNOWN, 600)]


def test_positions_on_the_earth_say_outdoors_and_are_never_kept() -> None:
    placed = [{**sample, "LAT": 52.5, "LON": 13.4} for sample in riding(range(60))]
    ride = Read(ride_json(placed)).ride
    assert ride.indoor is False
    assert "52.5" not in ride.model_dump_json()


def test_a_trainer_is_indoors_wherever_its_positions_lie() -> None:
    placed = [{**sample, "LAT": -11.6, "LON": 166.9} for sample in riding(range(60))]
    assert Read(ride_json(placed, device="Zwift")).ride.indoor is True
    assert (
        Read(ride_json(placed, {"Sport": "Bike", "SubSport": "home trainer"})).ride.indoor is True
    )


def test_a_stop_a_gap_and_coasting_are_told_apart() -> None:
    gone = riding(range(0, 60)) + riding(range(60, 80), cad=0, watts=0)
    halted = [{**sample, "KPH": 0, "CAD": 0, "WATTS": 0} for sample in riding(range(80, 100))]
    ride = Read(
        ride_json([*gone, *halted, *riding(range(100, 160)), *riding(range(400, 430))])
    ).ride
    assert postures(ride) == [
        (UNKNOWN, 60), (COASTING, 20), (STOPPED, 20), (UNKNOWN, 59), (STOPPED, 241), (UNKNOWN, 29),
    ]  # fmt: skip
    assert ride.moving_s == 429 - 241


def test_on_rollers_without_speed_a_minute_without_pedalling_is_a_stop() -> None:
    turning = [{"SECS": s, "CAD": 85.0} for s in range(120)]
    resting = [{"SECS": s, "CAD": 0.0} for s in range(120, 240)]
    ride = Read(ride_json([*turning, *resting, {"SECS": 240, "CAD": 85}])).ride
    assert postures(ride) == [(UNKNOWN, 120), (STOPPED, 120)]
    assert ride.distance_m is None


@pytest.mark.parametrize("sport", ["Strength", "Gym", "Krafttraining"])
def test_lifting_of_other_tools_is_an_activity(sport: str) -> None:
    told = {"workout_time": 3600, "session_rpe": 420}
    found = Read(ride_json(tags={"Sport": sport, "RPE": "7"}, overrides=told))
    assert found.activity.sport == "strength_training"
    assert (found.activity.end - found.activity.start.utc).total_seconds() == 3600
    assert found.tally.read == 1


def test_a_session_that_tl_analyzer_wrote_does_not_count_again() -> None:
    tags = {"Sport": "Strength", "Source": "tl-analyzer"}
    found = Read(ride_json(tags=tags, overrides={"workout_time": 3600}))
    assert found.entries == []
    assert found.tally.set_aside == (("record of a session that tl-analyzer wrote", 1),)


def test_a_planned_activity_is_not_one_that_was_done() -> None:
    found = Read(ride_json(riding(range(60))), "Robin/planned/2026_11_10_17_25_00.json")
    assert found.entries == []
    assert found.tally.set_aside == (("record of a planned activity", 61),)


def test_a_ride_typed_by_hand_has_its_pauses_at_the_end() -> None:
    typed = {"workout_time": 3600, "time_riding": 3000, "total_distance": 25.5}
    ride = Read(ride_json(overrides=typed)).ride
    assert (ride.recorded, ride.elapsed_s, ride.moving_s) == (False, 3600, 3000)
    assert ride.distance_m == 25_500
    assert postures(ride) == [(UNKNOWN, 3000), (STOPPED, 600)]


def test_a_file_without_a_sport_is_a_ride_unless_it_has_what_only_runs_have() -> None:
    assert Read(ride_json(riding(range(60)), {})).ride.sub_sport == ""
    running = [{"SECS": s, "KM": s * 0.003, "RCAD": 85.0} for s in range(60)]
    assert Read(ride_json(running, {})).activity.sport == "running"


def test_an_unknown_sport_is_kept_as_an_activity_and_said() -> None:
    found = Read(ride_json(riding(range(60)), {"Sport": "Quidditch"}))
    assert found.activity.sport == "unknown"
    assert found.codes == ["sport-unknown"]


@pytest.mark.parametrize(
    "start", ["", "10.11.2026", "2026/13/45 16:25:00 UTC", "9999/12/31 23:59:59 UTC"]
)
def test_without_a_readable_start_it_is_refused_with_what_to_do(start: str) -> None:
    found = Read(ride_json(riding(range(60)), start=start))
    assert (found.entries, found.tally.refused, found.codes) == ([], 61, ["time-missing"])
    assert "GoldenCheetah" in found.problems[0].hint


def test_a_file_that_breaks_off_gives_what_stands_before() -> None:
    whole = ride_json(riding(range(600)))
    found = Read(whole[: len(whole) // 2])
    assert 200 < found.ride.elapsed_s < 400
    assert found.codes == ["ends-early"]


def test_samples_out_of_order_twice_or_impossible_do_no_harm() -> None:
    samples = riding(range(120))
    ill = [{"SECS": -5.0}, {"SECS": 9e9}, {"KM": 3.0}, *samples[:10]]
    found = Read(ride_json([*reversed(samples), *ill]))
    assert (found.ride.elapsed_s, found.tally.refused) == (119, 3)
    assert found.codes == ["time-missing"]


def test_a_file_of_endless_activities_comes_to_an_end() -> None:
    found = Read(b'{"RIDE":{}' + b',"RIDE":{}' * 5000 + b"}")
    assert (found.tally.refused, len(found.problems)) == (100, 101)
    assert found.codes[-1] == "ends-early"


def test_points_of_other_series_are_set_aside_by_name() -> None:
    gears = (
        '{\n\t\t\t"NAME" : "GEARS",\n\t\t\t"VALUES" : [ "FRONT", "REAR" ],\n\t\t\t"SAMPLES" : [\n'
        '\t\t\t\t{ "SECS":5, "KM":0, "VALUES":[ 34, 25 ] }\n\t\t\t]\n\t\t}'
    )
    found = Read(ride_json(riding(range(60)), more_series=gears))
    assert found.tally.set_aside == (("point of another series", 1),)


def test_the_promises_of_an_adapter_are_kept() -> None:
    samples = {
        "ride": ride_json(riding(range(120)), positions=[(10, 3), (11, 1), (60, 0)]),
        "typed": ride_json(overrides={"workout_time": 60}),
        "ours": ride_json(tags={"Source": "tl-analyzer"}, overrides={"workout_time": 60}),
    }
    mine = [SourceFile.of_bytes(f"{name}.json", data) for name, data in samples.items()]
    others = [b'{"RIDES":[', b'[{"RIDE":{}}]', b'{"VERSION":"1.9", "RIDES":[]}', b'{"ride":{']
    foreign = [SourceFile.of_bytes("a.json", data) for data in others]
    assert list(broken_promises(GoldenCheetahAdapter(), mine, foreign)) == []


NUMBER = st.integers() | st.floats() | st.none() | st.text(max_size=3)
SAMPLE = st.dictionaries(
    st.sampled_from(["SECS", "KM", "KPH", "CAD", "WATTS", "LAT", "LON", "RCAD", "odd"]), NUMBER
)
SERIES = st.fixed_dictionaries(
    {"NAME": st.sampled_from(["POSITION", "GEARS", ""]), "VALUE": st.just("POSITION")},
    optional={
        "SAMPLES": st.lists(st.dictionaries(st.sampled_from(["SECS", "VALUE", "VALUES"]), NUMBER))
    },
)
ANYTHING = st.recursive(NUMBER, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
RIDE = st.fixed_dictionaries(
    {},
    optional={
        "STARTTIME": st.just("2026/11/10 16:25:00 UTC ") | ANYTHING,
        "DEVICETYPE": ANYTHING,
        "OVERRIDES": st.lists(st.dictionaries(st.just("workout_time"), ANYTHING)) | ANYTHING,
        "TAGS": st.dictionaries(st.sampled_from(["Sport", "SubSport", "Source"]), NUMBER)
        | ANYTHING,
        "SAMPLES": st.lists(SAMPLE) | ANYTHING,
        "XDATA": st.lists(SERIES) | ANYTHING,
    },
)


@given(RIDE)
def test_whatever_stands_in_the_members_is_read_or_accounted_for(ride: dict[str, object]) -> None:
    file = SourceFile.of_bytes("a.json", json.dumps({"RIDE": ride}).encode())
    *found, tally = GoldenCheetahAdapter().read(file, Reading(zone="Europe/Berlin"))
    assert isinstance(tally, Tally)
    assert not tally.refused or any(isinstance(item, Problem) for item in found)


@given(st.lists(st.tuples(st.integers(0, 900), st.floats(0, 60), st.integers(0, 2)), min_size=2))
def test_bouts_lie_end_to_end_from_first_to_last_sample(
    points: list[tuple[int, float, int]],
) -> None:
    samples = [{"SECS": s, "KPH": kph, "CAD": 40 * cad} for s, kph, cad in points]
    found = Read(ride_json(samples, positions=[(s, 3 * (s % 2)) for s, _, _ in points]))
    if len({s for s, _, _ in points}) < 2:
        assert found.entries == []
        return
    bouts = found.ride.bouts
    assert (bouts[0].start, bouts[-1].end) == (found.ride.start.utc, found.ride.end)
    assert all(a.end == b.start and a.posture != b.posture for a, b in pairwise(bouts))
    assert found.ride.moving_s <= found.ride.elapsed_s
