"""The fleet says of an athlete what ``tl report`` says, byte for byte."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.fleet.by_fleet import parts_by_fleet
from tests.fleet.small_fleet import canonical
from tl_analyzer.cli.start import run
from tl_analyzer.dataset.formats import FORMATS
from tl_analyzer.fleet.review import Review

EXAMPLES = Path(__file__).parents[2] / "examples"
WEEK, AS_OF = "2026-W46", "2026-11-16T08:00:00+01:00"

PAIN = "date,region,side,score,signs,note\n2026-11-11,lumbar,both,7,saddle_numbness,\n"


def reported(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    """The JSON report of a folder."""
    asked = ("--week", WEEK, "--as-of", AS_OF, *options)
    assert run(["report", str(folder), "--format", "json", *asked]) == 0
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    return report


@pytest.fixture(params=FORMATS)
def form(request: pytest.FixtureRequest) -> str:
    if request.param == "parquet":
        pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    return str(request.param)


def same(folder: Path, work: Path, capsys: pytest.CaptureFixture[str], form: str) -> dict[str, Any]:
    report = reported(folder, capsys)
    athlete = report["athlete"]["id"]
    parts = parts_by_fleet(folder, athlete, work, Review(WEEK, AS_OF), report["timezone"], form)
    assert canonical(parts) == canonical(report)
    return report


def test_a_season_of_files_is_reported_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    report = same(EXAMPLES / "desk_rider_lifter", tmp_path, capsys, form)
    assert len(report["flags"]) > 3 and report["plan"] and not report["referral"]


def test_a_day_merged_from_archives_is_reported_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = same(EXAMPLES / "merged_day", tmp_path, capsys, "json")
    assert report["diagnostics"]


def test_a_referral_is_reported_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(EXAMPLES / "desk_rider_lifter", tmp_path / "robin")
    (folder / "inputs" / "pain_diary.csv").write_text(PAIN, encoding="utf-8")
    report = same(folder, tmp_path / "work", capsys, "json")
    assert report["referral"]["level"] == "emergency" and report["plan"] == []


def test_own_names_and_unreadable_files_are_reported_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(EXAMPLES / "desk_rider_lifter", tmp_path / "robin")
    plain = reported(folder, capsys)
    profile = (folder / "profile.toml").read_text(encoding="utf-8")
    (folder / "profile.toml").write_text('exercises = "mine.toml"\n' + profile, encoding="utf-8")
    name = "Deadlift (Barbell)"
    mapping = f'["{name}"]\nsame_as = "Calf Raise"\n'
    (folder / "mine.toml").write_text(mapping, encoding="utf-8")
    (folder / "inputs" / "broken.fit").write_bytes(b"\x0e\x10")
    (folder / "inputs" / "broken.zip").write_bytes(b"PK\x03\x04")
    report = same(folder, tmp_path / "work", capsys, "json")
    assert report["channels"]["hinge"] != plain["channels"]["hinge"]
    assert "TL806" in {flag["code"] for flag in report["flags"]}


def test_an_athlete_without_a_profile_is_reported_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(EXAMPLES / "desk_rider_lifter", tmp_path / 'no "profile" \\ here')
    (folder / "profile.toml").unlink()
    same(folder, tmp_path / "work", capsys, "json")
