"""What is kept comes back as it was read."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.any_entries import ENTRY, INTERVAL, PROBLEM, tallies
from tests.seen import seen
from tests.store_import import File, import_files, source
from tl_analyzer.intake.merge import merged
from tl_analyzer.log import Entry, PostureInterval, PosturePacker, Problem, SourceReading, Tally
from tl_analyzer.plugins import parameter_set
from tl_analyzer.store.acknowledgements import acknowledge, acknowledgements, withdraw
from tl_analyzer.store.athletes import remember
from tl_analyzer.store.connection import Connection, open_for_reading, open_for_writing
from tl_analyzer.store.failure import DamagedStoreError
from tl_analyzer.store.loading import load_log, stored_tables
from tl_analyzer.tables.to_log import entries_of, problems_of, sources_of


def key(value: object) -> str:
    return repr(value)


@given(
    st.lists(ENTRY, max_size=6),
    st.lists(INTERVAL, max_size=4),
    st.lists(PROBLEM, max_size=2),
    tallies(),
)
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost(
    entries: list[Entry], intervals: list[PostureInterval], problems: list[Problem], tally: Tally
) -> None:
    read = source("/logs/a\udc80.csv", [*entries, *intervals], problems)
    read = SourceReading(
        read.summary.model_copy(update={"tally": tally}), read.entries, read.postures, read.problems
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.sqlite"
        with open_for_writing(path) as store:
            import_files(store, File("/logs/a\udc80.csv", (read,)))
        with open_for_reading(path) as store:
            tables = stored_tables(store, "anna")
    found, postures = entries_of(tables)
    assert sorted(found, key=key) == sorted(read.entries, key=key)
    assert sorted(postures, key=key) == sorted(read.postures, key=key)
    assert sources_of(tables["sources"]) == (read.summary,)
    assert problems_of(tables["problems"]) == read.problems


@given(st.lists(st.lists(st.one_of(ENTRY, INTERVAL), max_size=5), max_size=3))
@settings(max_examples=30, deadline=None)
def test_one_import_is_the_same_log_as_reading_the_files(
    files: list[list[Entry]],
) -> None:
    parameters = parameter_set()
    read = [source(f"/logs/{n}.csv", each, version=str(n)) for n, each in enumerate(files)]
    packer = PosturePacker()
    for each in read:
        packer.add_packed(each.postures)
    expected = merged(
        [entry for each in read for entry in each.entries],
        tuple(each.summary for each in read),
        (),
        parameters,
        packer,
    )
    with (
        tempfile.TemporaryDirectory() as folder,
        open_for_writing(Path(folder) / "log.sqlite") as store,
    ):
        remember(store, "anna")
        import_files(store, *(File(each.summary.file, (each,)) for each in read))
        assert load_log(store, "anna", None, parameters) == expected


def test_acknowledgements_come_back_and_can_be_withdrawn(store: Connection) -> None:
    remember(store, "anna")
    remember(store, "ben")
    acknowledge(store, "anna", [seen(note="a stage race"), seen("TL101", threshold=None)])
    acknowledge(store, "anna", [seen(note="two stage races", value=0.1)])
    acknowledge(store, "ben", [seen(note="of another")])
    first, second = acknowledgements(store, "anna")
    assert (first, second) == (
        seen("TL101", threshold=None),
        seen(note="two stage races", value=0.1),
    )
    assert withdraw(store, "anna", "TL101") == 1
    assert withdraw(store, "anna", "TL301") == 1
    assert withdraw(store, "anna", "TL301") == 0
    assert acknowledgements(store, "anna") == ()
    assert len(acknowledgements(store, "ben")) == 1


def test_an_acknowledgement_that_is_none_is_said(store: Connection) -> None:
    remember(store, "anna")
    acknowledge(store, "anna", [seen()])
    store.execute("UPDATE acknowledgement SET severity = 'loud'")
    with pytest.raises(DamagedStoreError, match="none") as said:
        acknowledgements(store, "anna")
    assert "--withdraw" in said.value.remedy
    assert withdraw(store, "anna", "TL301") == 1
