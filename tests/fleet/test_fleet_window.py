"""What the fleet leaves out of a long history changes no report."""

from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.athlete_log import ZONE, AthleteLog
from tests.store.test_window import AT_A_DESK, EVENTS, PROFILE, WEEK, entry, report
from tl_analyzer.fleet.analysing import log_of_athlete
from tl_analyzer.fleet.windowed import windowed
from tl_analyzer.log import Entry, Postures, RidePosture
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import Profile
from tl_analyzer.store.window import window_of
from tl_analyzer.tables.columns import Columns
from tl_analyzer.tables.from_log import rows_of
from tl_analyzer.tables.to_log import columns_of

WINDOW = window_of(WEEK.monday, WEEK.zone, parameter_set())


def columns_of_events(events: list[tuple[int, str, int]]) -> dict[str, Columns]:
    tables = rows_of([entry(*event) for event in events], Postures())
    return {table: columns_of(rows) for table, rows in tables.items() if rows}


@given(EVENTS, st.sampled_from([PROFILE, AT_A_DESK]))
@example([(900, "lift 0", 18), (0, "lift 0", 18), (20, "holiday", 23)], PROFILE)
@example([(380, "sleep", 1), (130, "holiday", 23), (3, "computer", 9)], AT_A_DESK)
@settings(max_examples=40, deadline=None)
def test_the_report_is_the_same_to_the_byte(
    events: list[tuple[int, str, int]], profile: Profile
) -> None:
    tables = columns_of_events(events)
    part = log_of_athlete(windowed(tables, WINDOW))
    assert report(part, profile) == report(log_of_athlete(tables), profile)


def test_years_ago_are_left_out() -> None:
    log, today = AthleteLog(), date(2026, 11, 12)
    days = [today - timedelta(weeks=back) for back in range(520)]
    entries: list[Entry] = [
        *(log.lift(f"{day} 18:00", ("Deadlift", 100.0, 5)) for day in days),
        *(log.ride(f"{day} 07:00", (RidePosture.SEATED, 60.0)) for day in days),
        *(log.sit(f"{day} 09:00", f"{day} 10:00") for day in days),
    ]
    tables = {table: columns_of(rows) for table, rows in rows_of(entries, Postures()).items()}
    kept = windowed(tables, WINDOW)
    rows = {table: len(columns[0]) for table, columns in kept.items() if columns}
    assert rows["sets"] == rows["workouts"] == rows["rides"] == rows["posture_bouts"]
    assert 53 < rows["sets"] < 60
    assert 16 < rows["postures"] < 25
    assert ZONE in kept["workouts"][2]
