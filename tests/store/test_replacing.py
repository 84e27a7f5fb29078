"""What a later import does to what the store holds: nothing twice, nothing lost."""

from pathlib import Path

import pytest

from tests.athlete_log import AthleteLog
from tests.store_import import NOW, File, file, import_files, keep_file, source, unreadable
from tl_analyzer.log import (
    BodyMass,
    Log,
    SourceReading,
    StrengthSession,
    UnitBasis,
    Weight,
    WeightUnit,
)
from tl_analyzer.parameters import Parameters
from tl_analyzer.store.connection import Connection
from tl_analyzer.store.loading import load_log, stored_tables
from tl_analyzer.store.pruning import prune
from tl_analyzer.store.runs import begin_run
from tl_analyzer.store.tally import Kept

LOG = AthleteLog()
PATH = "/logs/strong.csv"


def deadlifts(kg: float, day: int = 10, title: str = "Pull") -> StrengthSession:
    lifted = LOG.lift(f"2026-11-{day} 18:00", ("Deadlift", kg, 5), ("Deadlift", kg, 3))
    return lifted.model_copy(update={"title": title})


def weighed(kg: float, day: int) -> BodyMass:
    mass = Weight(value=kg, unit=WeightUnit.KG, basis=UnitBasis.STATED)
    held = deadlifts(1, day)
    return BodyMass(start=held.start, mass=mass, provenance=held.provenance)


def whole(store: Connection, parameters: Parameters) -> Log:
    return load_log(store, "anna", None, parameters)


def weights(store: Connection, parameters: Parameters) -> list[float]:
    return [
        s.sets[0].weight.kg
        for s in whole(store, parameters).strength
        if s.sets[0].weight is not None
    ]


def test_a_corrected_weight_replaces_the_workout(store: Connection, parameters: Parameters) -> None:
    assert import_files(store, file(PATH, deadlifts(140), deadlifts(150, 12))) == Kept(new=2)
    kept = import_files(store, file(PATH, deadlifts(142.5), deadlifts(150, 12)))
    assert kept == Kept(replaced=1, unchanged=1)
    assert weights(store, parameters) == [142.5, 150]
    assert store.execute("SELECT count(*) FROM strength_set").fetchone() == (4,)


def test_a_corrected_workout_of_a_later_export_under_another_name_replaces_it(
    store: Connection, parameters: Parameters
) -> None:
    old, new = file("/logs/october.csv", deadlifts(140)), file("/logs/november.csv", deadlifts(145))
    import_files(store, old)
    assert import_files(store, old, new) == Kept(replaced=1)
    assert weights(store, parameters) == [145]


def test_two_sources_of_one_run_are_merged_when_loaded(
    store: Connection, parameters: Parameters
) -> None:
    one, other = (
        file("/logs/a.csv", deadlifts(140)),
        file("/logs/b.csv", deadlifts(140), version="2"),
    )
    assert import_files(store, one, other) == Kept(new=2)
    (workout,) = whole(store, parameters).strength
    assert len(workout.folded) == 1
    numbers, *_ = stored_tables(store, "anna")["workouts"]
    assert len(numbers) == 2


def test_the_same_bytes_under_another_name_are_recorded_and_not_read(
    store: Connection, parameters: Parameters
) -> None:
    one, copy = file("/logs/a.csv", deadlifts(140)), file("/logs/b.csv", deadlifts(140))
    assert import_files(store, one, copy) == Kept(new=1)
    log = whole(store, parameters)
    assert [s.same_as for s in log.sources] == ["", "/logs/a.csv"]
    assert len(log.strength) == 1
    assert not log.problems


def test_an_old_export_that_turns_up_again_brings_no_old_weight_back(
    store: Connection, parameters: Parameters
) -> None:
    import_files(store, file(PATH, deadlifts(140)))
    import_files(store, file(PATH, deadlifts(145)))
    backup = file("/logs/backup/strong.csv", deadlifts(140))
    assert import_files(store, file(PATH, deadlifts(145)), backup) == Kept(unchanged=1)
    assert weights(store, parameters) == [145]


