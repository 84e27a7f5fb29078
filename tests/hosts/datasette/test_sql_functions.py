"""SQL functions over the log store: the numbers of the report, out of a database that is read."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.hosts.datasette.conftest import Ask, sql
from tl_analyzer.cli.start import tl
from tl_datasette import judged

MORNING = "2026-11-16T08:00:00+01:00"
END_OF_WEEK = "2026-11-16T00:00:00+01:00"


def reported(store: Path, as_of: str) -> dict[str, Any]:
    """What the command line says of the same week."""
    asked = ["report", "--store", str(store), "--week", "2026-W46", "--as-of", as_of]
    ended = CliRunner().invoke(tl, [*asked, "--format", "json"])
    report: dict[str, Any] = json.loads(ended.stdout)
    return report


@pytest.mark.parametrize("as_of", [MORNING, END_OF_WEEK])
def test_numbers_are_those_of_the_report(ask: Ask, store: Path, as_of: str) -> None:
    report = reported(store, as_of)
    # The end of the week is what is meant where no moment is named.
    moment = "" if as_of == END_OF_WEEK else f", '{as_of}'"
    of = f"'robin', '2026-W46'{moment}"
    asked = [f"tl_exposure('robin', '2026-W46', '{name}'{moment})" for name in report["channels"]]
    query = f"SELECT tl_flags({of}), tl_severity({of}), {', '.join(asked)}"

    ((flags, severity, *exposure),) = ask(sql(query), store).rows

    told = json.loads(flags)
    assert told["flags"] == report["flags"]
    assert told["coverage"] == report["coverage"]
    assert told["as_of"] == as_of == report["as_of"]
    assert "not a diagnosis" in told["notice"]
    assert severity == "red"
    assert exposure == [channel["this_week"] for channel in report["channels"].values()]


def test_what_has_no_answer_is_null_and_says_why(ask: Ask, store: Path) -> None:
    query = (
        "SELECT tl_severity('nobody', '2026-W46'), tl_severity('robin', 'soon'),"
        " tl_severity('robin', '2020-W01'), tl_severity(1, x'00'), tl_movement('Quux 9'),"
        " tl_exposure('robin', '2026-W46', 'mood'), tl_problem('robin', '2026-W46'),"
        " tl_problem('nobody', '2026-W46'), tl_problem('robin', '2031-W01')"
    )

    ((*nulls, nobody, future),) = ask(sql(query), store).rows

    assert nulls == [None] * 7
    assert "'nobody'" in nobody
    assert "future" in future


def test_a_week_without_any_record_is_null_and_no_week_of_rest(ask: Ask, store: Path) -> None:
    week = "'robin', '2020-W01'"
    query = (
        f"SELECT tl_severity({week}), tl_exposure({week}, 'hinge'), tl_exposure({week}, 'flexion'),"
        f" json_extract(tl_channels({week}), '$.channels[0].this_week'), tl_problem({week}),"
        " tl_problem(NULL, '2026-W46')"
    )

    ((*nulls, empty, misfit),) = ask(sql(query), store).rows

    assert nulls == [None] * 4
    assert empty.startswith("nothing was recorded in 2020-W01")
    assert "have to be texts" in misfit


def test_sums_of_many_more_weeks_are_kept_than_reports(store: Path) -> None:
    weeks = [f"{year}-W{week:02d}" for year in (2024, 2025, 2026) for week in range(1, 47)]
    assert len(weeks) > judged._REPORTS
    for week in weeks:
        judged.summed(str(store), "robin", week)
    made = judged._judged.cache_info().misses
    again = [judged.summed(str(store), "robin", week) for week in weeks]

    assert judged._judged.cache_info().misses == made
    assert again[-1].exposure["hinge"] == pytest.approx(506.3623)


@pytest.mark.parametrize("query", ["flags_by_week", "exposure_by_week", "exercises_by_movement"])
def test_canned_queries_answer(ask: Ask, store: Path, query: str) -> None:
    rows = json.loads(ask(f"/log/{query}.json?athlete=robin&_shape=array", store).text)

    wanted = {
        "flags_by_week": {"week": "2026-W46", "severity": "red"},
        "exposure_by_week": {"week": "2026-W46", "channel": "hinge", "unit": "points"},
        "exercises_by_movement": {"exercise": "Deadlift (Barbell)", "movement": "hinge"},
    }
    assert wanted[query].items() <= rows[0].items()


def test_other_databases_are_left_alone(ask: Ask, store: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.executescript("CREATE TABLE athlete (name); CREATE TABLE log_sets (exercise);")

    page = ask(sql("SELECT tl_severity('robin', '2026-W46')", "other"), other, store)

    assert "no such function: tl_severity" in page.text
    assert "Flags by week" not in ask("/other", other, store).text
    assert not ask("/-/tl", other).found


def test_nothing_is_written_and_an_import_under_way_is_seen(
    ask: Ask, store: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "log.sqlite"
    copy.write_bytes(store.read_bytes())
    with closing(sqlite3.connect(copy)) as writer:
        writer.execute("PRAGMA wal_autocheckpoint = 0")
        writer.execute("INSERT INTO athlete VALUES (99, 'just imported', '', '', '')")
        writer.commit()
        before = copy.read_bytes(), (tmp_path / "log.sqlite-wal").read_bytes()

        page = ask("/-/tl", copy).text
        refused = ask(sql("INSERT INTO athlete VALUES (98, 'x', '', '', '')"), copy)

        assert "just imported" in page
        assert "robin" in page
        assert not refused.found
        assert (copy.read_bytes(), (tmp_path / "log.sqlite-wal").read_bytes()) == before


def test_an_immutable_store_answers(ask: Ask, store: Path) -> None:
    query = "SELECT tl_severity('robin', '2026-W46')"

    assert ask(sql(query), "-i", store).rows == [["red"]]


def test_columns_are_described_with_units(ask: Ask, store: Path) -> None:
    page = ask("/log/log_rides", store).text

    assert "<dt>distance_m</dt><dd>distance [m]</dd>" in page
