"""Strava's list of activities: every language, every layout, and every trap of the format."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bulk.conftest import HEADER, read, row, strava
from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import ProblemKind, RidePosture
from tl_bulk import StravaCsvAdapter

STRAVA = StravaCsvAdapter()
GOLDENS = Path(__file__).parent.parent / "goldens" / "strava-csv"
SPAN = '"<span class=""translation_missing"" title=""x"">{}</span>"'


def recognised(text: str) -> bool:
    return STRAVA.recognises(SourceFile.of_bytes("any.csv", text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "id,date,type,notes\n1,2026-01-01,Ride,x\n",
        "Activity ID,Activity Date,Elapsed Time\n1,2,3\n",
        "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n",
        "start,end,posture\n",
        "Aktivitätstyp,Datum,Favorit,Titel,Distanz\n",
        '{"Aktivitäts-ID": "Activity ID", "Aktivitätsdatum": "Activity Date"}',
        ",".join("abcdefghijklmnopqrst") + "\n" + ",".join("1" * 20) + "\n",
        "",
    ],
)
def test_other_tables_are_left_to_others(text: str) -> None:
    assert not recognised(text)


def test_a_new_column_or_html_in_the_header_changes_nothing() -> None:
    cells = HEADER.split(",")
    html = ",".join([*cells[:15], *(SPAN.format(cell) for cell in cells[15:]), "Brand New"])
    text = strava([row() + ",7"], html)
    assert recognised(text)
    (ride,), (plain,) = read(STRAVA, text).rides, read(STRAVA, strava([row()])).rides
    assert ride.model_copy(update={"provenance": plain.provenance}) == plain


def test_the_stored_distance_counts_and_not_the_shown_one() -> None:
    assert read(STRAVA, strava([row(metres="25300.5")])).rides[0].distance_m == 25300.5


def test_the_clock_is_utc_and_the_day_is_lived_at_home() -> None:
    (ride,) = read(STRAVA, strava([row(date='"May 23, 2023, 11:40:57 PM"')])).rides
    assert ride.start.utc.isoformat() == "2023-05-23T23:40:57+00:00"
    assert str(ride.start.local.date()) == "2023-05-24"


@pytest.mark.parametrize(
    "written",
    [
        "May 23, 2023, 12:40:57 PM",
        "May 23, 2023, 12:40:57\u202fPM",
        "23 May 2023, 12:40:57",
        "23 May 2023 at 12:40:57",
        "2023-05-23 12:40:57",
        "2023-05-23T12:40:57Z",
        "2023/05/23 12:40:57",
        "23.05.2023, 12:40:57",
        "23.05.2023 um 12:40:57",
        "23 mai 2023 à 12:40:57",
        "23 may 2023, 12:40:57",
        "23 de mai. de 2023, 12:40:57",
        "23 mag 2023, 12:40:57",
        "23 mei 2023 om 12:40:57",
        "23-05-2023 12:40:57",
        "23/05/2023 12:40:57",
        "5/23/2023 12:40:57 PM",
        "2023年5月23日 12:40:57",
    ],
)
def test_dates_in_every_form_are_the_same_instant(written: str) -> None:
    (ride,) = read(STRAVA, strava([row(date=f'"{written}"')])).rides
    assert ride.start.utc.isoformat() == "2023-05-23T12:40:57+00:00"


def test_dates_that_could_be_two_are_refused_unless_the_language_tells() -> None:
    found = read(STRAVA, strava([row(date="05/06/2023 12:00:00")]))
    assert found.codes == ["date-unreadable"] and found.tally.refused == 1
    french = "ID de l'activité,Date de l\u2019activité,Nom,Type d'activité,Description,Temps écoulé"
    table = f"{french}\n1,05/06/2023 12:00:00,x,Vélo,,600\n"
    assert read(STRAVA, table).rides[0].start.utc.isoformat() == "2023-06-05T12:00:00+00:00"


@pytest.mark.parametrize("moving", ["3000.0", "3600", "", "0", "9999", "soon"])
def test_bouts_fill_the_ride_and_riding_comes_first(moving: str) -> None:
    (ride,) = read(STRAVA, strava([row(moving=moving)])).rides
    assert ride.bouts[0].start == ride.start.utc and ride.bouts[-1].end == ride.end
    assert all(a.end == b.start for a, b in pairwise(ride.bouts))
    ridden = [bout for bout in ride.bouts if bout.posture is RidePosture.UNKNOWN]
    assert sum(bout.minutes for bout in ridden) * 60 == pytest.approx(ride.moving_s)
    assert ride.end - ride.start.utc == timedelta(seconds=3600)


@pytest.mark.parametrize(
    ("word", "sub_sport", "indoor"),
    [
        ("Ride", "", None),
        ("Virtual Ride", "virtual_activity", True),
        ("Virtuelle Radfahrt", "virtual_activity", True),
        ("Radfahrt", "", None),
        ("Vélo", "", None),
        ("Bicicleta", "", None),
        ("Fietsrit", "", None),
        ("ライド", "", None),
        ("Gravel Ride", "gravel_cycling", None),
        ("E-Bike Ride", "e_bike_fitness", None),
    ],
)
def test_rides_in_every_language(word: str, sub_sport: str, indoor: bool | None) -> None:
    (ride,) = read(STRAVA, strava([row(kind=word)])).rides
    assert (ride.sub_sport, ride.indoor) == (sub_sport, indoor)


@pytest.mark.parametrize("word", ["Weight Training", "Crossfit", "Workout", "Krafttraining"])
def test_a_strength_workout_is_a_duration_and_that_is_said_once(word: str) -> None:
    found = read(STRAVA, strava([row(kind=word, key=str(n)) for n in range(3)]))
    assert {activity.sport for activity in found.activities} == {"strength_training"}
    assert found.codes == ["duration-only"]
    assert found.problems[0].kind is ProblemKind.NOTE


def test_a_sport_that_is_not_known_is_kept_and_named() -> None:
    found = read(STRAVA, strava([row(kind="Petanque")]))
    assert found.activities[0].sport == "unknown"
    assert "Petanque" in found.problems[0].found


def test_names_descriptions_and_estimated_watts_never_enter_the_log() -> None:
    text = strava([row() + ",250"], HEADER + ",Average Watts")
    found = read(STRAVA, text)
    said = "".join(item.model_dump_json() for item in [*found.entries, *found.problems])
    assert "Kim" not in said
    assert found.rides[0].average_power_w is None


def test_body_mass_is_taken_when_it_changes_and_once_a_day() -> None:
    days = ["01 08:00", "01 20:00", "02 08:00", "03 08:00", "04 08:00", "05 08:00"]
    masses = ["74.0", "74.5", "74.5", "", "1.0", "73,9"]
    rows = [
        row(date=f"2026-01-{day}:00", mass=f'"{mass}"', key=day)
        for day, mass in zip(days, masses, strict=True)
    ]
    expected = [("2026-01-01", 74.5), ("2026-01-05", 73.9)]
    assert read(STRAVA, strava(rows)).masses == expected
    assert read(STRAVA, strava(rows[::-1])).masses == expected


@pytest.mark.parametrize("elapsed", ["", "0", "-5", "soon", "1e9"])
def test_a_row_without_a_credible_duration_is_refused(elapsed: str) -> None:
    found = read(STRAVA, strava([row(elapsed=elapsed), row(key="2")]))
    assert (found.tally.read, found.tally.refused) == (1, 1)
    assert found.problems[0].line == 2


def test_newlines_in_cells_twins_repeats_and_blank_rows_are_all_accounted_for() -> None:
    twice = row(name='"Line 1\nLine 2, and ""more"""')
    rows = [twice, twice, row(key="2"), HEADER, "," * 17, row(key="3", date="never")]
    found = read(STRAVA, strava(rows))
    assert (found.tally.total, found.tally.read, found.tally.refused) == (6, 2, 1)
    assert dict(found.tally.set_aside) == {
        "empty row": 1,
        "repeated header": 1,
        "repeated row": 1,
    }
    assert [entry.provenance.row for entry in found.rides] == [2, 6]
    assert found.problems[0].line == 9


@settings(max_examples=60)
@given(
    st.sampled_from(sorted(GOLDENS.glob("*.csv"))),
    st.integers(0, 3000),
    st.binary(max_size=20),
    st.integers(0, 40),
)
def test_damage_of_any_kind_gives_an_account_that_adds_up(
    path: Path, at: int, added: bytes, cut: int
) -> None:
    whole = path.read_bytes()
    at = at % len(whole)
    for entry in read(STRAVA, whole[:at] + added + whole[at + cut :]).rides:
        assert entry.end > entry.start.utc


@given(st.binary(max_size=300))
def test_random_bytes_are_no_list_and_never_raise(data: bytes) -> None:
    assert not STRAVA.recognises(SourceFile.of_bytes("activities.csv", data))
    assert not read(STRAVA, data).entries
