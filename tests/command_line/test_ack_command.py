"""``tl ack``: a flag is put aside, shown as seen, and comes back."""

import json
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tomli

from tests.command_line.acknowledged_week import AT, WEEK, codes, report
from tests.command_line.conftest import MONDAY_WEEK, strong_rows

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl

DIARY = "date,region,side,score,signs,note\n"


def test_a_flag_of_a_folder_is_put_aside_with_a_note(tl: "Tl", athlete: Path) -> None:
    before = report(tl, athlete)
    ended = tl("ack", "tl101", athlete, *AT, "--note", "test day, planned", "--until", "2w")
    assert (ended.code, ended.err) == (0, "")
    assert "TL101 hinge dose above usual" in ended.out
    assert "until Fri 4 Dec 2026." in ended.out
    assert "Note: test day, planned." in ended.out
    assert "acknowledged.toml" in ended.out
    after = report(tl, athlete)
    (seen,) = after["acknowledged"]
    assert (seen["code"], seen["note"], seen["until"], seen["made_on"]) == (
        "TL101",
        "test day, planned",
        "2026-12-04",
        "2026-11-20",
    )
    assert seen["returned"] == ""
    # The flags themselves are what they were: scripts rely on them.
    assert after["flags"] == before["flags"]
    text = tl("report", athlete, *WEEK)
    assert "test day, planned" in " ".join(text.out.split())
    assert tl("report", athlete, *WEEK, "--fail-on", "watch").code == 1


def test_the_file_is_private_whole_and_no_input(tl: "Tl", athlete: Path) -> None:
    assert tl("ack", "TL101", athlete, *AT).code == 0
    file = athlete / "acknowledged.toml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    (table,) = tomli.loads(file.read_text())["acknowledged"]
    assert table["athlete"] == "anna"
    assert {"week", "severity", "measure", "value", "unit", "threshold"} <= set(table)
    assert sorted(path.name for path in athlete.iterdir()) == [
        "acknowledged.toml",
        "profile.toml",
        "strong.csv",
    ]
    checked = json.loads(tl("check", athlete, "--format", "json").out)
    assert [Path(each["file"]).name for each in checked["files"]] == ["strong.csv"]
    assert not report(tl, athlete)["diagnostics"]


def test_a_second_one_replaces_the_first_and_comments_stay(tl: "Tl", athlete: Path) -> None:
    file = athlete / "acknowledged.toml"
    assert tl("ack", "TL101", athlete, *AT, "--note", "one").code == 0
    file.write_text("# mine\n" + file.read_text())
    assert tl("ack", "TL101", athlete, *AT, "--note", "two").code == 0
    assert file.read_text().startswith("# mine\n")
    assert [seen["note"] for seen in report(tl, athlete)["acknowledged"]] == ["two"]


def test_the_usual_time_is_said(tl: "Tl", athlete: Path) -> None:
    ended = tl("ack", "hinge-dose-above-usual", athlete, *AT)
    assert "until Fri 18 Dec 2026 (the usual time; --until names another day)" in ended.out


def test_it_comes_back_when_it_gets_worse_and_when_its_day_has_passed(
    tl: "Tl", athlete: Path
) -> None:
    (athlete / "strong.csv").write_text(strong_rows(5, 115), encoding="utf-8")
    assert tl("ack", "TL101", athlete, *AT, "--until", "2026-11-21").code == 0
    assert not report(tl, athlete)["acknowledged"][0]["returned"]
    later = ("--week", MONDAY_WEEK, "--as-of", "2026-11-22T08:00:00+01:00")
    (passed,) = report(tl, athlete, when=later)["acknowledged"]
    assert passed["returned"] == "the last day for which it was put aside was 2026-11-21"
    (athlete / "strong.csv").write_text(strong_rows(8, 130), encoding="utf-8")
    (seen,) = report(tl, athlete)["acknowledged"]
    assert "stood at" in seen["returned"] or "was" in seen["returned"]


def test_an_earlier_report_does_not_know_it(tl: "Tl", athlete: Path) -> None:
    assert tl("ack", "TL101", athlete, *AT).code == 0
    earlier = ("--week", MONDAY_WEEK, "--as-of", "2026-11-16T08:00:00+01:00")
    assert not report(tl, athlete, when=earlier)["acknowledged"]


def test_it_can_be_listed_and_withdrawn(tl: "Tl", athlete: Path) -> None:
    assert tl("ack", "--list", athlete, *AT).out == "No flag is put aside.\n"
    tl("ack", "TL101", athlete, *AT, "--note", "a test\nday")
    line = tl("ack", "--list", athlete, *AT).out
    assert line.startswith(f"anna  TL101 (red, week {MONDAY_WEEK}) until Fri 18 Dec 2026, seen ")
    assert line.endswith(": a test day\n")
    late = tl("ack", "--list", athlete, "--as-of", "2026-12-20")
    assert "(that day has passed)" in late.out
    assert tl("ack", "TL101", athlete, "--withdraw").out == (
        "TL101 of anna counts again as any other flag.\n"
    )
    assert not report(tl, athlete)["acknowledged"]
    again = tl("ack", "TL101", athlete, "--withdraw")
    assert again.code == 2
    assert "not put aside" in again.err


