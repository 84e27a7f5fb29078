"""What of the samples, totals and series of a file is believed, and what is not."""

from dataclasses import replace
from typing import Any

import pytest

from tests.hosts.goldencheetah.ride_json import Read, ride_json, riding
from tl_analyzer.log import PositionEvidence, ProblemKind, RidePosture
from tl_goldencheetah.reading import adapter, ride_file, samples
from tl_goldencheetah.reading.cuts import cuts

SEATED, STANDING, STOPPED = RidePosture.SEATED, RidePosture.STANDING, RidePosture.STOPPED


def postures(data: bytes) -> list[tuple[RidePosture, int]]:
    return [(bout.posture, round(60 * bout.minutes)) for bout in Read(data).ride.bouts]


def test_of_two_samples_of_one_instant_the_larger_values_count() -> None:
    twice = [*riding(range(60)), {"SECS": 60, "KM": 2.0}, {"SECS": 60, "KM": 1.0}]
    assert Read(ride_json(twice)).ride.distance_m == 2000


@pytest.mark.parametrize("watts", [65_535, -1])
def test_power_that_nobody_has_is_no_power(watts: float) -> None:
    odd = {"SECS": 60, "WATTS": watts, "CAD": 85, "KPH": 28.8}
    assert Read(ride_json([*riding(range(60)), odd])).ride.average_power_w == 200


def test_the_second_before_a_gap_is_no_part_of_the_mean_power() -> None:
    peak = {"SECS": 60, "WATTS": 1000, "CAD": 85, "KPH": 28.8}
    ride = Read(ride_json([*riding(range(60)), peak, *riding(range(400, 460))])).ride
    assert ride.average_power_w == 200


@pytest.mark.parametrize("place", [{"LAT": 52.5, "LON": 13.4}, {"LAT": -33.4, "LON": -70.6}])
def test_one_place_on_the_earth_is_enough_to_be_outdoors(place: dict[str, float]) -> None:
    first, *rest = riding(range(60))
    assert Read(ride_json([{**first, **place}, *rest])).ride.indoor is False


@pytest.mark.parametrize(("silence", "stops"), [(30, False), (31, True)])
def test_a_silence_of_half_a_minute_is_smart_recording(silence: int, stops: bool) -> None:
    begun = 59 + silence
    bouts = postures(ride_json([*riding(range(60)), *riding(range(begun, begun + 60))]))
    assert ((STOPPED, silence) in bouts) is stops


def test_sitting_down_in_a_gap_counts() -> None:
    data = ride_json([*riding(range(101)), *riding(range(400, 501))], positions=[(50, 1), (200, 0)])
    assert postures(data) == [(SEATED, 50), (STANDING, 50), (STOPPED, 300), (SEATED, 100)]


def test_whoever_is_only_told_to_stand_in_a_gap_sat_before_it() -> None:
    data = ride_json([*riding(range(101)), *riding(range(400, 501))], positions=[(200, 1)])
    assert postures(data) == [(SEATED, 100), (STOPPED, 300), (SEATED, 100)]


def test_a_position_among_other_columns_is_found_by_its_name() -> None:
    series = (
        '{ "NAME":"POSITION", "VALUES":[ "EFFORT", "POSITION" ], "SAMPLES":['
        ' { "SECS":50, "VALUES":[ 0, 1 ] }, { "SECS":80, "VALUES":[ 1, 0 ] } ] }'
    )
    data = ride_json(riding(range(101)), more_series=series)
    assert postures(data) == [(SEATED, 50), (STANDING, 30), (SEATED, 20)]


def test_a_position_of_another_day_is_refused() -> None:
    found = Read(ride_json(riding(range(60)), positions=[(10, 1), (9e9, 0)]))
    assert found.ride.position_evidence is PositionEvidence.EVENTS
    assert (found.tally.refused, found.codes) == (1, ["position-unreadable"])