def test_a_file_that_is_put_back_is_believed(store: Connection, parameters: Parameters) -> None:
    for kg in (140, 145, 140):
        import_files(store, file(PATH, deadlifts(kg)))
    assert weights(store, parameters) == [140]


def test_what_vanished_stays_until_it_is_pruned(store: Connection, parameters: Parameters) -> None:
    days = [deadlifts(100 + day, day) for day in range(10, 15)]
    import_files(store, file(PATH, *days))
    # The export now begins later, and one workout in the middle is gone.
    kept = import_files(store, file(PATH, days[1], days[2], days[4]))
    assert kept == Kept(unchanged=3, vanished=2)
    assert weights(store, parameters) == [110, 111, 112, 113, 114]
    assert prune(store, "anna", [PATH]) == 1
    assert weights(store, parameters) == [110, 111, 112, 114]
    assert prune(store, "anna", [PATH]) == 0


def test_an_export_without_its_head_takes_nothing_away_elsewhere(
    store: Connection, parameters: Parameters
) -> None:
    import_files(store, file(PATH, deadlifts(140)), file("/logs/b.csv", deadlifts(90, 16)))
    import_files(store, file(PATH, deadlifts(141)), file("/logs/b.csv", deadlifts(90, 16)))
    assert prune(store, "anna", [PATH]) == 0
    assert weights(store, parameters) == [141, 90]


def test_a_later_statement_replaces_days_within_its_range_only(
    store: Connection, parameters: Parameters
) -> None:
    import_files(store, file(PATH, weighed(80, 10), weighed(81, 11), weighed(82, 12)))
    kept = import_files(store, file(PATH, weighed(81.5, 11), weighed(82, 12), weighed(83, 13)))
    assert kept == Kept(new=1, replaced=1, unchanged=1)
    masses = [m.mass.value for m in whole(store, parameters).masses]
    assert masses == [80, 81.5, 82, 83]
    kept = import_files(store, file(PATH, weighed(81.5, 11), weighed(83, 13)))
    assert kept == Kept(unchanged=2, withdrawn=1)


def test_another_zone_in_the_profile_moves_the_workouts_and_doubles_none(
    store: Connection, parameters: Parameters
) -> None:
    class Elsewhere(AthleteLog):
        zone = "America/New_York"

    here = file(PATH, deadlifts(140), weighed(80, 10))
    import_files(store, here)
    start = Elsewhere().lift("2026-11-10 18:00").start
    moved = [e.model_copy(update={"start": start}) for e in (deadlifts(140), weighed(80, 10))]
    same_bytes = here.readings[0].summary
    reading = source(PATH, moved)
    digest = {"digest": same_bytes.digest}
    entries = tuple(
        e.model_copy(update={"provenance": e.provenance.model_copy(update=digest)})
        for e in reading.entries
    )
    again = File(PATH, (type(reading)(same_bytes, entries),), "another zone")
    assert import_files(store, again) == Kept(replaced=2)
    log = whole(store, parameters)
    assert [s.start for s in log.strength] == [start]
    assert [m.start for m in log.masses] == [start]


def test_a_changed_file_in_another_zone_doubles_no_workout_without_a_zone(
    store: Connection, parameters: Parameters
) -> None:
    class Elsewhere(AthleteLog):
        zone = "Pacific/Auckland"

    import_files(store, file(PATH, deadlifts(140)))
    moved = deadlifts(140).model_copy(update={"start": Elsewhere().lift("2026-11-10 18:00").start})
    changed = file(PATH, moved, deadlifts(120, 12), settings="another zone")
    assert import_files(store, changed) == Kept(new=1, replaced=1)
    assert len(whole(store, parameters).strength) == 2


