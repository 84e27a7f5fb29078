"""What is forgotten is gone from the file, byte by byte; everything else stays."""

from pathlib import Path

import pytest

from tests.athlete_log import AthleteLog
from tests.seen import seen
from tests.store_import import file, import_files, unreadable
from tl_analyzer.log import CheckIn, PlannedSession, PlannedSport, StrengthSession
from tl_analyzer.parameters import Parameters
from tl_analyzer.store import connection as opening
from tl_analyzer.store.acknowledgements import acknowledge
from tl_analyzer.store.athletes import athletes, profile_of, remember
from tl_analyzer.store.checking import quick_check
from tl_analyzer.store.connection import Connection, open_for_reading, open_for_writing
from tl_analyzer.store.failure import StoreError
from tl_analyzer.store.forgetting import forget_athlete, forget_source
from tl_analyzer.store.loading import load_log

LOG = AthleteLog()


def lifted(exercise: str, day: int = 10) -> StrengthSession:
    lift = LOG.lift(f"2026-11-{day} 18:00", (exercise, 140.0, 5))
    return lift.model_copy(update={"title": f"{exercise} day"})


def said(note: str) -> CheckIn:
    lift = lifted("x")
    return CheckIn(start=lift.start, note=note, provenance=lift.provenance)


def planned(title: str) -> PlannedSession:
    lift = lifted("x", 24)
    return PlannedSession(
        start=lift.start,
        end=None,
        sport=PlannedSport.OTHER,
        title=title,
        provenance=lift.provenance,
    )


def contents(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in sorted(path.parent.iterdir()))


def fill(store: Connection) -> None:
    remember(store, "anna", 'name = "Anna Secret"', "logs/secretanna/profile.toml", "[secretmap]")
    remember(store, "ben", 'name = "Ben"', "logs/ben/profile.toml")
    import_files(
        store,
        file(
            "/logs/secretfile.csv", lifted("Secretlift"), said("secretnote"), planned("secretplan")
        ),
        unreadable("/logs/secretbroken.csv"),
    )
    acknowledge(store, "anna", [seen(note="secretreason")])
    import_files(store, file("/logs/ben.csv", lifted("Deadlift")), athlete="ben")


def test_an_athlete_is_forgotten_to_the_last_byte(path: Path, parameters: Parameters) -> None:
    with open_for_writing(path) as store:
        fill(store)
    # A copy made by a migration knows the athlete too.
    (path.parent / "log.sqlite.layout-1").write_bytes(b"Anna Secret")
    assert b"ecret" in contents(path)
    assert b"anna" in contents(path)
    with open_for_writing(path) as store:
        assert forget_athlete(store, "anna") == 3
        assert [athlete.id for athlete in athletes(store)] == ["ben"]
        assert len(load_log(store, "ben", None, parameters).strength) == 1
        assert b"ecret" not in contents(path)
        assert b"anna" not in contents(path)
    assert b"ecret" not in contents(path)
    assert b"Deadlift" in contents(path)
    assert not quick_check(path)


def test_a_source_is_forgotten_with_its_earlier_versions_and_copies(
    path: Path, parameters: Parameters
) -> None:
    with open_for_writing(path) as store:
        import_files(store, file("/logs/a.csv", lifted("Secretlift"), said("secretnote")))
        import_files(
            store,
            file("/logs/a.csv", lifted("Secretcurl", 12), planned("secretplan")),
            file("/logs/copy.csv", lifted("Secretcurl", 12), planned("secretplan")),
            file("/logs/b.csv", lifted("Deadlift", 14)),
        )
        assert forget_source(store, "anna", "/logs/a.csv") == 4
        log = load_log(store, "anna", None, parameters)
        assert not log.planned
        assert [s.sets[0].exercise for s in log.strength] == ["Deadlift"]
        assert [s.file for s in log.sources] == ["/logs/b.csv"]
    assert b"ecret" not in contents(path)
    with open_for_writing(path) as store:
        # It is still in the folder: the next import reads it again.
        import_files(
            store, file("/logs/a.csv", lifted("Row")), file("/logs/b.csv", lifted("Deadlift", 14))
        )
        assert len(load_log(store, "anna", None, parameters).strength) == 2


def test_nobody_and_nothing_is_an_error_that_names_who_is_there(store: Connection) -> None:
    fill(store)
    with pytest.raises(StoreError, match="only of anna, ben"):
        forget_athlete(store, "carla")
    with pytest.raises(StoreError, match="nothing was imported from"):
        forget_source(store, "anna", "/logs/ben.csv")
    assert len(athletes(store)) == 2


def test_a_profile_is_remembered_until_another_is_given(store: Connection) -> None:
    fill(store)
    remember(store, "anna")
    held = profile_of(store, "anna")
    assert held is not None
    assert "Anna Secret" in held.profile
    assert (held.profile_path, held.mapping) == ("logs/secretanna/profile.toml", "[secretmap]")
    remember(store, "anna", "new", "/new.toml", "")
    held = profile_of(store, "anna")
    assert held is not None
    assert (held.profile, held.profile_path, held.mapping) == ("new", "/new.toml", "[secretmap]")
    assert profile_of(store, "carla") is None


def test_who_still_reads_while_something_is_forgotten_is_said(
    path: Path, parameters: Parameters, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_TIMEOUT_S", 0.05)
    with open_for_writing(path) as store:
        fill(store)
        with open_for_reading(path) as reader, reader.snapshot():
            before = len(load_log(reader, "anna", None, parameters).strength)
            forget_athlete(store, "anna")
            assert any("another process reads" in note for note in store.notes)
            # Whoever reads goes on reading one state.
            assert len(load_log(reader, "anna", None, parameters).strength) == before
        assert [athlete.id for athlete in athletes(store)] == ["ben"]
    with open_for_writing(path) as store:
        remember(store, "carla")
    assert b"ecret" not in contents(path)