@pytest.mark.parametrize(
    ("module", "most", "code"),
    [
        (samples, {"samples": 50.0}, "time-missing"),
        (ride_file, {"positions": 1.0}, "position-unreadable"),
        (adapter, {"file_bytes": 999.0}, "file-too-large"),
    ],
)
def test_more_than_is_read_is_refused_and_said(
    monkeypatch: pytest.MonkeyPatch, module: Any, most: dict[str, float], code: str
) -> None:
    monkeypatch.setattr(module, "cuts", lambda: replace(cuts(), **most))
    found = Read(ride_json(riding(range(60)), positions=[(10, 1), (20, 0)]))
    assert found.codes == [code]
    assert found.tally.refused == {"time-missing": 10, "position-unreadable": 1}.get(code, 0)


def test_of_several_totals_the_longest_is_the_length() -> None:
    typed = {"workout_time": 0, "time_recording": 900, "time_riding": 600}
    ride = Read(ride_json(overrides=typed)).ride
    assert (ride.elapsed_s, ride.moving_s) == (900, 600)


@pytest.mark.parametrize("length_s", [0, 172_801])
def test_a_length_of_nothing_or_of_many_days_is_none(length_s: float) -> None:
    found = Read(ride_json(overrides={"workout_time": length_s}))
    assert (found.entries, found.codes, found.tally.refused) == ([], ["no-records"], 1)


@pytest.mark.parametrize(("typed_km", "distance_m"), [(25.5, 25_500), (-3, None)])
def test_a_typed_distance_counts_where_none_was_recorded(
    typed_km: float, distance_m: float | None
) -> None:
    still = [{"SECS": s, "CAD": 85.0} for s in range(60)]
    assert Read(ride_json(still, overrides={"total_distance": typed_km})).ride.distance_m == (
        distance_m
    )


def test_the_plainer_field_says_the_sport_and_the_other_helps_out() -> None:
    named = {"Sport": "Quidditch", "SubSport": "Indoor Rowing"}
    assert Read(ride_json(riding(range(60)), named)).activity.sport == "rowing"
    both = {"Sport": "MTB", "SubSport": "route"}
    assert Read(ride_json(riding(range(60)), both)).ride.sub_sport == "mountain"


def test_a_clock_that_was_never_set_is_no_start() -> None:
    found = Read(ride_json(riding(range(60)), start="1989/12/31 00:00:00 UTC"))
    assert (found.entries, found.codes) == ([], ["time-missing"])


def test_a_device_of_endless_words_is_cut() -> None:
    ride = Read(ride_json(riding(range(60)), device="\n".join(["Edge"] * 5000))).ride
    assert ride.device.startswith("Edge Edge ") and len(ride.device) <= 200


def test_only_the_folder_of_planned_activities_itself_is_set_aside() -> None:
    done = Read(ride_json(riding(range(60))), "planned/activities/2026_11_10_17_25_00.json")
    assert len(done.entries) == 1
    gears = '{ "NAME":"GEARS", "SAMPLES":[ { "SECS":5, "VALUES":[ 34 ] } ] }'
    planned = Read(ride_json(riding(range(60)), more_series=gears), "C:\\Robin\\planned\\a.json")
    assert planned.tally.set_aside == (("record of a planned activity", 62),)
    assert planned.codes == ["no-training"]


def test_the_change_of_shoes_between_two_sports_is_set_aside() -> None:
    found = Read(ride_json(riding(range(60)), {"Sport": "Transition"}))
    assert found.tally.set_aside == (("record of a transition", 61),)


def test_each_activity_of_a_file_has_a_row_of_its_own() -> None:
    whole = ride_json(riding(range(60))).decode("utf-8-sig").strip()
    two = whole[:-1] + "," + whole[1:]
    found = Read(two.encode())
    assert [each.provenance.row for each in found.entries] == [1, 62]


@pytest.mark.parametrize(("kept", "kind"), [(0.5, "repaired"), (0.1, "refused")])
def test_a_file_that_breaks_off_is_repaired_where_anything_is_kept(kept: float, kind: str) -> None:
    whole = ride_json(riding(range(600)), overrides={})
    cut = whole[: round(kept * len(whole))] if kept == 0.5 else whole[:120]
    (*_, last) = Read(cut).problems
    assert (last.code, last.kind) == ("ends-early", ProblemKind(kind))
