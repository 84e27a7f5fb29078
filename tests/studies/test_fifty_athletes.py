"""The fifty athletes are the same for the same seed, and of every kind that a page must show."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from studies.fifty_athletes.cast import cast
from studies.fifty_athletes.folders import write_athletes
from tl_analyzer.cli.start import tl

WEEK = ["--week", "2026-W46", "--as-of", "2026-11-16T08:00:00+01:00"]

#: One of each kind, and the level it is to have.
LEVELS = {
    "baris": "red",
    "dana": "emergency",
    "ivan": "clinician",
    "giulia": "amber",
    "liam": "quiet",
    "henk": "no data",
    "paul": "not read",
    "quentin": "not read",
}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*") if p.is_file()
    }


def test_the_same_seed_writes_the_same_bytes_and_another_one_does_not(tmp_path: Path) -> None:
    for name, seed in (("one", 0), ("two", 0), ("three", 1)):
        write_athletes(tmp_path / name, cast(seed)[:2])
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert contents(tmp_path / "one") != contents(tmp_path / "three")


def test_there_are_fifty_and_their_names_are_hard_to_show() -> None:
    athletes = cast(0)
    assert len({athlete.id for athlete in athletes}) == 50
    names = " ".join(athlete.name for athlete in athletes)
    assert "<script>" in names and "\u200d" in names and max(len(a.name) for a in athletes) > 100
    assert any("\u0590" < letter < "\u06ff" for letter in names)


@pytest.fixture(scope="module")
def levels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("athletes")
    write_athletes(folder, [athlete for athlete in cast(0) if athlete.id in LEVELS])
    result = CliRunner().invoke(tl, ["roster", str(folder), *WEEK, "--format", "csv"])
    assert result.exit_code == 0, result.output
    header, *rows = result.stdout.splitlines()
    at = header.split(",").index("level")
    return {row.split(",")[0]: row.split(",")[at] for row in rows}


def test_they_are_what_they_are_meant_to_be(levels: dict[str, str]) -> None:
    assert levels == LEVELS
