"""Finding sessions again, by what the athlete remembers of them."""

from datetime import date

import pytest

from tests.athlete_log import AthleteLog
from tests.store_import import file, import_files
from tl_analyzer.log import ActivitySession, RidePosture
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.failure import StoreError
from tl_analyzer.store.sessions import exercise_counts, search

LOG = AthleteLog()


@pytest.fixture
def filled(store: Connection) -> Connection:
    lift = LOG.lift("2026-11-10 23:30", ("Kreuzheben ÜBER", 140.0, 5), ("Row", 60.0, 8))
    noted = lift.sets[1].model_copy(update={"note": "Left side pulled"})
    ride = LOG.ride("2026-11-11 08:00", (RidePosture.SEATED, 60), (RidePosture.STOPPED, 30))
    walk = ActivitySession(
        start=LOG.at("2026-11-12 12:00"),
        end=LOG.at("2026-11-12 12:30").utc,
        sport="walking",
        moving_s=1500,
        provenance=lift.provenance,
    )
    import_files(
        store,
        file(
            "/logs/anna.csv",
            lift.model_copy(update={"title": "Pull 50%", "sets": (lift.sets[0], noted)}),
            ride.model_copy(update={"sub_sport": "road", "device": "Head Unit"}),
            walk,
            LOG.lift("2026-11-09", ("Squat", 100.0, 5)),
        ),
    )
    import_files(store, file("/logs/ben.csv", LOG.lift("2026-11-13 18:00")), athlete="ben")
    return store


def test_all_are_listed_newest_first_with_what_they_were(filled: Connection) -> None:
    lines = search(filled, "anna")
    assert [(s.kind, s.local.date().day, s.sets) for s in lines] == [
        ("activity", 12, 0),
        ("ride", 11, 0),
        ("strength", 10, 2),
        ("strength", 9, 1),
    ]
    assert [s.minutes for s in lines] == [25, 60, 60, 60]
    assert lines[1].distance_m == pytest.approx(27_000)
    assert lines[2].exercises == ("Kreuzheben ÜBER", "Row")
    assert {s.file for s in lines} == {"/logs/anna.csv"}
    assert [s.athlete for s in search(filled)] == ["ben", *["anna"] * 4]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("über", [10]),
        ("pulled", [10]),
        ("PULL", [10]),
        ("50%", [10]),
        ("5%", []),
        ("head unit", [11]),
        ("walk", [12]),
        ("squat", [9]),
        ("_", []),
        ("nothing", []),
    ],
)
def test_words_are_found_in_any_case_and_taken_as_they_are(
    words: str, days: list[int], filled: Connection
) -> None:
    assert [s.local.date().day for s in search(filled, "anna", text=words)] == days


def test_days_are_those_they_were_lived_on(filled: Connection) -> None:
    since, until = date(2026, 11, 10), date(2026, 11, 11)
    assert [s.local.date().day for s in search(filled, since=since, until=until)] == [11, 10]
    # 23:30 in Berlin is the same day; an instant later in another zone would not be.
    assert len(search(filled, since=until, until=until)) == 1


def test_kind_and_number_can_be_asked_for(filled: Connection) -> None:
    assert [s.kind for s in search(filled, kind="ride")] == ["ride"]
    assert len(search(filled, "anna", limit=3)) == 3
    with pytest.raises(StoreError, match="only of anna, ben"):
        search(filled, "carla")


def test_exercises_are_counted_by_their_sets(filled: Connection) -> None:
    assert exercise_counts(filled, "anna") == {"Kreuzheben ÜBER": 1, "Row": 1, "Squat": 1}
    assert exercise_counts(filled, "ben") == {}
