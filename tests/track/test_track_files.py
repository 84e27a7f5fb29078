"""TCX and GPX as platforms write them: every trap of the formats, and damaged files."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.track.conftest import fix, gpx, point, read, tcx
from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import ActivitySession, ProblemKind
from tl_track import GpxAdapter, TcxAdapter

GOLDENS = Path(__file__).parent.parent / "goldens"
RIDE = [fix(s, 8 * s) for s in range(0, 60, 5)]
INDOOR = [point(s, DistanceMeters=8 * s) for s in range(0, 60, 5)]


@pytest.mark.parametrize(
    ("head", "owner"),
    [
        (b"          <?xml version='1.0'?><TrainingCenterDatabase>", "tcx"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<gpx version='1.0'>", "gpx"),
        ("<?xml version='1.0'?><gpx creator='x'>".encode("utf-16"), "gpx"),
        (b"<!DOCTYPE gpx><gpx>", "gpx"),
        (b"<kml xmlns='gpx'><gpx/></kml>", None),
        (b"<HealthData><gpx/></HealthData>", None),
        (b"<gpxtra>", None),
        (b"gpx,TrainingCenterDatabase\n", None),
        (b"", None),
    ],
)
def test_files_are_told_by_their_root(head: bytes, owner: str | None) -> None:
    file = SourceFile.of_bytes("anything.bin", head)
    claims = [a.name for a in (TcxAdapter(), GpxAdapter()) if a.recognises(file)]
    assert claims == ([owner] if owner else [])


@pytest.mark.parametrize(
    "word", ["cycling", "1", "biking", "Ride", "Mountain_Biking", "E-Bike Ride", "Vélo"]
)
def test_words_for_riding_make_a_ride(word: str) -> None:
    assert read(GpxAdapter(), gpx(RIDE, word)).ride


@pytest.mark.parametrize(
    ("word", "sport"),
    [("running", "running"), ("9", "running"), ("Weight Training", "strength_training")],
)
def test_words_for_other_sports_make_an_activity(word: str, sport: str) -> None:
    assert read(GpxAdapter(), gpx(RIDE, word)).activity.sport == sport


@pytest.mark.parametrize("word", ["", "Other", "4711", "Kim's favourite"])
def test_an_unknown_sport_is_kept_as_an_activity_and_said(word: str) -> None:
    found = read(GpxAdapter(), gpx(RIDE, word))
    assert found.activity.sport == "unknown"
    assert found.codes == ["sport-unknown"]


def test_notes_of_the_athlete_may_name_the_sport_and_are_never_shown() -> None:
    text = tcx(INDOOR, "Other").replace("</Lap>", "</Lap><Notes>with Kim</Notes>")
    found = read(TcxAdapter(), text)
    assert found.activity.sport == "unknown"
    assert "Kim" not in "".join(problem.model_dump_json() for problem in found.problems)
    assert read(TcxAdapter(), text.replace("with Kim", "Yoga")).activity.sport == "yoga"


def test_a_link_has_a_type_that_is_no_sport() -> None:
    text = gpx(RIDE).replace("<type>", "<link href='x'><type>running</type></link><type>")
    assert read(GpxAdapter(), text).ride


def test_points_without_a_time_are_refused_and_the_others_kept() -> None:
    found = read(GpxAdapter(), gpx([*RIDE, '<trkpt lat="0" lon="8"/>']))
    assert (found.tally.read, found.tally.refused) == (12, 1)
    assert found.problems[0].kind is ProblemKind.REFUSED


def test_points_without_a_position_keep_their_time() -> None:
    found = read(GpxAdapter(), gpx(["<trkpt><time>2026-11-09T05:59:50Z</time></trkpt>", *RIDE]))
    assert found.ride.elapsed_s == 65
    assert found.tally.refused == 0


def test_a_clock_that_was_never_set_is_no_plan_and_no_ride() -> None:
    text = gpx([f.replace("2026-11-09", "1970-01-01") for f in RIDE])
    found = read(GpxAdapter(), text)
    assert not found.entries
    assert found.tally.refused == 12 and found.codes == ["no-records"]


def test_a_planned_route_is_set_aside_with_its_reason() -> None:
    found = read(GpxAdapter(), gpx(['<trkpt lat="0" lon="8"/>'] * 5))
    assert not found.entries
    assert found.tally.set_aside == (("point of a planned route", 5),)
    assert found.codes == ["no-training"]


def test_routes_of_apple_health_are_left_to_its_main_file() -> None:
    found = read(GpxAdapter(), gpx(RIDE).replace("Bike Computer", "Apple Health Export"))
    assert not found.entries
    assert found.tally.set_aside == (("point of an Apple Health route", 12),)


def test_every_track_is_an_activity_of_its_own() -> None:
    text = gpx(RIDE).replace(
        "</gpx>", gpx([fix(s, s) for s in range(900, 960)], "run").partition(">")[2]
    )
    found = read(GpxAdapter(), text)
    assert [entry.kind for entry in found.entries] == ["ride", "activity"]
    assert [entry.provenance.row for entry in found.entries] == [1, 13]


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-09T06:00:{:02d}Z",
        "2026-11-09T07:00:{:02d}+01:00",
        "2026-11-09T06:00:{:02d}.000+0000",
        "2026-11-09 06:00:{:02d}",
    ],
)
def test_times_in_every_form_are_the_same_instant(written: str) -> None:
    points = [f"<Trackpoint><Time>{written.format(s)}</Time></Trackpoint>" for s in range(60)]
    ride = read(TcxAdapter(), tcx(points)).ride
    assert ride.start.utc.isoformat() == "2026-11-09T06:00:00+00:00"
    assert ride.elapsed_s == 59


def test_points_out_of_order_are_put_in_order_and_said() -> None:
    found = read(TcxAdapter(), tcx([INDOOR[1], INDOOR[0], *INDOOR[2:]]))
    assert found.ride.distance_m == 440
    assert found.codes == ["out-of-order"]


def test_one_point_with_a_broken_clock_does_not_stretch_the_ride() -> None:
    found = read(TcxAdapter(), tcx([*INDOOR, point(70).replace("2026", "2036")]))
    assert found.ride.elapsed_s == 55
    assert found.codes == ["timestamp-impossible"] and found.tally.refused == 1


def test_laps_without_points_are_kept_as_they_sum_up() -> None:
    text = tcx([]).replace(
        "<Track>",
        "<TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>9000</DistanceMeters><Track>",
    )
    found = read(TcxAdapter(), text)
    assert (found.ride.elapsed_s, found.ride.distance_m) == (1800, 9000)
    assert found.codes == ["laps-only"]


@pytest.mark.parametrize(
    ("adapter", "text"), [(TcxAdapter(), tcx(INDOOR)), (GpxAdapter(), gpx(RIDE))]
)
def test_a_truncated_file_keeps_what_was_read(adapter: TcxAdapter | GpxAdapter, text: str) -> None:
    found = read(adapter, text[: text.rfind("<time>" if "<gpx" in text else "<Time>") + 12])
    assert found.ride.elapsed_s == 50
    assert found.codes == ["ends-early"]
    assert found.problems[0].kind is ProblemKind.REPAIRED


def test_an_entity_bomb_is_one_problem() -> None:
    bomb = '<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    found = read(GpxAdapter(), bomb + gpx(RIDE).replace("<type>", "<type>&b;"))
    assert found.codes[0] == "ends-early" and not found.entries


def test_a_broken_value_costs_itself_and_not_the_point() -> None:
    points = [
        point(0, Cadence=9e9),
        point(5).replace("</Time>", "</Time><DistanceMeters>NaN</DistanceMeters>"),
        point(10),
    ]
    assert read(TcxAdapter(), tcx(points)).tally.read == 3


def test_an_activity_without_extent_is_refused_and_its_neighbours_are_kept() -> None:
    text = tcx(INDOOR).replace("</Activities>", tcx([point(900)], "Running")[35:-25])
    found = read(TcxAdapter(), text)
    assert found.ride and found.codes == ["no-records"]
    assert (found.tally.read, found.tally.refused) == (12, 1)


SEEDS: list[tuple[TcxAdapter | GpxAdapter, bytes]] = [
    (TcxAdapter(), (GOLDENS / "tcx/several_sports.tcx").read_bytes()),
    (GpxAdapter(), (GOLDENS / "gpx/commute.gpx").read_bytes()),
]


@settings(max_examples=60)
@given(st.sampled_from(SEEDS), st.integers(0, 4000), st.binary(max_size=30), st.integers(0, 60))
def test_damage_of_any_kind_gives_an_account_that_adds_up(
    seed: tuple[TcxAdapter | GpxAdapter, bytes], at: int, added: bytes, cut: int
) -> None:
    adapter, whole = seed
    at = at % len(whole)
    found = read(adapter, whole[:at] + added + whole[at + cut :])
    for entry in found.entries:
        if isinstance(entry, ActivitySession):
            assert entry.end >= entry.start.utc


@given(st.binary(max_size=300))
def test_random_bytes_are_no_track_and_never_raise(data: bytes) -> None:
    for adapter in (TcxAdapter(), GpxAdapter()):
        adapter.recognises(SourceFile.of_bytes("x", data))
        assert not read(adapter, data).entries
