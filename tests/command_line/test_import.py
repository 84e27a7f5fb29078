"""``tl import``: what enters the log store, said as it is; twice is once."""

import json
import os
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from tl_analyzer.cli.start import tl as command

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

W46 = ("--week", "2026-W46", "--as-of", "2026-11-20T12:00:00+01:00")
OLD = time.time() - 3600


def aged(folder: Path) -> None:
    """As files are that were not written a moment ago."""
    for path in folder.rglob("*"):
        os.utime(path, (OLD, OLD))


def imported(tl: "Tl", *arguments: str | Path) -> dict[str, object]:
    ended = tl("import", *arguments, "--format", "json")
    assert ended.code == 0, ended.err
    tree: dict[str, object] = json.loads(ended.out)
    return tree


def test_the_report_from_the_store_is_that_from_the_files(tl: "Tl", athlete: Path) -> None:
    from_files = json.loads(tl("report", athlete, *W46, "--format", "json").out)
    assert tl("import", athlete).code == 0
    from_store = json.loads(tl("report", *W46, "--format", "json").out)
    assert from_store == from_files


def test_twice_changes_nothing_and_says_so(tl: "Tl", athlete: Path, store: Path) -> None:
    aged(athlete)
    first = tl("import", athlete)
    assert "strength-csv" in first.out
    assert "7 new" in first.out
    assert "changed by 7 entries" in first.out
    before = tl("log", "--format", "json").out
    again = tl("import", athlete)
    assert "Nothing changed" in again.out
    assert "1 file as at the last import" in again.out
    assert tl("log", "--format", "json").out == before
    assert stat.S_IMODE(store.stat().st_mode) == 0o600


def test_a_touched_file_is_read_but_not_changed(tl: "Tl", athlete: Path) -> None:
    aged(athlete)
    tl("import", athlete)
    os.utime(athlete / "strong.csv")
    assert imported(tl, athlete)["changed_entries"] == 0


def test_a_corrected_set_replaces_its_workout(tl: "Tl", athlete: Path) -> None:
    aged(athlete)
    tl("import", athlete)
    csv = athlete / "strong.csv"
    csv.write_text(csv.read_text().replace(";8;130;", ";8;125;"), encoding="utf-8")
    kinds = imported(tl, athlete)["kinds"]
    assert isinstance(kinds, dict)
    assert (kinds["strength-csv"]["replaced"], kinds["strength-csv"]["new"]) == (1, 0)
    assert tl("report", *W46, "--format", "json").out == (
        tl("report", athlete, *W46, "--format", "json").out
    )


def test_what_vanishes_stays_unless_pruned(tl: "Tl", athlete: Path) -> None:
    aged(athlete)
    tl("import", athlete)
    csv = athlete / "strong.csv"
    rows = csv.read_text().splitlines()
    csv.write_text("\n".join(r for r in rows if "2026-10-12" not in r) + "\n", encoding="utf-8")
    gone = tl("import", athlete)
    assert "1 vanished" in gone.out
    assert "--prune" in gone.out
    assert len(json.loads(tl("log", "--format", "json").out)) == 7
    assert "pruned" in tl("import", athlete, "--prune").out
    assert len(json.loads(tl("log", "--format", "json").out)) == 6


def test_a_rehearsal_says_the_same_and_writes_nothing(tl: "Tl", athlete: Path, store: Path) -> None:
    ended = tl("import", athlete, "--dry-run")
    assert "7 new" in ended.out
    assert "nothing was written" in ended.out
    assert not store.exists()
    tl("import", athlete)
    before = store.read_bytes()
    (athlete / "more.csv").write_text((athlete / "strong.csv").read_text().replace("95", "96"))
    assert tl("import", athlete, "--dry-run").code == 0
    assert store.read_bytes() == before