def test_a_code_that_is_not_raised_is_refused_with_what_is(tl: "Tl", athlete: Path) -> None:
    raised = codes(report(tl, athlete))
    ended = tl("ack", "TL103", athlete, *AT)
    assert ended.code == 2
    assert ended.said("error") == [f"error: TL103 is not raised for 'anna' in week {MONDAY_WEEK}"]
    assert ended.said("hint")[0].startswith(f"hint: Raised that week: {', '.join(raised)}.")
    assert not (athlete / "acknowledged.toml").exists()


@pytest.mark.parametrize(
    ("typed", "near"), [("TL110", "TL1"), ("hinge dose above usual", "hinge-dose-above-usual")]
)
def test_an_unknown_code_names_the_nearest(typed: str, near: str, tl: "Tl", athlete: Path) -> None:
    ended = tl("ack", typed, athlete)
    assert ended.code == 2
    assert "no flag is called" in ended.err
    assert f"Did you mean '{near}" in ended.err


@pytest.mark.parametrize("code", ["TL901", "TL902"])
def test_what_asks_for_care_cannot_be_put_aside(code: str, tl: "Tl", athlete: Path) -> None:
    (athlete / "diary.csv").write_text(
        DIARY + "2026-11-12,lumbar,,6,saddle_numbness;bladder_bowel,\n", encoding="utf-8"
    )
    ended = tl("ack", code, athlete, *AT)
    assert ended.code == 2
    assert f"{code} cannot be put aside" in ended.err
    assert not (athlete / "acknowledged.toml").exists()


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("soon", "neither a day nor a span"),
        ("2026-11-19", "has passed"),
        ("2028-01-01", "too far away"),
        ("9999w", "too far away"),
        ("4m", "neither"),
        ("", "neither"),
    ],
)
def test_a_last_day_that_is_none_is_refused(until: str, said: str, tl: "Tl", athlete: Path) -> None:
    ended = tl("ack", "TL101", athlete, *AT, "--until", until)
    assert ended.code == 2
    assert said in ended.err
    assert len(ended.said("hint")) == 1


def test_what_contradicts_itself_is_refused(tl: "Tl", athlete: Path) -> None:
    assert tl("ack").code == 2
    assert tl("ack", "--list", "--withdraw", athlete).code == 2
    assert tl("ack", "TL101", athlete / "missing").code == 2
    long = tl("ack", "TL101", athlete, *AT, "--note", "x" * 501)
    assert (long.code, "501 characters" in long.err) == (2, True)
    future = tl("ack", "TL101", athlete, "--week", "2026-W50", *AT)
    assert "lies in the future" in future.err


def test_a_hostile_note_is_harmless_text(tl: "Tl", athlete: Path) -> None:
    note = '\x1b[31m<script>alert(1)</script>"\u202e 🚴'
    assert tl("ack", "TL101", athlete, *AT, "--note", note).code == 0
    (seen,) = report(tl, athlete)["acknowledged"]
    assert "\x1b" not in seen["note"]
    assert "\u202e" not in seen["note"]
    assert "<script>" in seen["note"]
    for form in ("text", "md", "html"):
        shown = tl("report", athlete, *WEEK, "--format", form).out
        assert "\x1b[31m" not in shown
        assert (form != "html") or "<script>alert" not in shown


@pytest.mark.parametrize("text", ["acknowledged = 3", "[[acknowledged]]\ncode = 'x'", "[[", "\x00"])
def test_a_damaged_file_is_said_and_left_alone(text: str, tl: "Tl", athlete: Path) -> None:
    file = athlete / "acknowledged.toml"
    file.write_text(text)
    for ended in (tl("report", athlete, *WEEK), tl("ack", "TL101", athlete, *AT)):
        assert ended.code == 2
        assert "acknowledged.toml" in ended.err
        assert len(ended.said("hint")) == 1
    assert file.read_text() == text


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('until = "soon"', "[acknowledged.0.until]: found 'soon'; expected a valid date"),
        ('code = "401"', "[acknowledged.0.code]: found '401'; expected a code such as TL301"),
        ('week = "46"', "[acknowledged.0.week]: found '46'; expected an ISO week such as 2026-W46"),
        ('severity = "ambre"', "Did you mean 'amber'?"),
        (
            "made_at = 2026-11-16T07:00:00",
            "found 2026-11-16T07:00:00; expected an instant with a time zone",
        ),
        ("value = nan", "found nan; expected a finite number"),
    ],
)
def test_a_fault_is_said_in_the_words_of_every_other_file(
    line: str, said: str, tl: "Tl", athlete: Path
) -> None:
    tl("ack", "TL101", athlete, *AT)
    file = athlete / "acknowledged.toml"
    rows = file.read_text().splitlines()
    key = line.split(" ")[0]
    file.write_text("\n".join(line if row.split(" ")[0] == key else row for row in rows))
    ended = tl("report", athlete, *WEEK)
    assert ended.code == 2
    assert said in ended.err
    assert "Input should" not in ended.err and "pydantic" not in ended.err


def test_of_another_athlete_in_the_same_folder_nothing_is_put_aside(
    tl: "Tl", athlete: Path
) -> None:
    assert tl("ack", "TL101", athlete, *AT).code == 0
    other = athlete / "ben.toml"
    other.write_text((athlete / "profile.toml").read_text().replace('"anna"', '"ben"'))
    assert not report(tl, athlete, "--profile", other)["acknowledged"]
