"""A run over a fleet is complete and the same, whoever does it and whatever happens on the way."""

import shutil
import time
from contextlib import nullcontext
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from tests.fleet.small_fleet import (
    BUCKETS,
    IDS,
    REVIEW,
    analysed,
    bytes_of,
    errors_of_reports,
    parts_of_reports,
    write_fleet,
)
from tl_analyzer.dataset.bucket import bucket_of
from tl_analyzer.dataset.fault import UnreadableDatasetError
from tl_analyzer.dataset.manifest import unfinished_run
from tl_analyzer.dataset.reading import AthleteColumns
from tl_analyzer.fleet import analysing, running
from tl_analyzer.fleet.engine import IncompleteError
from tl_analyzer.fleet.fault import FleetError
from tl_analyzer.fleet.processes import processes
from tl_analyzer.fleet.review import Review
from tl_analyzer.report.weekly_report import WeeklyReport


@pytest.fixture
def killing(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(Path(__file__).parent)
    return import_module("fleet_killing")


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_fleet(tmp_path_factory.mktemp("fleet") / "logs")


@pytest.fixture(scope="module")
def undisturbed(logs: Path) -> dict[str, bytes]:
    """What a run in this process writes."""
    out = logs.parent / "reports"
    assert analysed(logs, out).athletes == len(IDS)
    return bytes_of(out)


def test_the_athletes_differ_and_are_flagged(logs: Path, undisturbed: dict[str, bytes]) -> None:
    parts = parts_of_reports(logs.parent / "reports")
    assert sorted(parts) == list(IDS)
    assert all(each["flags"] and each["plan"] for each in parts.values())
    assert len({str(each["channels"]) for each in parts.values()}) > 1


def test_one_process_or_this_one_write_the_same_bytes(
    logs: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    analysed(logs, tmp_path / "out", nullcontext(processes(1)))
    assert bytes_of(tmp_path / "out") == undisturbed


def test_a_killed_process_loses_nothing(
    logs: Path,
    undisturbed: dict[str, bytes],
    tmp_path: Path,
    killing: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    marker = tmp_path / "killed"
    killed = partial(killing.KilledOnce, marker=marker, bucket=bucket_of("anna", BUCKETS))
    monkeypatch.setattr(running, "Analysing", killed)
    analysed(logs, tmp_path / "out", nullcontext(processes(2)))
    assert marker.exists()
    assert bytes_of(tmp_path / "out") == undisturbed


def test_an_athlete_that_ends_every_worker_is_a_row_that_says_so(
    logs: Path,
    undisturbed: dict[str, bytes],
    tmp_path: Path,
    killing: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "Analysing", partial(killing.Poisoned, athlete="cleo"))
    outcome = analysed(logs, tmp_path / "out")
    assert (outcome.athletes, outcome.failed) == (len(IDS), 1)
    assert list(errors_of_reports(tmp_path / "out")) == ["cleo"]
    _others_are_the_same(logs, tmp_path / "out", "cleo")


def _others_are_the_same(logs: Path, out: Path, *without: str) -> None:
    found, expected = parts_of_reports(out), parts_of_reports(logs.parent / "reports")
    for athlete in set(IDS) - set(without):
        assert found[athlete] == expected[athlete]


def test_an_athlete_that_cannot_be_analysed_is_a_row_that_says_why(
    logs: Path, undisturbed: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = analysing.report_of

    def troubled(held: AthleteColumns, review: Review) -> WeeklyReport:
        if held.athlete == "ben":
            raise RecursionError("too deep")
        while held.athlete == "elif":
            time.sleep(0.001)
        return plain(held, review)

    monkeypatch.setattr(analysing, "report_of", troubled)
    monkeypatch.setattr(running, "Analysing", partial(analysing.Analysing, limit_s=0.5))
    outcome = analysed(logs, tmp_path / "out")
    assert (outcome.athletes, outcome.failed) == (len(IDS), 2)
    assert errors_of_reports(tmp_path / "out") == {
        "ben": "RecursionError: too deep",
        "elif": "took longer than 0.5 s",
    }
    _others_are_the_same(logs, tmp_path / "out", "ben", "elif")


def test_what_is_done_is_not_done_again(
    logs: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    out = shutil.copytree(logs.parent / "reports", tmp_path / "out")
    lost, *_ = sorted((out / "flags").iterdir())
    lost.unlink()
    before = {path: path.stat().st_mtime_ns for path in (out / "channels").iterdir()}
    assert analysed(logs, out).skipped == BUCKETS - 1
    changed = [path.name for path, at in before.items() if path.stat().st_mtime_ns != at]
    assert changed == [lost.name]
    assert bytes_of(out) == undisturbed
    assert analysed(logs, out).skipped == BUCKETS


def test_another_question_is_answered_anew(
    logs: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    out = shutil.copytree(logs.parent / "reports", tmp_path / "out")
    assert analysed(logs, out, review=Review("2026-W45", REVIEW.as_of)).skipped == 0
    assert bytes_of(out) != undisturbed
    analysed(logs, out)
    assert bytes_of(out) == undisturbed


def test_a_stopped_run_goes_on_where_it_was(
    logs: Path,
    undisturbed: dict[str, bytes],
    tmp_path: Path,
    killing: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    with monkeypatch.context() as patch:
        patch.setattr("tl_analyzer.fleet.suspects._DEATHS", 99)
        patch.setattr(running, "Analysing", partial(killing.Poisoned, athlete="cleo"))
        with pytest.raises(IncompleteError):
            analysed(logs, out)
    assert unfinished_run(out)["as_of"] == REVIEW.as_of
    assert 0 < analysed(logs, out).skipped < BUCKETS
    assert bytes_of(out) == undisturbed


def test_changed_logs_are_noticed(logs: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(logs, tmp_path / "logs")
    file = next((copy / "sets").iterdir())
    file.write_bytes(file.read_bytes().replace(b'"reps": 5', b'"reps": 6'))
    with pytest.raises(UnreadableDatasetError, match=file.name):
        analysed(copy, tmp_path / "out")


def test_fewer_athletes_leave_nothing_behind(
    logs: Path, undisturbed: dict[str, bytes], tmp_path: Path
) -> None:
    out = shutil.copytree(logs.parent / "reports", tmp_path / "out")
    fewer = write_fleet(tmp_path / "logs", ids=("anna", "hugo"))
    assert analysed(fewer, out).athletes == 2
    assert sorted(parts_of_reports(out)) == ["anna", "hugo"]


def test_a_worker_of_another_version_does_nothing(
    logs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "Analysing", partial(analysing.Analysing, version="99.0"))
    with pytest.raises(FleetError, match=r"this command is 99\.0"):
        analysed(logs, tmp_path / "out")
    assert not (tmp_path / "out" / "athletes").exists()
