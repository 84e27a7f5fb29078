"""``tl fleet``: what it says, how it ends, and what it refuses."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fleet.small_fleet import (
    IDS,
    REVIEW,
    bytes_of,
    parts_of_reports,
    threads,
    write_fleet,
)
from tl_analyzer.cli import fleet, fleet_run
from tl_analyzer.cli.start import run
from tl_analyzer.dataset.formats import FORMATS
from tl_analyzer.fleet import running

ASKED = ("--week", REVIEW.week, "--as-of", REVIEW.as_of, "--format", "json")


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


class Command:
    """Runs ``tl fleet`` in this process, its workers being threads of it."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Ended:
        code = run(["fleet", *map(str, arguments)])
        said = self._capsys.readouterr()
        return Ended(code, said.out, said.err)


@pytest.fixture
def tl_fleet(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setattr(fleet_run.Where, "workers", lambda self: threads())
    return Command(capsys)


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_fleet(tmp_path_factory.mktemp("fleet") / "logs")


def test_the_formats_are_those_of_datasets() -> None:
    assert set(fleet.FORMAT_NAMES) == set(FORMATS)


def test_a_run_says_what_it_wrote(tl_fleet: Command, logs: Path, tmp_path: Path) -> None:
    ended = tl_fleet(logs, tmp_path / "out", *ASKED)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(f"{len(IDS)} athletes in 4 buckets: reports of week 2026-W46 as of")
    assert sorted(parts_of_reports(tmp_path / "out")) == list(IDS)
    again = tl_fleet(logs, tmp_path / "out", *ASKED)
    assert "4 buckets of them had been done before" in again.out


def test_by_default_reports_are_of_the_last_week_as_of_now(
    tl_fleet: Command, logs: Path, tmp_path: Path
) -> None:
    ended = tl_fleet(logs, tmp_path / "out", "--format", "csv")
    assert ended.code == 0
    assert "reports of week last as of 20" in ended.out


def test_a_stopped_run_goes_on_as_of_the_moment_it_began_with(
    tl_fleet: Command, logs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (logs, tmp_path / "out", "--format", "json", "--week", "2026-W46")
    with monkeypatch.context() as patch:
        patch.setattr(running, "write_manifest", _interrupted)
        assert tl_fleet(*asked, "--as-of", REVIEW.as_of).code == 130
    ended = tl_fleet(*asked)
    assert f"as of {REVIEW.as_of}" in ended.out
    assert "4 buckets of them had been done before" in ended.out
    tl_fleet(logs, tmp_path / "undisturbed", *ASKED)
    assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "undisturbed")


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_folders_become_reports_in_two_steps(tl_fleet: Command, tmp_path: Path) -> None:
    example = Path(__file__).parents[2] / "examples" / "desk_rider_lifter"
    shutil.copytree(example, tmp_path / "folders" / "robin")
    (tmp_path / "folders" / "nobody").mkdir()
    (tmp_path / "folders" / "odd").mkdir()
    (tmp_path / "folders" / "odd" / "profile.toml").write_text("schema = 7")
    read = tl_fleet("--import", tmp_path / "folders", tmp_path / "logs", "--format", "json")
    assert read.code == 0
    assert read.out.startswith("3 athletes in 3 buckets: logs in")
    assert "1 athlete could not be read or analysed:\n  odd: ProfileError" in read.out
    assert tl_fleet(tmp_path / "logs", tmp_path / "reports", *ASKED).code == 0
    assert parts_of_reports(tmp_path / "reports")["robin"]["flags"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--jobs", "2", "--scheduler", "tcp://h:1"), "exclude each other"),
        (("--import", "--week", "last"), "mean nothing"),
        (("--jobs", "0"), "--jobs"),
        (("--week", "2026-W99"), "week: "),
        (("--week", "2026-W46", "--as-of", "2026-11-01"), "lies in the future"),
        (("--as-of", "noon"), "not an instant"),
        (("--format", "xlsx"), "--format"),
    ],
)
def test_what_makes_no_sense_is_refused(
    tl_fleet: Command, logs: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    ended = tl_fleet(logs, tmp_path / "out", *options)
    assert ended.code == 2
    assert said in ended.err and "hint: " in ended.err
    assert not (tmp_path / "out").exists()


def test_what_is_no_dataset_ends_with_3(tl_fleet: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    ended = tl_fleet(tmp_path / "in", tmp_path / "out", *ASKED)
    assert ended.code == 3
    assert "is no dataset: it has no manifest.json" in ended.err


def test_a_file_is_no_dataset(tl_fleet: Command, tmp_path: Path) -> None:
    (tmp_path / "in.parquet").touch()
    assert tl_fleet(tmp_path / "in.parquet", tmp_path / "out", *ASKED).code == 2


def test_reports_are_not_analysed_again(tl_fleet: Command, logs: Path, tmp_path: Path) -> None:
    tl_fleet(logs, tmp_path / "out", *ASKED)
    ended = tl_fleet(tmp_path / "out", tmp_path / "again", *ASKED)
    assert ended.code == 3 and "holds reports, not logs" in ended.err


def test_logs_are_not_overwritten_by_reports(tl_fleet: Command, logs: Path, tmp_path: Path) -> None:
    before = bytes_of(logs)
    ended = tl_fleet(logs, logs, *ASKED)
    assert ended.code == 2 and "reports would be written" in ended.err
    assert bytes_of(logs) == before


def test_a_fleet_of_which_nothing_comes_ends_with_3(tl_fleet: Command, tmp_path: Path) -> None:
    (tmp_path / "folders" / "odd").mkdir(parents=True)
    (tmp_path / "folders" / "odd" / "profile.toml").write_text("schema = 7")
    ended = tl_fleet("--import", tmp_path / "folders", tmp_path / "logs", "--format", "csv")
    assert ended.code == 3 and "nothing came of any athlete" in ended.err


def test_a_disk_that_cannot_be_written_is_said(
    tl_fleet: Command, logs: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    ended = tl_fleet(logs, tmp_path / "file" / "out", *ASKED)
    assert ended.code == 2 and "cannot write" in ended.err


@pytest.mark.parametrize(
    ("module", "options", "extra"),
    [
        ("pyarrow", ("--format", "parquet"), "tl-analyzer[parquet]"),
        ("distributed", ("--scheduler", "tcp://127.0.0.1:1"), "tl-analyzer[dask]"),
    ],
)
def test_a_missing_extra_is_one_clear_line(
    capsys: pytest.CaptureFixture[str],
    logs: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    options: tuple[str, ...],
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    ended = Command(capsys)(logs, tmp_path / "out", *ASKED, *options)
    assert ended.code == 2
    error, hint = ended.err.splitlines()
    assert "not installed" in error and f"pip install '{extra}'" in hint
