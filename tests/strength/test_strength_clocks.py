"""Times: the day of a workout, nights in which clocks change, sets that state their moment."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading
from tl_analyzer.log import Clock, Problem, StrengthSession, Tally
from tl_strength.clocks import place, place_all

Read = Callable[..., tuple[list[StrengthSession], list[Problem], Tally]]

GYMBOOK = "Data,Programma,Orario,Esercizio,Ripetizioni / Tempo,Peso / Distanza,Appunti,Saltato\n"
FITBOD = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier\n"
)
HEVY = "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps\n"
BERLIN = ZoneInfo("Europe/Berlin")


def gymbook(*stamps: str, title: str = "A") -> str:
    rows = []
    for stamp in stamps:
        day, clock = stamp.split()
        rows.append(f'{day},{title},{clock},Squat,5 ripetizioni,"100,00 kg",,No\n')
    return "".join(rows)


def lines(session: StrengthSession) -> list[int]:
    return [each.row for each in session.sets]


def test_a_workout_past_midnight_stays_one_and_on_its_day(read: Read) -> None:
    sessions, _, _ = read(GYMBOOK + gymbook("05/03/26 23:40", "05/03/26 23:59", "06/03/26 00:21"))
    assert len(sessions) == 1
    assert sessions[0].start.day_in("Europe/Berlin").isoformat() == "2026-03-05"
    assert sessions[0].duration_s == 41 * 60
    assert [s.start.local.isoformat() for s in sessions[0].sets if s.start] == [
        "2026-03-05T23:40:00+01:00",
        "2026-03-05T23:59:00+01:00",
        "2026-03-06T00:21:00+01:00",
    ]


def test_two_visits_of_a_day_are_two_workouts(read: Read) -> None:
    sessions, problems, _ = read(
        GYMBOOK + gymbook("05/03/26 07:00", "05/03/26 07:20", "05/03/26 19:00")
    )
    assert [lines(session) for session in sessions] == [[2, 3], [4]]
    assert [session.duration_s for session in sessions] == [1200.0, None]
    assert problems == []


def test_workouts_of_two_titles_are_two(read: Read) -> None:
    content = GYMBOOK + gymbook("05/03/26 19:00") + gymbook("05/03/26 19:20", title="B")
    sessions, _, _ = read(content)
    assert [session.title for session in sessions] == ["A", "B"]


@pytest.mark.parametrize(
    "stamps",
    [
        ("05/03/26 18:00", "05/03/26 18:05", "05/03/26 18:05", "05/03/26 18:30"),
        # Newest set first.
        ("05/03/26 18:30", "05/03/26 18:05", "05/03/26 18:05", "05/03/26 18:00"),
        # Sorted by exercise.
        ("05/03/26 18:05", "05/03/26 18:30", "05/03/26 18:00", "05/03/26 18:05"),
    ],
)
def test_sets_come_in_the_order_in_which_they_were_done(
    stamps: tuple[str, ...], read: Read
) -> None:
    (session,), _, _ = read(GYMBOOK + gymbook(*stamps))
    starts = [each.start.utc for each in session.sets if each.start]
    assert starts == sorted(starts)
    assert session.duration_s == 1800.0


def test_utc_stamps_land_on_the_day_on_which_they_were_lived(read: Read) -> None:
    row = "2026-03-04 23:15:20 +0000,Back Squat, 5,60.0,0.0,0.0,0.0,0.0,false,, 1.0\n"
    (session,), _, _ = read(FITBOD + row)
    assert session.start.day_in("Europe/Berlin").isoformat() == "2026-03-05"
    assert session.start.clock is Clock.STATED
    (session,), _, _ = read(FITBOD + row, Reading(zone="America/Denver"))
    assert session.start.day_in("America/Denver").isoformat() == "2026-03-04"


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        # The night in which an hour is skipped: from 01:30 to 03:30 is one hour.
        ("29 Mar 2026, 01:30", "29 Mar 2026, 03:30", 60),
        # The night in which an hour comes twice: from 01:30 to 03:30 are three.
        ("25 Oct 2026, 01:30", "25 Oct 2026, 03:30", 180),
        # An end that reads earlier than its start is in the second of the two hours.
        ("25 Oct 2026, 02:50", "25 Oct 2026, 02:20", 30),
        ("24 Oct 2026, 23:40", "25 Oct 2026, 00:40", 60),
    ],
)
def test_nights_in_which_clocks_change_lose_and_double_nothing(
    start: str, end: str, minutes: int, read: Read
) -> None:
    content = HEVY + f'A,"{start}","{end}",Squat (Barbell),0,normal,100,5\n'
    (session,), problems, _ = read(content)
    assert problems == []
    assert session.duration_s == minutes * 60


def test_sets_through_the_hour_that_comes_twice(read: Read) -> None:
    clocks = ["02:30", "02:50", "02:10", "02:40", "03:05"]
    (session,), _, _ = read(GYMBOOK + gymbook(*(f"25/10/26 {clock}" for clock in clocks)))
    assert lines(session) == [2, 3, 4, 5, 6]
    assert [s.start.utc.strftime("%H:%M") for s in session.sets if s.start] == [
        "00:30",
        "00:50",
        "01:10",
        "01:40",
        "02:05",
    ]
    assert session.duration_s == 95 * 60


@given(
    st.datetimes(datetime(2026, 10, 24, 20), datetime(2026, 10, 25, 8)),
    st.lists(st.integers(1, 40), min_size=1, max_size=30),
)
def test_stamps_of_a_night_that_follow_one_another_never_go_back(
    first: datetime, minutes: list[int]
) -> None:
    at = first.replace(second=0, microsecond=0, tzinfo=BERLIN).astimezone(ZoneInfo("UTC"))
    instants = [at]
    for step in minutes:
        instants.append(instants[-1] + timedelta(minutes=step))
    walls = [instant.astimezone(BERLIN).replace(tzinfo=None, fold=0) for instant in instants]
    placed = [when.utc for when in place_all(walls, "Europe/Berlin")]
    assert placed == sorted(placed)


def test_what_comes_before_changes_no_other_clock() -> None:
    late = place(datetime(2026, 3, 5, 20), "Europe/Berlin")
    early = place(datetime(2026, 3, 5, 18), "Europe/Berlin", late)
    assert early.utc < late.utc
    assert early.clock is Clock.LOCAL
