"""A log turned into rows and back is the same log."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.any_entries import logs
from tl_analyzer.log import Entry, Log
from tl_analyzer.tables.columns import Columns, ColumnType, nomenclature, stored
from tl_analyzer.tables.from_log import FirstNumbers, rows_of, rows_of_log
from tl_analyzer.tables.to_log import DamagedRowsError, columns_of, entries_of, log_of

PYTHON = {
    ColumnType.INSTANT: int,
    ColumnType.INTEGER: int,
    ColumnType.REAL: float,
    ColumnType.TEXT: str,
    ColumnType.FLAG: bool,
}


def columns(log: Log) -> dict[str, Columns]:
    return {table: columns_of(rows) for table, rows in rows_of_log(log).items()}


@given(logs())
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost(log: Log) -> None:
    assert log_of(columns(log)) == log


@given(logs())
@settings(max_examples=30, deadline=None)
def test_rows_have_the_columns_of_the_nomenclature(log: Log) -> None:
    rows = rows_of_log(log)
    assert set(rows) == set(nomenclature())
    for table, held in rows.items():
        for row in held:
            for column, value in zip(stored(table), row, strict=True):
                if value is None:
                    assert column.missing, f"{table}.{column.name}"
                else:
                    assert type(value) is PYTHON[column.type], f"{table}.{column.name}"


@given(logs(), st.randoms())
@settings(max_examples=30, deadline=None)
def test_sets_and_bouts_may_come_in_any_order(log: Log, chance: Any) -> None:
    rows = rows_of_log(log)
    for table in ("sets", "posture_bouts", "origins"):
        chance.shuffle(rows[table])
    assert log_of({table: columns_of(held) for table, held in rows.items()}) == log


@given(logs())
@settings(max_examples=30, deadline=None)
def test_numbers_may_begin_anywhere(log: Log) -> None:
    entries: tuple[Entry, ...] = (*log.strength, *log.rides)
    rows = rows_of(entries, log.postures, FirstNumbers(workout=7, ride=70, origin=700))
    found, postures = entries_of({table: columns_of(held) for table, held in rows.items()})
    assert (found, postures) == (entries, log.postures)
    assert [row[0] for row in rows["workouts"]] == list(range(7, 7 + len(log.strength)))


def test_no_tables_are_an_empty_log() -> None:
    assert log_of({}) == Log()


#: What a damaged disk, or somebody's hand, may have put in place of a value.
WRONG = st.sampled_from(
    [None, -1, 2**70, float("nan"), "", "nonsense", b"\xff", (), 1.5, "[[9,9]]"]
)


@given(logs(), st.data())
@settings(max_examples=120, deadline=None)
def test_a_wrong_value_is_an_error_or_a_value_never_anything_else(log: Log, data: Any) -> None:
    tables: Mapping[str, Columns] = columns(log)
    filled = [table for table, held in tables.items() if held]
    if not filled:
        return
    table = data.draw(st.sampled_from(filled))
    held = [list(column) for column in tables[table]]
    place = data.draw(st.integers(0, len(held) - 1))
    row = data.draw(st.integers(0, len(held[0]) - 1))
    held[place][row] = data.draw(WRONG)
    try:
        found = log_of({**tables, table: held})
    except DamagedRowsError as why:
        assert str(why).startswith("table ")
    else:
        assert log_of(columns(found)) == found


@pytest.mark.parametrize("table", [t for t in nomenclature() if t not in ("sources", "problems")])
def test_columns_that_are_missing_are_an_error(table: str) -> None:
    short = [[0]] * (len(stored(table)) - 1)
    with pytest.raises(DamagedRowsError, match=f"table {table}"):
        log_of({table: short})


def test_a_set_of_no_workout_is_an_error() -> None:
    known: dict[str, object] = {
        "workout": 9,
        "number": 0,
        "exercise": "Row",
        "set_type": "working",
        "load_meaning": "external",
        "note": "",
        "row": 2,
    }
    with pytest.raises(DamagedRowsError, match="table sets: rows of 9"):
        log_of({"sets": [[known.get(column.name)] for column in stored("sets")]})
