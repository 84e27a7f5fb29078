"""Bad input: one clear line each, never a traceback, never the end of a run that has others."""

import json
import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

When = tuple[str, ...]

FIT_HEADER = struct.pack("<BBHI4sH", 14, 0x20, 2132, 5000, b".FIT", 0)
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + bytes(30)

#: File name, content, what the one line says about it.
UNREADABLE = {
    "truncated": ("ride.fit", FIT_HEADER + b"\x40\0\0\0\0\1\0\1\0", "end before"),
    "header-only": ("ride.fit", FIT_HEADER, "ride.fit"),
    "png": ("photo.fit", PNG, "PNG image"),
    "empty": ("strong.csv", b"", "an empty file"),
    "broken-zip": ("rides.zip", b"PK\x03\x04" + bytes(40), "rides.zip"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_an_unreadable_file_alone_ends_with_3_one_line_and_a_hint(
    tl: "Tl", tmp_path: Path, case: str
) -> None:
    name, content, said = UNREADABLE[case]
    (tmp_path / name).write_bytes(content)
    done = tl("report", tmp_path / name)
    assert (done.code, done.out) == (3, "")
    (error,) = done.said("error")
    (hint,) = done.said("hint")
    assert name in error
    assert said in error
    assert hint != "hint: "
    assert len(done.err.splitlines()) == 2


@pytest.mark.parametrize("case", UNREADABLE)
def test_an_unreadable_file_among_others_is_a_diagnostic(
    tl: "Tl", athlete: Path, when: When, case: str
) -> None:
    name, content, _ = UNREADABLE[case]
    bad = athlete / f"bad-{name}"
    bad.write_bytes(content)
    done = tl("report", athlete, *when, "--format", "json")
    assert (done.code, done.err) == (0, "")
    report = json.loads(done.out)
    (problem,) = [p for p in report["diagnostics"] if p["file"].endswith(bad.name)]
    assert problem["found"]
    assert problem["hint"]
    assert report["coverage"]["sets"] == 8


def test_half_a_row_costs_that_row_and_names_its_line(tl: "Tl", athlete: Path, when: When) -> None:
    log = athlete / "strong.csv"
    rows = log.read_text(encoding="utf-8").splitlines()
    log.write_text("\n".join([*rows[:-1], rows[-1][:25]]), encoding="utf-8")
    done = tl("report", athlete, *when, "--format", "json")
    report = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert [p["line"] for p in report["diagnostics"]] == [len(rows)]
    assert report["coverage"]["sets"] == 7
    assert f"strong.csv:{len(rows)}" in tl("report", athlete, *when).out.replace("\n", "")


def test_only_unreadable_files_end_with_3_and_name_them(tl: "Tl", tmp_path: Path) -> None:
    for name, content, _ in UNREADABLE.values():
        (tmp_path / name).write_bytes(content)
    done = tl("report", tmp_path)
    assert (done.code, done.out) == (3, "")
    (error,) = done.said("error")
    assert "4 files looked at" in error
    assert "photo.fit" in error
    assert len(done.said("hint")) == 1


def test_one_file_is_counted_in_the_singular(tl: "Tl", tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing to see", encoding="utf-8")
    assert "1 file looked at" in tl("report", tmp_path).err


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_an_unreadable_folder_is_named(tl: "Tl", athlete: Path, when: When) -> None:
    locked = athlete / "locked"
    locked.mkdir()
    locked.chmod(0)
    try:
        done = tl("report", athlete, *when)
        alone = tl("report", locked)
    finally:
        locked.chmod(0o700)
    assert done.code == 0
    assert "locked" in done.out
    assert alone.code in (2, 3)
    assert len(alone.said("error")) == 1


def test_a_typo_in_the_profile_is_answered_with_the_nearest_key(
    tl: "Tl", athlete: Path, when: When
) -> None:
    profile = athlete / "profile.toml"
    profile.write_text(
        profile.read_text(encoding="utf-8").replace("timezone", "timzone"), encoding="utf-8"
    )
    done = tl("report", athlete, *when)
    assert (done.code, done.out) == (2, "")
    assert any("'athlete.timzone'" in line for line in done.said("error"))
    (hint,) = done.said("hint")
    assert "'timezone'" in hint


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("timezone =", "# timezone =", "athlete.timezone: found nothing; expected a value"),
        ('id = "', f'id = "{"x" * 90}', "expected a text of at most 80 characters"),
    ],
)
def test_a_wrong_value_in_the_profile_is_told_in_plain_words(
    tl: "Tl", athlete: Path, when: When, old: str, new: str, said: str
) -> None:
    profile = athlete / "profile.toml"
    profile.write_text(profile.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    done = tl("report", athlete, *when)
    assert (done.code, done.out) == (2, "")
    assert any(said in line for line in done.said("error"))


def test_a_single_typo_is_a_single_line(tl: "Tl", athlete: Path, when: When) -> None:
    profile = athlete / "profile.toml"
    profile.write_text(profile.read_text(encoding="utf-8") + "[bik]\n", encoding="utf-8")
    done = tl("report", athlete, *when)
    assert done.code == 2
    (error,) = done.said("error")
    assert "profile.toml" in error
    assert "'bik'" in error
    assert done.said("hint") == ["hint: Did you mean 'bike'?"]


def test_a_profile_that_is_no_toml_is_one_line(tl: "Tl", athlete: Path, when: When) -> None:
    (athlete / "profile.toml").write_text("schema = = 1\n", encoding="utf-8")
    done = tl("report", athlete, *when)
    assert done.code == 2
    assert len(done.said("error")) == len(done.said("hint")) == 1
    assert "line 1" in done.err


@pytest.mark.parametrize("week", ["2026-W48", "2099-W01"])
def test_a_week_in_the_future_is_one_line_that_names_the_last_complete_week(
    tl: "Tl", athlete: Path, week: str
) -> None:
    done = tl("report", athlete, "--week", week, "--as-of", "2026-11-18T12:00:00+01:00")
    assert (done.code, done.out) == (2, "")
    (error,) = done.said("error")
    (hint,) = done.said("hint")
    assert week in error
    assert "future" in error
    assert "2026-W46" in hint


@pytest.mark.parametrize("week", ["2026-W54", "2026-46", "W46", "0000-W01", "next"])
def test_a_week_that_is_none_is_one_line(tl: "Tl", athlete: Path, week: str) -> None:
    done = tl("report", athlete, "--week", week)
    assert (done.code, done.out) == (2, "")
    assert len(done.said("error")) == len(done.said("hint")) == 1


def test_a_week_without_data_says_so(tl: "Tl", athlete: Path) -> None:
    done = tl("report", athlete, "--week", "2026-W20", "--as-of", "2026-11-16")
    assert done.code == 0
    assert "No training, riding or sitting was recorded" in " ".join(done.out.split())


def test_a_week_after_the_log_says_where_it_ends(tl: "Tl", athlete: Path) -> None:
    done = tl("report", athlete, "--week", "2026-W50", "--as-of", "2026-12-20")
    assert "recorded this week; the last record is of" in " ".join(done.out.split())
    assert " Nov 2026." in " ".join(done.out.split())
    done = tl("report", athlete, "--week", "2028-W50", "--as-of", "2028-12-20")
    assert "recorded this week. " in " ".join(done.out.split())


def test_names_of_files_cannot_talk_to_the_terminal(tl: "Tl", tmp_path: Path) -> None:
    hostile = tmp_path / "a\x1b[31mred\x07\u202e.fit"
    hostile.write_bytes(PNG)
    done = tl("report", hostile)
    assert done.code == 3
    assert not {"\x1b", "\x07", "\u202e"} & set(done.err)
    (tmp_path / "profile.toml").write_text('schema = 1\n"a\x7f\\u001b[31m" = 1\n', "utf-8")
    checked = tl("report", tmp_path)
    assert checked.code == 2
    assert "\x1b" not in checked.err
