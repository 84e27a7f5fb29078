"""What is planned: the newest version of its file counts, and nothing that happened is touched."""

from datetime import date, timedelta
from pathlib import Path

from tests.athlete_log import SOURCE, ZONE, AthleteLog
from tests.store_import import NOW, File, file, import_files, keep_file, source, unreadable
from tl_analyzer.log import Entry, PlannedSession, PlannedSport
from tl_analyzer.parameters import Parameters
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.loading import load_log
from tl_analyzer.store.pruning import prune
from tl_analyzer.store.runs import begin_run
from tl_analyzer.store.window import window_of

LOG = AthleteLog()
LIFTED = LOG.lift("2026-11-10 18:00", ("Deadlift", 140.0, 5))


def plan(wall: str, sport: PlannedSport = PlannedSport.RIDE, hours: float = 1) -> PlannedSession:
    start = LOG.at(wall)
    return PlannedSession(
        start=start,
        end=start.utc + timedelta(hours=hours) if start.timed else None,
        sport=sport,
        title=sport.value,
        provenance=SOURCE,
    )


TUESDAY, SUNDAY = plan("2026-11-17 18:00"), plan("2026-11-22 09:00")


def planned(store: Connection, parameters: Parameters) -> list[str]:
    log = load_log(store, "anna", None, parameters)
    return [f"{each.start.local:%a %H:%M}" for each in log.planned]


def test_a_newer_calendar_takes_the_place_of_all_it_said(
    store: Connection, parameters: Parameters
) -> None:
    import_files(store, file("/logs/a.ics", TUESDAY, SUNDAY, LIFTED), file("/logs/b.ics", SUNDAY))
    # The last session is gone, the first has moved.
    kept = import_files(
        store, file("/logs/a.ics", plan("2026-11-18 18:00"), LIFTED), file("/logs/b.ics", SUNDAY)
    )
    assert planned(store, parameters) == ["Wed 18:00", "Sun 09:00"]
    assert (kept.replaced, kept.withdrawn, kept.vanished) == (1, 1, 0)


def test_a_calendar_without_any_plan_withdraws_them(
    store: Connection, parameters: Parameters
) -> None:
    import_files(store, file("/logs/a.ics", TUESDAY, LIFTED))
    import_files(store, file("/logs/a.ics", version="empty"))
    assert planned(store, parameters) == []
    # What was done stays, as ever.
    assert len(load_log(store, "anna", None, parameters).strength) == 1


def test_a_calendar_that_cannot_be_read_withdraws_nothing(
    store: Connection, parameters: Parameters
) -> None:
    import_files(store, file("/logs/a.ics", TUESDAY))
    import_files(store, unreadable("/logs/a.ics"))
    assert planned(store, parameters) == ["Tue 18:00"]


def test_a_calendar_that_becomes_a_copy_of_another_says_what_that_says(
    store: Connection, parameters: Parameters
) -> None:
    import_files(store, file("/logs/a.ics", SUNDAY), file("/logs/b.ics", TUESDAY))
    copy = File("/logs/b.ics", file("/logs/a.ics", SUNDAY).readings)
    import_files(store, file("/logs/a.ics", SUNDAY), copy)
    assert planned(store, parameters) == ["Sun 09:00"]


def test_what_an_archive_holds_no_more_is_not_planned(
    store: Connection, parameters: Parameters
) -> None:
    both = [
        source(f"/logs/all.zip!/{name}", [each]) for name, each in (("a", TUESDAY), ("b", SUNDAY))
    ]
    import_files(store, File("/logs/all.zip", tuple(both)))
    import_files(store, File("/logs/all.zip", (both[0],)))
    assert planned(store, parameters) == ["Tue 18:00"]


def test_an_import_that_was_cut_off_and_repeated_plans_nothing_twice(
    store: Connection, parameters: Parameters
) -> None:
    calendar = file("/logs/a.ics", TUESDAY, SUNDAY)
    run = begin_run(store, "anna", [Path("/logs")], NOW)
    keep_file(store, run, calendar)
    import_files(store, calendar)
    assert planned(store, parameters) == ["Tue 18:00", "Sun 09:00"]
    assert prune(store, "anna", ["/logs/a.ics"]) == 0
    assert planned(store, parameters) == ["Tue 18:00", "Sun 09:00"]


def test_a_window_holds_the_plans_of_its_week_and_of_the_weeks_to_come(
    store: Connection, parameters: Parameters
) -> None:
    monday = date(2026, 11, 9)
    days = [monday + timedelta(weeks=n) for n in range(-30, 60)]
    entries: list[Entry] = [plan(f"{day} 18:00") for day in days]
    import_files(store, file("/logs/a.ics", *entries))
    log = load_log(store, "anna", window_of(monday, ZONE, parameters), parameters)
    held = [each.start.local.date() for each in log.planned]
    assert held == [monday + timedelta(weeks=n) for n in range(6)]
    assert len(load_log(store, "anna", None, parameters).planned) == len(days)
