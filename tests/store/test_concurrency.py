"""Readers beside a writer, and two writers: everybody sees whole states, nobody fails."""

import multiprocessing
from pathlib import Path

import pytest

from tests.athlete_log import AthleteLog
from tests.store_import import NOW, File, file, import_files, keep_file
from tl_analyzer.parameters import Parameters
from tl_analyzer.store import lock
from tl_analyzer.store.connection import lock_file, open_for_reading, open_for_writing
from tl_analyzer.store.failure import NoStoreError, StoreError
from tl_analyzer.store.files import unchanged
from tl_analyzer.store.loading import load_log, stored_tables
from tl_analyzer.store.runs import begin_run, finish_run
from tl_analyzer.store.tally import Kept

LOG = AthleteLog()
#: Files, workouts of a file, sets of a workout.
FILES, WORKOUTS, SETS = 25, 4, 10
#: No connection is open when they are started.
FORK = multiprocessing.get_context("fork")


def logs(kg: float = 100.0, files: int = FILES) -> list[File]:
    return [
        file(
            f"/logs/{number:02}.csv",
            *(
                LOG.lift(f"{2000 + number}-06-{day + 1:02} 18:00", *[("Row", kg, 8)] * SETS)
                for day in range(WORKOUTS)
            ),
        )
        for number in range(files)
    ]


def write(path: str, athlete: str, weights: list[float]) -> None:
    """Import the files with each of some weights, in a process of its own."""
    with open_for_writing(Path(path)) as store:
        for kg in weights:
            import_files(store, *logs(kg), athlete=athlete)


def test_a_reader_sees_only_whole_files_while_others_are_imported(path: Path) -> None:
    writer = FORK.Process(target=write, args=(str(path), "anna", [100.0, 101.0, 102.0]))
    writer.start()
    reads = 0
    seen: set[int] = set()
    while writer.is_alive():
        try:
            with open_for_reading(path) as store:
                tables = stored_tables(store, "anna")
        except (NoStoreError, StoreError) as why:
            # Until the first transaction there is nothing to read; afterwards nothing fails.
            assert not reads, why
            continue
        reads += 1
        workouts = tables["workouts"][0] if tables["workouts"] else ()
        owners = tables["sets"][0] if tables["sets"] else ()
        seen.add(len(workouts))
        assert len(workouts) % WORKOUTS == 0
        assert len(workouts) * SETS == len(owners)
        assert set(owners) == set(workouts)
    writer.join()
    assert writer.exitcode == 0
    assert reads > 3
    assert max(seen) == FILES * WORKOUTS


@pytest.mark.parametrize("other", ["anna", "ben"])
def test_two_writers_both_succeed(other: str, path: Path, parameters: Parameters) -> None:
    writers = [
        FORK.Process(target=write, args=(str(path), athlete, [100.0]))
        for athlete in ("anna", other)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    with open_for_reading(path) as store:
        for athlete in {"anna", other}:
            log = load_log(store, athlete, None, parameters)
            assert len(log.strength) == FILES * WORKOUTS
            assert not any(session.folded for session in log.strength)


def test_a_run_that_was_cut_off_is_gone_on_with(path: Path, parameters: Parameters) -> None:
    """Two exports with one workout are merged by the load, though a kill lay between them."""
    one, other = (
        file("/logs/a.csv", LOG.lift("2026-11-10 18:00", ("Row", 60.0, 8))),
        file("/logs/b.csv", LOG.lift("2026-11-10 18:00", ("Row", 60.0, 8), ("Row", 60.0, 7))),
    )
    with open_for_writing(path) as store:
        begun = begin_run(store, "anna", [Path("/logs")], NOW)
        keep_file(store, begun, one)
    with open_for_writing(path) as store:
        run = begin_run(store, "anna", [Path("/logs")], NOW)
        assert (run.id, run.resumed) == (begun.id, True)
        assert unchanged(store, "anna", one.state)
        assert keep_file(store, run, other) == Kept(new=1)
        finish_run(store, run, NOW, [one.path, other.path])
        (workout,) = load_log(store, "anna", None, parameters).strength
        assert len(workout.folded) == 1
        later = begin_run(store, "anna", [Path("/logs")], NOW)
        assert (later.id > run.id, later.resumed) == (True, False)


def test_a_lock_that_is_held_too_long_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_for_writing(path) as store, lock.locked(lock_file(path)):
        monkeypatch.setattr(lock, "PATIENCE_S", 0.02)
        with pytest.raises(StoreError, match="another process"), store.writing():
            pass


def test_what_fails_in_a_transaction_leaves_nothing(path: Path) -> None:
    with open_for_writing(path) as store:
        import_files(store, *logs(files=1))
        with pytest.raises(ZeroDivisionError), store.writing():
            store.execute("DELETE FROM workout")
            raise ZeroDivisionError
        assert store.execute("SELECT count(*) FROM workout").fetchone() == (WORKOUTS,)
        with store.writing():
            pass  # the lock was given back