@pytest.mark.parametrize("readable", [True, False])
def test_a_file_that_could_not_be_read_is_a_problem_until_it_can_or_is_gone(
    readable: bool, store: Connection, parameters: Parameters
) -> None:
    import_files(store, unreadable(PATH))
    log = whole(store, parameters)
    assert [p.found for p in log.problems] == ["nonsense"]
    assert [s.reason for s in log.sources] == ["nonsense"]
    import_files(store, *([file(PATH, deadlifts(140))] if readable else []))
    log = whole(store, parameters)
    assert not log.problems
    assert [s.reason for s in log.sources] == [""] * readable


def test_what_cannot_be_read_is_noted_once_however_often_it_is_tried(store: Connection) -> None:
    for settings in ("one", "another", "a third"):
        import_files(store, unreadable(PATH).read_with(settings))
    assert store.execute("SELECT count(*) FROM source").fetchone() == (1,)
    assert store.execute("SELECT count(*) FROM problem").fetchone() == (1,)


def test_a_file_that_can_no_longer_be_read_takes_nothing_with_it(
    store: Connection, parameters: Parameters
) -> None:
    import_files(store, file(PATH, deadlifts(140)))
    assert import_files(store, unreadable(PATH)) == Kept()
    log = whole(store, parameters)
    assert len(log.strength) == 1
    assert len(log.problems) == 1
    assert import_files(store, file(PATH, deadlifts(140))) == Kept(replaced=0, unchanged=1)
    assert not whole(store, parameters).problems


def test_a_file_that_changed_after_a_kill_replaces_what_was_kept_before_it(
    store: Connection, parameters: Parameters
) -> None:
    killed = begin_run(store, "anna", [Path("/logs")], NOW)
    keep_file(store, killed, file(PATH, deadlifts(140)))
    # The next import goes on with that run; the file was corrected in between.
    assert import_files(store, file(PATH, deadlifts(145))) == Kept(replaced=1)
    assert weights(store, parameters) == [145]


def test_a_file_that_is_gone_leaves_its_workouts(store: Connection, parameters: Parameters) -> None:
    import_files(store, file(PATH, deadlifts(140)))
    import_files(store)
    assert weights(store, parameters) == [140]


def test_members_of_an_archive_are_kept_one_by_one(
    store: Connection, parameters: Parameters
) -> None:
    def member(name: str, kg: float, day: int) -> SourceReading:
        return source(f"/logs/all.zip!/{name}", (deadlifts(kg, day),))

    first = File("/logs/all.zip", (member("a.csv", 100, 10), member("b.csv", 110, 11)))
    assert import_files(store, first) == Kept(new=2)
    second = File("/logs/all.zip", (member("a.csv", 100, 10), member("c.csv", 120, 12)))
    assert import_files(store, second) == Kept(new=1, unchanged=1, vanished=1)
    assert weights(store, parameters) == [100, 110, 120]
    assert [s.file for s in whole(store, parameters).sources] == [
        "/logs/all.zip!/a.csv",
        "/logs/all.zip!/c.csv",
    ]
    # The member that is gone lies within the dates of those that are there.
    assert prune(store, "anna", ["/logs/all.zip"]) == 1
    assert weights(store, parameters) == [100, 120]


def test_athletes_do_not_see_each_other(store: Connection, parameters: Parameters) -> None:
    import_files(store, file(PATH, deadlifts(140)), athlete="anna")
    import_files(store, file(PATH, deadlifts(200)), athlete="ben")
    assert weights(store, parameters) == [140]
    assert len(load_log(store, "ben", None, parameters).strength) == 1


def test_an_unchanged_file_writes_nothing_of_the_log(store: Connection) -> None:
    import_files(store, file(PATH, deadlifts(140)))
    before = store.execute("SELECT * FROM workout").fetchall()
    assert import_files(store, file(PATH, deadlifts(140))) == Kept()
    again = file(PATH, deadlifts(140))
    assert import_files(store, File(PATH, again.readings)) == Kept()
    assert store.execute("SELECT * FROM workout").fetchall() == before
