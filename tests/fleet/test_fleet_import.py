"""Folders of a fleet are read file by file: one that fails costs itself and nothing else."""

import shutil
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.fleet.small_fleet import bytes_of, threads
from tl_analyzer.adapter import SourceFile
from tl_analyzer.dataset.log_tables import LOGS, log_tables
from tl_analyzer.dataset.manifest import read_manifest
from tl_analyzer.dataset.reading import AthleteColumns, read_bucket
from tl_analyzer.dataset.writing import Target
from tl_analyzer.fleet import importing, running
from tl_analyzer.fleet.fault import FleetError
from tl_analyzer.fleet.folders import athlete_folders
from tl_analyzer.fleet.running import Outcome, import_folders
from tl_analyzer.intake.read_source import read_source
from tl_analyzer.log import SourceReading
from tl_analyzer.tables.to_log import log_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "desk_rider_lifter"
PROFILE = 'schema = 1\n[athlete]\nid = "{}"\ntimezone = "Europe/Berlin"\nunits = "kg"\n'
LIFTS = (
    "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
    "Distance (meters);Seconds;Notes;Workout Notes\n"
    "1;2026-11-10 18:00:00;Legs;3600;Deadlift (Barbell);1;100;5;;;;;\n"
)


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Three athletes: one with a profile, one without, one with a ride."""
    root = tmp_path / "folders"
    for name in ("a", "b", "c"):
        (root / name).mkdir(parents=True)
        (root / name / "strong.csv").write_text(LIFTS, encoding="utf-8")
    (root / "a" / "profile.toml").write_text(PROFILE.format("anna"), encoding="utf-8")
    shutil.copy(EXAMPLE / "inputs" / "ride_2026-11-14.fit", root / "c")
    (root / ".git").mkdir()
    (root / "list.txt").write_text("no folder")
    return root


def imported(root: Path, out: Path) -> Outcome:
    target = Target(out, "json", log_tables())
    return import_folders(athlete_folders(root), target, "Asia/Tokyo", threads, lambda part: None)


def athletes(out: Path) -> dict[str, AthleteColumns]:
    manifest = read_manifest(out, LOGS)
    return {
        each.athlete: each
        for part in manifest.parts
        for each in read_bucket(out, manifest, part, log_tables())
    }


def cell(each: AthleteColumns, column: int) -> object:
    (found,) = each.columns["athletes"][column]
    return found


def without_athletes(each: AthleteColumns) -> dict[str, Sequence[Sequence[object]]]:
    return {name: columns for name, columns in each.columns.items() if name != "athletes"}


def test_every_folder_is_an_athlete(folders: Path, tmp_path: Path) -> None:
    outcome = imported(folders, tmp_path / "logs")
    assert (outcome.athletes, outcome.failed) == (3, 0)
    found = athletes(tmp_path / "logs")
    assert sorted(found) == ["anna", "b", "c"]
    logs = {name: log_of(without_athletes(each)) for name, each in found.items()}
    assert logs["anna"].strength[0].start.zone == "Europe/Berlin"
    assert logs["b"].strength[0].start.zone == "Asia/Tokyo"
    assert "Asia/Tokyo" in str(cell(found["b"], 0))
    assert len(logs["c"].rides) == 1
    assert [len(log.strength) for log in logs.values()] == [1, 1, 1]


def test_a_profile_that_cannot_be_used_costs_its_athlete_alone(
    folders: Path, tmp_path: Path
) -> None:
    (folders / "b" / "profile.toml").write_text("schema = 9", encoding="utf-8")
    outcome = imported(folders, tmp_path / "logs")
    assert (outcome.athletes, outcome.failed) == (3, 1)
    assert outcome.errors[0].startswith("b: ProfileError")
    assert "schema" in str(cell(athletes(tmp_path / "logs")["b"], 2))


def test_a_missing_mapping_costs_its_athlete_alone(folders: Path, tmp_path: Path) -> None:
    text = 'exercises = "mine.toml"\n' + PROFILE.format("anna")
    (folders / "a" / "profile.toml").write_text(text, encoding="utf-8")
    assert imported(folders, tmp_path / "logs").failed == 1


def test_a_file_that_takes_too_long_costs_itself_alone(
    folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(file: SourceFile, *rest: Any) -> SourceReading:
        while file.name.endswith(".fit"):
            time.sleep(0.001)
        return read_source(file, *rest)

    monkeypatch.setattr(importing, "read_source", slow)
    monkeypatch.setattr(running, "Importing", partial(importing.Importing, limit_s=0.5))
    assert imported(folders, tmp_path / "logs").failed == 0
    log = log_of(without_athletes(athletes(tmp_path / "logs")["c"]))
    assert len(log.strength) == 1 and not log.rides
    assert [problem.code for problem in log.problems] == ["time-limit"]


def test_a_second_run_reads_what_has_changed_alone(
    folders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(folders, tmp_path / "logs")
    before = bytes_of(tmp_path / "logs")
    assert imported(folders, tmp_path / "logs").skipped == 3
    assert bytes_of(tmp_path / "logs") == before
    with (folders / "b" / "strong.csv").open("a", encoding="utf-8") as file:
        file.write("2;2026-11-12 18:00:00;Legs;3600;Deadlift (Barbell);1;110;5;;;;;\n")
    assert imported(folders, tmp_path / "logs").skipped < 3
    log = log_of(without_athletes(athletes(tmp_path / "logs")["b"]))
    assert len(log.strength) == 2


def test_two_folders_of_one_athlete_are_refused(folders: Path, tmp_path: Path) -> None:
    shutil.copytree(folders / "a", folders / "z")
    with pytest.raises(FleetError, match=r"a and .*z are both of 'anna'"):
        imported(folders, tmp_path / "logs")


def test_a_folder_without_athletes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(FleetError, match="no sub-folders"):
        imported(tmp_path / "empty", tmp_path / "logs")


def test_a_link_is_not_followed_out_of_the_fleet(folders: Path, tmp_path: Path) -> None:
    (folders / "link").symlink_to(folders / "a")
    assert imported(folders, tmp_path / "logs").athletes == 3