def test_one_bad_file_is_a_remark_never_the_end(tl: "Tl", athlete: Path) -> None:
    (athlete / "broken.fit").write_bytes(b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00\x00 cut")
    (athlete / "letter.txt").write_text("Dear diary\n")
    (athlete / "empty.csv").touch()
    ended = tl("import", athlete)
    assert ended.code == 0
    assert "7 new" in ended.out
    assert all(name in ended.out for name in ("broken.fit", "letter.txt", "empty.csv"))
    assert "Traceback" not in ended.out + ended.err


@pytest.mark.parametrize("times", [1, 2])
def test_nothing_readable_ends_with_3_each_time(tl: "Tl", tmp_path: Path, times: int) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear diary\n")
    aged(folder)
    codes = [tl("import", folder).code for _ in range(times)]
    assert set(codes) == {3}


def test_a_problem_goes_when_its_file_is_mended(tl: "Tl", athlete: Path) -> None:
    bad = athlete / "other.csv"
    bad.touch()
    tl("import", athlete)
    flags = json.loads(tl("report", *W46, "--format", "json").out)["flags"]
    assert "TL806" in [flag["code"] for flag in flags]
    bad.unlink()
    tl("import", athlete)
    flags = json.loads(tl("report", *W46, "--format", "json").out)["flags"]
    assert "TL806" not in [flag["code"] for flag in flags]


def test_the_profile_is_kept_for_when_its_file_is_gone(tl: "Tl", athlete: Path) -> None:
    tl("import", athlete)
    before = json.loads(tl("report", *W46, "--format", "json").out)
    (athlete / "profile.toml").unlink()
    assert json.loads(tl("report", *W46, "--format", "json").out) == before


def test_a_profile_that_reads_otherwise_now_is_noted(tl: "Tl", athlete: Path) -> None:
    tl("import", athlete)
    file = athlete / "profile.toml"
    file.write_text(file.read_text().replace("Europe/Berlin", "Asia/Tokyo"))
    told = json.loads(tl("report", *W46, "--format", "json").out)["diagnostics"]
    assert "profile-changed" in [problem["code"] for problem in told]
    tl("import", athlete)
    told = json.loads(tl("report", *W46, "--format", "json").out)["diagnostics"]
    assert "profile-changed" not in [problem["code"] for problem in told]


def test_several_athletes_and_none_named(tl: "Tl", athlete: Path, training: Path) -> None:
    tl("import", athlete)
    (training / "profile.toml").write_text(
        (athlete / "profile.toml").read_text().replace('"anna"', '"ben"')
    )
    tl("import", training)
    ended = tl("report", *W46)
    assert (ended.code, ended.out) == (2, "")
    assert "anna, ben" in ended.err
    assert json.loads(tl("report", *W46, "--athlete", "ben", "--format", "json").out)[
        "athlete"
    ] == {"id": "ben", "name": ""}
    assert "nobody" in tl("report", "--athlete", "nobody").err


def test_an_athlete_of_the_store_keeps_the_profile(tl: "Tl", athlete: Path, tmp_path: Path) -> None:
    tl("import", athlete)
    (tmp_path / "more").mkdir()
    more = tmp_path / "more" / "diary.csv"
    more.write_text("date,region,side,score,signs,note\n2026-11-12,lumbar,both,2,,\n")
    tree = imported(tl, more, "--athlete", "anna")
    assert (tree["athlete"], tree["notes"]) == ("anna", [])
    report = json.loads(tl("report", *W46, "--format", "json").out)
    assert report["timezone"] == "Europe/Berlin"
    assert report["symptoms"]


def test_a_folder_taken_for_an_athlete_is_said(tl: "Tl", athlete: Path, tmp_path: Path) -> None:
    tl("import", athlete)
    (tmp_path / "Downloads").mkdir()
    (tmp_path / "Downloads" / "strong.csv").write_text((athlete / "strong.csv").read_text())
    ended = tl("import", tmp_path / "Downloads" / "strong.csv")
    assert ended.code == 0
    assert "'Downloads'" in ended.out
    assert "--athlete" in ended.out
    assert "anna" in ended.out


@pytest.mark.parametrize(("flags", "entries"), [((), 0), (("--ask",), 2)])
def test_what_files_leave_open_is_asked_only_when_wanted(
    tl: "Tl", athlete: Path, flags: tuple[str, ...], entries: int
) -> None:
    (athlete / "strong.csv").unlink()
    own = "Wann;Was;Wie oft;Wie schwer\n03/11/2026;Kreuzheben;5;140\n05/11/2026;Kreuzheben;5;1\n"
    (athlete / "own.csv").write_text(own)
    ended = CliRunner().invoke(
        command,
        ["import", str(athlete), *flags, "--format", "json"],
        input="y\n1\n4\n6\n7\nday-first\nkg\n",
    )
    assert ("remembered in" in ended.stderr) is bool(flags)
    assert json.loads(ended.stdout)["changed_entries"] == entries
    assert len(json.loads(tl("log", "--format", "json").out)) == entries


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_on_a_terminal_alone(
    tl: "Tl", athlete: Path, monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    monkeypatch.setattr("tl_analyzer.cli.terminal.PATIENCE_S", 0.0)
    monkeypatch.setattr("sys.stderr.isatty", lambda: terminal)
    ended = tl("import", athlete)
    assert ("importing" in ended.err) is terminal
    assert "importing" not in ended.out


def test_a_folder_in_two_spellings_is_one(
    tl: "Tl", athlete: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aged(athlete)
    tl("import", athlete)
    monkeypatch.chdir(athlete.parent)
    assert imported(tl, "./anna")["changed_entries"] == 0
    assert imported(tl, athlete, "anna")["files"] == 1


def test_a_store_that_is_none(tl: "Tl", athlete: Path, store: Path) -> None:
    store.parent.mkdir()
    store.write_text("not a database, just a text that is long enough to be looked at" * 40)
    for arguments in (("import", athlete), ("report",), ("log",)):
        ended = tl(*arguments)
        assert ended.code == 2
        assert str(store) in ended.err


def test_over_processes_it_is_the_same(
    tl: "Tl", athlete: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tl_analyzer.intake.parallel._WORTH_S", 0.0)
    for number in range(5):
        day = f"date,region,side,score,signs,note\n2026-11-{number + 10},lumbar,both,2,,\n"
        (athlete / f"diary{number}.csv").write_text(day)
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    assert tl("import", athlete, "--store", one, "--jobs", "1").code == 0
    assert tl("import", athlete, "--store", two, "--jobs", "2").code == 0
    reports = [tl("report", *W46, "--format", "json", "--store", each).out for each in (one, two)]
    assert reports[0] == reports[1]


def test_a_folder_of_something_else_makes_no_athlete(tl: "Tl", tmp_path: Path) -> None:
    nothing = tmp_path / "holiday"
    nothing.mkdir()
    (nothing / "notes.txt").write_text("sun", encoding="utf-8")
    assert tl("import", nothing).code == 3
    assert "holds no athlete" in tl("roster").err
