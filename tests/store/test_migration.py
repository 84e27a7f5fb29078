"""A store of an older layout becomes one of this layout, and says the same.

``layout_1.sql`` is what the code of layout 1 wrote, as SQL: six weeks of lifting, riding and
sitting out of a file that was corrected once, and an acknowledgement of a kind known no more.
"""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.athlete_log import ZONE, AthleteLog
from tests.store_import import file, import_files
from tl_analyzer.analysis import weekly_report
from tl_analyzer.load.week import Week
from tl_analyzer.log import Entry, Log, RidePosture
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.parameters import Parameters
from tl_analyzer.profile import parse_profile
from tl_analyzer.store.acknowledgements import acknowledgements
from tl_analyzer.store.athletes import profile_of
from tl_analyzer.store.checking import quick_check
from tl_analyzer.store.connection import Connection, open_for_reading, open_for_writing
from tl_analyzer.store.loading import load_log
from tl_analyzer.store.migrations import APPLICATION, LAYOUT, copies, copy_of
from tl_analyzer.store.window import window_of

LAYOUT_1 = Path(__file__).parent / "layout_1.sql"
WEEK = Week(date(2026, 11, 9), ZONE)
AS_OF = datetime(2026, 11, 16, 6, tzinfo=UTC)


def logged() -> list[Entry]:
    """What the old store was filled with."""
    log = AthleteLog()
    entries: list[Entry] = []
    for back in range(6):
        monday = WEEK.back(back).monday
        first = ("Deadlift", 140.0 if back else 170.0, 5)
        tuesday, saturday = monday + timedelta(days=1), monday + timedelta(days=5)
        entries += [
            log.lift(f"{monday} 18:00", first, ("Barbell Row", 70.0, 8)),
            log.ride(f"{saturday} 09:00", (RidePosture.SEATED, 90.0), (RidePosture.STANDING, 5.0)),
            log.sit(f"{tuesday} 09:00", f"{tuesday} 12:00"),
        ]
    return entries


@pytest.fixture
def old(path: Path) -> Path:
    path.parent.mkdir()
    held = sqlite3.connect(path)
    held.executescript(LAYOUT_1.read_text(encoding="utf-8"))
    held.execute(f"PRAGMA application_id = {APPLICATION}")
    held.execute("PRAGMA user_version = 1")
    held.close()
    return path


def loaded(store: Connection, parameters: Parameters) -> Log:
    return load_log(store, "anna", window_of(WEEK.monday, ZONE, parameters), parameters)


def report(store: Connection, parameters: Parameters) -> str:
    held = profile_of(store, "anna")
    assert held is not None
    profile = parse_profile(held.profile)
    log = loaded(store, parameters)
    return weekly_report(log, profile, WEEK, AS_OF, parameters, Recogniser()).model_dump_json(
        exclude={"diagnostics"}
    )


@pytest.mark.parametrize("opened", [open_for_writing, open_for_reading])
def test_a_store_of_layout_1_says_the_same_afterwards(
    opened: object, old: Path, tmp_path: Path, parameters: Parameters
) -> None:
    open_ = open_for_writing if opened is open_for_writing else open_for_reading
    with open_(old) as store, open_for_writing(tmp_path / "new.sqlite") as new:
        held = profile_of(store, "anna")
        assert held is not None
        new.execute("INSERT INTO athlete VALUES (1, 'anna', ?, '', '')", (held.profile,))
        import_files(new, file("/logs/a.csv", *logged()))
        import_files(new, file("/logs/a.csv", *logged()[:-1]))
        assert loaded(store, parameters) == loaded(new, parameters)
        assert report(store, parameters) == report(new, parameters)
        assert store.execute("PRAGMA user_version").fetchone() == (LAYOUT,)
    assert not quick_check(old)


def test_it_becomes_what_a_new_one_is(old: Path, tmp_path: Path) -> None:
    asked = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    with open_for_writing(old) as store, open_for_writing(tmp_path / "new.sqlite") as new:
        migrated = [(kind, name, bare(sql)) for kind, name, sql in store.execute(asked)]
        assert migrated == [(kind, name, bare(sql)) for kind, name, sql in new.execute(asked)]


def bare(sql: str) -> str:
    return " ".join(sql.split())


def test_the_copy_is_of_the_old_layout(old: Path) -> None:
    with open_for_writing(old):
        pass
    assert copies(old) == [copy_of(old, 1)]
    held = sqlite3.connect(copy_of(old, 1))
    assert held.execute("PRAGMA user_version").fetchone() == (1,)
    assert held.execute("SELECT count(*) FROM ride").fetchone() == (6,)
    held.close()


def test_it_takes_what_the_new_layout_knows(old: Path, parameters: Parameters) -> None:
    with open_for_writing(old) as store:
        assert acknowledgements(store, "anna") == ()
        assert load_log(store, "anna", None, parameters).planned == ()
        import_files(store, file("/logs/b.csv", logged()[0], version="again"))
        assert len(load_log(store, "anna", None, parameters).rides) == 6
