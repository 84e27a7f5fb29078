"""Delimited files row by row, each accounted for; and small JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tl_analyzer.adapter import SourceFile
from tl_analyzer.log import Problem
from tl_analyzer.parsing.json_text import BadJson, read_json, scalar_text
from tl_analyzer.parsing.ledger import Ledger
from tl_analyzer.parsing.moments import read_iso, when
from tl_analyzer.parsing.table import Table, head_of


def file_of(content: str | bytes) -> SourceFile:
    return SourceFile.of_bytes("f", content.encode() if isinstance(content, str) else content)


def test_rows_keep_their_lines_and_others_are_counted() -> None:
    file = file_of('a,b\n1,2\n,\na,b\n"x\ny",4,\n5\n')
    table, ledger = Table.of(file), Ledger(file, "test", "row")
    assert table is not None
    rows = list(table.rows(ledger))
    good = [row for row in rows if not isinstance(row, Problem)]
    assert [(row.line, table.cells(row)) for row in good] == [
        (2, {"a": "1", "b": "2"}),
        (5, {"a": "x\ny", "b": "4"}),
    ]
    ledger.take(len(good))
    tally = ledger.tally()
    assert (tally.read, tally.refused) == (2, 1)
    assert tally.set_aside == (("empty row", 1), ("repeated header", 1))


def test_of_columns_with_one_name_the_first_counts() -> None:
    file = file_of("a,a\n1,2\n")
    table = Table.of(file)
    assert table is not None
    (row,) = table.rows(Ledger(file, "test", "row"))
    assert not isinstance(row, Problem)
    assert table.cells(row) == {"a": "1"}


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_none(data: bytes) -> None:
    file = file_of(data)
    table, ledger = Table.of(file), Ledger(file, "test", "row")
    if table is not None:
        rows = list(table.rows(ledger))
        ledger.take(sum(not isinstance(row, Problem) for row in rows))
    ledger.tally()
    head_of(file)


@pytest.mark.parametrize(
    "content",
    ["[1", "[" * 100_000, "[NaN]", "[" + "9" * 5000 + "]", b"\xff\xfe[1]", ""],
)
def test_what_is_no_json_is_said(content: str | bytes) -> None:
    found = read_json(file_of(content))
    assert isinstance(found, BadJson)
    assert found.found


def test_json_values_as_cells() -> None:
    assert read_json(file_of('\ufeff{"a": [1]}')) == {"a": [1]}
    values: list[object] = [1, 2.5, "x", True, None, [1], {}]
    assert [scalar_text(v) for v in values] == ["1", "2.5", "x", "true", "", "", ""]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-11-09", "2026-11-09"),
        ("2026-11-09T08:04:00Z", "2026-11-09T08:04:00+00:00"),
        ("2026-11-09 08:04:00+0100", "2026-11-09T08:04:00+01:00"),
        ("2026-11-09T08:04:00.123456", "2026-11-09T08:04:00"),
        ("2026-11-09T25:04:00Z", None),
        ("2026-11-09T08:04:00+99:00", None),
        ("2026-W46", None),
        ("9999-12-31T23:59:59-14:00", None),
        ("", None),
    ],
)
def test_iso_moments(text: str, iso: str | None) -> None:
    found = read_iso(text)
    assert (found.isoformat() if found else None) == iso
    if found:
        assert when(found, "Europe/Berlin").zone == "Europe/Berlin"
