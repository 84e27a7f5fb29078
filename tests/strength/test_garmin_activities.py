"""The list of activities of Garmin Connect: when and what, never which sets."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import Adapter, Reading, SourceFile
from tl_analyzer.log import ActivitySession, Entry, Problem, RidePosture, RideSession, Tally
from tl_strength import GarminActivitiesAdapter, StrengthCsvAdapter

HEADER = (
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Total Reps,Total Sets,"
    "Moving Time,Elapsed Time\n"
)
BERLIN = Reading(zone="Europe/Berlin")
SAMPLES = [
    path.read_bytes()
    for path in sorted((Path(__file__).parents[1] / "goldens/garmin-activities-csv").glob("*.csv"))
]


def source(content: str | bytes) -> SourceFile:
    data = content.encode() if isinstance(content, str) else content
    return SourceFile.of_bytes("Activities.csv", data)


def read(content: str | bytes) -> tuple[list[Entry], list[Problem], Tally]:
    *found, tally = GarminActivitiesAdapter().read(source(content), BERLIN)
    assert isinstance(tally, Tally)
    problems = [item for item in found if isinstance(item, Problem)]
    entries = [item for item in found if not isinstance(item, Problem | Tally)]
    assert len(entries) == tally.read
    return entries, problems, tally


def row(
    kind: str = "Strength Training",
    date: str = "2026-03-05 18:05:10",
    time: str = "01:00:00",
    moving: str = "--",
    elapsed: str = "--",
) -> str:
    return (
        f'{kind},{date},false,"Private, title","4,812","1,024",{time},240,18,{moving},{elapsed}\n'
    )


def test_adapter_keeps_the_contract() -> None:
    adapter = GarminActivitiesAdapter()
    assert isinstance(adapter, Adapter)
    assert (adapter.name, adapter.contract) == ("garmin-activities-csv", 1)


@pytest.mark.parametrize(
    "head",
    [
        HEADER,
        "\ufeff" + HEADER,
        HEADER.replace(",", ";"),
        # The header grows with the sports; a list of rides has no repetitions.
        HEADER.replace("Total Reps,Total Sets,", "Avg Power,Normalized Power® (NP®),"),
    ],
)
def test_headers_of_lists(head: str) -> None:
    assert GarminActivitiesAdapter().recognises(source(head))
    assert not StrengthCsvAdapter().recognises(source(head))


@pytest.mark.parametrize(
    "head",
    [
        "",
        "\n",
        # The list in a Strava export.
        "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance\n",
        "Date,Title,Time,Calories\n",
        "Activity Type,Date,Total Reps,Total Sets\n",
    ],
)
def test_other_files_are_left_alone(head: str) -> None:
    assert not GarminActivitiesAdapter().recognises(source(head))


def test_strength_work_is_known_by_its_time_alone() -> None:
    (entry,), problems, _ = read(HEADER + row(moving="00:41:00", elapsed="01:02:30.5"))
    assert isinstance(entry, ActivitySession)
    assert (entry.sport, entry.moving_s) == ("strength_training", 2460.0)
    assert (entry.end - entry.start.utc).total_seconds() == 3750.0
    assert problems == []


@pytest.mark.parametrize(
    ("kind", "sub_sport", "indoor"),
    [
        ("Cycling", "", None),
        ("Road Cycling", "road", False),
        ("Rennradfahren", "road", False),
        ("Ciclismo en ruta", "road", False),
        ("Mountain Biking", "mountain", False),
        ("Indoor Cycling", "indoor_cycling", True),
        ("Virtual Cycling", "virtual_activity", True),
        ("E-Bike", "", None),
    ],
)
def test_rides_are_one_bout_of_unknown_posture(
    kind: str, sub_sport: str, indoor: bool | None
) -> None:
    (entry,), _, _ = read(HEADER + row(kind, moving="00:50:00"))
    assert isinstance(entry, RideSession)
    assert (entry.sub_sport, entry.indoor) == (sub_sport, indoor)
    assert (entry.elapsed_s, entry.moving_s, entry.distance_m) == (3600.0, 3000.0, None)
    (bout,) = entry.bouts
    assert (bout.start, bout.end, bout.posture) == (
        entry.start.utc,
        entry.end,
        RidePosture.UNKNOWN,
    )


@pytest.mark.parametrize(
    ("kind", "sport"),
    [
        ("Krafttraining", "strength_training"),
        ("Trail Running", "running"),
        ("Motorcycling", "motorcycling"),
        ("Stand Up Paddleboarding", "stand_up_paddleboarding"),
        ("Nordic Walking", "walking"),
        ("", "generic"),
        ("--", "generic"),
    ],
)
def test_other_sports_keep_their_name(kind: str, sport: str) -> None:
    (entry,), _, _ = read(HEADER + row(kind))
    assert isinstance(entry, ActivitySession)
    assert entry.sport == sport


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"time": "--"}, "Time"),
        ({"time": "00:00:00"}, "Time"),
        ({"time": "soon"}, "Time"),
        ({"moving": "soon"}, "Moving Time"),
        ({"elapsed": "99:00:00"}, "Time"),
        ({"date": "2026-02-30 10:00:00"}, "Date"),
        ({"date": "2026-03-05"}, "Date"),
        ({"date": "--"}, "Date"),
    ],
)
def test_a_row_without_its_time_is_refused_with_its_place(
    cells: dict[str, str], column: str
) -> None:
    entries, problems, tally = read(HEADER + row() + row(**cells))
    assert (len(entries), tally.refused) == (1, 1)
    assert [(problem.line, problem.column) for problem in problems] == [(3, column)]


def test_short_blank_and_repeated_rows_are_accounted_for() -> None:
    _, problems, tally = read(HEADER + row() + "Strength Training,2026\n" + ",,,,,,,,,,\n" + HEADER)
    assert (tally.total, tally.read, tally.refused) == (4, 1, 1)
    assert dict(tally.set_aside) == {"blank": 1, "header": 1}
    assert [problem.code for problem in problems] == ["row-cut-short"]


def test_titles_are_never_kept() -> None:
    found = read(HEADER + row() + row(time="--") + row(date="never"))
    assert "Private" not in repr(found)


def test_a_night_in_which_clocks_change() -> None:
    content = HEADER + row(date="2026-10-25 01:30:00", time="02:00:00")
    (entry,), _, _ = read(content)
    assert isinstance(entry, ActivitySession)
    assert entry.start.local.isoformat() == "2026-10-25T01:30:00+02:00"
    assert entry.end.isoformat() == "2026-10-25T01:30:00+00:00"


def test_file_of_another_kind_is_one_problem() -> None:
    entries, problems, tally = read("a,b\n1,2\n")
    assert (entries, tally.total) == ([], 0)
    assert [problem.code for problem in problems] == ["header-unknown"]


@given(st.sampled_from(SAMPLES), st.data())
def test_spoiled_lists_never_raise(sample: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(sample)))
    cut = data.draw(st.integers(0, 40))
    read(sample[:at] + data.draw(st.binary(max_size=20)) + sample[at + cut :])


@given(st.binary(max_size=300))
def test_random_bytes_below_the_header_never_raise(body: bytes) -> None:
    read(HEADER.encode() + body)
