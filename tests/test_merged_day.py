"""The day worked through by hand in the docs is the day the program merges, minute by minute."""

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from shutil import copytree
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from examples import make_merged_day
from tl_analyzer.adapter import Reading, SourceFile
from tl_analyzer.cli.start import tl
from tl_analyzer.intake.gather import gather
from tl_analyzer.intake.limits import Limits
from tl_analyzer.intake.walk import walk
from tl_analyzer.log import Log
from tl_analyzer.movement.recogniser import Recogniser
from tl_analyzer.plugins import parameter_set
from tl_analyzer.profile import load_profile
from tl_analyzer.report.day_page import DayPage, day_page
from tl_analyzer.sitting.bouts import bouts
from tl_analyzer.sitting.line import sitting_line
from tl_analyzer.sitting.movement import movement_line

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "merged_day"
DAY, ZONE = date(2026, 11, 12), ZoneInfo("Europe/Berlin")
LATER = datetime(2026, 11, 16, 8, tzinfo=UTC)
PROFILE = load_profile(FOLDER / "profile.toml")
PAGE = (ROOT / "docs" / "merged_day.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| (\d\d:\d\d) \| (\d\d:\d\d) \| (\w+) \| ([\d.]+) \| ([\w ]+) \|", re.MULTILINE
)

#: What is known of a minute: posture, probability, rule. None: nothing.
Known = tuple[str, float, str] | None


@pytest.fixture(scope="module")
def log() -> Log:
    return gather([FOLDER], Reading(zone="Europe/Berlin"))


@pytest.fixture(scope="module")
def page(log: Log) -> DayPage:
    return day_page(log, PROFILE, DAY, LATER, parameter_set())


def minutes(rows: list[tuple[datetime, datetime, Known]]) -> list[Known]:
    begin = datetime.combine(DAY, time(), tzinfo=ZONE)
    line: list[Known] = [None] * (24 * 60)
    for start, end, known in rows:
        first, last = ((edge - begin) // timedelta(minutes=1) for edge in (start, end))
        line[first:last] = [known] * (last - first)
    return line


def at(clock: str) -> datetime:
    return datetime.combine(DAY, time.fromisoformat(clock), tzinfo=ZONE)


def test_the_program_merges_the_day_as_it_was_done_by_hand(page: DayPage) -> None:
    by_hand: list[tuple[datetime, datetime, Known]] = [
        (at(start), at(end), (what, float(p), rule))
        for start, end, what, p, rule in ROW.findall(PAGE)
    ]
    by_program: list[tuple[datetime, datetime, Known]] = [
        (s.start, s.end, (s.posture, s.probability, s.rule)) for s in page.stretches
    ]
    assert len(by_hand) == len(by_program) == 18
    assert minutes(by_program) == minutes(by_hand)


def test_its_sums_are_those_of_the_page(page: DayPage) -> None:
    counted, weighted, _ = re.findall(r"\*\*([\d.]+) min\*\*", PAGE)
    assert page.seated_min == pytest.approx(float(counted))
    assert page.expected_min == pytest.approx(float(weighted))


def test_every_session_counts_once_and_names_the_others(page: DayPage) -> None:
    ride, lifting = page.sessions
    assert (ride.kind, lifting.kind) == ("ride", "activity")
    assert ride.file.endswith("kim_88.fit")
    assert len(ride.folded) == 3
    assert [name.rsplit("/", 1)[-1] for name in lifting.folded] == ["apple_health_export.xml:13"]


def test_its_longest_bout_is_the_one_of_the_page(log: Log) -> None:
    line = sitting_line(log, PROFILE, parameter_set(), [DAY], LATER.timestamp())
    moved = movement_line(log, Recogniser(), parameter_set())
    least = parameter_set().number("flexion.seated_probability")
    sat = [s for s in line.sitting if s.probability >= least]
    found = bouts(
        sat, lambda a, b: any(m.start < b and m.end > a for m in moved), line.stood_hours, 5
    )
    longest = max(found, key=lambda bout: bout.minutes)
    assert longest.start == at("13:00").timestamp()
    assert f"**{longest.minutes:.0f} min**" in PAGE
    assert longest.upper_bound


def held(folder: Path) -> dict[str, str]:
    """What a folder holds, unpacked: two versions of a compressor pack the same differently."""
    return {
        file.name.removeprefix(str(folder)): file.digest
        for file in walk(folder, Limits())
        if isinstance(file, SourceFile)
    }


def test_the_files_are_made_by_their_script(tmp_path: Path) -> None:
    make_merged_day.main(tmp_path)
    assert held(tmp_path) == held(FOLDER)


def test_the_command_of_the_page_shows_the_day() -> None:
    arguments = ["day", str(FOLDER), "--date", "2026-11-12", "--as-of", LATER.isoformat()]
    result = CliRunner().invoke(tl, arguments)
    assert result.exit_code == 0
    assert "6.57 h of sitting that counts" in result.stdout
    assert "11:40-11:44" in result.stdout
    assert "could not be read" not in result.stdout


def test_what_could_not_be_read_may_belong_to_the_day(tmp_path: Path) -> None:
    copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "cut.fit").write_bytes(b"\x0e\x10\xd9\x07\xff\xff\x00\x00.FIT\x00\x00")
    result = CliRunner().invoke(tl, ["day", str(tmp_path), "--date", "2026-11-12"])
    assert result.exit_code == 0
    told = result.stdout.partition("What could not be read, and may belong here")[2]
    assert "cut.fit" in told
