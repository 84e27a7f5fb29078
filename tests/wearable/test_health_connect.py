"""The database of Health Connect."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from tl_analyzer.log import (
    ActivitySession,
    BodyMass,
    DailyTotal,
    Entry,
    Posture,
    PostureInterval,
    RidePosture,
    RideSession,
)
from tl_wearable import HealthConnectAdapter

if TYPE_CHECKING:
    from tests.wearable.conftest import Database, Read

ADAPTER = HealthConnectAdapter()
NAME = "Health Connect.zip!/health_connect_export.db"
Row = tuple[str, Iterable[object]]


def at(clock: str, day: str = "2026-11-09") -> int:
    """Milliseconds since 1970 of a clock in Berlin, in winter."""
    return int(datetime.fromisoformat(f"{day}T{clock}+01:00").timestamp() * 1000)


def steps(app: int, first: int, last: int, count: object, offset: object = 3600) -> Row:
    columns = "app_info_id, start_time, end_time, start_zone_offset, count"
    return (
        f"INSERT INTO steps_record_table ({columns}) VALUES (?, ?, ?, ?, ?)",
        (app, first, last, offset, count),
    )


def exercise(kind: object, hour: int) -> Row:
    columns = "app_info_id, start_time, end_time, exercise_type, title, notes"
    return (
        f"INSERT INTO exercise_session_record_table ({columns}) VALUES (1, ?, ?, ?, ?, ?)",
        (at(f"{hour:02}:00"), at(f"{hour:02}:45"), kind, "With Anna", "private"),
    )


def sleep(app: int, first: int, last: int) -> Row:
    return (
        "INSERT INTO sleep_session_record_table (app_info_id, start_time, end_time)"
        " VALUES (?, ?, ?)",
        (app, first, last),
    )


def weight(time: object, grams: object) -> Row:
    return ("INSERT INTO weight_record_table (time, weight) VALUES (?, ?)", (time, grams))


def outline(entries: list[Entry]) -> list[tuple[str, str, Posture]]:
    return [
        (f"{e.start.local:%H:%M}", f"{e.end:%H:%M}", e.posture)
        for e in entries
        if isinstance(e, PostureInterval)
    ]


def test_walking_of_two_apps_is_united_and_their_steps_are_not_added(
    read: "Read", database: "Database"
) -> None:
    data = database(
        steps(1, at("08:00"), at("08:10"), 900),
        steps(2, at("08:05"), at("08:15"), 1000),
        steps(2, at("09:00"), at("09:30"), 200),
    )
    entries, problems, tally = read(ADAPTER, data, NAME)
    assert outline(entries) == [("08:00", "07:15", Posture.MOVING)]
    assert [e.value for e in entries if isinstance(e, DailyTotal)] == [1200]
    assert (problems, tally.read) == ([], 3)


def test_steps_over_many_hours_say_nothing_of_when(read: "Read", database: "Database") -> None:
    entries, _, _ = read(ADAPTER, database(steps(1, at("08:00"), at("20:00"), 30_000)), NAME)
    assert outline(entries) == []
    assert [e.value for e in entries if isinstance(e, DailyTotal)] == [30_000]


@pytest.mark.parametrize(
    ("offset", "day"), [(3600, 10), (-18_000, 9), (None, 10), ("x", 10), (10**9, 10)]
)
def test_the_day_of_a_step_is_where_it_was_taken(
    read: "Read", database: "Database", offset: object, day: int
) -> None:
    data = database(steps(1, at("00:30", "2026-11-10"), at("00:40", "2026-11-10"), 50, offset))
    entries, _, _ = read(ADAPTER, data, NAME)
    (total,) = (e for e in entries if isinstance(e, DailyTotal))
    assert total.start.local.date() == date(2026, 11, day)


def test_a_night_of_two_apps_is_one(read: "Read", database: "Database") -> None:
    first, last = at("22:40"), at("06:10", "2026-11-10")
    later = at("06:20", "2026-11-10")
    data = database(
        sleep(1, first, last), sleep(2, at("22:55"), later), sleep(2, at("22:55"), later)
    )
    entries, _, tally = read(ADAPTER, data, NAME)
    assert outline(entries) == [("22:40", "05:20", Posture.LYING)]
    assert tally.set_aside == (("duplicate", 1),)


@pytest.mark.parametrize(
    ("kinds", "ridden"),
    [
        ((4, 33, 53), {4}),
        ((5, 4, 45), {4, 5}),
        ((8, 56, 79), {8}),
        ((8, 9, 70), {8, 9}),
        ((8, 51, 58), {8}),
        ((8,), {8}),
        ((33, 8, 53), set()),
        ((1, 2, 3), set()),
    ],
)
def test_numbers_of_sports_by_the_numbering_that_explains_most(
    read: "Read", database: "Database", kinds: tuple[int, ...], ridden: set[int]
) -> None:
    data = database(*(exercise(kind, 8 + n) for n, kind in enumerate(kinds)))
    entries, (note,), _ = read(ADAPTER, data, NAME)
    rides = {kinds[e.start.local.hour - 8] for e in entries if isinstance(e, RideSession)}
    assert (rides, len(entries)) == (ridden, len(kinds))
    assert note.code == "sports-by-number"


def test_a_ride_says_nothing_of_posture_and_nothing_private(
    read: "Read", database: "Database"
) -> None:
    entries, problems, _ = read(ADAPTER, database(exercise(4, 17), exercise(45, 19)), NAME)
    ride, lift = entries
    assert isinstance(ride, RideSession)
    assert [bout.posture for bout in ride.bouts] == [RidePosture.UNKNOWN]
    assert isinstance(lift, ActivitySession)
    assert lift.sport == "strength_training"
    assert "Anna" not in repr(entries) + repr(problems)
    assert "private" not in repr(entries) + repr(problems)


def test_weights_are_grams(read: "Read", database: "Database") -> None:
    data = database(
        weight(at("07:00"), 71_400.0), weight(at("07:00"), 71_400.0), weight(at("08:00"), 71.4)
    )
    (mass,), (problem,), tally = read(ADAPTER, data, NAME)
    assert isinstance(mass, BodyMass)
    assert mass.mass.kg == 71.4
    assert (problem.column, tally.refused) == ("weight_record_table", 1)


@pytest.mark.parametrize(
    "row",
    [
        steps(1, at("08:10"), at("08:00"), 900),
        steps(1, at("08:00"), at("08:00"), 900),
        steps(1, at("08:00"), at("08:10"), -1),
        steps(1, at("08:00"), at("08:10"), "many"),
        steps(1, at("08:00"), at("08:10"), b"\x00"),
        steps(1, -(2**62), 2**62, 5),
        weight("noon", 71_400),
        weight(2**60, 71_400),
        weight(at("07:00"), None),
        sleep(1, at("22:00"), at("22:00", "2026-11-20")),
    ],
)
def test_records_that_are_none_are_refused_one_by_one(
    read: "Read", database: "Database", row: Row
) -> None:
    data = database(row, weight(at("07:00"), 71_400))
    entries, (problem,), tally = read(ADAPTER, data, NAME)
    assert (len(entries), problem.code, tally.refused) == (1, "record-unreadable", 1)


def test_tables_and_columns_may_be_missing(read: "Read", database: "Database") -> None:
    schema = "CREATE TABLE weight_record_table (time INTEGER, weight REAL);"
    data = database(weight(at("07:00"), 71_400), schema=schema)
    entries, problems, _ = read(ADAPTER, data, NAME)
    assert (len(entries), problems) == (1, [])
    schema = "CREATE TABLE steps_record_table (start_time INTEGER, end_time INTEGER);"
    row: Row = ("INSERT INTO steps_record_table VALUES (?, ?)", (at("08:00"), at("08:10")))
    entries, (problem,), _ = read(ADAPTER, database(row, schema=schema), NAME)
    assert (entries, problem.code) == ([], "record-unreadable")
