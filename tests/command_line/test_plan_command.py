"""``tl plan`` as it is used: from files and from the store, in every format."""

import json
from pathlib import Path

import icalendar
import pytest

from tests.command_line.conftest import AS_OF, HEADER, MONDAY_WEEK, MONDAYS, PROFILE, Tl
from tl_analyzer.agenda.formats import FORMATS
from tl_analyzer.cli.plan import FORMAT_NAMES

#: A moment at the begin of the week that is planned.
EARLY = "2026-11-16T06:00:00+01:00"


@pytest.fixture
def training(tmp_path: Path) -> Path:
    """Four even weeks of deadlifts on Thursday evenings, then one with three times as many."""
    folder = tmp_path / "training"
    folder.mkdir()
    plan = "[plan]\nminutes_per_day = 20\n[[desk]]\nstart = 09:00:00\nend = 17:00:00\n"
    (folder / "profile.toml").write_text(PROFILE + plan, encoding="utf-8")
    rows = [
        f"{number};{monday[:8]}{int(monday[8:]) + 3:02d} 18:00:00;Pull;3600;Deadlift;{n};120;5;;;;;"
        for number, monday in enumerate(MONDAYS[2:], start=1)
        for n in range(1, 13 if monday == MONDAYS[-1] else 4)
    ]
    (folder / "strong.csv").write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return folder


def test_the_names_of_the_formats_are_those_there_are() -> None:
    assert set(FORMAT_NAMES) == {*FORMATS, "ics"}


def test_a_week_is_planned_around_its_lifts(tl: Tl, training: Path) -> None:
    ended = tl("plan", training, "--week", MONDAY_WEEK, "--as-of", EARLY)
    assert (ended.code, ended.err) == (0, "")
    assert "Plan for week 2026-W47: Mon 16 Nov - Sun 22 Nov 2026" in ended.out
    assert "18:00-19:00 Pull (usual)" in ended.out
    assert "09:00-17:00 Desk (usual hours)" in ended.out
    again = tl("plan", training, "--week", MONDAY_WEEK, "--as-of", EARLY)
    assert again.out == ended.out


def test_the_current_week_is_planned_by_default(tl: Tl, training: Path) -> None:
    ended = tl("plan", training, "--as-of", AS_OF, "--format", "json")
    tree = json.loads(ended.out)
    assert (tree["week"], tree["reviewed"]) == ("2026-W47", MONDAY_WEEK)
    assert [day["over"] for day in tree["days"]] == [True] * 4 + [False] * 3


@pytest.mark.parametrize("form", FORMAT_NAMES)
def test_the_store_gives_the_same_plan_as_the_files(
    tl: Tl, training: Path, form: str, tmp_path: Path
) -> None:
    moment = ("--week", MONDAY_WEEK, "--as-of", EARLY, "--format", form)
    of_files = tl("plan", training, *moment)
    assert tl("import", training).code == 0
    of_store = tl("plan", *moment)
    assert of_files.code == of_store.code == 0
    assert of_store.out == of_files.out
    out = tmp_path / "plan.out"
    assert tl("plan", *moment, "--out", out).out == ""
    assert out.stat().st_mode & 0o077 == 0


def test_a_calendar_reminds_when_it_is_asked_to(tl: Tl, training: Path, tmp_path: Path) -> None:
    out = tmp_path / "plan.ics"
    moment = ("--week", MONDAY_WEEK, "--as-of", EARLY)
    assert (
        tl("plan", training, *moment, "--format", "ics", "--remind", "15", "--out", out).code == 0
    )
    read = icalendar.Calendar.from_ical(out.read_bytes())
    assert len(read.walk("VALARM")) == len(read.walk("VEVENT")) > 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--remind", "10"), "--remind belongs to calendars"),
        (("--remind", "-1", "--format", "ics"), "--remind"),
        (("--week", "2027-W01"), "lies in the future"),
        (("--format", "pdf"), "pdf"),
        (("--athlete", "bert"), "not of 'bert'"),
    ],
)
def test_what_cannot_be_is_said(
    tl: Tl, training: Path, arguments: tuple[str, ...], said: str
) -> None:
    ended = tl("plan", training, "--as-of", EARLY, *arguments)
    assert ended.code == 2 and ended.out == ""
    assert said in ended.err and "Traceback" not in ended.err


def test_care_comes_first(tl: Tl, training: Path) -> None:
    diary = "date,region,side,score,signs,note\n2026-11-13,lumbar,both,6,saddle_numbness,\n"
    (training / "check_ins.csv").write_text(diary, encoding="utf-8")
    moment = ("--week", MONDAY_WEEK, "--as-of", EARLY)
    ended = tl("plan", training, *moment)
    assert ended.code == 0
    assert "Seek emergency care now" in ended.out
    assert "18:00-19:00" not in ended.out
    file = tl("plan", training, *moment, "--format", "ics")
    assert "BEGIN:VEVENT" not in file.out
    assert file.err.startswith("note: nothing for the calendar. Seek emergency care now")


def test_without_a_profile_it_says_what_it_assumed(tl: Tl, training: Path) -> None:
    (training / "profile.toml").unlink()
    ended = tl("plan", training, "--week", MONDAY_WEEK, "--as-of", EARLY)
    assert ended.code == 0
    assert "What was assumed" in ended.out
    assert "tl profile init" in " ".join(ended.out.split())
