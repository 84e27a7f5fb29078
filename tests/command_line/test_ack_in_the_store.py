"""``tl ack`` in the log store: kept, taken back, imported, exported, forgotten."""

import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from tests.command_line.acknowledged_week import AT, WEEK, codes, report
from tests.command_line.conftest import MONDAY_WEEK

if TYPE_CHECKING:
    from tests.command_line.conftest import Tl


def test_in_the_store_it_is_the_same(tl: "Tl", athlete: Path) -> None:
    assert tl("import", athlete).code == 0
    ended = tl("ack", "TL101", "--athlete", "anna", *AT, "--note", "seen")
    assert ended.code == 0, ended.err
    assert "Kept in the log store." in ended.out
    assert not (athlete / "acknowledged.toml").exists()
    stored = report(tl)
    assert tl("ack", "TL101", athlete, *AT, "--note", "seen").code == 0
    assert stored["acknowledged"] == report(tl, athlete)["acknowledged"]
    assert tl("ack", "--list", *AT).out == tl("ack", "--list", athlete, *AT).out
    assert tl("ack", "--list", "--athlete", "anna", *AT).out.startswith("anna  TL101")
    assert tl("ack", "TL101", "--withdraw").code == 0
    assert not report(tl)["acknowledged"]
    assert "not put aside" in tl("ack", "TL101", "--withdraw").err


def test_one_that_is_damaged_in_the_store_is_said_and_can_be_taken_back(
    tl: "Tl", athlete: Path, store: Path
) -> None:
    tl("import", athlete)
    tl("ack", "TL101", *AT)
    with sqlite3.connect(store) as held:
        held.execute("UPDATE acknowledgement SET week = 'some'")
    held.close()
    ended = tl("report", *WEEK)
    assert (ended.code, "damaged" in ended.err) == (2, True)
    assert "--withdraw" in ended.said("hint")[0]
    assert tl("ack", "TL101", "--withdraw").code == 0
    assert not report(tl)["acknowledged"]


def test_what_was_taken_back_in_the_store_does_not_return_by_an_import(
    tl: "Tl", athlete: Path
) -> None:
    tl("ack", "TL101", athlete, *AT, "--note", "of the folder")
    tl("import", athlete)
    assert tl("ack", "TL101", "--withdraw").code == 0
    assert tl("import", athlete).code == 0
    assert not report(tl)["acknowledged"]
    later = ("--week", MONDAY_WEEK, "--as-of", "2026-11-21T12:00:00+01:00")
    tl("ack", "TL101", athlete, *later, "--note", "once more")
    tl("import", athlete)
    assert [seen["note"] for seen in report(tl, when=later)["acknowledged"]] == ["once more"]


def test_an_import_takes_the_file_over_and_keeps_what_is_newer(tl: "Tl", athlete: Path) -> None:
    assert tl("ack", "TL101", athlete, *AT, "--note", "of the folder").code == 0
    assert tl("import", athlete).code == 0
    assert report(tl)["acknowledged"] == report(tl, athlete)["acknowledged"]
    later = ("--week", MONDAY_WEEK, "--as-of", "2026-11-21T09:00:00+01:00")
    assert tl("ack", "TL101", *later, "--note", "of the store").code == 0
    assert tl("import", athlete).code == 0
    (seen,) = report(tl, when=later)["acknowledged"]
    assert seen["note"] == "of the store"


def test_forgetting_an_athlete_forgets_it(tl: "Tl", athlete: Path, store: Path) -> None:
    tl("import", athlete)
    tl("ack", "TL101", *AT, "--note", "secretreason")
    assert b"secretreason" in b"".join(each.read_bytes() for each in store.parent.iterdir())
    assert tl("forget", "--athlete", "anna", "--yes").code == 0
    assert b"secretreason" not in b"".join(each.read_bytes() for each in store.parent.iterdir())


def test_an_export_takes_it_along(tl: "Tl", athlete: Path, tmp_path: Path) -> None:
    tl("import", athlete)
    tl("ack", "TL101", *AT, "--note", "seen")
    assert tl("export", tmp_path / "out", "--format", "csv").code == 0
    (table,) = (tmp_path / "out" / "acknowledgements").iterdir()
    header, row = table.read_text().splitlines()
    assert header.startswith("athlete,code,until,note,made_at,week,severity,measure")
    assert row.startswith("anna,TL101,2026-12-18,seen,")


def test_a_roster_shows_it_as_seen(tl: "Tl", athlete: Path) -> None:
    alone = json.loads(tl("roster", athlete.parent, *WEEK, "--format", "json").out)
    for code in codes(report(tl, athlete)):
        assert tl("ack", code, athlete, *AT, "--note", "seen").code == 0
    found = json.loads(tl("roster", athlete.parent, *WEEK, "--format", "json").out)
    anna = next(line for line in found["lines"] if line["place"] == "anna")
    before = next(line for line in alone["lines"] if line["place"] == "anna")
    flag = next(each for each in anna["flags"] if each["code"] == "TL101")
    assert (flag["seen_until"], flag["seen_note"]) == ("2026-12-18", "seen")
    assert before["level"] == "red"
    assert anna["level"] == "quiet"
