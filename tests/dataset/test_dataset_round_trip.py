"""What is written to a dataset is what is read from it, whatever it holds, in every format."""

import math
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tl_analyzer.adapter import Reading
from tl_analyzer.dataset import csv_files, json_lines, writing
from tl_analyzer.dataset.bucket import bucket_of, buckets_for, buckets_to_import
from tl_analyzer.dataset.formats import FORMATS
from tl_analyzer.dataset.log_tables import log_tables
from tl_analyzer.dataset.manifest import Manifest
from tl_analyzer.dataset.reading import AthleteColumns, read_bucket
from tl_analyzer.dataset.table import Table, described
from tl_analyzer.dataset.writing import AthleteRows, Target, write_bucket
from tl_analyzer.intake.gather import gather
from tl_analyzer.log import Log
from tl_analyzer.tables.columns import Column, ColumnType, Row
from tl_analyzer.tables.from_log import rows_of_log
from tl_analyzer.tables.instants import FIRST, LAST
from tl_analyzer.tables.to_log import log_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "desk_rider_lifter"

EVERY_TYPE = tuple(
    Column(f"{kind.value}_{missing}", kind, "", "", missing=missing)
    for kind in ColumnType
    for missing in (False, True)
)
TABLES = (Table.of("people", ()), Table.of("things", EVERY_TYPE))

CELLS = {
    # Lone surrogates too: file names that are not UTF-8 hold them.
    ColumnType.TEXT: st.text(st.characters(exclude_categories=()), max_size=8)
    | st.sampled_from(["", "\\", '"', "a\nb", "\r", "\x00", ",", "\ufdd0", "\ufdd0d800", "null"]),
    ColumnType.INTEGER: st.integers(-(2**63), 2**63 - 1),
    ColumnType.REAL: st.floats(),
    ColumnType.FLAG: st.booleans(),
    ColumnType.INSTANT: st.integers(FIRST, LAST),
}
ROWS = st.lists(
    st.tuples(*(CELLS[c.type] | st.none() if c.missing else CELLS[c.type] for c in EVERY_TYPE)),
    max_size=7,
)
#: Rows by table.
Tables = dict[str, list[Row]]

IDS = st.text(min_size=1, max_size=5)


@pytest.fixture(params=FORMATS)
def form(request: pytest.FixtureRequest) -> str:
    if request.param == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    return str(request.param)


def there_and_back(
    folder: Path, form: str, tables: tuple[Table, ...], athletes: dict[str, Tables]
) -> list[AthleteColumns]:
    target = Target(folder, form, tables)
    ordered = (AthleteRows(name, rows) for name, rows in sorted(athletes.items()))
    part = write_bucket(target, 3, "key", ordered)
    assert part.athletes == len(athletes)
    manifest = Manifest("logs", form, 4, {}, described(tables))
    return list(read_bucket(folder, manifest, part, tables))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(athletes=st.dictionaries(IDS, ROWS, max_size=4), batch=st.integers(1, 9))
def test_every_value_comes_back(
    form: str,
    athletes: dict[str, list[Row]],
    batch: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        # Athletes whose rows lie in several batches.
        patch.setattr(writing, "HELD", batch)
        patch.setattr(csv_files, "_BATCH", batch)
        patch.setattr(json_lines, "_BATCH", batch)
        rows: dict[str, Tables] = {
            name: {"people": [()], "things": held} for name, held in athletes.items()
        }
        read = there_and_back(tmp_path_factory.mktemp("set"), form, TABLES, rows)
    assert [each.athlete for each in read] == sorted(athletes)
    for each in read:
        columns = each.columns.get("things", [[] for _ in EVERY_TYPE])
        assert repr(list(zip(*columns, strict=True))) == repr(athletes[each.athlete])


@pytest.fixture(scope="module")
def log() -> Log:
    return gather([EXAMPLE], Reading(zone="Europe/Berlin"))


def test_a_log_comes_back_as_it_was(form: str, log: Log, tmp_path: Path) -> None:
    rows: Tables = {**rows_of_log(log), "athletes": [("schema = 1", None, None)]}
    (read,) = there_and_back(tmp_path, form, log_tables(), {"robin": rows})
    assert log_of(read.columns) == log
    assert log.strength and log.rides and log.postures and log.check_ins


def test_the_same_rows_are_the_same_bytes(form: str, log: Log, tmp_path: Path) -> None:
    rows: Tables = {**rows_of_log(log), "athletes": [("", None, None)]}
    parts = []
    for name in ("one", "two"):
        target = Target(tmp_path / name, form, log_tables())
        parts.append(write_bucket(target, 0, "key", [AthleteRows("robin", rows)]))
    assert parts[0] == parts[1]
    assert parts[0].tables["sets"].rows == sum(len(w.sets) for w in log.strength)


def test_a_csv_file_reads_as_people_expect(tmp_path: Path) -> None:
    when = int(datetime.fromisoformat("2026-11-12T18:00:00+01:00").timestamp() * 1e6)
    row = (when, None, 5, None, 72.5, None, "Kreuzheben", "", True, None)
    rows: Tables = {"people": [()], "things": [row]}
    there_and_back(tmp_path, "csv", TABLES, {"anna": rows})
    _, line = (tmp_path / "things" / "bucket-0003.csv").read_text(encoding="utf-8").splitlines()
    assert line == "anna,2026-11-12T17:00:00+00:00,,5,,72.5,,Kreuzheben,\\,true,"


def test_flags_of_a_database_are_flags(form: str, tmp_path: Path) -> None:
    tables = (Table.of("people", ()), Table.of("things", EVERY_TYPE[8:10]))
    assert {column.type for column in EVERY_TYPE[8:10]} == {ColumnType.FLAG}
    rows: Tables = {"people": [()], "things": [(1, None), (0, 1)]}
    (read,) = there_and_back(tmp_path, form, tables, {"anna": rows})
    assert read.columns["things"] == [[True, False], [None, True]]


def test_no_rows_are_no_file(tmp_path: Path) -> None:
    (read,) = there_and_back(tmp_path, "csv", TABLES, {"anna": {"people": [()], "things": []}})
    assert read.columns == {}
    assert not (tmp_path / "things").exists()


@pytest.mark.parametrize(("athlete", "bucket"), [("anna", 263), ("bo", 851), ("Zoë", 378)])
def test_buckets_are_the_same_on_every_machine(athlete: str, bucket: int) -> None:
    assert bucket_of(athlete, 1000) == bucket


@given(st.integers(0, 10_000_000))
def test_buckets_are_of_a_fitting_size(athletes: int) -> None:
    for many in (buckets_for(athletes), buckets_to_import(athletes)):
        assert 1 <= many <= max(1, athletes)
        assert math.ceil(athletes / many) <= 1000


SMALLER: list[Callable[[list[Row]], list[Row]]] = [lambda rows: rows[:-1], lambda rows: rows[1:]]


@pytest.mark.parametrize("change", SMALLER)
def test_other_rows_have_another_digest(
    change: Callable[[list[Row]], list[Row]], tmp_path: Path
) -> None:
    target = Target(tmp_path, "csv", (Table.of("people", (EVERY_TYPE[0],)),))
    rows: list[Row] = [(1,), (2,)]
    whole, changed = (
        write_bucket(target, 0, "key", [AthleteRows("anna", {"people": held})])
        for held in (rows, change(rows))
    )
    assert whole.digest != changed.digest
