"""XLSX: what a workbook holds, and what it may not do."""

import sys
import zipfile
from datetime import date
from io import BytesIO

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.table.table_reading import Found, read_table
from tests.table.workbooks import golden, part_of, rows, with_part, workbook
from tl_analyzer.adapter import Reading, SourceFile
from tl_table import StrengthTableAdapter

HEAD = ("Date", "Exercise", "Reps", "Load (kg)")
ONE = (date(2026, 11, 9), "Squat", 5, 100)
SHEET = "xl/worksheets/sheet1.xml"


def read(data: bytes) -> Found:
    return read_table(data, "coach.xlsx")


def refused(data: bytes) -> str:
    """What was found in a workbook that is not opened."""
    found = read(data)
    assert not found.sessions
    assert found.tally.total == 0
    return found.the("workbook-refused").found


def test_real_dates_and_text_dates_of_one_table() -> None:
    found = read(workbook(rows(HEAD, ONE, ("11.11.2026", "Squat", "5", "102,5"))))
    assert found.loads == [("Squat", 100, 5), ("Squat", 102.5, 5)]
    assert [str(s.start.local.date()) for s in found.sessions] == ["2026-11-09", "2026-11-11"]


def test_number_in_place_of_a_date_is_refused() -> None:
    found = read(workbook(rows(HEAD, ONE, (46000, "Squat", 5, 100))))
    assert found.tally.refused == 1


def test_float_dust_is_no_load() -> None:
    found = read(workbook(rows(HEAD, (date(2026, 11, 9), "Squat", 5, 74.99999999999999))))
    assert found.loads == [("Squat", 75, 5)]


def test_stored_value_of_a_formula_counts() -> None:
    data = workbook(rows(HEAD, (*ONE[:3], "=50*2")))
    assert read(data).loads == [("Squat", None, 5)]
    assert "1" in read(data).the("formula-without-value").found
    xml = part_of(data, SHEET).replace(b"<v></v>", b"<v>100</v>").replace(b"<v/>", b"<v>100</v>")
    xml = xml.replace(b"<v />", b"<v>100</v>")
    stored = read(with_part(data, SHEET, xml))
    assert stored.loads == [("Squat", 100, 5)]
    assert "formula-without-value" not in stored.codes


def test_sheets_are_read_together_and_hidden_ones_named() -> None:
    def hidden(sheet: Worksheet) -> None:
        sheet.title, sheet.sheet_state = "Old block", "hidden"
        sheet.append(HEAD)
        sheet.append(ONE)

    found = read(workbook(rows(HEAD, ONE), hidden, rows(HEAD, ONE)))
    assert len(found.sessions) == 1 and len(found.sets) == 2
    assert "Old block" in found.the("sheet-hidden").found


def test_workbook_without_a_table_says_what_helps() -> None:
    found = read(workbook(rows(("Meal", "kcal"), ("Porridge", 400))))
    assert "tl check" in found.the("no-table").hint
    assert found.aside == {"sheet without a table": 2}


def test_questions_of_a_workbook_are_one_a_header() -> None:
    file = SourceFile.of_bytes("coach.xlsx", golden())
    wide, plain = StrengthTableAdapter().questions(file, Reading())
    assert "Set 2 kg" in wide.follow and wide.guess["reps_1"] == "Set 1 Reps"
    assert plain.guess["unit"] == "Unit"


def test_without_openpyxl_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    problem = read(golden()).the("extra-missing")
    assert "tl-analyzer[xlsx]" in problem.hint


@pytest.mark.parametrize(
    ("name", "head", "word"),
    [
        ("log.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "before 2007"),
        ("log.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        ("log.ods", b"PK\x03\x04", "OpenDocument"),
    ],
)
def test_other_workbooks_are_refused_by_name(name: str, head: bytes, word: str) -> None:
    file = SourceFile.of_bytes(name, head + bytes(600))
    assert StrengthTableAdapter().recognises(file)
    assert word in read_table(head + bytes(600), name).the("workbook-kind").found


def test_entities_are_refused() -> None:
    data = workbook(rows(HEAD, ONE))
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    xml = part_of(data, SHEET).replace(b"<worksheet", bomb + b"<worksheet", 1)
    assert "entities" in refused(with_part(data, SHEET, xml))
    wide = part_of(data, SHEET).decode().encode("utf-16")
    assert "entities" in refused(with_part(data, SHEET, wide))


def test_zip_bomb_is_refused_before_anything_parses_it() -> None:
    data = workbook(rows(HEAD, ONE))
    strings = b"<sst>" + b"<si><t>" + b"a" * 20_000_000 + b"</t></si></sst>"
    assert "packed" in refused(with_part(data, "xl/sharedStrings.xml", strings))


def test_absurd_dimensions_cost_nothing() -> None:
    data = workbook(rows(HEAD, ONE))
    xml = part_of(data, SHEET)
    claimed = xml.replace(b'ref="A1:D2"', b'ref="A1:XFD1048576"')
    assert claimed != xml
    assert read(with_part(data, SHEET, claimed)).loads == [("Squat", 100, 5)]


@pytest.mark.parametrize(
    "row",
    [
        b'<row r="999999999999"><c r="A999999999999"><v>1</v></c></row>',
        b'<row r="3"><c r="XFD3"><v>1</v></c></row>',
        b'<row r="3"><c r="ZZZZZ3"><v>1</v></c></row>',
        b'<row r="-5"><c r="A1"><v>1</v></c></row>',
        b'<row r="3"><c r="A3" t="s"><v>99999</v></c></row>',
        b'<row r="3"><c r="A3" t="n"><v>1e999</v></c></row>',
        b"<row",
    ],
)
def test_hostile_rows_never_raise_or_hang(row: bytes) -> None:
    data = workbook(rows(HEAD, ONE))
    xml = part_of(data, SHEET).replace(b"</sheetData>", row + b"</sheetData>")
    read(with_part(data, SHEET, xml))


def test_many_parts_and_no_parts() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(2_100):
            archive.writestr(f"xl/{number}.xml", b"<a/>")
    assert "parts" in refused(made.getvalue())
    empty = BytesIO()
    zipfile.ZipFile(empty, "w").close()
    assert read_table(b"PK\x03\x04" + empty.getvalue(), "x.xlsx").the("workbook-refused")


@pytest.mark.parametrize("keep", [10, 400, 2_000, -30])
def test_broken_off_workbook(keep: int) -> None:
    assert "damaged" in refused(golden()[:keep])


def test_golden_workbook_is_what_its_script_makes() -> None:
    assert read(golden()).loads[:2] == [("Deadlift", 100, 5), ("Deadlift", 120.5, 5)]
